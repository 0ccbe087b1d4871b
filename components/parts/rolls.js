// Rolls so far: what the die fell on, and how that compares with what was to be expected.

import { button, finder } from '../page/dom.js';
import { exporting, saveJson } from '../page/export.js';
import { number, percent } from '../page/numbers.js';
import { page } from '../page/page.js';
import { boxed, letters } from '../page/tokens.js';
import { put, text } from '../page/words.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { Roll, RollsValue } from '../values'
 */

/** @param {Widget<RollsValue>} widget */
export default function rolls(widget) {
  const $ = finder(widget.element);
  exporting(widget, { json: save });
  widget.watch((value) => {
    $('.tray').replaceChildren(
      ...(value?.thrown ?? []).map((roll) =>
        chip(roll, value?.full ? null : (value?.before ?? null)),
      ),
    );
    if (value?.n) tell($('.say'), value);
    else put($('.say'), 'rolls.none');
  });
}

/**
 * @param {Element} line
 * @param {RollsValue} value
 */
function tell(line, { faces: [top], thrown, n }) {
  const fell = thrown.filter(({ rank }) => rank === 0).length;
  const said = { n, token: boxed(top.piece), fell, expected: number(n * top.p, 1) };
  put(line, fell === 1 ? 'rolls.once' : 'rolls.often', said);
}

/**
 * @param {Roll} roll
 * @param {string | null} before the text that it is appended to; null: the context is full
 */
function chip({ piece, kind, p, appendable }, before) {
  const made = button('chip', () => page.write(before + piece), ...letters(piece));
  made.dataset.kind = kind;
  made.disabled = before === null || !appendable || kind === 'control';
  made.title = text('rolls.append', { share: percent(p) });
  return made;
}

/** @param {RollsValue} value */
function save({ thrown }) {
  const rolls = thrown.map(({ piece, id, p }) => ({ token: piece, id, probability: p }));
  saveJson('rolls.json', rolls);
}
