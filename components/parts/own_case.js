// A visitor's own case of the claim.

import { finder } from '../page/dom.js';
import { put, text } from '../page/words.js';
import { headsOf, keyOf } from './claim.js';
import { table } from './claim_rows.js';
import { madeOf } from './made.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { OwnCaseValue } from '../values'
 */

const TYPING_MS = 500;

/** @param {Widget<OwnCaseValue>} widget */
export default function ownCase(widget) {
  const { element, view } = widget;
  const $ = finder(element);
  const field = $('.asked input', HTMLInputElement);
  let timer = 0;
  const ask = () => {
    clearTimeout(timer);
    view.turn({ case: field.value.toWellFormed() });
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, TYPING_MS);
  });
  field.addEventListener('change', ask);
  widget.watch((value) => {
    if (!value) return;
    const { card, case: said, measured, part, message } = value;
    $('.card').hidden = !measured;
    put($('.hint'), keyOf(view.name, card, 'own'));
    if (document.activeElement !== field) field.value = said;
    field.setAttribute('aria-invalid', String(Boolean(message)));
    $('.wrong').textContent = message;
    const made = part
      ? [table(text(keyOf(view.name, card, 'own_part')), part, headsOf(view.name, card))]
      : [];
    const shown = (part?.made ?? []).map(madeOf);
    $('.out-of').classList.toggle('beside', shown.length > 0);
    $('.out-of').classList.toggle('several', shown.length > 1 && part?.made[0].kind === 'picture');
    $('.out-of').replaceChildren(...shown, ...made);
  });
}
