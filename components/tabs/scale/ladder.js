// The ladder: one neuron, this model, GPT-2, GPT-3, as squares to scale and as lengths on a ruler of factors of ten.

import { around, finder, make } from '../../page/dom.js';
import { exporting, saveCsv, savePng } from '../../page/export.js';
import { clamp, number, range, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { choosing, fill } from '../../page/radios.js';
import { put, say, text } from '../../page/words.js';
import { SIDE, nearest, sides } from './scales.js';
import { drawSquares } from './squares.js';
import { between, count, duration, factor } from './units.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { LadderRung, LadderValue } from '../../values'
 * @import { Child } from '../../page/dom.js'
 * @typedef {'weights' | 'text' | 'work' | 'energy'} Measure
 * @typedef {'neuron' | 'this' | 'gpt2' | 'c4' | 'gpt3'} Name
 */

const MEASURES = /** @type {Measure[]} */ (['weights', 'text', 'work', 'energy']);
const STEP = 1.25; // of a turn of the wheel
const FILLS = 0.8; // of the drawing, by a square that was pressed
const SHEET = 0.0001; // metres, of paper
const KETTLE = 2; // kilowatts
const EACH = 3; // one power of ten in so many is named

/** @param {Widget<LadderValue>} widget */
export default async function ladder(widget) {
  return new Ladder(widget, await widget.filled);
}

/** @param {LadderRung} rung */
const nameOf = (rung) => text(`ladder.${/** @type {Name} */ (rung.name)}`);

class Ladder {
  /**
   * @param {Widget<LadderValue>} widget
   * @param {LadderValue} value
   */
  constructor(widget, value) {
    this.value = value;
    this.$ = finder(widget.element);
    this.board = this.$('.squares', SVGSVGElement);
    this.slider = this.$('.zoom input', HTMLInputElement);
    choosing(this.$('.measures'));
    this.#listen();
    exporting(widget, {
      png: () => savePng('ladder.png', this.board),
      csv: () => this.#save(),
    });
    widget.hear('walked', () => this.#draw());
    widget.watch(() => this.#draw());
  }

  #listen() {
    this.slider.addEventListener('input', () => this.#near(10 ** Number(this.slider.value)));
    this.board.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.#near(this.#zoom * (event.deltaY < 0 ? STEP : 1 / STEP));
      },
      { passive: false },
    );
    this.board.addEventListener('keydown', (event) => {
      const by = { '+': STEP, '=': STEP, '-': 1 / STEP }[event.key];
      if (by) this.#near(this.#zoom * by);
    });
    this.$('.rungs').addEventListener('click', (event) => {
      const name = around(event, '.rung')?.dataset.name;
      const i = this.#rungs.findIndex((rung) => rung.name === name);
      if (i >= 0) this.#near((FILLS * SIDE) / sides(this.#rungs, 1)[i].high);
    });
  }

  get #measure() {
    const noted = /** @type {Measure} */ (page.state.notes.measure);
    return MEASURES.includes(noted) ? noted : 'weights';
  }

  get #rungs() {
    return this.value.measures[this.#measure];
  }

  get #zoom() {
    return clamp(Number(page.state.notes.zoom) || 1, 1, nearest(this.#rungs));
  }

  /** @param {number} zoom */
  #near(zoom) {
    const next = clamp(zoom, 1, nearest(this.#rungs));
    page.note('zoom', next === 1 ? null : next.toPrecision(4));
    this.#drawNear();
  }

  #draw() {
    const names = MEASURES.map((measure) => text(`ladder.by_${measure}`));
    fill(this.$('.measures'), '', names, MEASURES.indexOf(this.#measure), (i) => {
      page.note('measure', i ? MEASURES[i] : null);
      page.note('zoom', null);
      this.#draw();
    });
    this.#drawNear();
    this.#drawRuler();
    this.$('.say').replaceChildren(...this.#sentence());
    put(this.$('.told'), `ladder.told_${this.#measure}`);
  }

  #drawNear() {
    const rungs = this.#rungs;
    const zoom = this.#zoom;
    drawSquares(this.board, rungs, rungs.map(nameOf), zoom);
    const said = rungs.map((rung) => `${nameOf(rung)}: ${this.#counted(rung)}`).join('; ');
    this.board.setAttribute('aria-label', text('ladder.drawn', { said }));
    const most = nearest(rungs);
    this.slider.max = String(Math.log10(most));
    this.slider.value = String(Math.log10(zoom));
    this.slider.style.setProperty(
      '--range_progress',
      `${(100 * Math.log(zoom)) / Math.log(most)}%`,
    );
    this.$('.far').textContent = nameOf(rungs[rungs.length - 1]);
    this.$('.close').textContent = nameOf(rungs[0]);
    put(this.$('.zoomed'), 'ladder.zoomed', { zoom: factor(zoom), most: factor(most) });
  }

  /** @param {LadderRung} rung */
  #counted({ low, high }) {
    const measure = this.#measure;
    const exact = (/** @type {number} */ n) =>
      n < 1e9 && measure !== 'energy' ? whole(Math.round(n)) : count(n);
    return text(`ladder.in_${measure}`, { n: between(low, high, exact) });
  }

  #drawRuler() {
    const rungs = this.#rungs;
    const from = Math.floor(Math.log10(rungs[0].low));
    const to = Math.ceil(Math.log10(Math.max(...rungs.map(({ high }) => high))));
    const along = (/** @type {number} */ n) => (100 * (Math.log10(n) - from)) / (to - from);
    const powers = range(to - from + 1, from);
    const lines = make('span', 'lines', ...powers.map((power) => line(along(10 ** power))));
    const rows = rungs.map((rung, i) => this.#rung(rung, rungs[i - 1], along));
    this.$('.rungs').replaceChildren(lines, ...rows);
    const ticks = powers.filter((power) => (power - from) % EACH === 0);
    this.$('.axis').replaceChildren(
      ...ticks.map((power) => {
        const tick = make('span', power === to ? 'end' : '', powerOf(power));
        tick.style.left = `${along(10 ** power)}%`;
        return tick;
      }),
    );
  }

  /**
   * @param {LadderRung} rung
   * @param {LadderRung | undefined} above
   * @param {(n: number) => number} along
   */
  #rung(rung, above, along) {
    const known = make('i');
    known.style.width = `${along(rung.low)}%`;
    const open = make('i', 'range');
    open.style.left = known.style.width;
    open.style.width = `${along(rung.high) - along(rung.low)}%`;
    const times = above
      ? text('ladder.times', {
          n: between(rung.low / above.high, rung.high / above.low, factor),
        })
      : '';
    const row = make(
      'button',
      'rung',
      make('b', '', nameOf(rung)),
      make('span', 'count', this.#counted(rung)),
      make('span', 'track', known, ...(rung.high > rung.low ? [open] : [])),
      make('span', 'times', times),
    );
    row.type = 'button';
    row.dataset.name = rung.name;
    return row;
  }

  /** @returns {Child[]} */
  #sentence() {
    const of = (/** @type {Name} */ name) => this.#rungs.find((rung) => rung.name === name);
    const [own, gpt3] = [of('this'), /** @type {LadderRung} */ (of('gpt3'))];
    const { aloud, flops } = this.value;
    switch (this.#measure) {
      case 'weights': {
        const times = gpt3.low / (own?.low ?? 1);
        return say('ladder.says_weights', {
          times: whole(Number(times.toPrecision(3))),
          metres: number(times * SHEET, 1),
        });
      }
      case 'text': {
        const told = (/** @type {Name} */ name) =>
          between(aloud[name][0], aloud[name][1], duration);
        const mine = own ? say('ladder.says_own_text', { own: told('this') }) : [];
        const bytes = whole(of('c4')?.low ?? 0);
        return [...mine, ...say('ladder.says_text', { bytes, c4: told('c4'), gpt3: told('gpt3') })];
      }
      case 'work': {
        if (!flops || !own) return say('ladder.says_no_work');
        const each = (/** @type {LadderRung} */ rung) => duration(rung.low / flops);
        return say('ladder.says_work', {
          flops: count(flops),
          own: each(own),
          gpt3: each(gpt3),
        });
      }
      default: {
        if (!own) return say('ladder.says_no_energy');
        const minutes = (/** @type {number} */ kwh) => duration((3600 * kwh) / KETTLE);
        return say('ladder.says_energy', {
          own: between(own.low, own.high, minutes),
          gpt3: between(gpt3.low, gpt3.high, minutes),
        });
      }
    }
  }

  #save() {
    const lines = MEASURES.flatMap((measure) =>
      this.value.measures[measure].map(({ name, low, high }) => [measure, name, low, high]),
    );
    saveCsv('ladder.csv', [['measure', 'of', 'from', 'to'], ...lines]);
  }
}

/** @param {number} along percent */
function line(along) {
  const made = make('i');
  made.style.left = `${along}%`;
  return made;
}

/** @param {number} power of ten */
function powerOf(power) {
  const digits = [...String(power)].map((digit) =>
    digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)],
  );
  return power >= 0 && power <= 6 ? whole(10 ** power) : `10${digits.join('')}`;
}
