// What an experiment claims, whether it held in this run, and what three seeds gave.

import { finder, make } from '../../page/dom.js';
import { number, percent } from '../../page/numbers.js';
import { say, text } from '../../page/words.js';
import { pair, SIDES } from './pair.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { FindingValue, RecordedRun } from '../../values'
 */

const SHARES = ['planted', 'she', 'five', 'four'];

/** @param {Widget<FindingValue | string>} widget */
export default function finding(widget) {
  return new Finding(widget);
}

class Finding {
  #asked = '';

  /** @param {Widget<FindingValue | string>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.$('.show').addEventListener('click', () => this.#ask());
    widget.hear('corpora', () => this.#tell());
    widget.watch(() => this.#tell());
    this.#tell();
  }

  #ask() {
    this.#asked = pair.experiment;
    this.widget.send(pair.experiment);
    this.widget.trigger('recorded');
  }

  /** The recorded runs of the experiment that is shown, once they were asked for. */
  get #recorded() {
    const { value } = this.widget;
    if (!value || typeof value === 'string') return null;
    return value.experiment === pair.experiment && value.experiment === this.#asked ? value : null;
  }

  #tell() {
    const { $ } = this;
    const { differences, experiment, guess } = pair;
    const prepared = experiment !== 'two' && experiment !== '';
    $('.card').hidden = !prepared && !differences;
    if (differences && prepared && this.#asked !== experiment) this.#ask();
    const recorded = this.#recorded;
    $('.show').hidden = !prepared || Boolean(recorded) || Boolean(differences);
    const open = Boolean(differences || recorded);
    this.#claim(open && prepared);
    const answer = differences?.answer;
    if (answer === undefined) $('.guessed').replaceChildren();
    else {
      const key = /** @type {Key} */ (`data.answer_${experiment}_${answer}`);
      const said = say('data.was', { answer: text(key) });
      const own =
        guess === null ? [] : [' ', ...say(guess === answer ? 'data.right' : 'data.wrong')];
      $('.guessed').replaceChildren(...said, ...own);
    }
    const names = open ? (recorded?.shown ?? []) : [];
    $('.strips').replaceChildren(...names.map((name) => this.#strip(name, recorded?.runs ?? [])));
    $('.legend-of').hidden = !names.length;
  }

  /** @param {boolean} open */
  #claim(open) {
    const { $ } = this;
    const { differences, experiment } = pair;
    if (!open) {
      $('.claim').replaceChildren();
      return;
    }
    const claim = say(/** @type {Key} */ (`data.claim_${experiment}`));
    const holds = differences?.holds;
    const here =
      typeof holds === 'boolean' ? [' ', ...say(holds ? 'data.held' : 'data.failed')] : [];
    $('.claim').replaceChildren(...claim, ...here);
  }

  /**
   * A figure on both sides: a square for each recorded run, a yellow one for the run of this page.
   * @param {string} name
   * @param {RecordedRun[]} runs
   */
  #strip(name, runs) {
    const own = pair.differences?.figures[name];
    const all = [...runs.map(({ figures }) => figures[name]), ...(own ? [own] : [])];
    const shares = SHARES.includes(name);
    const top = shares ? 1 : Math.max(...all.flat(), 1e-6) * 1.05;
    const said = (/** @type {number} */ x) => (shares ? percent(x) : number(x, 2));
    const strips = SIDES.map((side, i) => {
      const mark = (
        /** @type {number[]} */ both,
        /** @type {string} */ kind,
        /** @type {string} */ label,
      ) => {
        const made = make('i', kind);
        made.style.left = `${(100 * both[i]) / top}%`;
        made.title = label;
        return made;
      };
      const marks = runs.map((run) =>
        mark(
          run.figures[name],
          '',
          text('data.seed', { n: run.seed, x: said(run.figures[name][i]) }),
        ),
      );
      if (own) marks.push(mark(own, 'here', text('data.here', { x: said(own[i]) })));
      const track = make('div', 'track', ...marks);
      track.setAttribute('role', 'img');
      track.setAttribute('aria-label', all.map((both) => said(both[i])).join(', '));
      return make('div', 'strip', make('b', '', side), track);
    });
    const ends = make('div', 'ends', make('span', '', said(0)), make('span', '', said(top)));
    const title = text(/** @type {Key} */ (`data.figure_${name}`));
    return make('div', '', make('h3', '', title), ...strips, ends);
  }
}
