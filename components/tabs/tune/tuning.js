// The tuning that this tab shows, and what it tells at each look.

import { Training } from '../../parts/training.js';

/**
 * @import { TuneLook, TuneBegun } from '../../values'
 */

export const tuning = new Training('tuned', 'tune');

/** What was found before the first step. */
export const before = () =>
  /** @type {TuneLook | undefined} */ (/** @type {unknown} */ (tuning.looks[0]));

/** What is looked at now. */
export const now = () => /** @type {TuneLook | undefined} */ (/** @type {unknown} */ (tuning.look));

/** What is known from the beginning. */
export const begun = () => /** @type {TuneBegun | null} */ (/** @type {unknown} */ (tuning.begun));
