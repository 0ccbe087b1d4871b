// Many questions of the library, asked in each of several cases, counted while one watches.

import { finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { percent, whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { put, say, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { LookTally, MeasuredValue } from '../../values'
 */

const CASES = ['search', 'found', 'right', 'none', 'planted', 'wrong', 'ordered'];
const GIVEN = new Set(['found', 'planted', 'wrong']); // where it matters whether it was copied
const BY = ['words', 'meaning'];
const APART = new Set(['search', 'ordered']); // nobody is answered there

/** @param {Widget<MeasuredValue, { counts: number[] }>} widget */
export default function measured(widget) {
  const $ = finder(widget.element);
  let [run, busy, chosen] = [0, false, 1];
  /** @type {MeasuredValue | null} */
  let shown = null;
  const progress = $('.progress', HTMLProgressElement);
  const refuse = $('.refuse input', HTMLInputElement);
  const refresh = () => {
    const { value } = widget;
    if (value && 'tallies' in value && value.run === run) shown = value;
    const { done = 0, of = 1, message = '' } = shown ?? {};
    if (shown && (message || done === of)) busy = false;
    $('.measure', HTMLButtonElement).disabled = busy;
    $('.stop').hidden = progress.hidden = !busy;
    progress.max = of;
    progress.value = done;
    $('.state').textContent = message;
    if (shown) put($('.note'), 'lookup.after', { n: whole(done), of: whole(of) });
    $('.refuse').hidden = !shown;
    const least = Number(refuse.value) / 100;
    $('.refuse output').textContent = least ? percent(least) : text('lookup.never');
    $('.cases').replaceChildren(...rows(shown?.tallies ?? {}, least));
  };
  const counts = () => {
    const said = widget.options.counts.map((n) => text('lookup.n', { n }));
    fill($('.counts'), '', said, chosen, (i) => {
      chosen = i;
      counts();
    });
  };
  const stop = () => {
    if (!busy) return;
    busy = false;
    widget.trigger('stop');
    refresh();
  };
  choosing($('.counts'));
  counts();
  $('.measure').addEventListener('click', () => {
    run = Date.now();
    busy = true;
    shown = null;
    refresh();
    const by = BY[widget.view.dial('by') || 0];
    widget.send({ run, count: chosen, by, named: $('.named', HTMLInputElement).checked });
    widget.trigger('measure');
  });
  refuse.addEventListener('input', refresh);
  $('.stop').addEventListener('click', stop);
  $('[data-do=csv]').addEventListener('click', () => {
    if (shown) save(shown);
  });
  widget.hear('opened', () => {
    if (!widget.view.isOpen()) stop();
  });
  widget.watch((value) => {
    if (!value || 'tallies' in value) refresh();
  });
}

/**
 * @param {Record<string, LookTally>} tallies
 * @param {number} least the chance below which an answer is held back
 */
const rows = (tallies, least) =>
  CASES.filter((name) => name in tallies).map((name) => row(name, tallies[name], least));

/**
 * @param {string} name
 * @param {LookTally} tally
 * @param {number} least
 */
function row(name, { n, right, copied, low, high, answers }, least) {
  const [fill, reach] = [make('i'), make('u')];
  fill.style.width = `${(100 * right) / n}%`;
  reach.style.left = `${100 * low}%`;
  reach.style.width = `${100 * (high - low)}%`;
  const track = make('span', 'track', fill, reach);
  const slots = { right, n, low: percent(low), high: percent(high) };
  track.setAttribute('role', 'img');
  track.setAttribute('aria-label', text('lookup.interval', slots));
  track.title = text('lookup.interval', slots);
  const label = make('span', '', text(/** @type {Key} */ (`lookup.case_${name}`)));
  const value = make('span', 'value', `${percent(right / n)} (${right} / ${n})`);
  const more = GIVEN.has(name)
    ? [make('span', 'more', text('lookup.copies', { n: copied, of: n }))]
    : [];
  if (least && !APART.has(name)) {
    const given = answers.filter(([chance]) => chance >= least);
    const good = given.filter(([, right]) => right).length;
    more.push(make('span', 'more kept', ...say('lookup.kept', { n: given.length, of: n, good })));
  }
  return make('div', 'case', label, track, value, ...more);
}

/** @param {MeasuredValue} value */
function save({ tallies }) {
  const rows = Object.entries(tallies).map(([name, each]) => {
    const { n, right, copied, low, high, answers } = each;
    const chances = answers.map(([chance, right]) => `${chance}${right ? '' : ' wrong'}`);
    return [name, n, right, low, high, copied, chances.join('; ')];
  });
  const head = [
    'case',
    'questions',
    'right',
    'low, 95 %',
    'high, 95 %',
    'copied from what was given',
    'chance of each answer',
  ];
  saveCsv('looked-up.csv', [head, ...rows]);
}
