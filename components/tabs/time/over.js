// One prompt at all steps that were kept whole: the likeliest tokens after it, computed now.

import { TOKEN, quoted } from '../../page/csv.js';
import { button, finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { percent, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { boxed, letters, trimmed } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { share } from './curves.js';
import { dieOf } from './views.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Column, OverValue } from '../../values'
 */

/** @param {Widget<OverValue>} widget */
export default function over(widget) {
  const { element } = widget;
  const $ = finder(element);
  let run = 0;
  let busy = false;
  const refresh = () => {
    const { value } = widget;
    const prompt = page.state.text;
    const shown = value?.text === prompt && value.run === run && run > 0 ? value : null;
    if (shown?.over) busy = false;
    const columns = shown?.columns ?? [];
    put($('.about'), 'over.about', { prompt: boxed(prompt), n: value?.of ?? 0 });
    $('.read', HTMLButtonElement).disabled = busy || !value;
    $('.stop').hidden = $('.progress').hidden = !busy;
    $('.progress', HTMLProgressElement).max = value?.of ?? 1;
    $('.progress', HTMLProgressElement).value = columns.length;
    $('.out').hidden = !columns.length;
    $('.dice-in-time').replaceChildren(...columns.map(columnOf));
    $('.dice-in-time').dataset.read = busy ? 'busy' : String(columns.length);
    if (shown?.message) $('.say').textContent = shown.message;
    else if (shown?.over && columns.length) put($('.say'), 'over.found', found(columns));
    else $('.say').replaceChildren();
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
  $('.read').addEventListener('click', () => {
    run = Date.now();
    busy = true;
    refresh();
    widget.send({ run, text: page.state.text });
    widget.trigger('read');
  });
  $('.stop').addEventListener('click', stop);
  widget.hear('opened', () => {
    if (!widget.view.isOpen()) stop();
  });
  widget.hear('typed', stop);
  widget.hear('wrote', stop);
  widget.hear('wanted', mark);
  exporting(widget, { csv: ({ columns }) => save(columns) });
  widget.watch((value) => {
    if (!value || 'columns' in value) refresh();
  });
}

/** @param {Column} column */
function columnOf({ step, faces }) {
  const lines = faces.map(([piece, p]) =>
    make('span', 'face', make('span', 'name', ...letters(piece)), make('span', 'p', share(p))),
  );
  const press = () => page.note('step', step);
  const made = button('one-step', press, make('b', '', whole(step)), dieOf(faces), ...lines);
  made.dataset.step = String(step);
  const said = faces.map(([piece, p]) => `${trimmed(piece)} ${percent(p)}`).join(', ');
  made.setAttribute('aria-label', text('over.column', { step: whole(step), faces: said }));
  return made;
}

/**
 * The token that is likeliest at the last of the steps, and since which of them it is.
 * @param {Column[]} columns
 */
function found(columns) {
  const tops = columns.map(({ faces }) => faces[0][0]);
  const last = tops[tops.length - 1];
  const since = tops.findLastIndex((piece) => piece !== last) + 1;
  return {
    token: boxed(last),
    step: whole(columns[since].step),
    n: new Set(tops).size,
    of: tops.length,
  };
}

/** @param {Column[]} columns */
function save(columns) {
  const rows = columns.flatMap(({ step, faces }) =>
    faces.map(([piece, p]) => [step, quoted(piece), p]),
  );
  saveCsv('one-prompt-through-time.csv', [['step', TOKEN, 'probability'], ...rows]);
}
