// Tokens as people can read them, and bars beside them.

import { make } from './dom.js';
import facts from './facts.js';
import { percent } from './numbers.js';

/** @import { Child } from './dom.js' */

/**
 * A piece of text with its line ends visible.
 * @param {string} piece
 */
export const readable = (piece) =>
  piece.replaceAll('\n', '↵').replaceAll('\t', '⇥').replaceAll('\0', '\\x00') || '∅';

/**
 * The same without the spaces around it, unless it is nothing else.
 * @param {string} piece
 */
export const trimmed = (piece) => readable(piece.trim() || piece);

/**
 * The same, cut to `most` characters.
 * @param {string} piece
 * @param {number} most
 */
export function shortened(piece, most) {
  const text = trimmed(piece);
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text;
}

/**
 * Children that show `piece`. The leading space stands apart, to be drawn as a box; it is a real one, so that
 * copying gives it.
 * @param {string} piece
 * @returns {Child[]}
 */
export function letters(piece) {
  if (!piece.startsWith(' ')) return [readable(piece).replaceAll('  ', ' ␣')];
  return [make('span', 'lead', ' '), readable(piece.slice(1) || ' ').replaceAll('  ', ' ␣')];
}

/**
 * A token in running text.
 * @param {string} piece
 */
export const boxed = (piece) => make('span', 'token', ...letters(piece));

/**
 * A square of the palette's colour.
 * @param {number} colour its place in the palette
 */
export function swatch(colour) {
  const made = make('span', 'swatch');
  made.style.background = facts.palette[colour];
  return made;
}

/**
 * A colour token's place in the palette.
 * @param {number} id
 */
export const colourOf = (id) => id - facts.first_colour;

/**
 * A token in a list: colours with their square.
 * @param {{ piece: string, kind: string, id: number }} token
 */
export function listed({ piece, kind, id }) {
  const square = kind === 'colour' ? [swatch(colourOf(id))] : [];
  return make('span', '', ...square, make('span', '', ...letters(piece)));
}

/**
 * One bar.
 * @param {number} share of its full length
 * @param {string} className
 * @param {Child[]} inside what stands on it
 */
export function bar(share, className = '', ...inside) {
  const fill = make('i');
  fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return make('span', `bar ${className}`, fill, ...inside);
}

/**
 * The same with its chance written at the right end.
 * @param {number} p
 * @param {string} className
 */
export const written = (p, className) =>
  bar(p, `written ${className}`, make('span', 'value', percent(p)));

/**
 * @typedef {object} Row
 * @property {Child} label
 * @property {number} value
 * @property {string} text
 * @property {number} [raw] a second value, as a tick
 * @property {boolean} [cut] it has no chance left: its bar is `raw`, hatched
 * @property {boolean} [fell] it is what was rolled
 * @property {string} [more] a further column
 */

/**
 * Bars one below another; lengths are shares of `full`.
 * @param {Element} root
 * @param {Row[]} rows
 */
export function bars(root, rows, full = 1) {
  root.replaceChildren(...rows.flatMap((row) => rowOfBars(row, full)));
}

/**
 * @param {Row} row
 * @param {number} full
 */
function rowOfBars(row, full) {
  const state = (row.cut ? ' cut' : '') + (row.fell ? ' fell' : '');
  const drawn = bar(((row.cut ? row.raw : row.value) ?? 0) / full, state);
  if (row.raw !== undefined && !row.cut) drawn.append(tick(row.raw / full));
  const label = make('span', `label${state}`, row.label);
  const value = make('span', `value${state}`, row.text);
  const more = row.more === undefined ? [] : [make('span', 'more', row.more)];
  return [label, drawn, value, ...more];
}

/** @param {number} share */
function tick(share) {
  const made = make('u');
  made.style.left = `${share * 100}%`;
  return made;
}
