// One prompt at all steps that were kept whole: the likeliest tokens after it, computed now.

import { TOKEN, quoted } from '../../page/csv.js';
import { finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { percent, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { boxed, letters, trimmed } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { share } from './curves.js';
import { every } from './every.js';
import { dieOf } from './views.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Column, OverValue } from '../../values'
 */

/** @param {Widget<OverValue>} widget */
export default function over(widget) {
  const $ = finder(widget.element);
  const asked = () => page.state.text;
  const { ask, stop } = every(widget, {
    asked,
    about: (n) => put($('.about'), 'over.about', { prompt: boxed(asked()), n }),
    drawn: ({ faces }) => [dieOf(faces), ...faces.map(line)],
    said({ step, faces }) {
      const told = faces.map(([piece, p]) => `${trimmed(piece)} ${percent(p)}`).join(', ');
      return text('over.column', { step: whole(step), faces: told });
    },
    found: ({ columns }) => say('over.found', found(columns)),
    files: { csv: ({ columns }) => save(columns) },
  });
  $('.read').addEventListener('click', ask);
  widget.hear('typed', stop);
  widget.hear('wrote', stop);
}

/** @param {Column['faces'][number]} face */
const line = ([piece, p]) =>
  make('span', 'face', make('span', 'name', ...letters(piece)), make('span', 'p', share(p)));

/**
 * The token that is likeliest at the last of the steps, and since which of them it is.
 * @param {Column[]} columns
 */
function found(columns) {
  const tops = columns.map(({ faces }) => faces[0][0]);
  const last = tops[tops.length - 1];
  const since = tops.findLastIndex((piece) => piece !== last) + 1;
  return {
    token: boxed(last),
    step: whole(columns[since].step),
    n: new Set(tops).size,
    of: tops.length,
  };
}

/** @param {Column[]} columns */
function save(columns) {
  const rows = columns.flatMap(({ step, faces }) =>
    faces.map(([piece, p]) => [step, quoted(piece), p]),
  );
  saveCsv('one-prompt-through-time.csv', [['step', TOKEN, 'probability'], ...rows]);
}
