// One tensor: the numbers of the selected token, how all of its numbers spread, and the line that makes it.

import { css, gradient, sharp, vectorOn } from '../page/colours.js';
import { finder, hideBody, make } from '../page/dom.js';
import { exporting, saveCsv } from '../page/export.js';
import { stepInLines } from '../page/keys.js';
import { clamp, floats, number, percent, reach } from '../page/numbers.js';
import { boxed } from '../page/tokens.js';
import { put, say, text } from '../page/words.js';
import { histogram } from './histogram.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { TensorValue } from '../values'
 * @typedef {'T' | 'C' | 'H' | 'D' | 'N'} Axis
 */

const LONG = 64; // a single row of more numbers is broken into lines

/** @param {Widget<TensorValue>} widget */
export default function tensor(widget) {
  return new Tensor(widget);
}

class Tensor {
  #numbers = new Float32Array();
  #columns = 1;
  #lines = 1;
  #shown = 0;
  #wide = 1; // pixels
  #cells = make('canvas'); // a pixel for each number

  /** @param {Widget<TensorValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.frame = this.$('.frame');
    this.canvas = this.$('canvas', HTMLCanvasElement);
    this.frame.addEventListener('pointermove', (event) => this.#point(event));
    this.frame.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => {
      this.#wide = this.frame.clientWidth || 1;
      this.#render();
    }).observe(this.frame);
    exporting(widget, { csv: (value) => this.#save(value) });
    widget.watch((value) => this.#draw(value));
  }

  /** @param {TensorValue | null} value */
  #draw(value) {
    hideBody(this.widget.element, !value);
    this.#numbers = value ? floats(value.values) : new Float32Array();
    if (!value) {
      put(this.$('h2'), 'tensor.title');
      this.$('.note').replaceChildren();
      return;
    }
    this.#layOut(value);
    this.#name(value);
    this.#legend(value);
    histogram(this.$('.histogram', SVGSVGElement), value.counts, value.edges);
    const [mean, std] = [number(value.mean, 3), number(value.std, 3)];
    put(this.$('.stats'), 'tensor.stats', { mean, std, zeros: percent(value.zeros) });
    this.#render();
  }

  /** @param {TensorValue} value */
  #layOut({ rows, signed }) {
    const width = this.#numbers.length / rows;
    this.#columns = rows > 1 ? width : Math.min(LONG, width);
    this.#lines = rows > 1 ? rows : Math.ceil(width / LONG);
    this.#shown = Math.min(this.#shown, this.#numbers.length - 1);
    vectorOn(this.#cells, this.#numbers, this.#columns, reach(this.#numbers), signed);
    this.frame.setAttribute('aria-valuemax', String(this.#numbers.length - 1));
  }

  /** @param {TensorValue} value */
  #name({ name, layer, what, shape, axes, made }) {
    const named = [.../** @type {Iterable<Axis>} */ (axes)].map((axis) => text(`axes.${axis}`));
    put(this.$('h2'), 'tensor.of', { name, layer });
    put(this.$('.note'), 'tensor.shape', {
      what,
      shape: shape.join(' × '),
      axes: named.join(' × '),
    });
    this.$('.made code').textContent = made.text;
    this.$('.made span').textContent =
      ` ${text('tensor.line', { path: made.path, line: made.line })}`;
  }

  /** @param {TensorValue} value */
  #legend({ rows, signed }) {
    const limit = number(reach(this.#numbers));
    this.$('.low').textContent = signed ? `−${limit}` : '0';
    this.$('.high').textContent = signed ? `+${limit}` : limit;
    this.$('.ramp').style.background = gradient(signed ? 'signed' : 'chance');
    const count = { rows, n: this.#numbers.length, columns: this.#columns };
    put(this.$('.layout'), rows > 1 ? 'tensor.heads' : 'tensor.lines', count);
  }

  /** The height of a line of numbers, in pixels. */
  get #tall() {
    const rows = this.widget.value?.rows ?? 1;
    return rows > 1 ? clamp(110 / rows, 14, 26) : clamp(160 / this.#lines, 6, 10);
  }

  #render() {
    if (!this.#numbers.length) return;
    const [w, tall] = [this.#wide / this.#columns, this.#tall];
    const height = this.#lines * tall;
    this.canvas.style.height = `${height}px`;
    const context = sharp(this.canvas, this.#wide, height);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#cells, 0, 0, this.#wide, height);
    context.lineWidth = 2;
    context.strokeStyle = css('--ink');
    const [x, y] = [
      (this.#shown % this.#columns) * w,
      Math.floor(this.#shown / this.#columns) * tall,
    ];
    context.strokeRect(x, y, Math.max(w, 2), tall);
    this.#read();
  }

  #read() {
    const { value } = this.widget;
    if (!value) return;
    const { rows, at, keys, piece } = value;
    const width = this.#numbers.length / rows;
    const i = rows > 1 ? this.#shown % width : this.#shown;
    const head = rows > 1 ? say('tensor.in_head', { head: Math.floor(this.#shown / width) }) : [];
    const key = keys && say('tensor.key', { key: boxed(keys[i]), i });
    const channel = say(value.axes.endsWith('N') ? 'tensor.neuron' : 'tensor.number', { i });
    put(this.$('.say'), keys && i > at ? 'tensor.masked' : 'tensor.reads', {
      token: boxed(piece),
      at,
      place: [...head, ...(key ?? channel)],
      x: number(this.#numbers[this.#shown], 3),
    });
    this.frame.setAttribute('aria-valuenow', String(this.#shown));
    this.frame.setAttribute('aria-valuetext', this.$('.say').textContent);
  }

  /** @param {number} i */
  #show(i) {
    if (i < 0 || i >= this.#numbers.length || i === this.#shown) return;
    this.#shown = i;
    this.#render();
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = this.canvas.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * this.#columns);
    const line = Math.floor((event.clientY - box.top) / this.#tall);
    if (column < 0 || column >= this.#columns || line < 0 || line >= this.#lines) return;
    this.#show(line * this.#columns + column);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const count = this.#numbers.length;
    const next = stepInLines(event.key, this.#shown, count, this.#columns);
    if (!count || next === undefined) return;
    event.preventDefault();
    this.#show(next);
  }

  /** @param {TensorValue} value */
  #save({ name, layer, at, rows }) {
    const width = this.#numbers.length / rows;
    const lines = Array.from(this.#numbers, (x, i) => [Math.floor(i / width), i % width, x]);
    saveCsv(`${name}.csv`, [['head', 'number', `${name}, layer ${layer}, token ${at}`], ...lines]);
  }
}
