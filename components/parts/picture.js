// A picture of palette colours as an <svg>: its cells, how surprising each was, and what a pixel looked at.

import { svg } from '../page/dom.js';
import { saveCanvas, saveJson } from '../page/export.js';
import facts from '../page/facts.js';
import { clamp, largestFirst, range } from '../page/numbers.js';
import { text } from '../page/words.js';
import { dab, small } from './small.js';

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
 * @param {number} side of the picture, in pixels
 */
export const corner = (i, side = facts.side) => ({
  x: (i % side) * CELL,
  y: Math.floor(i / side) * CELL,
});

/**
 * The pixel at a place of the drawing, as shares of its width and height.
 * @param {number} across
 * @param {number} down
 * @param {number} side of the picture, in pixels
 */
export function pixelAt(across, down, side = facts.side) {
  const place = (/** @type {number} */ share) => clamp(Math.floor(share * side), 0, side - 1);
  return place(down) * side + place(across);
}

/**
 * Where a pixel is, in words.
 * @param {number} pixel
 * @param {number} frames of a clip; 1: a picture
 */
export function where(pixel, frames = 1) {
  const each = facts.pixels / frames;
  const [side, place] = [Math.sqrt(each), pixel % each];
  const at = { row: Math.floor(place / side), column: place % side };
  if (frames === 1) return text('pixel.at', at);
  return text('pixel.in_frame', { ...at, frame: Math.floor(pixel / each) + 1 });
}

/**
 * @param {string} className
 * @param {number} side
 */
const squares = (className, side) =>
  range(side * side).map((i) =>
    svg('rect', { ...corner(i, side), width: CELL, height: CELL, class: className }),
  );

/** @param {number} side */
function dots(side) {
  const inset = (CELL - DOT) / 2;
  return range(side * side).map((i) => {
    const { x, y } = corner(i, side);
    const at = { x: x + inset, y: y + inset, width: DOT, height: DOT };
    return svg('rect', { ...at, class: 'dot' });
  });
}

export class Picture {
  #cells;
  #dots;
  #veils;
  #next = svg('rect', { width: CELL - 4, height: CELL - 4, rx: 4, class: 'next' });
  #pips = svg('g', { class: 'pips' });
  #ring = svg('g', { class: 'ring' });

  /**
   * @param {SVGSVGElement} board
   * @param {number} side in pixels
   */
  constructor(board, side = facts.side) {
    this.side = side;
    this.#cells = squares('cell', side);
    this.#dots = dots(side);
    this.#veils = squares('shade', side);
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
    const { x, y } = corner(i, this.side);
    this.#next.setAttribute('x', String(x + 2));
    this.#next.setAttribute('y', String(y + 2));
  }

  /**
   * Draws something below the pips and the ring.
   * @param {SVGElement} drawing
   */
  under(drawing) {
    this.#pips.before(drawing);
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
    const box = { ...corner(i, this.side), width: CELL, height: CELL };
    const line = (/** @type {string} */ name, /** @type {number} */ width) =>
      svg('rect', { ...box, class: name, 'stroke-width': width });
    this.#ring.replaceChildren(line('white', 8), line('ink', 4));
  }

  /** @param {ArrayLike<number>} weights of the pixels */
  pips(weights) {
    const shown = range(weights.length).filter((i) => weights[i] >= SEEN);
    this.#pips.replaceChildren(
      ...shown.map((i) => {
        const { x, y } = corner(i, this.side);
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
  const picture = small(CELL);
  dab(picture, done.colours);
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
 * The pixel that was the greatest surprise: its die is worth a look. The first, before any is painted.
 * @param {number[]} bits
 */
export const mostUnsure = (bits) => largestFirst(bits)[0] ?? 0;

/**
 * Whether a painting is what Paint would paint again.
 * @param {Partial<Painted>} done
 * @param {Offer} offer
 */
export const isOf = (done, { caption, seed, temperature }) =>
  !done.told && done.caption === caption && done.seed === seed && done.temperature === temperature;
