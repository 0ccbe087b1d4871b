// The tokens whose embeddings point most nearly the same way.

import { TOKEN, quoted } from '../../page/csv.js';
import { finder } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, whole } from '../../page/numbers.js';
import { bars, boxed } from '../../page/tokens.js';
import { put } from '../../page/words.js';
import { barOf } from './near.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Near, NearestValue } from '../../values'
 */

/** @param {Widget<NearestValue>} widget */
export default function nearest(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    const here = value?.here ?? [];
    bars($('.all'), (value?.nearest ?? []).map(barOf));
    bars($('.here'), here.map(barOf));
    $('h3').replaceChildren();
    if (here.length) put($('h3'), 'nearest.here');
    if (value) tell($('.say'), value);
    else put($('.say'), 'nearest.empty');
  });
}

/**
 * @param {Element} line
 * @param {NearestValue} value
 */
function tell(line, { nearest: [first], n_others, piece, median }) {
  put(line, 'nearest.first', {
    n: whole(n_others),
    first: boxed(first.piece),
    token: boxed(piece),
    cosine: number(first.cosine),
    median: number(median),
  });
}

/** @param {NearestValue} value */
function save({ nearest, here }) {
  const lines = (/** @type {string} */ list, /** @type {Near[]} */ tokens) =>
    tokens.map(({ id, piece, cosine }) => [list, id, quoted(piece), cosine]);
  const columns = ['list', 'id', TOKEN, 'cosine'];
  saveCsv('nearest.csv', [columns, ...lines('vocabulary', nearest), ...lines('prompt', here)]);
}
