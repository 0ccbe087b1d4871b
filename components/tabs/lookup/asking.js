// A question, and what was found for it.

import { button, finder, keepingFocus, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { number, whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { looked } from './looked.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { AskingValue, LookHit } from '../../values'
 */

/** @param {Widget<AskingValue, { by: string[], most: number }>} widget */
export default function asking(widget) {
  const { options, view } = widget;
  const $ = finder(widget.element);
  const field = $('input', HTMLInputElement);
  const by = () => options.by[view.dial('by') || 0];
  let asked = '';
  const look = () => {
    asked = by();
    looked.look(field.value, asked);
  };
  const dials = () => {
    const said = options.by.map((each) => text(/** @type {Key} */ (`lookup.by_${each}`)));
    const at = view.dial('by') || 0;
    fill($('.by'), text('lookup.by'), said, at, (i) => view.turn({ by: i }));
    if (view.isOpen() && looked.found && asked !== by()) look();
  };
  const tell = () => show(widget.element);
  $('.asking').addEventListener('submit', (event) => {
    event.preventDefault();
    look();
  });
  choosing($('.by'));
  $('[data-do=csv]').addEventListener('click', save);
  widget.watch((value) => {
    const offered = (value?.questions ?? []).map((question) =>
      button('', () => ask(question), question),
    );
    $('.offered').replaceChildren(...offered);
    if (!value || !view.isOpen() || looked.found || looked.busy) return;
    ask(looked.noted || value.questions[0]);
  });
  widget.hear('wanted', dials);
  widget.hear('answered', tell);
  ownText(widget, look);
  dials();
  tell();

  /** @param {string} question */
  function ask(question) {
    field.value = question;
    look();
  }
}

/**
 * The visitor's own text: it is searched as soon as it is left.
 * @param {Widget<AskingValue, { by: string[], most: number }>} widget
 * @param {() => void} look
 */
function ownText({ element, options, hear }, look) {
  const $ = finder(element);
  const area = $('.own textarea', HTMLTextAreaElement);
  area.maxLength = options.most;
  area.addEventListener('change', () => {
    looked.own = area.value;
    look();
  });
  const restore = () => {
    if (document.activeElement !== area) area.value = looked.own;
    if (looked.own) $('.own', HTMLDetailsElement).open = true;
  };
  hear('wanted', restore);
  restore();
}

/**
 * What was found, or why nothing was.
 * @param {HTMLElement} element
 */
function show(element) {
  const $ = finder(element);
  const { found, trouble, busy } = looked;
  $('.look', HTMLButtonElement).disabled = busy;
  $('.state').classList.toggle('bad', Boolean(trouble));
  if (trouble) $('.state').textContent = trouble;
  else if (busy && !found) put($('.state'), 'lookup.reading');
  else if (found && !found.hits.length) put($('.state'), 'lookup.nothing');
  else $('.state').replaceChildren();
  if (found) {
    const ours = { n: whole(found.of - found.own), own: whole(found.own) };
    put($('.note'), found.own ? 'lookup.of_own' : 'lookup.of', ours);
  }
  const most = Math.max(...(found?.hits ?? []).map(({ score }) => score), 1e-9);
  keepingFocus(element, () =>
    $('.hits').replaceChildren(...(found?.hits ?? []).map((hit) => make('li', '', row(hit, most)))),
  );
}

/**
 * @param {LookHit} hit
 * @param {number} most
 */
function row({ place, name, score, parts, text: passage }, most) {
  const shown = parts.length ? parts : /** @type {[string, number][]} */ ([['', score]]);
  const bars = shown.map(([word, part]) => {
    const made = make('i', '', word);
    made.style.width = `${(100 * Math.max(0, part)) / most}%`;
    made.title = `${word} ${number(part, 2)}`;
    return made;
  });
  const made = button(
    'hit',
    () => looked.give(place),
    make('span', 'name', name),
    make('span', 'parts', ...bars),
    make('span', 'value', number(score, 2)),
    make('span', 'text', passage),
  );
  made.dataset.focus = String(place);
  made.classList.toggle('of-own', looked.isOwn(place));
  made.setAttribute('aria-pressed', String(place === looked.place));
  return made;
}

function save() {
  const hits = looked.found?.hits ?? [];
  const rows = hits.map(({ name, score, parts, text: passage }) => [
    name,
    score,
    parts.map(([word, part]) => `${word} ${part}`).join('; '),
    passage,
  ]);
  saveCsv('found.csv', [['name', 'score', 'by word', 'passage'], ...rows]);
}
