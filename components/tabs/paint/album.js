// Small pictures that are painted together: one canvas each, drawn as its pixels come.

import { button, finder, make, pen } from '../../page/dom.js';
import { saveCanvas, saveCsv } from '../../page/export.js';
import facts from '../../page/facts.js';
import { range, sum } from '../../page/numbers.js';
import { put } from '../../page/words.js';
import { dab, small } from '../../parts/small.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { AlbumValue } from '../../values'
 * @typedef {{
 *   caption: string, seed: number, temperature: number, colours: number[], bits: number[], kept: number,
 * }} Small
 */

const CELL = 12; // pixels of a saved picture's pixel

/**
 * So many seeds on.
 * @param {number} seed
 * @param {number} by
 */
export const seedAfter = (seed, by) => (seed + by) % facts.seeds;

/**
 * Bits of what was rolled of a picture.
 * @param {Small} picture
 */
export const cost = ({ bits, kept }) => sum(bits.slice(kept));

export class Album {
  #run = 0;
  #asked = {}; // what Python was told

  #stopped = 0; // pictures that were asked for, if one did not wait for them
  #message = ''; // why there are none
  busy = false;

  /** @type {Small[]} */
  pictures = [];

  /** @type {HTMLCanvasElement[]} */
  #canvases = [];

  #changed = () => {};

  /** @param {Widget<AlbumValue, any>} widget with `.stop` and `.state` in its card */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.$('.stop').addEventListener('click', () => this.stop());
    widget.hear('opened', () => {
      if (!widget.view.isOpen()) this.stop();
    });
  }

  /** @param {() => void} changed called now, and after whatever changes */
  watch(changed) {
    this.#changed = changed;
    this.widget.watch((value) => this.#take(value));
    this.widget.hear('again', () => {
      if (this.busy) this.#ask(); // the same seeds: what is there is painted over with itself
    });
  }

  /** How many are painted wholly. */
  get done() {
    return this.pictures.filter(({ colours }) => colours.length === facts.pixels).length;
  }

  /** Whether there are pictures, and all of them done. */
  get complete() {
    return this.done > 0 && this.done === this.pictures.length;
  }

  /**
   * @param {Omit<Small, 'colours' | 'bits' | 'kept'>[]} wanted
   * @param {object} asked what Python is told beside
   * @param {number[]} kept the first pixels of all, as they stay
   */
  start(wanted, asked, kept = []) {
    this.#run = Date.now();
    this.busy = true;
    this.#stopped = 0;
    this.#message = '';
    this.pictures = wanted.map((each) => ({
      ...each,
      colours: [...kept],
      bits: kept.map(() => 0),
      kept: kept.length,
    }));
    this.#canvases = this.pictures.map(({ colours }) => {
      const canvas = small();
      dab(canvas, colours);
      return canvas;
    });
    this.#asked = { run: this.#run, ...asked };
    this.#ask();
    this.#refresh();
  }

  #ask() {
    this.widget.send(this.#asked);
    this.widget.trigger('paint');
  }

  stop() {
    if (!this.busy) return;
    this.busy = false;
    this.widget.trigger('stop');
    this.#stopped = this.pictures.length;
    this.pictures = this.pictures.filter(({ colours, kept }) => colours.length > kept);
    this.#refresh();
  }

  /** @param {AlbumValue | null} value */
  #take(value) {
    if (value && 'together' in value && value.run === this.#run) this.#hear(value);
    this.#refresh();
  }

  /** @param {AlbumValue} value of what was asked for last */
  #hear({ together, over, message }) {
    if (!this.busy) return;
    for (const { first, pixel, colours, bits } of together) {
      for (const [i, colour] of colours.entries()) {
        const picture = this.pictures[first + i];
        picture.colours[pixel] = colour;
        picture.bits[pixel] = bits[i];
        dab(this.#canvases[first + i], picture.colours, [pixel]);
      }
    }
    this.busy = !over;
    this.#message = message;
  }

  #refresh() {
    this.$('.stop', HTMLButtonElement).disabled = !this.busy;
    const state = this.$('.state');
    state.classList.toggle('bad', Boolean(this.#message));
    const pixels = sum(this.pictures.map(({ colours }) => colours.length));
    const all = this.pictures.length * facts.pixels;
    if (this.#message) state.textContent = this.#message;
    else if (this.busy) put(state, 'album.busy', { percent: Math.floor((100 * pixels) / all) });
    else if (this.#stopped) put(state, 'album.stopped', { done: this.done, all: this.#stopped });
    else state.replaceChildren();
    this.#changed();
  }

  /**
   * A picture with what stands below it; a press opens it on the large canvas.
   * @param {number} i
   * @param {string} label said of it
   * @param {Child[]} below
   */
  figure(i, label, ...below) {
    const picture = this.pictures[i];
    const told = make('span', 'below', ...below);
    const made = button('small', () => this.#open(picture, label), this.#canvases[i], told);
    made.setAttribute('aria-label', label);
    made.dataset.focus = String(i);
    made.disabled = picture.colours.length < facts.pixels;
    return made;
  }

  /**
   * @param {Small} picture
   * @param {string} told
   */
  #open(picture, told) {
    this.widget.view.tell('shown', { ...picture, told });
  }

  /**
   * All pictures in one file, so many in a row.
   * @param {string} name
   * @param {number} across
   */
  savePicture(name, across) {
    const size = facts.side * CELL;
    const whole = make('canvas');
    whole.width = Math.min(across, this.pictures.length) * (size + CELL);
    whole.height = Math.ceil(this.pictures.length / across) * (size + CELL);
    const context = pen(whole);
    context.imageSmoothingEnabled = false;
    for (const [i, canvas] of this.#canvases.entries()) {
      const [column, row] = [i % across, Math.floor(i / across)];
      context.drawImage(canvas, column * (size + CELL), row * (size + CELL), size, size);
    }
    saveCanvas(name, whole);
  }

  /**
   * A line for each picture: how it was asked for, `more` of it, and its pixels.
   * @param {string} name
   * @param {string[]} heads of `more`
   * @param {(i: number) => (string | number)[]} more
   */
  saveNumbers(name, heads = [], more = () => []) {
    const lines = this.pictures.map((picture, i) => {
      const { caption, seed, temperature, colours } = picture;
      const pixels = colours.map((colour) => facts.colours[colour]).join(' ');
      return [caption, seed, temperature, ...more(i), cost(picture), pixels];
    });
    saveCsv(name, [['caption', 'seed', 'temperature', ...heads, 'bits', 'colours'], ...lines]);
  }
}

/**
 * At how many places all pictures have the same colour.
 * @param {Small[]} pictures
 * @param {number} from the first place that counts
 */
export const alike = (pictures, from = 0) =>
  range(facts.pixels).filter(
    (i) => i >= from && pictures.every(({ colours }) => colours[i] === pictures[0].colours[i]),
  ).length;

/**
 * How many different pictures there are.
 * @param {Small[]} pictures
 */
export const different = (pictures) => new Set(pictures.map(({ colours }) => colours.join())).size;
