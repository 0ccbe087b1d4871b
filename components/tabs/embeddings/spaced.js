// Which token a typed word means: within a sentence a word brings the space before it.

/**
 * @typedef {'spaced' | 'bare' | 'exact'} Form
 * @typedef {{ id: number, form: Form }} Taken
 */

/** In a text field a space before a word must be seen. */
export const SPACE = '␣';

/**
 * The form with the space before it, where there is one; else the word itself. `exact`: it was taken from the list, or
 * its space was typed.
 * @param {Map<string, number>} ids what is shown -> token id
 * @param {string} typed
 * @param {boolean} listed
 * @returns {Taken | null} null: no token is spelled so
 */
export function taken(ids, typed, listed = false) {
  const name = typed.replace(/^ /, SPACE);
  const spaced = ids.get(`${SPACE}${name}`);
  const same = ids.get(name);
  if (same !== undefined && (listed || name.startsWith(SPACE))) return { id: same, form: 'exact' };
  if (spaced !== undefined && !name.startsWith(SPACE)) return { id: spaced, form: 'spaced' };
  return same === undefined ? null : { id: same, form: /^\p{L}/u.test(name) ? 'bare' : 'exact' };
}
