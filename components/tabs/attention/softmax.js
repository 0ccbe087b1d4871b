// Scores to shares.

/**
 * e to the power of each score, divided by their sum.
 * @param {ArrayLike<number>} scores
 */
export function softmax(scores) {
  const top = Math.max(...Array.from(scores));
  const raised = Array.from(scores, (x) => Math.exp(x - top));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((x) => x / sum);
}
