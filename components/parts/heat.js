// A map of weights as filled cells: for long texts.

import { cellsOn, css, tints } from '../page/colours.js';
import { pen } from '../page/dom.js';
import { STEPS } from '../page/ramps.js';

/** @import { Attended } from '../page/types.js' */

const LARGEST = 720; // pixels
const LEAST_ROW = 3; // pixels of the frame around the selected row

/**
 * Draws the map, a frame around one row; returns the pixels of a cell.
 * @param {HTMLCanvasElement} canvas
 * @param {Attended} map
 * @param {number} room pixels
 * @param {number} row
 */
export function drawHeat(canvas, { n, at }, room, row) {
  const dense = window.devicePixelRatio || 1;
  const side = Math.min(room, LARGEST);
  const ramp = tints('chance');
  const tint = (/** @type {number} */ q, /** @type {number} */ k) =>
    k > q ? 0 : ramp[Math.round(STEPS * Math.sqrt(at(q, k)))];
  const small = cellsOn(new OffscreenCanvas(n, n), n, n, (i) => tint(Math.floor(i / n), i % n));
  canvas.width = canvas.height = side * dense;
  canvas.style.width = canvas.style.height = `${side}px`;
  const context = pen(canvas);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
  const cell = side / n;
  if (row >= 0 && row < n) {
    const high = Math.max(cell, LEAST_ROW) * dense;
    context.strokeStyle = css('--ink');
    context.lineWidth = 2 * dense;
    context.strokeRect(dense, row * cell * dense, (row + 1) * cell * dense, high);
  }
  return cell;
}
