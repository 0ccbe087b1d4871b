// The table of positions: one vector for each place in the text, learned, and beside it made of sine waves.

import { cellsOn, css, gradient, shades } from '../../page/colours.js';
import { all, around, finder, make, pen } from '../../page/dom.js';
import { exporting, saveCanvas } from '../../page/export.js';
import { step } from '../../page/keys.js';
import { clamp, mean, number, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put, say, text } from '../../page/words.js';
import { Plot } from '../../parts/plot.js';
import { readTables, saveNumbers, tellStripes } from './tables.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { PositionTableValue } from '../../values'
 * @import { Figure } from '../../parts/plotly.js'
 * @import { Name } from './tables.js'
 */

const FULL = 127; // the byte of a number that is `limit`

/** @param {Widget<PositionTableValue, { address: string }>} widget */
export default async function positionTable(widget) {
  return new PositionTable(widget, await widget.filled);
}

class PositionTable {
  /** @type {Name} */
  #name = 'learned';

  #at = -1; // the selected position

  /** @type {[position: number, channel: number] | null} */
  #pointed = null;

  #picture = make('canvas'); // a pixel for each number

  /**
   * @param {Widget<PositionTableValue, { address: string }>} widget
   * @param {PositionTableValue} value
   */
  constructor(widget, value) {
    this.value = value;
    this.tables = readTables(value);
    this.$ = finder(widget.element);
    this.element = widget.element;
    this.canvas = this.$('.table', HTMLCanvasElement);
    this.plot = new Plot(this.$('.plot'));
    this.matrices = /** @type {HTMLCanvasElement[]} */ (all(widget.element, '.matrix'));
    if (page.state.notes.positions === 'waves') this.#name = 'waves';
    this.#listen();
    exporting(widget, {
      png: () => saveCanvas('positions.png', this.canvas),
      csv: () => saveNumbers(value.numbers || widget.options.address, this.#name),
    });
    widget.watch(
      () => this.#draw(),
      (index) => this.#mark(index),
    );
  }

  get #table() {
    return this.tables[this.#name];
  }

  get #positions() {
    return this.value.shape[0];
  }

