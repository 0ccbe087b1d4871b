// The fields of the form: what can be chosen or typed, and what stands there at first.

import { make } from '../../page/dom.js';
import { range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { readable } from '../../page/tokens.js';
import { text } from '../../page/words.js';

/**
 * @import { TakeAwayValue } from '../../values'
 * @typedef {[value: string, name: string]} Choice
 */

const LETTERS = 14; // of a token in a list

/**
 * @param {string} value
 * @param {string} name
 */
export function option(value, name) {
  const made = make('option', '', name);
  made.value = value;
  return made;
}

/**
 * In a field the space before a token must be seen.
 * @param {string} piece
 */
export const spaced = (piece) => readable(piece.replace(/^ /, '␣'));

/**
 * @param {Choice[]} list
 * @param {string} wanted
 */
export function select(list, wanted) {
  const made = make('select', '', ...list.map(([value, name]) => option(value, name)));
  if (list.some(([value]) => value === wanted)) made.value = wanted;
  return made;
}

/** @param {string} wanted */
export function typed(wanted) {
  const made = make('input');
  made.value = wanted;
  return made;
}

/** @param {string} piece */
const short = (piece) => (readable(piece).trim() || '␣').slice(0, LETTERS);

/**
 * @param {number} count
 * @returns {Choice[]}
 */
const numbers = (count) => range(count).map((i) => [String(i), String(i)]);

/**
 * What can be chosen for a field; null: anything may be typed.
 * @param {string} field
 * @param {TakeAwayValue} value
 * @returns {Choice[] | null}
 */
export function choices(field, { sizes, pieces, axes }) {
  switch (field) {
    case 'layer':
      return numbers(sizes.layers);
    case 'head':
      return numbers(sizes.heads);
    case 'how':
      return [
        ['off', text('edit.off')],
        ['mean', text('edit_fields.mean')],
      ];
    case 'tensor':
      return Object.keys(axes).map((name) => [name, name]);
    case 'places':
      return [
        ['off', text('edit_fields.no_places')],
        ['shuffled', text('edit_fields.shuffled')],
        ['1', text('edit_fields.shifted_1')],
        ['16', text('edit_fields.shifted_16')],
      ];
    case 'token':
    case 'other':
      return pieces.map((piece, i) => [String(i), `${i} ${short(piece)}`]);
    default:
      return null;
  }
}

/**
 * What a field holds at first: what the page shows elsewhere.
 * @param {string} field
 * @returns {string | number | undefined}
 */
export function preset(field) {
  const { layer, head } =
    Object.values(page.state.views).find((controls) => 'head' in controls) ?? {};
  const token = Math.max(0, page.selected);
  const presets = /** @type {Record<string, string | number>} */ ({
    layer,
    head,
    token,
    other: Math.max(0, token - 1),
    source: token,
    index: `${layer ?? 0} ${token} 0`,
    value: 0,
  });
  return presets[field];
}
