// The canvas: a picture of palette colours, as it is painted.

import { finder } from '../page/dom.js';
import { exporting } from '../page/export.js';
import facts from '../page/facts.js';
import { arrow } from '../page/keys.js';
import { range } from '../page/numbers.js';
import { page } from '../page/page.js';
import { put, text } from '../page/words.js';
import { tellPixel, tellPlace, tellState } from './canvas_words.js';
import { Pace } from './pace.js';
import { Picture, blank, isOf, pixelAt, saveNumbers, savePicture } from './picture.js';

/**
 * @import { Looked, Widget } from '../page/types.js'
 * @import { Offer, Strokes } from '../values'
 * @import { Painted } from './canvas_words.js'
 * @typedef {{ i: number, colour: number, bits: number }} Stroke
 * @typedef {Widget<Offer | Strokes, { opens: string }>} Canvas
 */

/** @param {Canvas} widget */
export default function pixelCanvas(widget) {
  return new PixelCanvas(widget);
}

class PixelCanvas {
  /** @type {Offer | null} what Paint would paint */
  #offer = null;

  /** @type {Painted | null} what is on the canvas */
  #done = null;

  /** @type {number | null} the pixel whose die is open */
  #chosen = null;

  /** @type {Looked | null} */
  #looked = null;

  #painting = false;
  #early = false; // stopped before anything came
  #pending = false; // paint as soon as there is an offer
  #veiled = false; // surprise is shown

