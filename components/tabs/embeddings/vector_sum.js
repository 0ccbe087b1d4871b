// A token's numbers plus its position's numbers: what enters the first layer.

import { css, gradient, rgb, sharp, signed } from '../../page/colours.js';
import { quoted } from '../../page/csv.js';
import { all, around, finder } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { stepInLines } from '../../page/keys.js';
import { floats, number, range, whole } from '../../page/numbers.js';
import { contrasting } from '../../page/ramps.js';
import { boxed } from '../../page/tokens.js';
import { put } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { VectorSumValue } from '../../values'
 */

const MOST_COLUMNS = 64; // cells in a line
const CELL = 9; // pixels, their height

/** @param {Widget<VectorSumValue>} widget */
export default function vectorSum(widget) {
  return new VectorSum(widget);
}

class VectorSum {
  /** @type {Float32Array[]} token, position, sum; or the token alone */
  #vectors = [];

  #shown = 0; // follows the pointer
  #pinned = 0; // follows the keyboard and clicks

  /** @param {Widget<VectorSumValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.sum = this.$('.sum');
    this.canvases = /** @type {HTMLCanvasElement[]} */ (all(this.sum, 'canvas'));
    this.#listen();
    exporting(widget, { csv: (value) => this.#save(value) });
    widget.watch((value) => this.#draw(value));
  }

  get #count() {
    return this.#vectors[0]?.length ?? 0;
  }

  get #columns() {
    return Math.min(MOST_COLUMNS, this.#count);
  }

  /** @param {VectorSumValue | null} value */
  #draw(value) {
    this.$('.body').hidden = !value;
    this.$('.empty').hidden = Boolean(value);
    const { token, position, embed } = value ?? { token: '', position: '', embed: '' };
    const shown = position ? [token, position, embed] : [token];
    this.#vectors = value ? shown.map(floats) : [];
    if (!value) {
      put(this.$('h2'), 'sum.title');
      this.$('.note').replaceChildren();
      return;
    }
    put(this.$('h2'), 'sum.of', { token: boxed(value.piece), at: value.at });
    put(this.$('.note'), 'sum.note', { id: whole(value.id), n: this.#count });
    this.#legend(value.limit);
    this.#shown = this.#pinned = Math.min(this.#pinned, this.#count - 1);
    this.sum.setAttribute('aria-valuemax', String(this.#count - 1));
    for (const part of all(this.sum, '.two')) part.hidden = !position;
    const [own, placed] = this.#vectors.map((vector) => number(Math.hypot(...vector)));
    put(this.$('.say'), position ? 'sum.lengths' : 'sum.alone', { token: own, position: placed });
    this.#render();
  }

  /** @param {number} limit */
  #legend(limit) {
    const beyond = this.#vectors.reduce(
      (n, vector) => n + vector.filter((x) => Math.abs(x) > limit).length,
      0,
    );
    this.$('.low').textContent = `−${limit}`;
    this.$('.high').textContent = `+${limit}`;
    this.$('.ramp').style.background = gradient('signed');
    this.$('.beyond').replaceChildren();
    if (beyond) put(this.$('.beyond'), 'sum.beyond', { n: whole(beyond) });
  }

  #render() {
    const { value } = this.widget;
    if (!value || !this.#count) return;
    for (const [k, vector] of this.#vectors.entries())
      this.#paint(this.canvases[k], vector, value.limit);
    this.#read();
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Float32Array} vector
   * @param {number} limit
   */
  #paint(canvas, vector, limit) {
    const height = Math.ceil(vector.length / this.#columns) * CELL;
    const width = canvas.clientWidth || 1;
    canvas.style.height = `${height + 2}px`;
    const context = sharp(canvas, width, height);
    const w = width / this.#columns;
    for (const [i, x] of vector.entries()) {
      const [left, top] = this.#corner(i, w);
      const colour = signed(x, limit);
      context.fillStyle = rgb(colour);
      context.fillRect(left, top, w + 0.5, CELL);
      if (Math.abs(x) <= limit) continue;
      context.fillStyle = contrasting(colour); // beyond the ramp: ticked
      context.fillRect(left + w - 3, top, 2, 2);
    }
    this.#frame(context, w);
  }

  /**
   * @param {number} i
   * @param {number} w pixels of a cell
   */
  #corner(i, w) {
    return [(i % this.#columns) * w, Math.floor(i / this.#columns) * CELL];
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} w
   */
  #frame(context, w) {
    const [left, top] = this.#corner(this.#shown, w);
    context.lineWidth = 2;
    context.strokeStyle = css('--card');
    context.strokeRect(left - 1.5, top - 1.5, w + 3, CELL + 3);
    context.strokeStyle = css('--ink');
    context.strokeRect(left, top, w, CELL);
  }

  #read() {
    const i = this.#shown;
    const [token, position, sum] = this.#vectors.map((vector) => number(vector[i], 3));
    put(this.$('.reading'), sum ? 'sum.reading' : 'sum.number', { i, sum, token, position });
    this.sum.setAttribute('aria-valuenow', String(i));
    this.sum.setAttribute('aria-valuetext', this.$('.reading').textContent);
  }

  /** @param {number} i */
  #show(i) {
    this.#shown = i;
    this.#render();
  }

  /** @param {number} i */
  #pin(i) {
    this.#pinned = i;
    this.#show(i);
  }

  /**
   * The number that an event points at; -1: none.
   * @param {MouseEvent} event
   */
  #under(event) {
    const canvas = around(event, 'canvas');
    if (!canvas) return -1;
    const box = canvas.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * this.#columns);
    const i = Math.floor((event.clientY - box.top - 1) / CELL) * this.#columns + column;
    return column >= 0 && column < this.#columns && i < this.#count ? i : -1;
  }

  #listen() {
    this.sum.addEventListener('pointermove', (event) => {
      const i = this.#under(event);
      if (i >= 0 && i !== this.#shown) this.#show(i);
    });
    this.sum.addEventListener('pointerleave', () => this.#show(this.#pinned));
    this.sum.addEventListener('click', (event) => {
      const i = this.#under(event);
      if (i >= 0) this.#pin(i);
    });
    this.sum.addEventListener('keydown', (event) => this.#key(event));
    const resized = new ResizeObserver(() => this.#render());
    resized.observe(this.sum);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const next = stepInLines(event.key, this.#pinned, this.#count, this.#columns);
    if (next === undefined) return;
    event.preventDefault();
    if (next >= 0 && next < this.#count) this.#pin(next);
  }

  /** @param {VectorSumValue} value */
  #save({ piece, at }) {
    const columns = ['number', `token ${quoted(piece)}`, `position ${at}`, 'into layer 0'];
    columns.length = 1 + this.#vectors.length;
    const lines = range(this.#count).map((i) => [i, ...this.#vectors.map((vector) => vector[i])]);
    saveCsv('embedding.csv', [columns, ...lines]);
  }
}
