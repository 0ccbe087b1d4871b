// The picture beside the sentence: painted by the same loop, pixel by pixel.

import { finder, pen } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { floats, largestFirst, percent, range } from '../../page/numbers.js';
import { put, text } from '../../page/words.js';
import { dab } from '../../parts/small.js';
import { areas } from '../../parts/small_die.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { PaintingValue } from '../../values'
 */

const FIRST = 20; // pixels that are there when the page opens
const EACH_MS = 1000 / 24;
const FAST = 4; // pixels at once, while it paints the rest

/** @param {Widget<PaintingValue>} widget */
export default function painting(widget) {
  return new Painting(widget);
}

class Painting {
  #done = FIRST;
  #due = FIRST; // pixels that have been rolled
  #speed = 1;
  #timer = 0;
  #picture = -1;

  /** @param {Widget<PaintingValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.canvas = this.$('canvas', HTMLCanvasElement);
    this.$('.rest').addEventListener('click', () => this.#on(facts.pixels, FAST));
    this.$('.again').addEventListener('click', () => {
      widget.send({ picture: this.#picture + 1 });
      widget.trigger('another');
    });
    widget.hear('thrown', (pixels) => this.#on(this.#due + pixels, 1));
    widget.hear('opened', () => {
      if (!this.view.isOpen()) this.#due = this.#done;
    });
    widget.watch((value) => this.#show(value));
  }

  /** @param {PaintingValue | null} value */
  #show(value) {
    if (!value?.colours) return; // not there yet, or asked for another one
    this.$('.picture').hidden = !value.colours.length;
    this.view.tell('painting', value.colours);
    if (!value.colours.length) return;
    if (value.picture !== this.#picture) {
      this.#done = this.#due = this.#picture < 0 ? FIRST : 0;
      if (this.#picture >= 0) this.#on(facts.pixels, FAST);
    }
    this.#picture = value.picture;
    this.$('.caption').textContent = `“${value.caption}”`;
    this.#draw();
  }

  /**
   * @param {number} due
   * @param {number} speed
   */
  #on(due, speed) {
    this.#due = Math.min(facts.pixels, due);
    this.#speed = speed;
    if (!this.#timer) this.#timer = setInterval(() => this.#paint(), EACH_MS);
  }

  #paint() {
    const gone = !this.canvas.isConnected || this.#done >= this.#due;
    if (gone) {
      clearInterval(this.#timer);
      this.#timer = 0;
      return;
    }
    this.#done = Math.min(this.#due, this.#done + this.#speed);
    this.#draw();
  }

  #draw() {
    const { value } = this.widget;
    if (!value?.colours?.length) return;
    const { pixels, side } = facts;
    pen(this.canvas).clearRect(0, 0, side, side);
    dab(this.canvas, value.colours, range(this.#done));
    const over = this.#done === pixels;
    this.canvas.setAttribute(
      'aria-label',
      text('start.painted', { n: this.#done, caption: value.caption }),
    );
    this.canvas.dataset.painted = String(this.#done);
    const at = this.$('.at');
    at.hidden = over;
    at.style.left = `${((this.#done % side) * 100) / side}%`;
    at.style.top = `${(Math.floor(this.#done / side) * 100) / side}%`;
    this.$('.rest').hidden = over;
    put(this.$('.said'), over ? 'start.all_painted' : 'start.paints', { n: this.#done });
    this.#die(Math.min(this.#done, pixels - 1), floats(value.shares));
  }

  /**
   * @param {number} pixel
   * @param {Float32Array} shares
   */
  #die(pixel, shares) {
    const { palette, colours } = facts;
    const own = shares.subarray(pixel * palette.length, (pixel + 1) * palette.length);
    const order = largestFirst(own);
    const sorted = order.map((i) => own[i]);
    const die = this.$('.small-die');
    die.replaceChildren(
      ...areas(
        sorted,
        order.map((i) => palette[i]),
      ),
    );
    const said = { colour: colours[order[0]], p: percent(sorted[0]) };
    die.setAttribute('aria-label', text('start.likeliest', said));
  }
}
