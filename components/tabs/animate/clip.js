// A clip, frame by frame as it is rolled: four frames side by side, and a player.

import { finder } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import facts from '../../page/facts.js';
import { range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put } from '../../page/words.js';
import { mostUnsure } from '../../parts/picture.js';
import { Roller } from '../../parts/roller.js';
import { tellButtons, tellLabel, tellPlace, tellState } from './clip_words.js';
import { saveNumbers, saveStrip } from './files.js';
import { Frames } from './frames.js';
import { step } from './moved.js';
import { Player } from './player.js';
import { EACH, SIDE } from './shape.js';

/**
 * @import { Looked, Widget } from '../../page/types.js'
 * @import { Offer, Strokes } from '../../values'
 */

const OPENED = 2; // the frame of which a die opens by itself: the third

/** @param {Widget<Offer | Strokes, { opens: string }>} widget */
export default function clip(widget) {
  return new Clip(widget);
}

class Clip {
  /** @type {number | null} the pixel whose die is open */
  #chosen = null;

  /** @type {Looked | null} */
  #looked = null;

  #veiled = false; // surprise is shown

  #ringed = false; // what moved is

  /** @param {Widget<Offer | Strokes, { opens: string }>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.frames = new Frames(this.$('.frames'));
    this.player = new Player(widget.element, (at) => this.frames.mark(at));
    widget.signal.addEventListener('abort', () => this.player.stop());
    this.roller = new Roller(widget, 'animate', 'animated', {
      begun: () => this.#begin(),
      fell: (strokes, one) => {
        for (const { i } of strokes) this.#cell(i);
        const last = this.#colours.length - 1;
        this.player.at = Math.floor(last / EACH);
        if (one) this.#choose(last);
      },
      ended: () => this.#end(),
      told: () => this.#tell(),
    });
    this.#listen();
    this.#hear();
    exporting(widget, {
      png: () => saveStrip(this.roller.done),
      json: () => saveNumbers(this.roller.done),
    });
    widget.watch((value) => this.roller.take(value));
  }

  get #colours() {
    return this.roller.done?.colours ?? [];
  }

  #begin() {
    const { busy, count } = this.roller;
    this.player.stop();
    this.player.at = 0;
    this.#cells();
    this.#choose(busy || count ? null : 0); // the die of the first pixel is loaded before anything is rolled
    if (count) this.#end();
  }

  #end() {
    if (!this.roller.whole) return;
    this.player.take(this.#colours);
    this.player.premiere();
    const { clip_pixel: pixel } = page.state.notes; // of a link
    if (pixel !== undefined) this.#pick(Number(pixel));
    else if (this.#chosen === null) this.#choose(this.#unsure());
  }

  /** The pixel of the third frame that was the greatest surprise. */
  #unsure() {
    const first = OPENED * EACH;
    const bits = this.roller.done?.bits.slice(first, first + EACH) ?? [];
    return first + mostUnsure(bits);
  }

  #cells() {
    for (const i of range(facts.pixels)) this.#cell(i);
  }

  /** @param {number} i */
  #cell(i) {
    const bits = this.#veiled ? (this.roller.done?.bits[i] ?? 0) : 0;
    this.frames.paint(i, this.#colours[i], bits);
  }

  #tell() {
    const { roller } = this;
    const { busy, count, done, isStale: stale } = roller;
    this.frames.next(busy ? count : null);
    this.frames.moved(this.#colours, this.#ringed);
    this.frames.pale(stale);
    this.player.take(this.#colours);
    tellButtons(this.$, roller);
    tellPlace(this.$('.note'), done);
    tellState(this.$('.say'), done, { busy, stale });
    tellLabel(this.$('.frames'), done, this.#chosen);
  }

  /** @param {number | null} i */
  #choose(i) {
    this.#chosen = i;
    this.#looked = null;
    this.frames.ring(i);
    tellLabel(this.$('.frames'), this.roller.done, i);
    this.roller.inspect(i);
  }

  /** @param {number | undefined} i one that somebody presses */
  #pick(i) {
    const { busy, done, count } = this.roller;
    if (i === undefined || busy || !done || !(i >= 0 && i <= Math.min(facts.pixels - 1, count)))
      return;
    this.#choose(i);
    if (count) page.note('clip_pixel', i);
  }

  /** The card beside says what the chosen pixel looked at. */
  #look() {
    const looked = this.#looked;
    if (!looked || looked.pixel !== this.#chosen) return;
    this.frames.pips(looked.pixels);
    if (this.roller.done?.caption === page.state.text) this.view.weigh(looked.tokens); // else the chips are others
  }

  #hear() {
    const { hear } = this.widget;
    hear('looked', (looked) => {
      this.#looked = looked;
      this.#look();
    });
    hear('opened', () => {
      if (this.view.isOpen()) this.#look();
      else this.player.stop();
    });
  }

  #listen() {
    const board = this.$('.frames');
    board.addEventListener('click', (event) => this.#pick(this.frames.at(event)));
    board.addEventListener('pointermove', (event) => {
      if (!this.roller.busy) tellPlace(this.$('.note'), this.roller.done, this.frames.at(event));
    });
    board.addEventListener('pointerleave', () => tellPlace(this.$('.note'), this.roller.done));
    board.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.#choose(null);
        page.note('clip_pixel', null);
        return;
      }
      const to = step(this.#chosen ?? 0, event.key, { side: SIDE, frames: facts.frames });
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.#pick(this.#chosen === null ? 0 : to);
    });
    this.#switch('.veil', (on) => {
      this.#veiled = on;
      put(this.$('.veil'), on ? 'canvas.hide_surprise' : 'canvas.show_surprise');
      this.#cells();
    });
    this.#switch('.moved', (on) => {
      this.#ringed = on;
      put(this.$('.moved'), on ? 'clip.hide_moved' : 'clip.show_moved');
      this.frames.moved(this.#colours, on);
    });
  }

  /**
   * A button that stays pressed.
   * @param {string} name
   * @param {(on: boolean) => void} turn
   */
  #switch(name, turn) {
    const button = this.$(name);
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(on));
      turn(on);
    });
  }
}
