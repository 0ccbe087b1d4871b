// A prompt that asks for a number of words, tried twenty times: what came, and how long it was.

import { button, finder } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { page } from '../../page/page.js';
import { shortened } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { loadOf } from './loads.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { FiftyValue, Try } from '../../values'
 */

const LONGEST = 60; // letters of a prompt

/** @param {Widget<FiftyValue>} widget */
export default function fifty(widget) {
  const { element, view } = widget;
  const $ = finder(element);
  let run = 0;
  let load = '';
  let prompt = '';
  let busy = false;
  const buttons = () => {
    $('.all', HTMLButtonElement).disabled = busy;
    $('.stop', HTMLButtonElement).disabled = !busy;
  };
  $('.all').addEventListener('click', () => {
    run = Date.now();
    load = loadOf(view.controls);
    prompt = page.state.text;
    busy = true;
    widget.send({ run });
    widget.trigger('try_all');
    put($('.state'), 'fifty.busy', { n: 0 });
    buttons();
  });
  const stop = () => {
    if (!busy) return;
    busy = false;
    widget.trigger('stop');
    put($('.state'), 'fifty.stopped');
    buttons();
  };
  $('.stop').addEventListener('click', stop);
  widget.hear('again', stop);
  $('.ask').addEventListener('click', () => page.write(text('fifty.prompt')));
  widget.hear('opened', () => {
    if (!view.isOpen()) stop();
  });
  exporting(widget, {
    csv: ({ tries }) =>
      saveCsv('tries.csv', [
        ['try', 'words', 'ended by itself'],
        ...tries.map(({ words, ended }, i) => [i + 1, words, ended ? 1 : 0]),
      ]),
  });
  widget.watch((value) => {
    const told = value && 'tries' in value ? value : null;
    if (told && told.run === run && busy) busy = !told.over;
    buttons();
    $('.out').hidden = !told;
    if (!told) {
      put($('.say'), 'fifty.is');
      return;
    }
    put($('.note'), 'fifty.of', { prompt: shortened(prompt, LONGEST) });
    draw($, told, busy, ({ ids }) =>
      view.tell('opening', { ids, hands: [], loads: [[ids.length, load]], name: '' }),
    );
  });
}

/**
 * @param {import('../../page/dom.js').Finder} $
 * @param {FiftyValue} value
 * @param {boolean} busy
 * @param {(tried: Try) => void} open
 */
function draw($, { tries, asked, message }, busy, open) {
  const made = tries.map((tried, i) => {
    const { words, ended } = tried;
    const each = button('button', () => open(tried), String(words));
    each.classList.toggle('cut', !ended);
    each.classList.toggle('hit', words === asked);
    each.disabled = busy;
    each.setAttribute('aria-label', text('fifty.try_of', { i: i + 1, n: words }));
    return each;
  });
  $('.tries').replaceChildren(...made);
  const state = $('.state');
  state.classList.toggle('bad', Boolean(message));
  const ended = tries.filter((each) => each.ended).length;
  if (message) state.textContent = message;
  else if (busy) put(state, 'fifty.busy', { n: ended });
  else put(state, 'fifty.done', { n: ended, all: tries.length });
  if (asked === null) put($('.say'), 'fifty.no_number');
  else if (busy) put($('.say'), 'fifty.asked', { asked });
  else {
    const hits = tries.filter(({ words }) => words === asked).length;
    const all = tries.map(({ words }) => words);
    put($('.say'), 'fifty.verdict', {
      asked,
      hits,
      all: tries.length,
      least: Math.min(...all),
      most: Math.max(...all),
    });
  }
}
