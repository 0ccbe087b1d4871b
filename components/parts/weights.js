// One head's weights out of those of all layers and heads.

import { mean, range } from '../page/numbers.js';

/**
 * @typedef {object} Chosen
 * @property {number} layer
 * @property {number | null} head null: the mean of all
 */

/**
 * @param {Float32Array} numbers (layers, heads, n)
 * @param {number[]} shape layers, heads
 * @param {Chosen} chosen
 * @returns {Float32Array}
 */
export function weightsOf(numbers, [layers, heads], { layer, head }) {
  const n = numbers.length / layers / heads;
  const of = (/** @type {number} */ h) => {
    const first = (layer * heads + h) * n;
    return numbers.subarray(first, first + n);
  };
  if (head !== null) return of(head);
  const all = range(heads).map(of);
  return of(0).map((_, i) => mean(all.map((weights) => weights[i])));
}

/**
 * The layer that stands open at first: the last but one says most of pictures, if there is one.
 * @param {number} layers
 */
export const firstOpen = (layers) => Math.max(0, layers - 2);

/**
 * The weights of each head, with what a table calls it.
 * @param {Float32Array} numbers (layers, heads, n)
 * @param {number[]} shape layers, heads
 */
export const everyHead = (numbers, [layers, heads]) =>
  range(layers).flatMap((layer) =>
    range(heads).map((head) => ({
      layer,
      head,
      name: `layer ${layer}, head ${head}`,
      weights: weightsOf(numbers, [layers, heads], { layer, head }),
    })),
  );
