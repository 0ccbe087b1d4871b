// Four frames as one picture each; a pixel is counted through all of them.

import { make, svg } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { range } from '../../page/numbers.js';
import { put } from '../../page/words.js';
import { CELL, Picture, corner, pixelAt } from '../../parts/picture.js';
import { changed } from './moved.js';
import { EACH, SIDE, frameOf } from './shape.js';

const WIDE = SIDE * CELL;
const INSET = 6; // of a ring within its pixel

export class Frames {
  /** @param {HTMLElement} root gets a figure for each */
  constructor(root) {
    this.root = root;
    this.frames = range(facts.frames).map(() => {
      const board = svg('svg', {
        class: 'canvas',
        viewBox: `0 0 ${WIDE} ${WIDE}`,
        'aria-hidden': 'true',
      });
      const picture = new Picture(board, SIDE);
      const [marks, before] = ['changed', 'before'].map((name) =>
        svg('g', { class: `marks ${name}` }),
      );
      board.append(before);
      picture.under(marks);
      const caption = make('figcaption');
      const figure = make('figure', '', board, caption);
      return { board, picture, marks, before, caption, figure };
    });
    root.append(...this.frames.map(({ figure }) => figure));
  }

  /**
   * @param {number} pixel
   * @param {number | undefined} colour
   * @param {number} bits of surprise that are shown
   */
  paint(pixel, colour, bits) {
    this.frames[frameOf(pixel)].picture.paint(pixel % EACH, colour, bits);
  }

  /**
   * The frame around the pixel that is rolled next.
   * @param {number | null} pixel null: none
   */
  next(pixel) {
    for (const [i, { picture }] of this.frames.entries()) {
      const here = pixel !== null && frameOf(pixel) === i;
      picture.showNext(here);
      if (here) picture.moveNext(pixel % EACH);
    }
  }

  /**
   * Rings the chosen pixel, and the same place one frame earlier.
   * @param {number | null} pixel null: none
   */
  ring(pixel) {
    for (const [i, { picture, before }] of this.frames.entries()) {
      picture.ring(pixel !== null && frameOf(pixel) === i ? pixel % EACH : null);
      const earlier = pixel !== null && frameOf(pixel) === i + 1;
      before.replaceChildren(...(earlier ? ringed(pixel % EACH, 0) : []));
    }
  }

  /** @param {ArrayLike<number>} weights of all pixels */
  pips(weights) {
    const all = Array.from(weights);
    for (const [i, { picture }] of this.frames.entries())
      picture.pips(all.slice(i * EACH, (i + 1) * EACH));
  }

  /**
   * The stale ones are paler.
   * @param {boolean} stale
   */
  pale(stale) {
    for (const { board } of this.frames) board.classList.toggle('stale', stale);
  }

  /**
   * What changed from frame to frame: counted, and ringed where that is asked for.
   * @param {number[]} colours as far as rolled
   * @param {boolean} ring
   */
  moved(colours, ring) {
    const all = changed(colours, EACH);
    for (const [i, { marks, caption }] of this.frames.entries()) {
      const own = all.filter((pixel) => frameOf(pixel) === i);
      const whole = colours.length >= (i + 1) * EACH;
      marks.replaceChildren(...(ring ? own.flatMap((pixel) => ringed(pixel % EACH, INSET)) : []));
      if (i && whole) put(caption, 'clip.changed', { frame: i + 1, n: own.length });
      else put(caption, 'clip.frame', { frame: i + 1 });
    }
  }

  /**
   * Marks the frame that the player shows.
   * @param {number | null} now null: none
   */
  mark(now) {
    for (const [i, { figure }] of this.frames.entries()) figure.classList.toggle('now', i === now);
  }

  /**
   * The pixel that a press happened to; undefined: none.
   * @param {MouseEvent} event
   */
  at({ clientX, clientY }) {
    for (const [i, { board }] of this.frames.entries()) {
      const box = board.getBoundingClientRect();
      const [across, down] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
      if (across >= 0 && across < 1 && down >= 0 && down < 1)
        return i * EACH + pixelAt(across, down, SIDE);
    }
    return undefined;
  }
}

/**
 * White below ink: seen on every colour.
 * @param {number} i a pixel of a frame
 * @param {number} inset
 */
function ringed(i, inset) {
  const { x, y } = corner(i, SIDE);
  const size = CELL - 2 * inset;
  const box = { x: x + inset, y: y + inset, width: size, height: size };
  return ['white', 'ink'].map((name) => svg('rect', { ...box, class: name }));
}
