// What each way to cut a text costs: a table of lengths and of vocabularies.

import { finder, make, rowHead } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, percent, whole } from '../../page/numbers.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Cost, TokenCostsValue } from '../../values'
 */

/** @param {Widget<TokenCostsValue>} widget */
export default function tokenCosts(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    $('.wide').hidden = !value;
    $('p.note').hidden = !value;
    $('tbody').replaceChildren(...(value?.ways ?? []).map(line));
    if (!value) {
      put($('.say'), 'costs.empty');
      return;
    }
    tell($('.say'), value);
    put($('p.note'), 'costs.explained', { context: whole(value.context) });
  });
}

/**
 * @param {Element} line
 * @param {TokenCostsValue} value
 */
function tell(line, { ways }) {
  const bytes = ways.find(({ name }) => name === 'bytes');
  const pieces = ways.find(({ name }) => name === 'pieces');
  if (!bytes || !pieces) return;
  const times = number(bytes.weights / pieces.weights, 1);
  put(line, 'costs.sentence', { bytes: number(pieces.bytes_per_token, 1), times });
}

/** @param {Cost} cost */
function line({ name, count, bytes_per_token, share, weights, vocabulary }) {
  const cells = [whole(count), number(bytes_per_token, 1)].map((said) => make('td', '', said));
  return make(
    'tr',
    name === 'pieces' ? 'read' : '',
    rowHead(text(`cost.${name}`)),
    ...cells,
    make('td', share > 1 ? 'over' : '', percent(share)),
    make('td', '', whole(weights)),
    make('td', '', vocabulary === null ? text('costs.every_word') : whole(vocabulary)),
  );
}

/** @param {TokenCostsValue} value */
function save({ ways }) {
  const columns = [
    'cut',
    'tokens',
    'bytes per token',
    'share of context',
    'weights per head',
    'vocabulary',
  ];
  const lines = ways.map(({ name, count, bytes_per_token, share, weights, vocabulary }) => [
    name,
    count,
    bytes_per_token,
    share,
    weights,
    vocabulary ?? '',
  ]);
  saveCsv('costs.csv', [columns, ...lines]);
}
