// Bars of a histogram.

/**
 * Heights of the bars: square roots of counts, the largest `full`.
 * @param {number[]} counts
 * @param {number} full
 */
export function heights(counts, full) {
  const most = Math.sqrt(Math.max(...counts));
  return counts.map((count) => (full * Math.sqrt(count)) / most);
}
