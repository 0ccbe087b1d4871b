// Where keys lead.

/**
 * Where an arrow key leads from `index` among `count`; undefined for other keys.
 * @param {string} key
 * @param {number} index
 * @param {number} count
 * @returns {number | undefined}
 */
export function step(key, index, count) {
  const places = /** @type {Record<string, number>} */ ({
    ArrowRight: Math.min(index + 1, count - 1),
    ArrowLeft: Math.max(index - 1, 0),
    Home: 0,
    End: count - 1,
  });
  return places[key];
}

/**
 * The same among things in lines of `columns`; down and up lead out of them.
 * @param {string} key
 * @param {number} index
 * @param {number} count
 * @param {number} columns
 */
export function stepInLines(key, index, count, columns) {
  if (key === 'ArrowDown') return index + columns;
  if (key === 'ArrowUp') return index - columns;
  return step(key, index, count);
}

/**
 * Rows and columns that an arrow key moves by; undefined for other keys.
 * @param {string} key
 * @returns {[down: number, across: number] | undefined}
 */
export function arrow(key) {
  const moves = /** @type {Record<string, [number, number]>} */ ({
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
  });
  return moves[key];
}
