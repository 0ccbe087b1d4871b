// Where a training stands, in words.

import { whole } from '../page/numbers.js';
import { put } from '../page/words.js';

/** @import { Training } from './training.js' */

/**
 * @param {Element} node
 * @param {Training} run
 */
export function tellWhere(node, run) {
  const { phase, told, done, steps, looks, ended } = run;
  if (run.lost) put(node, 'train.lost');
  else if (phase === 'line' && told.before)
    put(node, 'train.in_line', { n: told.before, s: told.seconds ?? 0 });
  else if (phase === 'sent' || phase === 'line' || phase === 'warming') put(node, 'train.warming');
  else if (ended) put(node, ended.stopped ? 'train.stopped' : 'train.done', { n: whole(done) });
  else if (steps) {
    const { seconds, step } = looks.at(-1) ?? { seconds: 0, step: 0 };
    const left = step
      ? Math.max(1, Math.round((seconds / step) * (steps - done)))
      : (told.length ?? 0);
    put(node, 'train.where', { n: whole(done), steps: whole(steps), s: left });
  } else node.replaceChildren();
}
