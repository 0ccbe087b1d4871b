// Where points and their names go on a drawing.

/**
 * @typedef {[x: number, y: number]} Point
 * @typedef {[left: number, top: number, width: number, height: number]} Rect
 */

/**
 * From numbers to pixels: one scale for both directions, so that distances compare.
 * @param {Point[]} points
 * @param {number} width
 * @param {number} height
 * @param {number} margin pixels
 * @returns {(point: Point) => Point}
 */
export function fit(points, width, height, margin = 30) {
  const [left, right] = ends(points.map(([x]) => x));
  const [low, high] = ends(points.map(([, y]) => y));
  const across = (width - 2 * margin) / (right - left || 1);
  const unit = Math.min(across, (height - 2 * margin) / (high - low || 1));
  const [x0, y0] = [(left + right) / 2, (low + high) / 2];
  return ([x, y]) => [width / 2 + (x - x0) * unit, height / 2 - (y - y0) * unit];
}

/** @param {number[]} numbers */
function ends(numbers) {
  return numbers.reduce(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity],
  );
}

/**
 * Whether two rectangles share any of their area.
 * @param {Rect} one
 * @param {Rect} other
 */
export const overlap = ([a, b, w, h], [left, top, wide, high]) =>
  left < a + w && a < left + wide && top < b + h && b < top + high;
