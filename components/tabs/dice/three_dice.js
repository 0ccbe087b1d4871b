// Three dice for one context: what the training data contain, a 5-gram model, the transformer.

import { TOKEN, quoted } from '../../page/csv.js';
import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, whole } from '../../page/numbers.js';
import { sayingPlain } from '../../page/plain.js';
import { boxed, letters, written } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Compared, ThreeDiceValue } from '../../values'
 */

/** @param {Widget<ThreeDiceValue>} widget */
export default function threeDice(widget) {
  const $ = finder(widget.element);
  sayingPlain(widget);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    $('.empty').hidden = Boolean(value);
    for (const part of ['.three', '.say', '.apart']) $(part).hidden = !value;
    if (!value) return;
    tell($('.say'), value);
    $('.three').replaceChildren(...heads(), ...value.rows.flatMap(row));
    const apart = { ngram: number(value.ngram_bits), model: number(value.model_bits) };
    put($('.apart'), 'three.apart', apart);
  });
}

/**
 * @param {Element} line
 * @param {ThreeDiceValue} value
 */
function tell(line, { ending, sample, times }) {
  const said = { sample: whole(sample), ending: ending.map(boxed), times: whole(times) };
  put(line, ending.length ? 'three.ending' : 'three.no_ending', said);
}

function heads() {
  const names = [text('three.data'), text('three.ngram'), text('three.model')];
  return [make('span'), ...names.map((name) => make('span', 'word', name))];
}

/** @param {Compared} row */
function row({ piece, count, data, ngram, model }) {
  const first = written(data, 'data');
  first.title = text('three.times', { n: whole(count) });
  const label = make('span', 'label', ...letters(piece));
  return [label, first, written(ngram, 'ngram'), written(model, 'model')];
}

/** @param {ThreeDiceValue} value */
function save({ rows }) {
  const columns = [TOKEN, 'id', 'count', 'data', '5-gram', 'transformer'];
  const lines = rows.map(({ piece, id, count, data, ngram, model }) => [
    quoted(piece),
    id,
    count,
    data,
    ngram,
    model,
  ]);
  saveCsv('three_dice.csv', [columns, ...lines]);
}
