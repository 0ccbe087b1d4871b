// Logit lens: what the model would say had it stopped half-way.

import { quoted } from '../../page/csv.js';
import { finder, make, rowHead } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { percent, whole } from '../../page/numbers.js';
import { bar, boxed } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { leadsFrom, stationOf } from './stations.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { HalfWayValue, StationSays } from '../../values'
 */

/** @param {Widget<HalfWayValue>} widget */
export default function halfWay(widget) {
  const { element, view, hear, watch } = widget;
  const $ = finder(element);
  const body = $('tbody', HTMLTableSectionElement);
  const mark = () => markLayer(body, view.dial('layer'));
  exporting(widget, { csv: save });
  hear('wanted', mark);
  watch((value) => {
    $('table').hidden = !value;
    $('.say').replaceChildren();
    body.replaceChildren(...(value?.rows ?? []).map(line));
    if (value) tell($('.say'), $('.answer'), value);
  }, mark);
}

/**
 * @param {Element} line
 * @param {Element} head
 * @param {HalfWayValue} value
 */
function tell(line, head, { rows, piece }) {
  const [answer] = rows[rows.length - 1].top;
  const said = { token: boxed(piece), answer: boxed(answer.piece) };
  put(head, 'half.chance', { answer: boxed(answer.piece) });
  const first = leadsFrom(rows);
  const station = stationOf(rows[first]?.name ?? '');
  if (!station) put(line, 'half.from_start', said);
  else if (first === rows.length - 1) put(line, 'half.last', said);
  else
    put(line, 'half.leads', {
      ...said,
      half: text(`halves.${station.half}`),
      layer: station.layer,
    });
}

/** @param {StationSays} row */
function line({ name, top, answer, rank }) {
  const station = stationOf(name);
  const likeliest = top
    .slice(0, 2)
    .flatMap(({ piece, p }) => [boxed(piece), make('span', 'p', percent(p))]);
  const chance = make('td', 'chance', bar(answer), make('span', 'value', percent(answer)));
  return make(
    'tr',
    '',
    rowHead(
      station ? `${station.layer} ${text(`halves.${station.half}`)}` : text('machine.embedding'),
    ),
    make('td', '', make('span', 'likeliest', ...likeliest)),
    chance,
    make('td', 'rank', whole(rank)),
  );
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {number} layer
 */
function markLayer(body, layer) {
  for (const row of body.rows) {
    row.classList.toggle('open', row.cells[0].textContent.startsWith(`${layer} `));
  }
}

/** @param {HalfWayValue} value */
function save({ rows }) {
  const columns = [
    'after',
    ...['first', 'second', 'third'].flatMap((which) => [`${which} (JSON)`, `p of the ${which}`]),
    'p of the answer',
    'its rank',
  ];
  const lines = rows.map(({ name, top, answer, rank }) => [
    name,
    ...top.flatMap(({ piece, p }) => [quoted(piece), p]),
    answer,
    rank,
  ]);
  saveCsv('logit_lens.csv', [columns, ...lines]);
}
