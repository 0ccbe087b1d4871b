// Settings that are set side by side: a temperature, and what else is changed.

/**
 * @typedef {{ temperature: number, change: string }} Setting
 * `change`: one of the words below, or a head that is off, such as "3.1"
 * @typedef {{ layers: number, heads: number, two: boolean }} Options
 */

export const [NOTHING, EDITS, SECOND] = ['nothing', 'edits', 'second'];
const FIRST = '0.2 1.2'; // temperatures
const HEAD = /^(\d{1,3})\.(\d{1,3})$/;
const APART = ' '; // between two settings in an address

/**
 * Those of an address, or the ones that the page begins with.
 * @param {string | undefined} told
 * @param {Options} options
 * @returns {Setting[]}
 */
export function settingsOf(told, options) {
  const found = (told ?? FIRST).split(APART).map((each) => {
    const [heat, change = NOTHING] = each.split('~');
    return { temperature: Number(heat || NaN), change };
  });
  const fits = found.every(
    ({ temperature, change }) => temperature >= 0 && temperature <= 2 && known(change, options),
  );
  return fits && found.length >= 2 && found.length <= 4 ? found : settingsOf(undefined, options);
}

/** @param {Setting[]} settings */
export const toldOf = (settings) =>
  settings
    .map(({ temperature, change }) =>
      change === NOTHING ? String(temperature) : `${temperature}~${change}`,
    )
    .join(APART);

/**
 * @param {string} change
 * @param {Options} options
 */
function known(change, { layers, heads, two }) {
  const head = HEAD.exec(change);
  if (head) return Number(head[1]) < layers && Number(head[2]) < heads;
  return [NOTHING, EDITS].includes(change) || (two && change === SECOND);
}

/**
 * The lines of edits that a change is made of.
 * @param {string} change
 * @param {string[]} edits those of "Take it away"
 */
export function changesOf(change, edits) {
  if (change === EDITS) return edits;
  return HEAD.test(change) ? [`head ${change} off`] : [];
}
