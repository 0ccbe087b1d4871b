// The part of a long text's map that is drawn large, and what fits where.

/**
 * @typedef {{ top: number, left: number, size: number }} Lens in tokens
 * @typedef {{ row: number, col: number }} Corner in tokens
 * @typedef {{ row: number, col: number | null }} Cell col null: a row's label
 */

export const TOP = 96; // pixels, for the labels of the columns
const NARROW = 420; // pixels: less is a phone, on which a finger needs larger cells
const LARGEST = 84;
const LEAST = 6; // tokens in a lens

/** @param {number} width pixels; 0: not on the screen */
export const narrow = (width) => width > 0 && width < NARROW;

/**
 * Pixels for the labels of the rows.
 * @param {number} width
 */
export const leftOf = (width) => (narrow(width) ? 64 : 92);

/**
 * How many tokens can be drawn large in `width` pixels.
 * @param {number} width
 */
export const fitting = (width) =>
  Math.floor((width - leftOf(width) - (narrow(width) ? 12 : 16)) / (narrow(width) ? 22 : 12));

/**
 * Pixels of a cell when `n` tokens are drawn in `width` pixels.
 * @param {number} width
 * @param {number} n
 */
export const cellSize = (width, n) =>
  Math.min(LARGEST, Math.floor((width - leftOf(width) - (narrow(width) ? 12 : 16)) / n));

/**
 * Of a pip in a cell: its area is the weight.
 * @param {number} weight
 * @param {number} cell pixels
 */
export const radius = (weight, cell) => (cell / 2 - 2) * Math.sqrt(weight);

/**
 * The lens moved along the diagonal, where a token and what it looks at both move on; never out of the map.
 * @param {Lens} lens
 * @param {number} by
 * @param {number} n tokens of the map
 * @returns {Lens}
 */
export function moved(lens, by, n) {
  const clip = (/** @type {number} */ x) => Math.max(0, Math.min(n - lens.size, x));
  return { ...lens, top: clip(lens.top + by), left: clip(lens.left + by) };
}

/**
 * A lens over the last tokens.
 * @param {number} fits
 * @param {number} n tokens of the map
 * @returns {Lens}
 */
export function latest(fits, n) {
  const size = Math.max(1, Math.min(fits, n));
  return { size, top: n - size, left: n - size };
}

/**
 * A lens over two corners, as large as can be read.
 * @param {Corner} a
 * @param {Corner} b
 * @param {number} fits
 * @param {number} n tokens of the map
 * @returns {Lens}
 */
export function around(a, b, fits, n) {
  const apart = Math.max(Math.abs(a.row - b.row), Math.abs(a.col - b.col));
  const size = Math.max(LEAST, Math.min(fits, n, 1 + apart));
  return moved({ size, top: Math.min(a.row, b.row), left: Math.min(a.col, b.col) }, 0, n);
}

/**
 * The lens so that it holds a row and, where there is one, a column.
 * @param {Lens} lens
 * @param {number} row
 * @param {number | null} column
 * @param {number} n
 */
export function holding(lens, row, column, n) {
  const half = Math.floor(lens.size / 2);
  const within = (/** @type {number} */ x, /** @type {number} */ from) =>
    x >= from && x < from + lens.size;
  let held = lens;
  if (row >= 0 && !within(row, lens.top)) held = moved(lens, row - half - lens.top, n);
  if (column !== null && !within(column, held.left)) {
    held = { ...held, left: Math.max(0, Math.min(n - lens.size, column - half)) };
  }
  return held;
}

const WHOLE = 'all'; // asked for, where a phone draws a part

/**
 * As the address notes it.
 * @param {Lens | null} lens null: all of the map
 */
export const toldOf = (lens) => (lens ? `${lens.top} ${lens.left} ${lens.size}` : WHOLE);

/**
 * The lens that was told of, never larger than what can be read in `width` pixels. Where nothing was, a phone draws
 * the last tokens; null: all of the map.
 * @param {string | undefined} told
 * @param {number} width
 * @param {number} n tokens of the map
 * @returns {Lens | null}
 */
export function lensOf(told, width, n) {
  const fits = fitting(width);
  const [, top, left, size] = /^(\d+) (\d+) (\d+)$/.exec(told ?? '')?.map(Number) ?? [];
  if (n <= fits) return null;
  if (size) return moved({ top, left, size: Math.min(size, fits) }, 0, n);
  return narrow(width) && told !== WHOLE ? latest(fits, n) : null;
}

/**
 * Where a drag over a cell begins or ends; a label stands for the token itself.
 * @param {Cell} cell
 * @returns {Corner}
 */
export const corner = ({ row, col }) => ({ row, col: col ?? row });
