// Something that is asked of all steps that were kept whole, one after the other: it grows, can be stopped, and goes.

import { button, finder, make } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import { whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { OverValue, PaintedValue } from '../../values'
 */

/**
 * What the two cards have in common, and what a column of each is.
 * @template {OverValue | PaintedValue} V
 * @typedef {object} Every
 * @property {() => string} asked the text that is asked now
 * @property {(of: number) => void} about says what would be asked of so many
 * @property {(column: V['columns'][number]) => Child[]} drawn
 * @property {(column: V['columns'][number]) => string} said
 * @property {(value: V) => Child[]} found what all of them show
 * @property {Record<string, (value: V) => void>} files that can be taken along, by their kind
 * @property {() => Record<string, number>} [more] sent with the text
 */

/**
 * @template {OverValue | PaintedValue} V
 * @param {Widget<V, any>} widget
 * @param {Every<V>} how
 */
export function every(widget, how) {
  const { element } = widget;
  const $ = finder(element);
  let run = 0;
  let busy = false;
  const refresh = () => {
    const { value } = widget;
    const shown = value?.text === how.asked() && value.run === run && run > 0 ? value : null;
    if (shown?.over) busy = false;
    const columns = /** @type {V['columns'][number][]} */ (shown?.columns ?? []);
    $('.card').hidden = (value?.of ?? 0) < 2; // there is nothing to compare
    how.about(value?.of ?? 0);
    $('.read', HTMLButtonElement).disabled = busy || !value;
    $('.stop').hidden = $('.progress').hidden = !busy;
    $('.progress', HTMLProgressElement).max = value?.of ?? 1;
    $('.progress', HTMLProgressElement).value = columns.length;
    $('.out').hidden = !columns.length;
    $('.all-steps').replaceChildren(...columns.map((column) => columnOf(column, how)));
    $('.all-steps').dataset.read = busy ? 'busy' : String(columns.length);
    if (shown?.message) $('.say').textContent = shown.message;
    else $('.say').replaceChildren(...(shown?.over && columns.length ? how.found(shown) : []));
    mark();
  };
  const mark = () => {
    for (const each of element.querySelectorAll('.one-step')) {
      const own = /** @type {HTMLElement} */ (each).dataset.step === (page.state.notes.step ?? '');
      each.setAttribute('aria-pressed', String(own));
    }
  };
  const stop = () => {
    if (!busy) return;
    busy = false;
    widget.trigger('stop');
    refresh();
  };
  const ask = () => {
    run = Date.now();
    busy = true;
    refresh();
    widget.send({ run, text: how.asked(), ...how.more?.() });
    widget.trigger('read');
  };
  $('.stop').addEventListener('click', stop);
  widget.hear('opened', () => {
    if (!widget.view.isOpen()) stop();
  });
  widget.hear('wanted', mark);
  exporting(widget, how.files);
  widget.watch((value) => {
    if (!value || 'columns' in value) refresh();
  });
  return { ask, stop, refresh };
}

/**
 * @template {OverValue | PaintedValue} V
 * @param {V['columns'][number]} column
 * @param {Every<V>} how
 */
function columnOf(column, { drawn, said }) {
  const { step } = column;
  const press = () => page.note('step', step);
  const made = button('one-step', press, make('b', '', whole(step)), ...drawn(column));
  made.dataset.step = String(step);
  made.setAttribute('aria-label', said(column));
  return made;
}
