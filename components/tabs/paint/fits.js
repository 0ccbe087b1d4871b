// Which pixels speak against a caption, and how they are drawn.

import { pen } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { floats, largestFirst, sum } from '../../page/numbers.js';
import { dab } from '../../parts/small.js';

/** @import { Fit } from '../../values' */

const MOST = 0.9; // of what is above 0, the pixels that hold it
const SEEN = 0.1; // bits; less is not drawn
const FULL = 4; // bits, of a die of equal faces: a circle as large as its pixel

/** @param {Fit} row */
export const pixelsOf = ({ pixels }) => floats(pixels);

/**
 * What each pixel costs more under one caption than under another, and how few pixels make up nine tenths of that.
 * @param {ArrayLike<number>} one
 * @param {ArrayLike<number>} other
 */
export function differing(one, other) {
  const bits = Array.from(one, (x, i) => x - other[i]);
  const more = bits.map((x) => Math.max(0, x));
  const enough = MOST * sum(more);
  let held = 0;
  let most = 0;
  for (const i of largestFirst(more)) {
    if (held >= enough) break;
    held += more[i];
    most += 1;
  }
  return { bits, most };
}

/**
 * The picture and, where there are any, a circle on each pixel: full where it costs more, hollow where it costs less.
 * @param {HTMLCanvasElement} canvas
 * @param {number[]} colours
 * @param {number[] | null} apart bits
 */
export function drawRead(canvas, colours, apart) {
  dab(canvas, colours);
  const context = pen(canvas);
  const cell = canvas.width / facts.side;
  for (const [i, bits] of (apart ?? []).entries()) {
    if (Math.abs(bits) < SEEN) continue;
    const [column, row] = [i % facts.side, Math.floor(i / facts.side)];
    context.beginPath();
    const r = (cell / 2) * Math.sqrt(Math.min(1, Math.abs(bits) / FULL));
    context.arc((column + 0.5) * cell, (row + 0.5) * cell, Math.max(1.5, r), 0, 2 * Math.PI);
    context.lineWidth = 1.5;
    context.fillStyle = context.strokeStyle = '#14201e';
    if (bits > 0) {
      context.fill();
      context.strokeStyle = '#fff';
    }
    context.stroke();
  }
}
