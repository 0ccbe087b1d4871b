// The stations of the residual stream: the embedding, then two in each layer.

/**
 * @typedef {'attention' | 'network'} Half
 * @typedef {{ layer: number, half: Half }} Station
 */

/**
 * The station of a name as Python writes it; null: the embedding.
 * @param {string} name
 * @returns {Station | null}
 */
export function stationOf(name) {
  const [layer, half] = name.split(' ');
  return half ? { layer: Number(layer), half: /** @type {Half} */ (half) } : null;
}

/**
 * The layer that is open when station `s` is: the embedding opens the first.
 * @param {number} s
 */
export const layerOf = (s) => Math.max(0, Math.floor((s - 1) / 2));

/**
 * From which station on the answer leads for good; -1: from none.
 * @param {{ rank: number }[]} rows
 */
export const leadsFrom = (rows) =>
  rows.findIndex((_, s) => rows.slice(s).every(({ rank }) => rank === 1));

/**
 * Numbers in a line, where a list of them is drawn as a square, as nearly as it can be.
 * @param {number} count
 */
export const columnsOf = (count) => Math.ceil(Math.sqrt(count));
