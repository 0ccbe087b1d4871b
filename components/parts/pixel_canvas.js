// The canvas: a picture of palette colours, as it is painted.

import { finder } from '../page/dom.js';
import { exporting } from '../page/export.js';
import facts from '../page/facts.js';
import { range } from '../page/numbers.js';
import { page } from '../page/page.js';
import { put, text } from '../page/words.js';
import { listenToBoard } from './board.js';
import { tellPixel, tellPlace, tellState } from './canvas_words.js';
import { Picture, blank, mostUnsure, saveNumbers, savePicture } from './picture.js';
import { Roller } from './roller.js';

/**
 * @import { Looked, Widget } from '../page/types.js'
 * @import { Offer, Strokes } from '../values'
 * @typedef {Widget<Offer | Strokes, { opens: string }>} Canvas
 */

/** @param {Canvas} widget */
export default function pixelCanvas(widget) {
  return new PixelCanvas(widget);
}

class PixelCanvas {
  /** @type {number | null} the pixel whose die is open */
  #chosen = null;

  /** @type {Looked | null} */
  #looked = null;

  #veiled = false; // surprise is shown

  /** @param {Canvas} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.board = this.$('.canvas', SVGSVGElement);
    this.picture = new Picture(this.board);
    this.roller = new Roller(widget, 'paint', 'painted', {
      begun: () => this.#begin(),
      fell: (strokes, one) => {
        for (const { i } of strokes) this.#cell(i);
        if (one) this.#choose(this.roller.count - 1);
      },
      ended: () => this.#end(),
      told: () => this.#refresh(),
    });
    listenToBoard(this.board, {
      chosen: () => this.#chosen,
      pick: (i) => this.#pick(i),
      leave: () => {
        this.#choose(null);
        page.note('pixel', null);
      },
      point: (event) => {
        const { busy, done } = this.roller;
        if (!busy) tellPixel(this.$('.note'), done, this.picture.indexOf(event));
      },
      away: () => this.#refresh(),
    });
    this.$('.veil').addEventListener('click', () => this.#veil());
    this.#hear();
    const { roller } = this;
    exporting(widget, {
      png: () => savePicture(roller.done),
      json: () => saveNumbers(roller.done),
    });
    this.#cells();
    widget.watch((value) => roller.take(value));
  }

  #begin() {
    const { busy, done } = this.roller;
    this.#choose(busy ? null : mostUnsure(done?.bits ?? []));
    this.#cells();
    this.#settle();
  }

  #end() {
    this.#settle();
    if (this.#chosen !== null) return; // it was watched
    const { pixel } = page.state.notes; // of a link
    if (pixel === undefined) this.#choose(mostUnsure(this.roller.done?.bits ?? []));
    else this.#pick(Number(pixel));
  }

  /** A picture is there: others may go on from it. */
  #settle() {
    const { done, whole } = this.roller;
    if (done && whole) this.view.tell('painted', done);
  }

  #cells() {
    for (const i of range(facts.pixels)) this.#cell(i);
  }

  /** @param {number} i */
  #cell(i) {
    const { done } = this.roller;
    this.picture.paint(i, done?.colours[i], this.#veiled ? (done?.bits[i] ?? 0) : 0);
  }

  #refresh() {
    const { busy, count, offer, done, isStale: stale, pace } = this.roller;
    const steps = busy && pace.speed === 'step';
    const brush = this.$('.brush', HTMLButtonElement);
    brush.disabled = (busy && !steps) || !offer;
    put(brush, steps ? 'canvas.next' : count ? 'canvas.paint_again' : 'canvas.paint');
    this.$('.stop', HTMLButtonElement).disabled = !busy;
    this.$('.again', HTMLButtonElement).disabled = busy || !offer;
    this.$('.veil', HTMLButtonElement).disabled = !count;
    this.$('.inside', HTMLButtonElement).disabled = busy || !count;
    this.picture.showNext(busy);
    if (busy) this.picture.moveNext(count);
    this.board.classList.toggle('stale', stale);
    tellPlace(this.$('.note'), done);
    const label = text('canvas.label', { caption: done?.caption ?? '', count });
    this.board.setAttribute('aria-label', count ? label : text('canvas.empty'));
    tellState(this.$('.say'), done, { painting: busy, stale });
  }

  /** @param {number | null} i */
  #choose(i) {
    this.#chosen = i;
    this.#looked = null;
    this.picture.ring(i);
    this.roller.inspect(i);
  }

  /** @param {number} i */
  #pick(i) {
    const { busy, done, count } = this.roller;
    if (busy || !done || i > Math.min(facts.pixels - 1, count)) return;
    this.#choose(i);
    if (count) page.note('pixel', i);
  }

  /** The card beside says what the chosen pixel looked at. */
  #look() {
    const looked = this.#looked;
    if (looked?.pixel !== this.#chosen || !looked) return;
    this.picture.pips(looked.pixels);
    if (this.roller.done?.caption === page.state.text) this.view.weigh(looked.tokens); // else the chips are others
  }

  #hear() {
    const { hear } = this.widget;
    const { roller } = this;
    hear('looked', (looked) => {
      this.#looked = looked;
      this.#look();
    });
    hear('shown', (shown) => {
      if (roller.busy || !roller.offer) return;
      roller.become({ ...blank(roller.offer), ...shown });
      this.#choose(mostUnsure(shown.bits));
      this.#cells();
      this.#refresh();
      this.#settle();
      this.board.scrollIntoView({ block: 'nearest' });
    });
    hear('opened', () => {
      if (this.view.isOpen()) this.#look();
    });
  }

  #veil() {
    const button = this.$('.veil');
    this.#veiled = !this.#veiled;
    button.setAttribute('aria-pressed', String(this.#veiled));
    put(button, this.#veiled ? 'canvas.hide_surprise' : 'canvas.show_surprise');
    this.#cells();
  }
}
