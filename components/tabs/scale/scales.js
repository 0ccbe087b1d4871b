// What is to scale: squares whose areas are counts, and axes that count in factors.

/**
 * @import { LadderRung } from '../../values'
 * @typedef {{ low: number, high: number, from: number, to: number }} Scale values, and the pixels that they lie at
 */

export const SIDE = 556; // of the largest square, as long as nothing is magnified

/**
 * Sides of the squares, so that areas are counts and the largest has the side `SIDE · zoom`.
 * @param {LadderRung[]} rungs
 * @param {number} zoom
 */
export function sides(rungs, zoom) {
  const largest = Math.max(...rungs.map(({ high }) => high));
  const side = (/** @type {number} */ count) => SIDE * Math.sqrt(count / largest) * zoom;
  return rungs.map(({ low, high }) => ({ low: side(low), high: side(high) }));
}

/**
 * How much nearer one must go until the smallest fills the drawing.
 * @param {LadderRung[]} rungs
 */
export const nearest = (rungs) =>
  Math.max(1, Math.sqrt(Math.max(...rungs.map(({ high }) => high)) / rungs[0].low));

/**
 * The pixel of a value.
 * @param {Scale} scale
 * @param {number} value
 */
export const pixel = ({ low, high, from, to }, value) =>
  from + ((to - from) * Math.log(value / low)) / Math.log(high / low);

/**
 * The value at a pixel.
 * @param {Scale} scale
 * @param {number} at
 */
export const valueAt = ({ low, high, from, to }, at) =>
  low * (high / low) ** ((at - from) / (to - from));

/**
 * Round values within a scale; `steps` are their first digits.
 * @param {Scale} scale
 * @param {number[]} steps
 */
export function ticks({ low, high }, steps) {
  const found = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++)
    for (const step of steps) {
      const value = step * 10 ** power;
      if (value >= low && value <= high) found.push(value);
    }
  return found;
}
