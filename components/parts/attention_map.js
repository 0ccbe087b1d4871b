// One head's attention weights: a pip for each weight, its area the weight; long texts as filled cells.

import { all, finder } from '../page/dom.js';
import { exporting, saveCanvas, savePng, saveSvg } from '../page/export.js';
import { step } from '../page/keys.js';
import { floats, range } from '../page/numbers.js';
import { page } from '../page/page.js';
import { put, text } from '../page/words.js';
import { drawHeat } from './heat.js';
import { TOP, around, cellSize, corner, fitting, holding, leftOf, lensOf, toldOf } from './lens.js';
import { saveTable } from './map_file.js';
import { strongest, tellCell, tellHabits, tellRole, tellZoom } from './map_words.js';
import { drawPips } from './pips.js';

/**
 * @import { Attended, Widget } from '../page/types.js'
 * @import { AttentionMapValue } from '../values'
 * @import { Cell, Corner, Lens } from './lens.js'
 */

const DRAG = 4; // tokens; less is a click
const AFTER_DRAG_MS = 100;

/** @param {Widget<AttentionMapValue>} widget */
export default function attentionMap(widget) {
  return new AttentionMap(widget);
}

class AttentionMap {
  /** @type {Attended | null} */
  #map = null;

  #cell = 0; // pixels

  #width = 0; // of the frame, in pixels; asked for between two changes, it would be laid out anew each time

  /** @type {Cell | null} under the pointer */
  #over = null;

  /** @type {Lens | null} null: all of the map */
  #lens = null;

  /** @type {Cell | null} where dragging began */
  #drag = null;

  #dragged = -Infinity; // when dragging ended

