// From distances and cosines to pixels of the drawing of curves.

export const HEIGHT = 200;
export const LOW = -0.25; // the cosine at the bottom
export const MARGIN = { left: 30, right: 18, top: 8, bottom: 22 };

/**
 * @param {number} width
 * @param {number} farthest distance
 */
export function scales(width, farthest) {
  const { left, right, top, bottom } = MARGIN;
  const unit = (width - left - right) / farthest;
  return {
    x: (/** @type {number} */ distance) => left + distance * unit,
    y: (/** @type {number} */ cosine) => top + ((1 - cosine) / (1 - LOW)) * (HEIGHT - top - bottom),
  };
}
