// Clips as numbers: which pixels changed from one frame to the next, where keys lead, and what attention went to.

import { range, sum } from '../../page/numbers.js';

/**
 * Pixels that have another colour than the same place one frame earlier, in order.
 * @param {number[]} colours as far as rolled
 * @param {number} each pixels of a frame
 */
export const changed = (colours, each) =>
  range(colours.length).filter((i) => i >= each && colours[i] !== colours[i - each]);

/**
 * @typedef {object} Shares what a die's attention went to; together 1
 * @property {number} same the same place one frame earlier
 * @property {number} earlier the rest of the earlier frames
 * @property {number} own earlier pixels of its own frame
 * @property {number} caption
 * @property {number} clip <clip>
 * @property {number} padding
 */

/**
 * @param {Float32Array} weights of the tokens up to the one that loads the pixel's die
 * @param {object} about
 * @param {number} about.pixel
 * @param {number} about.pads tokens of padding
 * @param {number} about.each pixels of a frame
 * @param {number} about.before tokens before the first pixel; the last of them is <clip>
 * @returns {Shares}
 */
export function shares(weights, { pixel, pads, each, before }) {
  const pixels = weights.subarray(before);
  const start = pixel - (pixel % each);
  const same = pixel < each ? 0 : pixels[pixel - each];
  return {
    same,
    earlier: sum(pixels.subarray(0, start)) - same,
    own: sum(pixels.subarray(start)),
    caption: sum(weights.subarray(pads, before - 1)),
    clip: weights[before - 1],
    padding: sum(weights.subarray(0, pads)),
  };
}

/**
 * Where an arrow key leads: to the left and right across the frames, up and down within one; Page Up and Page Down
 * stay at the same place, one frame earlier or later. Undefined for other keys and beyond the edges.
 * @param {number} pixel
 * @param {string} key
 * @param {{ side: number, frames: number }} shape
 */
export function step(pixel, key, { side, frames }) {
  const each = side * side;
  const row = Math.floor((pixel % each) / side);
  const across = Math.floor(pixel / each) * side + (pixel % side);
  /** @type {Record<string, [row: number, across: number]>} */
  const places = {
    ArrowLeft: [row, across - 1],
    ArrowRight: [row, across + 1],
    ArrowUp: [row - 1, across],
    ArrowDown: [row + 1, across],
    PageUp: [row, across - side],
    PageDown: [row, across + side],
  };
  const to = places[key];
  if (!to) return undefined;
  const [down, right] = to;
  if (down < 0 || down >= side || right < 0 || right >= side * frames) return undefined;
  return Math.floor(right / side) * each + down * side + (right % side);
}
