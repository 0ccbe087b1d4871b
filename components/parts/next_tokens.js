// What may come next: the likeliest tokens as bars, shaped and unshaped.

import { TOKEN, quoted } from '../page/csv.js';
import { finder, make } from '../page/dom.js';
import { exporting, saveCsv } from '../page/export.js';
import { percent, whole } from '../page/numbers.js';
import { bars, boxed, letters } from '../page/tokens.js';
import { put, text } from '../page/words.js';

/**
 * @import { Child } from '../page/dom.js'
 * @import { Widget } from '../page/types.js'
 * @import { NextTokensValue } from '../values'
 */

/** @param {Widget<NextTokensValue>} widget */
export default function nextTokens(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: saveTable });
  widget.watch((value) => {
    $('.bars').hidden = !value;
    $('.heads').hidden = !value;
    $('.say').replaceChildren();
    bars($('.bars'), value ? rows(value) : []);
    if (value) tell($('.say'), value);
  });
}

/** @param {NextTokensValue} value */
function rows({ faces, others, tally, n }) {
  const rest = text('die.others', { count: whole(others.count) });
  /** @type {{ said: Child[], p: number, raw: number }[]} */
  const all = faces.map((face) => ({ ...face, said: letters(face.piece) }));
  if (others.count) all.push({ ...others, said: [rest] });
  return all.map(({ said, p, raw }, i) => ({
    label: make('span', '', ...said),
    value: p,
    raw,
    cut: p === 0,
    text: percent(p),
    more: n ? String(tally[i]) : '',
  }));
}

/**
 * @param {Element} line
 * @param {NextTokensValue} value
 */
function tell(line, { faces: [top], kept }) {
  const said = {
    token: boxed(top.piece),
    share: percent(top.p),
    raw: percent(top.raw),
    n: whole(kept),
  };
  put(line, kept === 1 ? 'next.single' : 'next.top', said);
}

/** @param {NextTokensValue} value */
function saveTable({ faces, others, tally }) {
  const columns = [TOKEN, 'id', 'probability', 'before shaping', 'rolled'];
  const named = faces.map((face) => ({ ...face, said: quoted(face.piece) }));
  const rest = { ...others, said: `${others.count} others`, id: '' };
  const lines = [...named, rest].map(({ said, id, p, raw }, i) => [said, id, p, raw, tally[i]]);
  saveCsv('next_token.csv', [columns, ...lines]);
}