  /** @param {Canvas} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.board = this.$('.canvas', SVGSVGElement);
    this.picture = new Picture(this.board);
    this.pace = new Pace((/** @type {Stroke[]} */ strokes, one) => this.#show(strokes, one));
    this.brush = this.$('.brush', HTMLButtonElement);
    this.stop = this.$('.stop', HTMLButtonElement);
    this.#listenToBoard();
    this.#listenToButtons();
    this.#hear();
    exporting(widget, { png: () => savePicture(this.#done), json: () => saveNumbers(this.#done) });
    this.#cells();
    this.#pending = page.state.notes.painted === '1' && this.view.isOpen();
    widget.watch((value) => this.#take(value));
  }

  get #count() {
    return this.#done?.colours.length ?? 0;
  }

  /** @param {Offer | Strokes | null} value a new offer, or some more pixels */
  #take(value) {
    if (value && 'first' in value) {
      this.#stroke(value);
      return;
    }
    this.#offer = value;
    if (this.#painting && value) return;
    if (value?.painted.length && this.#done?.colours.join() !== value.painted.join()) {
      this.#done = { ...value, colours: value.painted, bits: value.paid };
      this.#choose(null);
      this.#cells();
    }
    if (value && !this.#count && !this.#pending && !isOf(this.#done ?? {}, value)) {
      this.#done = blank(value);
      this.#choose(0); // the die of the first pixel is loaded before anything is painted
    }
    this.board.classList.toggle('stale', this.#isStale);
    this.#tellAddress();
    if (this.#pending && value) {
      this.#pending = false;
      this.#start();
    } else this.#refresh();
  }

  /** Whether the prompt has changed since. */
  get #isStale() {
    return Boolean(this.#done && this.#offer && this.#done.caption !== this.#offer.caption);
  }

  /** @param {Strokes} strokes */
  #stroke({ first, colours, bits }) {
    if (this.#early) {
      this.#early = false;
      this.widget.trigger('stop'); // Gradio cancels only what has begun to answer
    }
    if (!this.#painting || !this.#done) return; // stopped: what is under way does not count
    this.pace.take(colours.map((colour, i) => ({ i: first + i, colour, bits: bits[i] })));
  }

  /**
   * @param {Stroke[]} strokes
   * @param {boolean} one whether it is watched: then its die opens
   */
  #show(strokes, one) {
    if (!this.#done) return;
    for (const { i, colour, bits } of strokes) {
      this.#done.colours[i] = colour;
      this.#done.bits[i] = bits;
      this.#cell(i);
    }
    const count = this.#count;
    if (count === facts.pixels) this.#finish();
    else {
      this.picture.moveNext(count);
      this.#refresh();
    }
    if (one) this.#choose(count - 1);
  }

  #start() {
    if (!this.#offer) return;
    this.#painting = true;
    this.#early = false;
    this.pace.clear();
    this.#done = blank(this.#offer);
    this.#choose(null);
    this.board.classList.remove('stale');
    this.#cells();
    this.picture.moveNext(0);
    this.#refresh();
    this.widget.trigger('paint');
  }

  #finish() {
    this.#painting = false;
    this.pace.clear();
    this.#refresh();
    this.#tellAddress();
    const { pixel } = page.state.notes; // of a link
    if (pixel !== undefined && this.#chosen === null) this.#pick(Number(pixel));
  }

  /** A link paints the same picture again, where its prompt, seed and temperature are still those of the page. */
  #tellAddress() {
    const { colours, painted: given, ...done } = { colours: [], painted: [], ...this.#done };
    if (!this.#offer || this.#pending || this.#painting) return;
    const painted = colours.length === facts.pixels && !given.length && isOf(done, this.#offer);
    if (painted !== (page.state.notes.painted === '1')) page.note('painted', painted ? 1 : null);
  }

  #cells() {
    for (const i of range(facts.pixels)) this.#cell(i);
  }

  /** @param {number} i */
  #cell(i) {
    const bits = this.#veiled ? (this.#done?.bits[i] ?? 0) : 0;
    this.picture.paint(i, this.#done?.colours[i], bits);
  }

  #refresh() {
    const painting = this.#painting;
    const painted = this.#count > 0;
    const steps = painting && this.pace.speed === 'step';
    this.brush.disabled = (painting && !steps) || !this.#offer;
    put(this.brush, steps ? 'canvas.next' : painted ? 'canvas.paint_again' : 'canvas.paint');
    this.stop.disabled = !painting;
    this.$('.again', HTMLButtonElement).disabled = painting || !this.#offer;
    this.$('.veil', HTMLButtonElement).disabled = !painted;
    this.$('.inside', HTMLButtonElement).disabled = painting || !painted;
    this.picture.showNext(painting);
    this.#tell();
  }

  #tell() {
    tellPlace(this.$('.note'), this.#done);
    const label = text('canvas.label', { caption: this.#done?.caption ?? '', count: this.#count });
    this.board.setAttribute('aria-label', this.#count ? label : text('canvas.empty'));
    tellState(this.$('.say'), this.#done, { painting: this.#painting, stale: this.#isStale });
  }

  /** @param {number | null} i */
  #choose(i) {
    this.#chosen = i;
    this.#looked = null;
    this.picture.ring(i);
    if (i === null) {
      this.view.weigh(null);
      return;
    }
    if (this.#count) page.note('pixel', i);
    this.widget.send({ ...this.#done, pixel: i });
    this.widget.trigger('inspect');
  }

  /** @param {number} i */
  #pick(i) {
    if (this.#painting || !this.#done || i > Math.min(facts.pixels - 1, this.#count)) return;
    this.#choose(i);
  }

  /** The card beside says what the chosen pixel looked at. */
  #look() {
    const looked = this.#looked;
    if (looked?.pixel !== this.#chosen || !looked) return;
    this.picture.pips(looked.pixels);
    if (this.#done?.caption === page.state.text) this.view.weigh(looked.tokens); // else the chips are others
  }

  #hear() {
    const { hear } = this.widget;
    hear('looked', (looked) => {
      this.#looked = looked;
      this.#look();
    });
    hear('tried', () => {
      if (this.view.isOpen()) this.#pending = true;
    });
    hear('opened', () => {
      if (this.view.isOpen()) this.#look();
    });
  }

  #listenToBoard() {
    const { board } = this;
    board.addEventListener('click', (event) => {
      const box = board.getBoundingClientRect();
      const [across, down] = [event.clientX - box.left, event.clientY - box.top];
      this.#pick(pixelAt(across / box.width, down / box.height));
    });
    board.addEventListener('keydown', (event) => this.#key(event));
    board.addEventListener('pointermove', (event) => this.#point(event));
    board.addEventListener('pointerleave', () => this.#refresh());
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape') {
      this.#choose(null);
      page.note('pixel', null);
    }
    const move = arrow(event.key);
    if (!move) return;
    event.preventDefault();
    const from = this.#chosen;
    const to = from === null ? 0 : from + move[0] * facts.side + move[1];
    if (to >= 0 && to < facts.pixels) this.#pick(to);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (!this.#painting) tellPixel(this.$('.note'), this.#done, this.picture.indexOf(event));
  }

  #listenToButtons() {
    this.brush.addEventListener('click', () => {
      if (this.#painting) this.pace.step();
      else this.#start();
    });
    this.pace.listen(this.widget.element, () => this.#refresh());
    this.stop.addEventListener('click', () => {
      this.#early = !this.#count;
      if (!this.#early) this.widget.trigger('stop');
      this.#finish();
    });
    this.$('.again').addEventListener('click', () => {
      this.#pending = true;
      this.widget.trigger('again');
    });
    this.$('.inside').addEventListener('click', () => this.#open());
    this.$('.veil').addEventListener('click', () => this.#veil());
  }

  /** All that the model read for this picture becomes the prompt: the other tabs then open the same pass. */
  #open() {
    if (!this.#done) return;
    const pixels = this.#done.colours.map((colour) => `<${facts.colours[colour]}>`).join('');
    page.go({ tab: this.widget.options.opens, token: null, text: this.#done.start + pixels });
  }

  #veil() {
    const button = this.$('.veil');
    this.#veiled = !this.#veiled;
    button.setAttribute('aria-pressed', String(this.#veiled));
    put(button, this.#veiled ? 'canvas.hide_surprise' : 'canvas.show_surprise');
    this.#cells();
  }
}