  get #numbers() {
    return this.value.shape[1];
  }

  /** Pixels of a matrix of cosines. */
  get #side() {
    return Math.ceil(this.#positions / this.value.thin_pairs);
  }

  /**
   * A number of the table, as far as it is drawn.
   * @param {number} position
   * @param {number} channel
   */
  #level(position, channel) {
    const { rows, thin } = this.value;
    const { cells } = this.#table;
    const lines = cells.length / rows;
    return cells[Math.floor(position / thin) * lines + Math.floor(channel / thin)];
  }

  #draw() {
    const { rows, thin } = this.value;
    const { cells, limit } = this.#table;
    const lines = cells.length / rows;
    const shade = shades(FULL);
    // Positions run from left to right, as the text does; the numbers of a position stand in its column.
    cellsOn(this.#picture, rows, lines, (i) =>
      shade(cells[(i % rows) * lines + Math.floor(i / rows)]),
    );
    for (const button of all(this.element, '[data-table]')) {
      button.setAttribute('aria-pressed', String(button.dataset.table === this.#name));
    }
    put(this.$('.note'), 'positions.note', { n: whole(this.#positions), numbers: this.#numbers });
    put(this.$('.end'), 'positions.last', { at: this.#positions - 1 });
    this.$('.low').textContent = `−${limit}`;
    this.$('.high').textContent = `+${limit}`;
    const step = number(limit / FULL, 4);
    put(this.$('.rounded'), thin > 1 ? 'positions.thinned' : 'positions.rounded', { step, thin });
    for (const ramp of all(this.element, '.ramp')) ramp.style.background = gradient('signed');
    for (const canvas of this.matrices) this.#square(canvas);
    this.plot.show(/** @type {Figure} */ (this.value.curves), text('positions.curves'));
    tellStripes(this.$('.stripes'), this.value, this.tables);
  }

  /**
   * Cosines of all pairs of positions, one pixel a pair.
   * @param {HTMLCanvasElement} canvas
   */
  #square(canvas) {
    const name = nameOf(canvas);
    const { similar } = this.tables[name];
    const shade = shades(FULL);
    cellsOn(canvas, this.#side, this.#side, (i) => shade(similar[i]));
    const said = { n: this.#positions, table: text(`positions.is_${name}`) };
    canvas.setAttribute('aria-label', text('positions.pairs', said));
  }

  /** @param {number} index */
  #mark(index) {
    this.#at = Math.min(index, this.#positions - 1);
    const at = this.#at;
    const { alike } = this.#table;
    const found = alike.filter(([, cosines]) => at >= 0 && at < cosines.length);
    const pairs = found.map(([gap, cosines]) =>
      say('positions.pair', { to: whole(at + gap), cosine: number(cosines[at]) }),
    );
    const means = alike.map(([gap, cosines]) =>
      say('positions.apart', { gap, cosine: number(mean(cosines)) }),
    );
    const average = say('positions.average', { means: listed(means) });
    const own = pairs.length ? say('positions.own', { at, pairs: listed(pairs) }) : [];
    this.$('.say').replaceChildren(...own, ...(own.length ? [' '] : []), ...average);
    const said = { n: this.#positions, numbers: this.#numbers, at };
    this.canvas.setAttribute('aria-label', text('positions.label', said));
    this.#render();
  }

  #render() {
    const { canvas } = this;
    const scale = devicePixelRatio;
    const context = pen(canvas);
    canvas.width = Math.round(canvas.clientWidth * scale);
    canvas.height = Math.round(canvas.clientHeight * scale);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#picture, 0, 0, canvas.width, canvas.height);
    const stripe = (
      /** @type {number} */ at,
      /** @type {string} */ name,
      /** @type {number} */ width,
    ) => {
      const x = ((Math.min(at, this.#positions - 1) + 0.5) / this.#positions) * canvas.width;
      context.fillStyle = css(name);
      context.fillRect(x - (width / 2) * scale, 0, width * scale, canvas.height);
    };
    if (this.#pointed) stripe(this.#pointed[0], '--ink-3', 1);
    if (this.#at < 0) return;
    stripe(this.#at, '--card', 7);
    stripe(this.#at, '--ink', 3);
  }

  /** @param {[position: number, channel: number] | null} pointed */
  #point(pointed) {
    this.#pointed = pointed;
    if (pointed) this.#read(pointed);
    else this.$('.reading').replaceChildren();
    this.#render();
  }

  /** @param {[position: number, channel: number]} pointed */
  #read([position, channel]) {
    const { limit } = this.#table;
    const x = (this.#level(position, channel) / FULL) * limit;
    const said = { position, channel, x: number(x, 3), limit };
    if (Math.abs(x) < limit) put(this.$('.reading'), 'positions.about', said);
    else put(this.$('.reading'), x < 0 ? 'positions.below' : 'positions.above', said);
  }

  /** @param {Name} name */
  #turn(name) {
    this.#name = name;
    page.note('positions', name === 'learned' ? null : name);
    this.#draw();
    this.#mark(this.#at);
    this.#point(this.#pointed);
  }

  #listen() {
    const { canvas } = this;
    canvas.addEventListener('pointermove', (event) => {
      const [across, down] = shares(event, canvas);
      this.#point([cell(across, this.#positions), cell(down, this.#numbers)]);
    });
    canvas.addEventListener('pointerleave', () => this.#point(null));
    canvas.addEventListener('click', () => this.#select());
    canvas.addEventListener('keydown', (event) => this.#key(event));
    for (const matrix of this.matrices) {
      matrix.addEventListener('pointermove', (event) => this.#readPair(matrix, event));
    }
    this.element.addEventListener('click', (event) => {
      const name = around(event, '[data-table]')?.dataset.table;
      if (name) this.#turn(/** @type {Name} */ (name));
    });
    const wide = new ResizeObserver(() => this.#render());
    wide.observe(canvas);
  }

  #select() {
    const position = this.#pointed?.[0] ?? Infinity;
    if (position < page.state.count) page.select(position);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const [position, channel] = this.#pointed ?? [Math.max(0, this.#at), 0];
    const down = { ArrowDown: this.value.thin, ArrowUp: -this.value.thin }[event.key];
    const next = step(event.key, position, this.#positions);
    if (event.key === 'Escape') this.#point(null);
    else if (event.key === 'Enter' && position < page.state.count) page.select(position);
    else if (down) this.#point([position, clamp(channel + down, 0, this.#numbers - 1)]);
    else if (next !== undefined) this.#point([next, channel]);
    else return;
    event.preventDefault();
  }

  /**
   * @param {HTMLCanvasElement} matrix
   * @param {PointerEvent} event
   */
  #readPair(matrix, event) {
    const [j, i] = shares(event, matrix).map((share) => cell(share, this.#side));
    const apart = this.value.thin_pairs;
    const name = nameOf(matrix);
    const cosine = this.tables[name].similar[i * this.#side + j] / FULL;
    put(this.$('.matrix-reading'), 'positions.reading', {
      i: i * apart,
      j: j * apart,
      table: text(`positions.is_${name}`),
      cosine: number(cosine),
    });
  }
}

/** @param {HTMLElement} matrix */
const nameOf = (matrix) => /** @type {Name} */ (matrix.dataset.of);

/**
 * Where an event points, as shares of an element's width and height.
 * @param {MouseEvent} event
 * @param {Element} element
 */
function shares(event, element) {
  const box = element.getBoundingClientRect();
  return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
}

/**
 * @param {number} share
 * @param {number} count
 */
const cell = (share, count) => clamp(Math.floor(share * count), 0, count - 1);

/**
 * With commas between.
 * @param {Child[][]} parts
 */
const listed = (parts) => parts.flatMap((part, i) => [...(i ? [', '] : []), ...part]);
