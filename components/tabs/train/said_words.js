// What the numbers of a training mean, in words.

import { make } from '../../page/dom.js';
import { number, percent, whole } from '../../page/numbers.js';
import { put, say, text } from '../../page/words.js';

/**
 * @import { Key } from '../../page/words.js'
 * @import { training } from './training.js'
 */

/**
 * @param {Element} node
 * @param {typeof training} run
 */
export function tellVerdict(node, run) {
  const { last, look, begun, trouble } = run;
  if (trouble) {
    node.textContent = trouble;
    return;
  }
  const seen = run.at === null ? last : look;
  if (!seen || !begun) {
    put(node, 'train.waits');
    return;
  }
  const word = run.ended?.stopped && run.at === null ? 'stopped' : seen.verdict;
  const first = run.looks[0];
  const slots = {
    bits: number(seen.unseen, 2),
    n: among(seen.unseen),
    from: among(first.unseen),
    since: whole(seen.since ?? 0),
    lowest: whole(seen.lowest ?? 0),
    counted: number(begun.counted ?? 0, 2),
  };
  const about = begun.counted === null && word === 'good' ? 'train.is_solved' : `train.is_${word}`;
  const parts = [
    make('b', 'word', text(/** @type {Key} */ (`train.word_${word}`))),
    ' ',
    ...say('train.among', slots),
    ' ',
    ...say(/** @type {Key} */ (about), slots),
  ];
  if (seen.right !== undefined) parts.push(' ', ...say('train.right', { p: percent(seen.right) }));
  if (seen.per_byte !== undefined)
    parts.push(' ', ...say('train.per_byte', { bits: number(seen.per_byte, 2) }));
  node.replaceChildren(...parts);
}

/**
 * As if it chose among so many each time.
 * @param {number} bits
 */
export const among = (bits) => {
  const n = 2 ** bits;
  return n < 10 ? number(n, 1) : whole(Math.round(n));
};
