// Colours along a ramp, as numbers from 0 to 255: what knows neither the page nor the theme.

/** @typedef {[red: number, green: number, blue: number]} Rgb */

/** How many steps a ramp has in a look-up table. An even number: the middle is 0. */
export const STEPS = 510;

/**
 * @param {string} hex #rrggbb
 * @returns {Rgb}
 */
export function channels(hex) {
  const channel = (/** @type {number} */ i) => parseInt(hex.slice(i, i + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/**
 * The colour at `t`, 0 to 1, of the way along `colours`.
 * @param {Rgb[]} colours
 * @param {number} t
 * @returns {Rgb}
 */
export function along(colours, t) {
  const at = Math.min(1, Math.max(0, t)) * (colours.length - 1);
  const i = Math.min(colours.length - 2, Math.floor(at));
  const mix = (/** @type {number} */ k) =>
    Math.round(colours[i][k] + (colours[i + 1][k] - colours[i][k]) * (at - i));
  return [mix(0), mix(1), mix(2)];
}

/**
 * As a canvas keeps it: one word of 32 bits, opaque.
 * @param {Rgb} rgb
 */
export const word = ([r, g, b]) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;

/**
 * Which step of a signed ramp `x` takes, when its ends are -`limit` and `limit`.
 * @param {number} x
 * @param {number} limit
 */
export const signedStep = (x, limit) =>
  Math.round(((Math.max(-1, Math.min(1, x / limit)) + 1) / 2) * STEPS);

/**
 * Which step of a ramp `x` takes, when it begins at 0 and ends at `limit`.
 * @param {number} x
 * @param {number} limit
 */
export const unsignedStep = (x, limit) => Math.round(Math.max(0, Math.min(1, x / limit)) * STEPS);

/**
 * Black or white, whichever contrasts more with `rgb`: never below 4.58 : 1.
 * @param {Rgb} rgb
 */
export function contrasting(rgb) {
  const [r, g, b] = rgb.map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}

/** @param {number} channel */
function linear(channel) {
  const x = channel / 255;
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
}
