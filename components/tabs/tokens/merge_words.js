// What the merges of a text are, as chips and in words.

import { make } from '../../page/dom.js';
import { whole } from '../../page/numbers.js';
import { letters } from '../../page/tokens.js';
import { say, text } from '../../page/words.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { MergeStepsValue } from '../../values'
 * @import { Part } from './replay.js'
 */

/** @param {number} n */
export function times(n) {
  if (n === 1) return text('merges.once');
  return n === 2 ? text('merges.twice') : text('merges.times', { n: whole(n) });
}

/**
 * @param {Part} part
 * @param {boolean} fresh joined by the last merge
 * @param {boolean} next joined by the next
 */
export function chip({ piece, name, rank }, fresh, next) {
  const made = make(
    'span',
    `chip${fresh ? ' fresh' : ''}${next ? ' next' : ''}`,
    ...letters(piece),
  );
  if (name) made.dataset.kind = 'control';
  if (name) made.title = text('merges.name');
  else if (rank) made.title = text('merges.made_by', { rank: whole(rank) });
  else made.title = text('merges.single_byte');
  return made;
}

/**
 * What there is before the first merge.
 * @param {MergeStepsValue} value
 * @returns {Child[]}
 */
export function begun({ names, steps, n_merges }) {
  const held = names.filter(Boolean).length;
  const n = names.length - held;
  const bytes = text('merges.bytes', { n: whole(n) });
  const kept = text(held === 1 ? 'merges.one_name' : 'merges.names', { n: held });
  const said = { bytes, held: held ? kept : '', all: whole(n_merges), n: whole(steps.length) };
  return say(steps.length ? 'merges.begun' : 'merges.none_fits', said);
}
