// The votes of this page, and the tuning that learned from some.

import { page } from '../../page/page.js';
import { Training } from '../../parts/training.js';
import { Votes } from './votes.js';

/**
 * @import { VotedBegun, VotedLook } from '../../values'
 */

export const votes = new Votes();

export const voted = new Training('voted', 'prefer');

/** What is known from the beginning. */
export const begun = () => /** @type {VotedBegun | null} */ (/** @type {unknown} */ (voted.begun));

/** What was found before the first step. */
export const first = () =>
  /** @type {VotedLook | undefined} */ (/** @type {unknown} */ (voted.looks[0]));

/** What is looked at now. */
export const now = () => /** @type {VotedLook | undefined} */ (/** @type {unknown} */ (voted.look));

/** All widgets that show votes draw anew. */
export const tell = () => page.tell('trained');
