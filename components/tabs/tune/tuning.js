// The tuning that this tab shows, and what it tells at each look.

import { make } from '../../page/dom.js';
import { Training } from '../../parts/training.js';

/**
 * @import { TuneLook, TuneBegun } from '../../values'
 */

class Tuning extends Training {
  /** @type {[given: string, said: string][]} some of what is chosen to be learned */
  examples = [];
}

export const tuning = new Tuning('tuned', 'tune');

/** What was found before the first step. */
export const before = () =>
  /** @type {TuneLook | undefined} */ (/** @type {unknown} */ (tuning.looks[0]));

/** What is looked at now. */
export const now = () => /** @type {TuneLook | undefined} */ (/** @type {unknown} */ (tuning.look));

/** What is known from the beginning. */
export const begun = () => /** @type {TuneBegun | null} */ (/** @type {unknown} */ (tuning.begun));

/**
 * Shows some of the examples, what is given and what shall be said.
 * @param {HTMLElement} node
 */
export const showExamples = (node) =>
  node.replaceChildren(
    ...tuning.examples.map(([given, said]) =>
      make('li', '', make('span', 'given', given), make('b', '', said)),
    ),
  );
