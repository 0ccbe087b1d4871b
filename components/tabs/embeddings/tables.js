// Tables of positions: read from what Python sends, and what their cosines show.

import { saveCsv } from '../../page/export.js';
import { floats, number, range, signedBytes } from '../../page/numbers.js';
import { put, say } from '../../page/words.js';

/**
 * @import { DrawnTable, PositionNumbers, PositionTableValue } from '../../values'
 * @typedef {'learned' | 'waves'} Name
 * @typedef {object} Table
 * @property {Int8Array} cells
 * @property {number} limit
 * @property {Int8Array} similar
 * @property {Float32Array} far mean cosine by distance
 * @property {[gap: number, cosines: Float32Array][]} alike
 */

/**
 * @param {PositionTableValue} value
 * @returns {Record<Name, Table>}
 */
export const readTables = (value) => ({ learned: read(value), waves: read(value.waves) });

/**
 * @param {DrawnTable} drawn
 * @returns {Table}
 */
function read({ cells, limit, alike, similar, by_distance }) {
  return {
    cells: signedBytes(cells),
    limit,
    similar: signedBytes(similar),
    far: floats(by_distance),
    alike: Object.entries(alike).map(([gap, cosines]) => [Number(gap), floats(cosines)]),
  };
}

/**
 * Whether positions a line of a picture apart are more alike than those in between.
 * @param {Element} root
 * @param {PositionTableValue} value
 * @param {Record<Name, Table>} tables
 */
export function tellStripes(root, { width, start }, { learned, waves }) {
  if (!width || learned.far.length - 1 < 2 * width) {
    put(root, 'positions.waves_alone');
    return;
  }
  const [half, more] = [width / 2, width + width / 2];
  const cosines = (/** @type {Table} */ { far }) => [width, half, more].map((d) => number(far[d]));
  const [at_width, at_half, at_more] = cosines(learned);
  const [a, b, c] = cosines(waves);
  const striped = learned.far[width] > Math.max(learned.far[half], learned.far[more]);
  const said = { width, half, more, start, at_width, at_half, at_more };
  const found = say(striped ? 'positions.striped' : 'positions.not_striped', said);
  root.replaceChildren(...found, ' ', ...say('positions.waves_know', { a, b, c }));
}

/**
 * Hands over one table as it is: a row for each position.
 * @param {string} address of the numbers
 * @param {Name} name
 */
export async function saveNumbers(address, name) {
  const answer = await fetch(new URL(address, document.baseURI));
  /** @type {PositionNumbers} */
  const { numbers: width, ...tables } = await answer.json();
  const all = floats(tables[name]);
  const lines = range(all.length / width).map((position) => [
    position,
    ...all.subarray(position * width, (position + 1) * width),
  ]);
  const columns = range(width).map((i) => `number ${i}`);
  saveCsv(`positions_${name}.csv`, [['position', ...columns], ...lines]);
}
