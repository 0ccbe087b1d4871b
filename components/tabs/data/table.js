// A corpus as a table, without the page: what is found in it, what stands beside a word.

/**
 * @typedef {object} Row
 * @property {number} at its place in the corpus
 * @property {string} text
 * @property {string} kind
 */

const WORD = /\p{L}[\p{L}\p{M}'’]*|\p{N}+/gu;

/**
 * The words of a row, small.
 * @param {string} text
 */
export const wordsOf = (text) => text.toLowerCase().match(WORD) ?? [];

/**
 * Rows that hold `sought`, whatever the size of its letters, and are of `kind` ('': any).
 * @param {string[]} rows
 * @param {string[]} kinds
 * @param {string} sought
 * @param {string} kind
 * @returns {Row[]}
 */
export function found(rows, kinds, sought, kind) {
  const small = sought.toLowerCase();
  const all = rows.map((text, at) => ({ at, text, kind: kinds[at] ?? '' }));
  return all.filter(
    (row) => (!kind || row.kind === kind) && (!small || row.text.toLowerCase().includes(small)),
  );
}

/**
 * How often each word stands right before and right after `word`, the most frequent first.
 * @param {string[]} rows
 * @param {string} word
 * @param {number} most
 */
export function neighbours(rows, word, most) {
  const [before, after] = [new Map(), new Map()];
  const asked = word.toLowerCase();
  let times = 0;
  for (const row of rows) {
    const words = wordsOf(row);
    words.forEach((each, i) => {
      if (each !== asked) return;
      times += 1;
      if (i > 0) before.set(words[i - 1], (before.get(words[i - 1]) ?? 0) + 1);
      if (i + 1 < words.length) after.set(words[i + 1], (after.get(words[i + 1]) ?? 0) + 1);
    });
  }
  return { times, before: ranked(before, most), after: ranked(after, most) };
}

/**
 * @param {Map<string, number>} counts
 * @param {number} most
 * @returns {[string, number][]}
 */
const ranked = (counts, most) =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, most);

/**
 * A text cut where `sought` stands in it: every second part is a find.
 * @param {string} text
 * @param {string} sought
 */
export function cutAt(text, sought) {
  const small = sought.toLowerCase();
  const low = text.toLowerCase();
  if (!small || low.length !== text.length) return [text]; // some letters are longer when small
  const parts = [];
  let from = 0;
  for (let at = low.indexOf(small); at >= 0; at = low.indexOf(small, from)) {
    parts.push(text.slice(from, at), text.slice(at, at + small.length));
    from = at + small.length;
  }
  return [...parts, text.slice(from)];
}
