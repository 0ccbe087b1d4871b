// The length of a text with each size of a vocabulary: it stays until the next merge that the text holds.

/** @typedef {[entries: number, tokens: number]} Step */

export const HIGH = 100; // of the drawing

/**
 * How far down a length lies; the first and largest is at the top.
 * @param {Step[]} steps
 * @param {number} tokens
 */
export const depth = ([[, most]], tokens) => HIGH - (HIGH * tokens) / most;

/**
 * @param {Step[]} steps
 * @param {number} width entries from end to end
 */
export function staircase(steps, width) {
  const [[least]] = steps;
  const path = steps.map(([entries, tokens], i) => {
    const y = depth(steps, tokens);
    return i ? `H${entries - least}V${y}` : `M0 ${y}`;
  });
  return `${path.join('')}H${width}`;
}
