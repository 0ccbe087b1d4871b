// What helps: each with its figure without and with it, and its cost.

import { finder, make } from '../page/dom.js';
import { whole } from '../page/numbers.js';
import { say, text } from '../page/words.js';
import { keyOf } from './claim.js';
import { table } from './claim_rows.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { HelpValue, MendedValue, SureValue } from '../values'
 */

const WHICH = /** @type {const} */ (['limits.without', 'limits.with']);

/** @param {Widget<MendedValue>} widget */
export default function mended(widget) {
  const $ = finder(widget.element);
  widget.watch((value) => {
    if (!value) return;
    const { card, helps, measured } = value;
    $('.card').hidden = !measured || !helps.length;
    $('.helps').replaceChildren(...helps.map((help) => block(widget.view.name, card, help)));
  });
}

/**
 * @param {string} deck
 * @param {string} card
 * @param {HelpValue} help
 */
function block(deck, card, { name, effect, cost, unit, recorded }) {
  const about = make('p', '', ...say(keyOf(deck, card, `help_${name}`)));
  if (recorded) about.append(' ', text('limits.recorded'));
  const made = make(
    'div',
    'help',
    about,
    pair(text(keyOf(deck, card, `effect_${name}`)), effect, 'share'),
  );
  made.dataset.help = name;
  if (cost) made.append(pair(text(keyOf(deck, card, `cost_${name}`)), cost, unit));
  return made;
}

/**
 * A figure without and with what was tried.
 * @param {string} title
 * @param {[SureValue, SureValue]} both
 * @param {string} unit
 */
function pair(title, both, unit) {
  const most = unit === 'share' ? 1 : Math.max(...both.map(({ high }) => high));
  const samples = both.map(({ n }) => whole(n));
  const n = [...new Set(samples)].join(' / ');
  const rows = both.map((said, i) => ({ name: text(WHICH[i]), said, told: null }));
  return table(text('limits.tried', { title, n }), {
    name: '',
    rows,
    unit,
    most,
    made: [],
    grid: null,
  });
}
