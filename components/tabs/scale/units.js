// Large numbers in words: counts, bytes, lengths of time.

import { number, whole } from '../../page/numbers.js';
import { text } from '../../page/words.js';

/** @import { Key } from '../../page/words.js' */

/** @type {[least: number, key: Key][]} */
const COUNTS = [
  [1e12, 'units.trillion'],
  [1e9, 'units.billion'],
  [1e6, 'units.million'],
];
/** @type {[seconds: number, key: Key][]} */
const TIMES = [
  [365.25 * 86_400, 'units.years'],
  [86_400, 'units.days'],
  [3600, 'units.hours'],
  [60, 'units.minutes'],
  [1, 'units.seconds'],
  [0.001, 'units.ms'],
];
const FEW = 10; // below, one digit after the point is told

/** @param {number} n */
const rough = (n) => (n < FEW ? number(n, n < 1 ? 2 : 1) : whole(Math.round(n)));

/**
 * A count: whole below a million, else in words.
 * @param {number} n
 */
export function count(n) {
  const found = COUNTS.find(([least]) => n >= least);
  return found ? text(found[1], { n: number(n / found[0], 1) }) : rough(n);
}

/**
 * A factor, in as many digits as it is worth.
 * @param {number} x
 */
export const factor = (x) => (x >= 1e6 ? count(x) : rough(x));

/** @param {number} seconds */
export function duration(seconds) {
  const [length, key] = TIMES.find(([least]) => seconds >= least) ?? TIMES[TIMES.length - 1];
  return text(key, { n: rough(seconds / length) });
}

/**
 * From one to another, or one alone where they are the same.
 * @param {number} low
 * @param {number} high
 * @param {(x: number) => string} say
 */
export const between = (low, high, say) =>
  low === high ? say(low) : text('units.between', { low: say(low), high: say(high) });
