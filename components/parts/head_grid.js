// All heads of all layers as thumbnails; a click opens one.

import { cellsOn, dark, tints } from '../page/colours.js';
import { finder, make, radio } from '../page/dom.js';
import { arrow } from '../page/keys.js';
import { bytes, clamp, range } from '../page/numbers.js';
import { channels, word } from '../page/ramps.js';
import { put, text } from '../page/words.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { HeadGridValue } from '../values'
 */

const FUTURE = { light: '#f1f4f3', dark: '#0d1413' }; // the page behind the card

/** @param {Widget<HeadGridValue>} widget */
export default function headGrid(widget) {
  return new HeadGrid(widget);
}
const SMALL = 110; // pixels of a thumbnail of few tokens
const CELL = 16; // pixels of a weight, at most, where there are more

class HeadGrid {
  #layers = 0;
  #heads = 0;

  /** @param {Widget<HeadGridValue>} widget */
  constructor({ element, view, hear, watch }) {
    this.view = view;
    this.$ = finder(element);
    this.grid = this.$('.grid');
    this.grid.addEventListener('keydown', (event) => this.#key(event));
    hear('wanted', () => this.#mark());
    watch(
      (value) => this.#draw(value),
      () => this.#mark(),
    );
  }

  /** @param {HeadGridValue | null} value */
  #draw(value) {
    if (!value) {
      this.#build(0, 0);
      this.$('.note').replaceChildren();
      this.$('.say').replaceChildren();
      return;
    }
    const [layers, heads, n] = value.shape;
    if (layers !== this.#layers || heads !== this.#heads) this.#build(layers, heads);
    const largest = Math.max(SMALL, CELL * n);
    this.grid.style.gridTemplateColumns = `auto repeat(${heads}, minmax(0, ${largest}px))`;
    this.#paint(bytes(value.bytes), n);
    put(this.$('.note'), 'heads.count', { layers, heads });
    const hint = dark() ? 'heads.hint_dark' : 'heads.hint_light';
    put(this.$('.say'), value.tokens > n ? 'heads.blocks' : hint, { tokens: value.tokens, n });
  }

  /**
   * @param {Uint8Array} all 255 √weight
   * @param {number} n
   */
  #paint(all, n) {
    const ramp = tints('chance');
    const future = word(channels(dark() ? FUTURE.dark : FUTURE.light));
    this.grid.querySelectorAll('canvas').forEach((canvas, k) => {
      const first = k * n * n;
      const tint = (/** @type {number} */ i) =>
        i % n > Math.floor(i / n) ? future : ramp[2 * all[first + i]];
      cellsOn(canvas, n, n, tint);
    });
  }

  /**
   * @param {number} layers
   * @param {number} heads
   */
  #build(layers, heads) {
    this.#layers = layers;
    this.#heads = heads;
    const top = range(heads).map((head) => make('span', 'word', text('heads.head', { head })));
    const rows = range(layers).flatMap((layer) => [
      make('span', 'word', String(layer)),
      ...range(heads).map((head) => this.#thumbnail(layer, head)),
    ]);
    const corner = layers ? [make('span', 'word', text('heads.layer'))] : [];
    this.grid.replaceChildren(...corner, ...top, ...rows);
  }

  /**
   * @param {number} layer
   * @param {number} head
   */
  #thumbnail(layer, head) {
    const made = radio('head', () => this.#open(layer, head), make('canvas'));
    made.title = text('heads.one', { layer, head });
    made.setAttribute('aria-label', made.title);
    return made;
  }

  get #buttons() {
    return /** @type {NodeListOf<HTMLElement>} */ (this.grid.querySelectorAll('.head'));
  }

  /** At once; the map follows. */
  #mark() {
    const open = this.view.dial('layer') * this.#heads + this.view.dial('head');
    this.#buttons.forEach((button, k) => {
      button.setAttribute('aria-checked', String(k === open));
      button.tabIndex = k === open ? 0 : -1;
    });
  }

  /**
   * @param {number} layer
   * @param {number} head
   */
  #open(layer, head) {
    this.view.turn({ layer, head });
    this.#buttons[layer * this.#heads + head].focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const move = arrow(event.key);
    if (!move) return;
    event.preventDefault();
    const layer = clamp(this.view.dial('layer') + move[0], 0, this.#layers - 1);
    this.#open(layer, clamp(this.view.dial('head') + move[1], 0, this.#heads - 1));
  }
}
