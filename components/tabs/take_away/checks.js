// What is typed into the form: the token that is meant, and what does not fit.

/**
 * @import { Key } from '../../page/words.js'
 * @typedef {{ key: Key, slots?: Record<string, string | number> }} Said a sentence, not yet in words
 * @typedef {object} Around what a field's text is judged by
 * @property {string[]} axes of the tensor that is chosen
 * @property {string[] | null} pieces of the vocabulary, by id; null: not there yet
 * @property {string} like the token in whose place another is read
 */

const NUMBER = /^-?\d{1,9}(?:\.\d{1,9})?$/;
const WHOLE = /^\d{1,4}$/;

/**
 * The id of the token that was typed, with its space (`␣` or a real one), or as `like` has one; -1: there is none.
 * @param {string[]} pieces
 * @param {string} typed
 * @param {string} like
 */
export function meant(pieces, typed, like) {
  const bare = typed.replace(/^[ ␣]/, '');
  const ways = [bare, ` ${bare}`];
  if (bare !== typed || like.startsWith(' ')) ways.reverse();
  const first = pieces.indexOf(ways[0]);
  return first < 0 ? pieces.indexOf(ways[1]) : first;
}

/**
 * A number as the line of an edit holds it; other texts as they are.
 * @param {string} typed
 */
export function plain(typed) {
  const said = typed.trim().replace('−', '-').replace(',', '.');
  return said === '' || Number.isNaN(Number(said)) ? typed.trim() : String(Number(said));
}

/**
 * A sentence on what does not fit into a field; null where all fits.
 * @param {string} field
 * @param {string} typed
 * @param {Around} around
 * @returns {Said | null}
 */
export function amiss(field, typed, { axes, pieces, like }) {
  switch (field) {
    case 'value':
      return NUMBER.test(plain(typed)) ? null : { key: 'edit_wrong.value' };
    case 'index': {
      const given = typed.trim().split(/[ .]+/);
      const right = given.length === axes.length && given.every((each) => WHOLE.test(each));
      return right
        ? null
        : { key: 'edit_wrong.index', slots: { n: axes.length, axes: axes.join(', ') } };
    }
    case 'source':
      return WHOLE.test(typed.trim()) ? null : { key: 'edit_wrong.source' };
    case 'text':
      return typed.trim() ? null : { key: 'edit_wrong.text' };
    case 'id':
      return amissToken(typed, pieces, like);
    default:
      return null;
  }
}

/**
 * @param {string} typed
 * @param {string[] | null} pieces
 * @param {string} like
 * @returns {Said | null}
 */
function amissToken(typed, pieces, like) {
  if (!typed) return { key: 'edit_wrong.no_token' };
  if (!pieces) return { key: 'edit_wrong.wait' };
  return meant(pieces, typed, like) < 0 ? { key: 'edit_wrong.token', slots: { typed } } : null;
}
