// One step under the microscope: what it read, the hill of one weight, and the sum that moves it.

import { rgb, signed } from '../../page/colours.js';
import { finder, make } from '../../page/dom.js';
import { number, whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { contrasting } from '../../page/ramps.js';
import { readable } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { filled } from '../../parts/glass.js';
import { Plot } from '../../parts/plot.js';
import { training } from './training.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { BatchRow, MicroscopeValue, StepAsked } from '../../values'
 * @import { Key } from '../../page/words.js'
 * @import { Figure } from '../../parts/plotly.js'
 */

const RULES = ['sgd', 'adamw'];
const FIRST = 'h.0.mlp.c_fc.weight';
const MANY = 10;
const STRONG = 0.5; // a number of full colour
const PLACES = 6; // digits of a weight

/** @param {Widget<MicroscopeValue | StepAsked>} widget */
export default function microscope(widget) {
  return new Microscope(widget);
}

class Microscope {
  /** @type {StepAsked} */
  asked = { name: '', shot: 0, taken: 0, rule: 'sgd', matrix: FIRST, row: null, column: null };

  /** @type {MicroscopeValue | null} */
  #shown = null;

  #busy = false;

  /** @param {Widget<MicroscopeValue | StepAsked>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.plot = new Plot(this.$('.plot'));
    choosing(this.$('.rules'));
    this.#listen();
    widget.hear('trained', () => this.#trained());
    widget.watch((value) => this.#take(value));
    this.#rules();
    this.#trained();
  }

  #listen() {
    const { $, asked } = this;
    $('.one').addEventListener('click', () => this.#step(this.#shown ? 1 : 0));
    $('.ten').addEventListener('click', () => this.#step(MANY));
    $('.back').addEventListener('click', () => this.#ask({ taken: 0 }));
    $('.steep').addEventListener('click', () => this.#ask({ row: null, column: null }));
    $('select').addEventListener('change', (event) => {
      const matrix = /** @type {HTMLSelectElement} */ (event.target).value;
      this.#ask({ matrix, row: null, column: null });
    });
    for (const name of /** @type {const} */ (['row', 'column']))
      $(`[name=${name}]`, HTMLInputElement).addEventListener('change', (event) => {
        const [row, column] = this.#shown?.place ?? [0, 0];
        const value = Number(/** @type {HTMLInputElement} */ (event.target).value);
        this.#ask({ row, column, [name]: value });
      });
    this.widget.element.addEventListener('keydown', (event) => {
      const on =
        event.target instanceof Element && event.target.closest('input, select, [role=radio]');
      if (event.key !== 'ArrowRight' || on || !this.#shown) return;
      event.preventDefault();
      this.#step(1);
    });
    this.#rules(asked.rule);
  }

  #rules(chosen = this.asked.rule) {
    const said = RULES.map((rule) => text(/** @type {Key} */ (`micro.${rule}`)));
    fill(this.$('.rules'), text('micro.rule'), said, RULES.indexOf(chosen), (i) =>
      this.#ask({ rule: RULES[i], taken: 0 }),
    );
  }

  /** @param {number} more */
  #step(more) {
    const most = this.#shown?.most ?? MANY;
    this.#ask({ taken: Math.min(most, this.asked.taken + more) });
  }

  /** @param {Partial<StepAsked>} patch */
  #ask(patch) {
    const { look, name } = training;
    if (this.#busy || !look || look.shot === undefined) return;
    if (name !== this.asked.name || look.shot !== this.asked.shot) this.asked.taken = 0;
    const [row, column] = this.#shown?.place ?? [null, null];
    const place = name === this.asked.name ? { row, column } : {};
    Object.assign(this.asked, place, { name, shot: look.shot }, patch);
    this.#busy = true;
    put(this.$('.state'), 'micro.busy');
    this.#rules();
    this.widget.send({ ...this.asked });
    this.widget.trigger('look');
  }

  #trained() {
    const { look } = training;
    this.$('.card').hidden = !look;
    if (look) put(this.$('.note'), 'micro.from', { n: whole(look.step) });
  }

  /** @param {MicroscopeValue | StepAsked | null} value */
  #take(value) {
    if (!value || !('trouble' in value)) return;
    this.#busy = false;
    this.$('.state').textContent = value.trouble;
    if (value.trouble) return;
    this.#shown = value;
    this.#draw(value);
  }

  /** @param {MicroscopeValue} value */
  #draw(value) {
    const { $ } = this;
    $('.body').hidden = false;
    put($('.state'), 'micro.step', { n: value.taken + 1, bits: number(value.loss, 2) });
    $('.batch').replaceChildren(...value.rows.map(row));
    const select = $('select', HTMLSelectElement);
    const names = Object.keys(value.shapes).map((name) => {
      const [rows, columns] = value.shapes[name];
      const option = make('option', '', `${name} (${rows} × ${columns})`);
      option.value = name;
      return option;
    });
    select.replaceChildren(...names);
    select.value = value.matrix;
    const shape = value.shapes[value.matrix];
    /** @type {const} */ (['row', 'column']).forEach((name, i) => {
      const input = $(`[name=${name}]`, HTMLInputElement);
      input.max = String(shape[i] - 1);
      input.value = String(value.place[i]);
    });
    this.plot.show(
      /** @type {Figure} */ (value.figure),
      text('micro.label', { slope: number(value.slope, 4) }),
    );
    this.#sum(value);
    const far = { n: whole(value.weights), way: number(value.moved, PLACES) };
    put($('.far'), 'micro.far', far);
  }

  /** @param {MicroscopeValue} value */
  #sum({ before, after, slope, rate, mean, size }) {
    const cells = [
      cell(before, 'micro.before'),
      sign('−'),
      cell(rate, 'micro.rate', false),
      sign('×'),
    ];
    if (mean === null || size === null) cells.push(cell(slope, 'micro.slope'));
    else cells.push(cell(mean, 'micro.mean'), sign('÷'), cell(size, 'micro.size', false));
    cells.push(sign('='), cell(after, 'micro.after'));
    this.$('.equation').replaceChildren(...cells);
  }
}

/** @param {BatchRow} given */
function row({ pieces, chances }) {
  const glasses = pieces.map((piece, i) => {
    const p = chances[i];
    return p === null ? make('span', 'given', readable(piece)) : filled(make('span'), { piece, p });
  });
  return make('p', 'written-text', ...glasses);
}

/**
 * A number of the sum, on the colour of its sign and size.
 * @param {number} value
 * @param {Key} name
 */
function cell(value, name, coloured = true) {
  const shown = make('b', '', number(value, PLACES));
  if (coloured) {
    const back = signed(value, STRONG);
    Object.assign(shown.style, { background: rgb(back), color: contrasting(back) });
  }
  return make('span', 'term-of', shown, make('small', '', text(name)));
}

/** @param {string} text */
const sign = (text) => make('span', 'sign', text);
