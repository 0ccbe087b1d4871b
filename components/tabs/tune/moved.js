// Which sums a tuning has broken and which it has mended: right is what falls more often than not.

import { range } from '../../page/numbers.js';

const RIGHT = 0.5;

/**
 * Names of the sums that `fits`, by their chances before and now.
 * @param {number[][]} was (9, 9)
 * @param {number[][]} is
 * @param {(before: boolean, now: boolean) => boolean} fits
 */
const sums = (was, is, fits) =>
  range(9).flatMap((a) =>
    range(9)
      .filter((b) => fits(was[a][b] > RIGHT, is[a][b] > RIGHT))
      .map((b) => `${a + 1}+${b + 1}`),
  );

/**
 * Right before, wrong now.
 * @param {number[][]} was
 * @param {number[][]} is
 */
export const broken = (was, is) => sums(was, is, (before, now) => before && !now);

/**
 * Wrong before, right now.
 * @param {number[][]} was
 * @param {number[][]} is
 */
export const mended = (was, is) => sums(was, is, (before, now) => !before && now);
