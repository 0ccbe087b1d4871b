// One neuron: its weights and its bias, moved by hand, and the die beside it.

import { css, gradient, sharp, vectorOn } from '../../page/colours.js';
import { all, around, finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { stepInLines } from '../../page/keys.js';
import { clamp, floats, number, percent, range, reach } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { bars, boxed, letters } from '../../page/tokens.js';
import { put } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { NeuronValue } from '../../values'
 */

const COLUMNS = 64;
const CELL = 9; // pixels, the height of a cell
const WEIGHT = 3; // how far the sliders go at least
const BIAS = 8;
const WAIT = 60; // ms, until Python is asked while a slider is moved

/** @param {Widget<NeuronValue>} widget */
export default function neuron(widget) {
  return new Neuron(widget);
}

class Neuron {
  #inputs = new Float32Array();
  #weights = new Float32Array();
  #cells = ['in', 'by', 'out-of'].map(() => make('canvas')); // a pixel for each number

  /** @param {Widget<NeuronValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.strips = this.$('.strips');
    this.canvases = /** @type {HTMLCanvasElement[]} */ (all(this.strips, 'canvas'));
    const [layer, index] = ['.layer', '.index'].map((name) => this.$(name, HTMLInputElement));
    this.fields = { layer, neuron: index };
    this.weight = this.#slider('.weight', () => this.#line('weight', this.weight.value));
    this.bias = this.#slider('.bias', () => this.#line('bias', this.bias.value));
    this.#listen();
    exporting(widget, { csv: (value) => this.#save(value) });
    widget.watch((value) => this.#draw(value));
  }

  /**
   * @param {string} name
   * @param {() => string} line the edit that it makes
   */
  #slider(name, line) {
    const input = this.$(`${name} input`, HTMLInputElement);
    input.addEventListener('input', () => this.#put(line()));
    return input;
  }

  #listen() {
    for (const [name, field] of Object.entries(this.fields))
      field.addEventListener('change', () => this.#choose(name, field));
    this.$('.strongest').addEventListener('click', () => {
      const { value } = this.widget;
      if (value) this.view.turn({ neuron: value.strongest });
    });
    this.$('.reset').addEventListener('click', () => {
      page.set({ edits: page.state.edits.filter((edit) => !this.#isMine(edit)) });
    });
    this.strips.addEventListener('click', (event) => {
      const canvas = around(event, 'canvas');
      if (!canvas) return;
      const box = canvas.getBoundingClientRect();
      const column = Math.floor(((event.clientX - box.left) / box.width) * this.#columns);
      const line = Math.floor((event.clientY - box.top - 1) / CELL);
      this.#pick(line * this.#columns + clamp(column, 0, this.#columns - 1));
    });
    this.strips.addEventListener('keydown', (event) => {
      const next = stepInLines(event.key, this.#channel, this.#inputs.length, this.#columns);
      if (next === undefined) return;
      event.preventDefault();
      this.#pick(next);
    });
    new ResizeObserver(() => this.#render()).observe(this.strips);
  }

  get #columns() {
    return Math.min(COLUMNS, this.#inputs.length);
  }

  get #channel() {
    return clamp(this.view.dial('channel') || 0, 0, Math.max(0, this.#inputs.length - 1));
  }

  /** @param {number} channel */
  #pick(channel) {
    if (channel < 0 || channel >= this.#inputs.length) return;
    this.view.turn({ channel });
    this.#render();
    this.#tell();
  }

  /**
   * @param {string} name
   * @param {HTMLInputElement} field
   */
  #choose(name, field) {
    const last = this.view.last(name);
    const n = Number(field.value);
    const fits = field.value !== '' && Number.isInteger(n) && n >= 0 && n <= last;
    field.setAttribute('aria-invalid', String(!fits));
    this.$('.wrong').replaceChildren();
    if (fits) this.view.turn({ [name]: n });
    else put(this.$('.wrong'), 'neuron.wrong', { last });
  }

  /** How the lines of this neuron's edits begin. */
  get #place() {
    const { layer, neuron } = this.widget.value ?? { layer: 0, neuron: 0 };
    return `${layer} ${neuron} `;
  }

  /**
   * @param {'weight' | 'bias'} kind
   * @param {string} value
   */
  #line(kind, value) {
    const channel = kind === 'weight' ? `${this.#channel} ` : '';
    return `${kind} ${this.#place}${channel}= ${Number(value).toFixed(2)}`;
  }

  /** @param {string} edit */
  #isMine(edit) {
    return [`weight ${this.#place}`, `bias ${this.#place}`].some((begin) => edit.startsWith(begin));
  }

  /** @param {string} line of an edit, in place of the one of the same number */
  #put(line) {
    const begin = line.slice(0, line.indexOf('='));
    const others = page.state.edits.filter((edit) => !edit.startsWith(begin));
    page.set({ edits: [...others, line], edited: true }, WAIT);
  }

  /** @param {NeuronValue | null} value */
  #draw(value) {
    for (const part of ['.two', '.say']) this.$(part).hidden = !value;
    if (!value) {
      put(this.$('h2'), 'neuron.title');
      return;
    }
    const { layer, neuron: index } = value;
    this.#inputs = floats(value.inputs);
    this.#weights = floats(value.weights);
    put(this.$('h2'), 'neuron.of', { layer, neuron: index });
    for (const [name, field] of Object.entries(this.fields)) {
      field.max = String(this.view.last(name));
      if (document.activeElement !== field) field.value = String(name === 'layer' ? layer : index);
    }
    this.$('.strongest', HTMLButtonElement).disabled = value.strongest === index;
    this.strips.setAttribute('aria-valuemax', String(this.#inputs.length - 1));
    this.#faces(value);
    this.#render();
    this.#tell();
  }

  /** @param {NeuronValue} value */
  #faces({ faces, piece }) {
    put(this.$('.side h3'), 'neuron.die', { token: boxed(piece) });
    const rows = faces.map(({ piece: face, before, after }) => ({
      label: make('span', '', ...letters(face)),
      value: after,
      raw: before,
      text: percent(after),
    }));
    bars(this.$('.faces'), rows);
  }

  #render() {
    if (!this.#inputs.length) return;
    const products = this.#inputs.map((x, i) => x * this.#weights[i]);
    const strips = [this.#inputs, this.#weights, products];
    for (const [k, numbers] of strips.entries()) this.#strip(k, numbers);
    this.$('.ramp').style.background = gradient('signed');
    const ends = all(this.strips, '.ends');
    for (const [k, numbers] of strips.entries()) ends[k].textContent = `±${number(reach(numbers))}`;
  }

  /**
   * @param {number} k
   * @param {Float32Array} numbers
   */
  #strip(k, numbers) {
    const canvas = this.canvases[k];
    const lines = vectorOn(this.#cells[k], numbers, this.#columns, reach(numbers), true);
    const [wide, tall] = [canvas.clientWidth || 1, lines * CELL];
    canvas.style.height = `${tall + 2}px`;
    const context = sharp(canvas, wide, tall);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#cells[k], 0, 0, wide, tall);
    const w = wide / this.#columns;
    const at = this.#channel;
    context.lineWidth = 2;
    context.strokeStyle = css('--ink');
    context.strokeRect((at % this.#columns) * w, Math.floor(at / this.#columns) * CELL, w, CELL);
  }

  /** What is said, and where the sliders stand. */
  #tell() {
    const { value } = this.widget;
    if (!value) return;
    const at = this.#channel;
    const [x, w, old] = [this.#inputs[at], this.#weights[at], floats(value.old_weights)[at]];
    const { bias, old_bias, sum, fires, old_fires, activation, piece } = value;
    put(this.$('.reading'), 'neuron.reading', {
      i: at,
      x: number(x, 3),
      w: number(w, 3),
      product: number(x * w, 3),
    });
    this.strips.setAttribute('aria-valuenow', String(at));
    this.strips.setAttribute('aria-valuetext', this.$('.reading').textContent);
    const slots = {
      token: boxed(piece),
      n: this.#inputs.length,
      products: number(sum - bias),
      bias: number(bias),
      sum: number(sum),
      fires: number(fires),
      old: number(old_fires),
      activation,
    };
    const moved = fires.toFixed(2) !== old_fires.toFixed(2);
    put(this.$('.say'), moved ? 'neuron.says_moved' : 'neuron.says', slots);
    put(this.$('.weight .name'), 'neuron.weight_of', { i: at });
    set(this.$('.weight'), this.weight, w, old, WEIGHT);
    set(this.$('.bias'), this.bias, bias, old_bias, BIAS);
    this.$('.reset', HTMLButtonElement).disabled = !page.state.edits.some((e) => this.#isMine(e));
  }

  /** @param {NeuronValue} value */
  #save({ old_weights, bias, sum, fires }) {
    const old = floats(old_weights);
    const lines = range(this.#inputs.length).map((i) => [
      i,
      this.#inputs[i],
      old[i],
      this.#weights[i],
      this.#inputs[i] * this.#weights[i],
    ]);
    saveCsv('neuron.csv', [
      ['number', 'comes in', 'weight before', 'weight', 'product'],
      ...lines,
      ['bias', '', '', '', bias],
      ['sum', '', '', '', sum],
      ['fires', '', '', '', fires],
    ]);
  }
}

/**
 * A slider that shows a number; yellow where it is another than before.
 * @param {HTMLElement} line
 * @param {HTMLInputElement} input
 * @param {number} now
 * @param {number} before
 * @param {number} least how far it goes to either side
 */
function set(line, input, now, before, least) {
  const reaches = Math.ceil(Math.max(least, Math.abs(now), Math.abs(before)));
  input.min = String(-reaches);
  input.max = String(reaches);
  if (document.activeElement !== input) input.value = String(now);
  const share = (100 * (now + reaches)) / (2 * reaches);
  input.style.setProperty('--range_progress', `${share}%`);
  finder(line)('output').textContent = number(now);
  line.classList.toggle('changed', Math.abs(now - before) >= 0.005);
}
