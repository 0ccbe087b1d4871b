// What is tuned: examples, the way, and the start.

import { finder } from '../../page/dom.js';
import { percent, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { showExamples, tuning } from './tuning.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { TuneNumbers } from '../../values'
 * @typedef {object} Fields what fits
 * @property {string[]} reads
 * @property {string[]} way
 * @property {number[]} rank
 * @property {number} bytes
 */

const CHOICES = /** @type {const} */ (['reads', 'way', 'rank']);

/** @param {Widget<TuneNumbers, Fields>} widget */
export default function tuneCard(widget) {
  const { options, view } = widget;
  const $ = finder(widget.element);
  const area = $('textarea', HTMLTextAreaElement);
  const rehearse = $('.rehearse', HTMLInputElement);
  tuning.watched = () => view.isOpen();

  /** @param {'reads' | 'way' | 'rank'} name */
  const chosen = (name) => options[name][view.dial(name) || 0];

  const draw = () => {
    for (const name of CHOICES) {
      const said = options[name].map((each) =>
        typeof each === 'number' ? whole(each) : text(/** @type {Key} */ (`tune.${name}_${each}`)),
      );
      const word = name === 'reads' ? '' : text(/** @type {Key} */ (`tune.${name}`));
      fill($(`.${name}`), word, said, view.dial(name) || 0, (i) => view.turn({ [name]: i }));
    }
    put($('.about'), /** @type {Key} */ (`tune.about_${chosen('reads')}`));
    $('.own').hidden = chosen('reads') !== 'own';
    $('.rank').hidden = chosen('way') !== 'lora';
    rehearse.checked = view.dial('rehearse') !== 0;
    const { value } = widget;
    if (!value) return;
    tuning.examples = value.examples;
    page.tell('trained');
    const n = chosen('way') === 'lora' ? value.ranks[view.dial('rank') || 0] : value.all;
    put($('.numbers'), 'tune.numbers', { n: whole(n), p: percent(n / value.all) });
  };

  const tell = () => {
    const { phase, trouble } = tuning;
    $('.some').hidden = phase === 'none' || !tuning.examples.length;
    showExamples($('.some ul'));
    const busy = phase !== 'none' && phase !== 'ended';
    $('.begin', HTMLButtonElement).disabled = busy;
    put($('.begin'), phase === 'ended' ? 'tune.again' : 'tune.go');
    $('.state').classList.toggle('bad', Boolean(trouble));
    $('.state').textContent = trouble;
  };

  for (const name of CHOICES) choosing($(`.${name}`));
  rehearse.addEventListener('change', () => view.turn({ rehearse: Number(rehearse.checked) }));
  $('.begin').addEventListener('click', () => {
    const own = chosen('reads') === 'own' ? { pairs: area.value } : {};
    const lesson = Object.fromEntries(CHOICES.map((name) => [name, chosen(name)]));
    tuning.start({ ...lesson, ...own, rehearse: rehearse.checked });
  });
  widget.hear('trained', tell);
  widget.hear('wanted', draw);
  widget.hear('opened', () => {
    if (view.isOpen()) tuning.restore();
  });
  widget.watch(draw);
  tell();
  if (view.isOpen()) tuning.restore();
}