  /** @param {Widget<AttentionMapValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.frame = this.$('.frame');
    this.board = this.$('svg', SVGSVGElement);
    this.canvas = this.$('canvas', HTMLCanvasElement);
    this.zoom = this.$('.zoom');
    this.#listenToPointer();
    this.#listenToControls();
    new ResizeObserver(() => {
      this.#width = this.frame.clientWidth;
      this.#mark(page.selected);
    }).observe(this.frame);
    exporting(widget, {
      png: () => this.#savePng(),
      svg: () => this.#saveSvg(),
      csv: () => this.#map && saveTable(this.#map),
    });
    widget.watch(
      (value) => this.#draw(value),
      (row) => this.#mark(row),
    );
  }

  /** The column that was pressed. */
  get #column() {
    const { column } = page.state.notes;
    return /^\d+$/.test(column) ? Number(column) : null;
  }

  get #fits() {
    return fitting(this.#width);
  }

  /** @param {AttentionMapValue | null} value */
  #draw(value) {
    this.#over = null;
    this.frame.hidden = !value;
    this.$('.legend').hidden = !value;
    if (!value) this.#empty();
    else this.#fill(value);
    this.view.tell('attended', this.#map);
    this.view.tell('pointed', this.#column);
  }

  #empty() {
    this.#map = null;
    this.board.replaceChildren();
    put(this.$('h2'), 'map.one_head');
    this.$('.say').replaceChildren();
  }

  /** @param {AttentionMapValue} value */
  #fill(value) {
    const { layer, head, through, pieces } = value;
    const cells = floats(value.cells);
    const n = pieces.length;
    this.#map = { n, pieces, layer, head, through, at: (row, col) => cells[row * n + col] };
    put(this.$('h2'), through ? 'map.rollout' : 'map.head', { layer, head });
    for (const button of all(this.widget.element, '[data-through]')) {
      const pressed = Number(button.dataset.through) === through;
      button.setAttribute('aria-pressed', String(pressed));
    }
    tellRole(this.$('.role'), value);
    tellHabits(this.$('.habits'), value);
    this.frame.setAttribute('aria-label', text('map.label', { layer, head }));
  }

  /** @param {number} row the selected one */
  #mark(row) {
    const map = this.#map;
    const known = map && row >= 0 && row < map.n;
    const weights = known ? range(map.n).map((k) => (k <= row ? map.at(row, k) : 0)) : null;
    this.view.weigh(weights);
    if (!map) return;
    if (!this.#width) return; // in a tab that is not open
    this.#lens = this.#look(map.n, row);
    this.#cell = cellSize(this.#width, this.#lens?.size ?? map.n);
    this.#show(map, row);
    tellZoom(this.zoom, this.$('.part'), { lens: this.#lens, n: map.n, fits: this.#fits });
    this.#speak(this.#over ?? { row, col: this.#column });
  }

  /**
   * The part that the address notes, moved on so that it holds what is selected.
   * @param {number} n tokens
   * @param {number} row the selected one
   */
  #look(n, row) {
    const lens = lensOf(page.state.notes.lens, this.#width, n);
    const held = lens && holding(lens, row, this.#column, n);
    if (held && held !== lens) page.note('lens', toldOf(held));
    return held;
  }

  /**
   * @param {Attended} map
   * @param {number} row
   */
  #show(map, row) {
    const pips = this.#lens !== null || map.n <= this.#fits;
    this.board.toggleAttribute('hidden', !pips);
    this.canvas.hidden = pips;
    if (!pips) this.#cell = drawHeat(this.canvas, map, this.#width, row);
    else {
      const lens = this.#lens ?? { top: 0, left: 0, size: map.n };
      const look = { lens, cell: this.#cell, row, column: this.#column, key: !this.#lens };
      drawPips(this.board, map, { ...look, left: leftOf(this.#width) });
    }
  }

  /**
   * The same in words: the cell under the pointer, else the strongest weight of the selected row.
   * @param {Cell} cell
   */
  #speak({ row, col }) {
    const map = this.#map;
    if (!map || row < 0 || row >= map.n) return; // the text has just changed
    tellCell(this.$('.say'), map, row, col !== null && col <= row ? col : strongest(map, row));
  }

  /**
   * The cell that an event points at.
   * @param {MouseEvent} event
   * @returns {Cell | null}
   */
  #point(event) {
    const map = this.#map;
    if (!map) return null;
    const cells = !this.canvas.hidden;
    const box = (cells ? this.canvas : this.board).getBoundingClientRect();
    const scale = cells ? 1 : this.board.viewBox.baseVal.width / box.width;
    const x = (event.clientX - box.left) * scale - (cells ? 0 : leftOf(this.#width));
    const y = (event.clientY - box.top) * scale - (cells ? 0 : TOP);
    const row = Math.floor(y / this.#cell) + (this.#lens?.top ?? 0);
    const col = Math.floor(x / this.#cell) + (this.#lens?.left ?? 0);
    if (row < 0 || row >= map.n || col >= map.n) return null;
    return { row, col: x >= 0 && col <= row ? col : null };
  }

  #listenToPointer() {
    const { frame } = this;
    frame.addEventListener('pointermove', (event) => {
      this.#over = this.#point(event);
      this.#speak(this.#over ?? { row: page.selected, col: this.#column });
    });
    frame.addEventListener('pointerleave', () => {
      this.#over = null;
      this.#speak({ row: page.selected, col: this.#column });
    });
    frame.addEventListener('pointerdown', (event) => {
      this.#drag = this.canvas.hidden ? null : this.#point(event);
    });
    frame.addEventListener('pointerup', (event) => this.#drop(event));
    frame.addEventListener('click', (event) => this.#press(event));
  }

  #listenToControls() {
    this.zoom.addEventListener('click', () => this.#turnZoom());
    this.frame.addEventListener('keydown', (event) => this.#key(event));
    for (const button of all(this.widget.element, '[data-through]')) {
      const through = Number(button.dataset.through);
      button.addEventListener('click', () => this.view.turn({ through }));
    }
  }

  /**
   * Dragging over a map of cells opens that part.
   * @param {PointerEvent} event
   */
  #drop(event) {
    const from = this.#drag;
    const to = from && this.#point(event);
    this.#drag = null;
    if (!from || !to) return;
    const [a, b] = [corner(from), corner(to)];
    if (Math.max(Math.abs(b.row - a.row), Math.abs(b.col - a.col)) < DRAG) return;
    this.#zoomTo(a, b);
    this.#dragged = event.timeStamp;
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const at = this.#point(event);
    if (!at || event.timeStamp - this.#dragged < AFTER_DRAG_MS) return; // the end of a drag is no click
    this.#choose(at.col);
    if (at.row === page.selected) this.#mark(at.row);
    else page.select(at.row);
  }

  /** @param {number | null} column */
  #choose(column) {
    page.note('column', column);
    this.view.tell('pointed', column);
  }

  #turnZoom() {
    if (this.#lens) {
      page.note('lens', toldOf(null));
      this.#mark(page.selected);
      return;
    }
    const row = Math.max(0, page.selected);
    const first = Math.max(0, row - (this.#fits - 1));
    this.#zoomTo({ row: first, col: first }, { row, col: row });
  }

  /**
   * @param {Corner} a
   * @param {Corner} b
   */
  #zoomTo(a, b) {
    if (!this.#map) return;
    const { n } = this.#map;
    const lens = around(a, b, this.#fits, n);
    page.note('lens', toldOf(lens));
    const row = page.selected;
    if (row >= lens.top && row < lens.top + lens.size) this.#mark(row);
    else page.select(Math.min(n - 1, lens.top + lens.size - 1));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.#map) return;
    const row = page.selected;
    const vertical = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' }[event.key];
    const next = vertical
      ? step(vertical, row, this.#map.n)
      : step(event.key, this.#column ?? row, row + 1);
    if (next === undefined) return;
    event.preventDefault();
    this.#over = null;
    if (vertical) page.select(next);
    else {
      this.#choose(next);
      this.#mark(row);
    }
  }

  #savePng() {
    if (this.canvas.hidden) savePng('attention.png', this.board);
    else saveCanvas('attention.png', this.canvas);
  }

  #saveSvg() {
    if (this.canvas.hidden) saveSvg('attention.svg', this.board);
    else put(this.$('.say'), 'map.no_svg');
  }
}
