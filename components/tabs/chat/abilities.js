// What the adapter can do, as it was counted when it was made: a bar for each kind, its interval, and its goal.

import { finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { number, percent, whole } from '../../page/numbers.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { AbilitiesValue, Ability } from '../../values'
 */

/** @param {Widget<AbilitiesValue>} widget */
export default function abilities(widget) {
  const $ = finder(widget.element);
  $('[data-do=csv]').addEventListener('click', () => {
    if (widget.value) save(widget.value.rows);
  });
  widget.watch((value) => {
    $('.kinds').replaceChildren(...(value?.rows ?? []).map(row));
    if (!value) return;
    const { numbers, weights, kilobytes, was, now } = value;
    const sizes = { n: whole(numbers), of: whole(weights), kb: whole(Math.round(kilobytes)) };
    put($('.adapter'), 'chat.adapter', { ...sizes, was: number(was, 3), now: number(now, 3) });
    const taught = value.taught.map(([asked, said]) =>
      make('li', '', make('span', 'muted', asked), make('span', '', said)),
    );
    $('.taught').replaceChildren(...taught);
  });
}

/** @param {Ability} ability */
function row({ kind, bar, right, of, low, high, by_hand: hand, of_hand: handful }) {
  const slots = { low: percent(low), high: percent(high), hand, of: handful };
  const [fill, between, least] = ['i', 'b', 'u'].map((tag) => make(/** @type {'i'} */ (tag)));
  fill.style.width = percentage(right / of);
  Object.assign(between.style, { left: percentage(low), width: percentage(high - low) });
  least.style.left = percentage(bar);
  const track = make('span', 'track', fill, between, least);
  const value = make('span', 'value', `${percent(right / of)} `, text('chat.count', { right, of }));
  const made = make(
    'li',
    'kind',
    make('span', '', text(/** @type {Key} */ (`chat.kind_${kind}`))),
    track,
    value,
  );
  made.append(make('span', 'muted', text('chat.interval', slots)));
  made.dataset.kind = kind;
  return made;
}

/** @param {number} share */
const percentage = (share) => `${100 * share}%`;

/** @param {Ability[]} rows */
function save(rows) {
  const head = ['kind', 'bar', 'right', 'of', 'low', 'high', 'right by hand', 'of by hand'];
  const names = /** @type {const} */ ([
    'kind',
    'bar',
    'right',
    'of',
    'low',
    'high',
    'by_hand',
    'of_hand',
  ]);
  const lines = rows.map((each) => names.map((name) => each[name]));
  saveCsv('chat.csv', [head, ...lines]);
}
