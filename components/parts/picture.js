// A picture of palette colours as an <svg>: its cells, how surprising each was, and what a pixel looked at.

import { make, pen, svg } from '../page/dom.js';
import { saveCanvas, saveJson } from '../page/export.js';
import facts from '../page/facts.js';
import { clamp, range } from '../page/numbers.js';

/**
 * @import { Offer } from '../values'
 * @import { Painted } from './canvas_words.js'
 */

export const CELL = 32; // pixels of the drawing
const DOT = 6;
const FULL_BITS = Math.log2(facts.colours.length); // of a die of equal faces: hides a pixel wholly
const SEEN = 0.004; // weights below are not drawn

/**
 * The corner of a pixel.
 * @param {number} i
 */
export const corner = (i) => ({ x: (i % facts.side) * CELL, y: Math.floor(i / facts.side) * CELL });

/**
 * The pixel at a place of the drawing, as shares of its width and height.
 * @param {number} across
 * @param {number} down
 */
export function pixelAt(across, down) {
  const place = (/** @type {number} */ share) =>
    clamp(Math.floor(share * facts.side), 0, facts.side - 1);
  return place(down) * facts.side + place(across);
}

/** @param {string} className */
const squares = (className) =>
  range(facts.pixels).map((i) =>
    svg('rect', { ...corner(i), width: CELL, height: CELL, class: className }),
  );

function dots() {
  const inset = (CELL - DOT) / 2;
  return range(facts.pixels).map((i) => {
    const { x, y } = corner(i);
    const at = { x: x + inset, y: y + inset, width: DOT, height: DOT };
    return svg('rect', { ...at, class: 'dot' });
  });
}

export class Picture {
  #cells = squares('cell');
  #dots = dots();
  #veils = squares('shade');
  #next = svg('rect', { width: CELL - 4, height: CELL - 4, rx: 4, class: 'next' });
  #pips = svg('g', { class: 'pips' });
  #ring = svg('g', { class: 'ring' });

  /** @param {SVGSVGElement} board */
  constructor(board) {
    const [next, pips, ring] = [this.#next, this.#pips, this.#ring];
    board.append(...this.#cells, ...this.#dots, ...this.#veils, next, pips, ring);
  }

  /**
   * @param {number} i
   * @param {number | undefined} colour its place in the palette; undefined: not painted
   * @param {number} bits of surprise that are shown
   */
  paint(i, colour, bits) {
    const painted = colour !== undefined;
    this.#cells[i].style.fill = painted ? facts.palette[colour] : 'none';
    this.#dots[i].style.display = painted ? 'none' : '';
    this.#veils[i].style.opacity = String(painted ? Math.min(1, bits / FULL_BITS) : 0);
  }

  /**
   * The frame around the pixel that is painted next.
   * @param {number} i
   */
  moveNext(i) {
    const { x, y } = corner(i);
    this.#next.setAttribute('x', String(x + 2));
    this.#next.setAttribute('y', String(y + 2));
  }

  /** @param {boolean} shown */
  showNext(shown) {
    this.#next.style.display = shown ? '' : 'none';
  }

  /** @param {number | null} i */
  ring(i) {
    this.#pips.replaceChildren();
    if (i === null) {
      this.#ring.replaceChildren();
      return;
    }
    const box = { ...corner(i), width: CELL, height: CELL };
    const line = (/** @type {string} */ name, /** @type {number} */ width) =>
      svg('rect', { ...box, class: name, 'stroke-width': width });
    this.#ring.replaceChildren(line('white', 8), line('ink', 4));
  }

  /** @param {ArrayLike<number>} weights of the pixels */
  pips(weights) {
    const shown = range(weights.length).filter((i) => weights[i] >= SEEN);
    this.#pips.replaceChildren(
      ...shown.map((i) => {
        const { x, y } = corner(i);
        const r = Math.max(2.5, Math.min(CELL / 2, 34 * Math.sqrt(weights[i])));
        return svg('circle', { cx: x + CELL / 2, cy: y + CELL / 2, r });
      }),
    );
  }

  /**
   * The number of the pixel that an event happened to; -1: none.
   * @param {Event} event
   */
  indexOf({ target }) {
    return this.#cells.findIndex((cell) => cell === target);
  }
}

/**
 * The picture as a file.
 * @param {{ colours: number[] } | null} done colours: places in the palette
 */
export function savePicture(done) {
  if (!done?.colours.length) return;
  const picture = make('canvas');
  picture.width = picture.height = facts.side * CELL;
  const context = pen(picture);
  for (const [i, colour] of done.colours.entries()) {
    const { x, y } = corner(i);
    context.fillStyle = facts.palette[colour];
    context.fillRect(x, y, CELL, CELL);
  }
  saveCanvas('painting.png', picture);
}

/**
 * The same as numbers.
 * @param {Painted | null} done
 */
export function saveNumbers(done) {
  if (!done?.colours.length) return;
  const colours = done.colours.map((colour) => facts.colours[colour]);
  saveJson('painting.json', { ...done, colours });
}

/**
 * What Paint would paint, before it does.
 * @param {Offer} offer
 */
export const blank = (offer) => ({ ...offer, painted: [], colours: [], bits: [] });

/**
 * Whether a painting is what Paint would paint again.
 * @param {Partial<Offer>} done
 * @param {Offer} offer
 */
export const isOf = (done, { caption, seed, temperature }) =>
  done.caption === caption && done.seed === seed && done.temperature === temperature;
