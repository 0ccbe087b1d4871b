// The tree that branches make: where each parts from which, its row in the drawing, and how all stands in a link.

/**
 * @typedef {{ ids: number[], hands: number[], loads: [n: number, load: string][], name: string }} Kept
 * a branch as a link holds it; `loads`: how many tokens, one after the other, were rolled with which dice
 * @typedef {{ of: number, common: number, row: number }} Place
 * the earlier branch that it shares most with (−1: none), how many tokens, and its row in the drawing
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BRANCH = '/'; // these stand in no name that is encoded
const PART = ',';

/**
 * How many tokens two lists have in common before they part.
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
export function common(a, b) {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/**
 * @param {number[][]} lists ids of each branch
 * @returns {Place[]}
 */
export function placed(lists) {
  const places = lists.map((ids, i) => {
    const shared = lists.slice(0, i).map((earlier) => common(earlier, ids));
    const most = Math.max(0, ...shared);
    return { of: i ? shared.indexOf(most) : -1, common: most, row: 0 };
  });
  let row = 0;
  const visit = (/** @type {number} */ at) => {
    places[at].row = row++;
    places
      .map((_, i) => i)
      .filter((i) => places[i].of === at)
      .sort((a, b) => places[b].common - places[a].common || a - b) // so that no lines cross
      .forEach(visit);
  };
  if (lists.length) visit(0);
  return places;
}

/**
 * The way from the root to a branch: each branch on it, and from which token to which it is followed.
 * @param {Place[]} places
 * @param {number} at
 * @param {number} length of the branch
 * @returns {{ branch: number, from: number, to: number }[]}
 */
export function way(places, at, length) {
  const found = [];
  for (let [i, to] = [at, length]; i >= 0;) {
    const from = Math.min(to, places[i].of < 0 ? 0 : places[i].common);
    found.unshift({ branch: i, from, to });
    [i, to] = [places[i].of, from];
  }
  return found;
}

/**
 * @param {Kept[]} branches
 * @param {number} at the open one
 * @param {number} vocabulary how many ids there are
 */
export function linked(branches, at, vocabulary) {
  const wide = width(vocabulary);
  const places = placed(branches.map(({ ids }) => ids));
  const told = branches.map(({ ids, hands, loads, name }, i) =>
    [
      places[i].of,
      places[i].common,
      hands.join('.'),
      loads.map(([n, load]) => [n, load.replaceAll(PART, '_')].join('_')).join('*'),
      ids
        .slice(places[i].common)
        .map((id) => spelled(id, wide))
        .join(''),
      encodeURIComponent(name),
    ].join(PART),
  );
  return [at, ...told].join(BRANCH);
}

/**
 * What `linked` made; null for anything else.
 * @param {string} link
 * @param {number} vocabulary
 * @returns {{ at: number, branches: Kept[] } | null}
 */
export function unlinked(link, vocabulary) {
  try {
    const [at, ...told] = link.split(BRANCH);
    /** @type {Kept[]} */
    const branches = [];
    for (const each of told) branches.push(branchOf(each.split(PART), branches, width(vocabulary)));
    const whole = branches.every(({ ids }) => ids.every((id) => id < vocabulary));
    return whole && /^\d+$/.test(at) && Number(at) < branches.length
      ? { at: Number(at), branches }
      : null;
  } catch {
    return null; // half a percent sign, or a branch that is not there
  }
}

/**
 * @param {string[]} parts
 * @param {Kept[]} earlier
 * @param {number} wide
 * @returns {Kept}
 */
function branchOf([of, shared, hands, loads, letters, name], earlier, wide) {
  const before = Number(of) < 0 ? [] : earlier[Number(of)].ids.slice(0, Number(shared));
  const own = letters.match(new RegExp(`.{${wide}}`, 'g')) ?? [];
  return {
    ids: [...before, ...own.map(read)],
    hands: hands ? hands.split('.').map(Number) : [],
    loads: loads
      ? loads.split('*').map((load) => {
          const [n, ...rest] = load.split('_');
          return [Number(n), rest.join(PART)];
        })
      : [],
    name: decodeURIComponent(name),
  };
}

/** @param {number} vocabulary */
const width = (vocabulary) =>
  Math.max(1, Math.ceil(Math.log(vocabulary) / Math.log(LETTERS.length)));

/**
 * @param {number} id
 * @param {number} wide
 */
function spelled(id, wide) {
  let told = '';
  for (let i = 0; i < wide; i++) {
    told = LETTERS[id % LETTERS.length] + told;
    id = Math.floor(id / LETTERS.length);
  }
  return told;
}

/** @param {string} letters */
function read(letters) {
  const digits = [...letters].map((letter) => LETTERS.indexOf(letter));
  if (digits.includes(-1)) throw new Error('no letter of a link');
  return digits.reduce((id, digit) => id * LETTERS.length + digit, 0);
}
