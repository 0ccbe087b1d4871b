// What both write; spans that stand so in the corpus are underlined, and found there when they are pressed.

import { button, finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { percent, whole } from '../../page/numbers.js';
import { put, say, text } from '../../page/words.js';
import { pair, SIDES } from './pair.js';
import { parts } from './spans.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { TwoSample } from '../../values'
 */

/** @param {Widget<null>} widget */
export default function says(widget) {
  const $ = finder(widget.element);
  const tell = () => {
    const { differences } = pair;
    $('.card').hidden = !differences;
    if (!differences) return;
    put($('.note'), 'train.begins', { beginning: differences.prompt });
    $('.sides').replaceChildren(...differences.said.map(column));
  };
  $('[data-do=csv]').addEventListener('click', save);
  widget.hear('corpora', tell);
  tell();
}

/**
 * @param {TwoSample[]} samples
 * @param {number} side
 */
function column(samples, side) {
  const { copied, longest } = pair.differences?.figures ?? {};
  const slots = { p: percent(copied?.[side] ?? 0), n: whole(longest?.[side] ?? 0) };
  const none = say('data.copied_none');
  const share = make('p', 'share', ...(copied?.[side] ? say('data.copied', slots) : none));
  const told = samples.map((sample) => make('p', 'sample', ...pieces(sample, side)));
  return make('div', 'side', make('h3', '', SIDES[side]), share, ...told);
}

/**
 * @param {TwoSample} sample
 * @param {number} side
 */
function pieces(sample, side) {
  if (!sample.tokens.length) return [text('train.silent')];
  return parts(sample).map(({ said, span }) => {
    if (!span) return said;
    const made = button('span', () => pair.seek(side, said.trim()), said);
    made.title = text('data.stands_so', { n: span.times, row: whole(span.row + 1) });
    return made;
  });
}

function save() {
  const lines = (pair.differences?.said ?? []).flatMap((samples, side) =>
    samples.flatMap((sample, i) =>
      parts(sample).map(({ said, span }) => [SIDES[side], i + 1, said, span?.times ?? 0]),
    ),
  );
  saveCsv('samples.csv', [['side', 'sample', 'text', 'times in its corpus'], ...lines]);
}
