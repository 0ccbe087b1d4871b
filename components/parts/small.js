// Small pictures of palette colours, on a canvas.

import { make, pen } from '../page/dom.js';
import facts from '../page/facts.js';
import { range } from '../page/numbers.js';

/**
 * An empty one.
 * @param {number} scale pixels of the canvas for a pixel of the picture
 */
export function small(scale = 1) {
  const canvas = make('canvas');
  canvas.width = canvas.height = scale * facts.side;
  return canvas;
}

/**
 * Pixels of a picture, as far as it is painted.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} colours places in the palette
 * @param {number[]} at which of them
 */
export function dab(canvas, colours, at = range(colours.length)) {
  const context = pen(canvas);
  const size = canvas.width / facts.side;
  for (const i of at) {
    context.fillStyle = facts.palette[colours[i]];
    context.fillRect((i % facts.side) * size, Math.floor(i / facts.side) * size, size, size);
  }
}

/**
 * Black with white around it: seen on every colour.
 * @param {HTMLCanvasElement} canvas
 * @param {number} i a pixel
 */
export function frame(canvas, i) {
  const context = pen(canvas);
  const size = canvas.width / facts.side;
  const [x, y] = [(i % facts.side) * size, Math.floor(i / facts.side) * size];
  context.lineWidth = 2;
  context.strokeStyle = '#000';
  context.strokeRect(x, y, size, size);
  context.strokeStyle = '#fff';
  context.strokeRect(x - 1.5, y - 1.5, size + 3, size + 3);
}

/**
 * The colours of a picture that is written as hexadecimal digits.
 * @param {string} digits
 */
export const coloursOf = (digits) => [...digits].map((digit) => parseInt(digit, 16));
