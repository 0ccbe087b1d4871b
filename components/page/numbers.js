// Numbers: read from base64, and written as the page writes them.

/** @type {Record<number, Intl.NumberFormat>} */
const formats = {};

/** @param {number} x */
export function number(x, digits = 2) {
  formats[digits] ??= new Intl.NumberFormat(undefined, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative', // what rounds to 0 has no sign
  });
  return formats[digits].format(x).replace('-', '−');
}

/** @param {number} x */
export const whole = (x) => x.toLocaleString();

/**
 * What is not certain is never called so.
 * @param {number} p
 */
export function percent(p) {
  if (p === 0) return '0';
  if (p < 1 && p >= 0.9995) return '> 99.9 %';
  return p < 0.001 ? '< 0.1 %' : `${number(100 * p, 1)} %`;
}

/**
 * With a plus where it is above 0.
 * @param {number} x
 */
export function change(x, digits = 2) {
  const said = number(x, digits);
  return x > 0 && said !== number(0, digits) ? `+${said}` : said;
}

/**
 * @param {string} base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytes(base64) {
  const raw = atob(base64);
  const read = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) read[i] = raw.charCodeAt(i); // Uint8Array.from takes ten times as long
  return read;
}

/** @param {string} base64 */
export const floats = (base64) => new Float32Array(bytes(base64).buffer);

/** @param {string} base64 */
export const signedBytes = (base64) => new Int8Array(bytes(base64).buffer);

/** @param {ArrayLike<number>} numbers */
export const sum = (numbers) => Array.from(numbers).reduce((total, x) => total + x, 0);

/** @param {ArrayLike<number>} numbers */
export const mean = (numbers) => sum(numbers) / numbers.length;

/** @param {number} n */
export const range = (n, from = 0) => Array.from({ length: n }, (_, i) => i + from);

/**
 * `x`, or the end that it is beyond.
 * @param {number} x
 * @param {number} low
 * @param {number} high
 */
export const clamp = (x, low, high) => Math.max(low, Math.min(high, x));

/**
 * Indices, that of the largest number first.
 * @param {ArrayLike<number>} numbers
 */
export const largestFirst = (numbers) =>
  range(numbers.length).sort((a, b) => numbers[b] - numbers[a]);

/**
 * The size that all but the largest `rest` of the numbers stay below: the end of a colour ramp. Never 0.
 * @param {ArrayLike<number>} numbers
 */
export function reach(numbers, rest = 0.01) {
  const sizes = Array.from(numbers, Math.abs).filter(Number.isFinite); // a look that was cut scores −∞
  sizes.sort((a, b) => a - b);
  return sizes[Math.floor((1 - rest) * (sizes.length - 1))] || 1;
}
