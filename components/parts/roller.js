// Pixels as they are rolled: asked for, shown at a pace, stopped, rolled again by a link or by an invitation.

import { finder } from '../page/dom.js';
import facts from '../page/facts.js';
import { page } from '../page/page.js';
import { Pace } from './pace.js';
import { blank, isOf } from './picture.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { Offer, Strokes } from '../values'
 * @import { Painted } from './canvas_words.js'
 * @typedef {{ i: number, colour: number, bits: number }} Stroke
 * @typedef {object} Acts
 * @property {() => void} begun nothing is rolled yet, or a whole picture came with the prompt
 * @property {(strokes: Stroke[], one: boolean) => void} fell some more; `one`: it is watched, so its die opens
 * @property {() => void} ended all pixels are there, or Stop was pressed
 * @property {() => void} told what may be pressed has changed
 */

/**
 * @template {{ opens: string }} O
 */
export class Roller {
  /** @type {Offer | null} what would be rolled */
  offer = null;

  /** @type {Painted | null} what has been */
  done = null;

  busy = false;

  #early = false; // stopped before anything came

  #came = 0; // pixels that were sent

  #pending = false; // roll as soon as there is an offer

  /**
   * @param {Widget<Offer | Strokes, O>} widget
   * @param {string} event that rolls
   * @param {string} note in the address that says that all is rolled
   * @param {Acts} acts
   */
  constructor(widget, event, note, acts) {
    this.widget = widget;
    this.event = event;
    this.note = note;
    this.acts = acts;
    this.pace = new Pace((/** @type {Stroke[]} */ strokes, one) => this.#show(strokes, one));
    this.pace.listen(widget.element, acts.told);
    this.#pending = page.state.notes[note] === '1' && widget.view.isOpen();
    this.#listen();
  }

  get count() {
    return this.done?.colours.length ?? 0;
  }

  get whole() {
    return this.count === facts.pixels;
  }

  /** Whether the prompt has changed since. */
  get isStale() {
    return Boolean(this.done && this.offer && this.done.caption !== this.offer.caption);
  }

  /** @param {Offer | Strokes | null} value a new offer, or some more pixels */
  take(value) {
    if (value && 'first' in value) this.#strokes(value);
    else if (!value || !('pixel' in value)) this.#offered(value); // else it was sent from here
  }

  /** @param {Offer | null} offer */
  #offered(offer) {
    this.offer = offer;
    if (this.busy && offer) return;
    if (offer?.painted.length && this.done?.colours.join() !== offer.painted.join()) {
      this.done = { ...offer, colours: offer.painted, bits: offer.paid };
      this.acts.begun();
    }
    if (offer && !this.count && !this.#pending && !isOf(this.done ?? {}, offer)) {
      this.done = blank(offer);
      this.acts.begun();
    }
    this.#tellAddress();
    if (this.#pending && offer) {
      this.#pending = false;
      this.#start();
    } else this.acts.told();
  }

  /**
   * Another picture stands there.
   * @param {Painted} done
   */
  become(done) {
    this.done = done;
    this.#tellAddress();
  }

  /** @param {number | null} i the pixel whose die and looks are shown; null: that of none */
  inspect(i) {
    if (i === null) {
      this.widget.view.weigh(null);
      return;
    }
    this.widget.send({ ...this.done, pixel: i });
    this.widget.trigger('inspect');
  }

  /** @param {Strokes} strokes */
  #strokes({ first, colours, bits }) {
    if (this.#early) {
      this.#early = false;
      this.widget.trigger('stop'); // Gradio cancels only what has begun to answer
    }
    if (!this.busy || !this.done) return; // stopped: what is under way does not count
    if (first > this.#came) return; // Gradio says the last symbols of a run once more when it has ended
    const strokes = colours.map((colour, i) => ({ i: first + i, colour, bits: bits[i] }));
    this.pace.take(strokes.slice(Math.max(0, this.#came - first))); // rolled again, they fall as before
    this.#came = Math.max(this.#came, first + colours.length);
  }

  /**
   * @param {Stroke[]} strokes
   * @param {boolean} one
   */
  #show(strokes, one) {
    if (!this.done) return;
    for (const { i, colour, bits } of strokes) {
      this.done.colours[i] = colour;
      this.done.bits[i] = bits;
    }
    this.acts.fell(strokes, one);
    if (this.whole) this.#finish();
    else this.acts.told();
  }

  #start() {
    if (!this.offer) return;
    this.busy = true;
    this.#early = false;
    this.#came = 0;
    this.pace.clear();
    this.done = blank(this.offer);
    this.acts.begun();
    this.acts.told();
    this.widget.trigger(this.event);
  }

  #finish() {
    this.busy = false;
    this.pace.clear();
    this.#tellAddress();
    this.acts.ended();
    this.acts.told();
  }

  /** A link rolls the same again, where its prompt, seed and temperature are still those of the page. */
  #tellAddress() {
    const { painted: given, ...done } = { painted: [], ...this.done };
    if (!this.offer || this.#pending || this.busy) return;
    const rolled = this.whole && !given.length && isOf(done, this.offer);
    const { note } = this;
    if (rolled !== (page.state.notes[note] === '1')) page.note(note, rolled ? 1 : null);
  }

  #listen() {
    const { widget } = this;
    const $ = finder(widget.element);
    $('.brush').addEventListener('click', () => {
      if (this.busy) this.pace.step();
      else this.#start();
    });
    $('.stop').addEventListener('click', () => {
      this.#early = !this.count;
      if (!this.#early) widget.trigger('stop');
      this.#finish();
    });
    $('.again').addEventListener('click', () => {
      this.#pending = true;
      widget.trigger('again');
    });
    $('.inside').addEventListener('click', () => this.#open());
    widget.hear('again', () => {
      if (this.busy) widget.trigger(this.event);
    });
    widget.hear('tried', () => {
      if (widget.view.isOpen()) this.#pending = true;
    });
  }

  /** All that the model read becomes the prompt: the other tabs then open the same pass. */
  #open() {
    if (!this.done) return;
    const pixels = this.done.colours.map((colour) => `<${facts.colours[colour]}>`).join('');
    page.go({ tab: this.widget.options.opens, token: null, text: this.done.start + pixels });
  }
}
