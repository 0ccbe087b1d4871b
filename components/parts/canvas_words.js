// What the canvas says of a painting.

import facts from '../page/facts.js';
import { number, sum } from '../page/numbers.js';
import { put } from '../page/words.js';

/**
 * @import { Offer } from '../values'
 * @typedef {Offer & { colours: number[], bits: number[], told?: string }} Painted
 */

/**
 * How far it is, or how it was painted.
 * @param {Element} note
 * @param {Painted | null} done
 */
export function tellPlace(note, done) {
  const count = done?.colours.length ?? 0;
  if (!done || !count) note.replaceChildren();
  else if (count < facts.pixels) put(note, 'canvas.at', { count, all: facts.pixels });
  else if (done.told) note.textContent = done.told;
  else if (done.painted.length) put(note, 'canvas.in_prompt');
  else put(note, 'canvas.how', { seed: done.seed, temperature: number(done.temperature) });
}

/**
 * What to do next, or what came of it.
 * @param {Element} line
 * @param {Painted | null} done
 * @param {{ painting: boolean, stale: boolean }} now
 */
export function tellState(line, done, { painting, stale }) {
  const count = done?.colours.length ?? 0;
  if (!done || !count) put(line, 'canvas.hint');
  else if (painting) put(line, 'canvas.so_far', { count });
  else if (stale) put(line, 'canvas.stale', { caption: done.caption });
  else put(line, 'canvas.bits', { bits: number(sum(done.bits), 1) });
}

/**
 * The pixel under the pointer.
 * @param {Element} note
 * @param {Painted | null} done
 * @param {number} i
 */
export function tellPixel(note, done, i) {
  const colour = done?.colours[i];
  if (colour === undefined) return;
  put(note, 'canvas.pixel', {
    row: Math.floor(i / facts.side),
    column: i % facts.side,
    colour: facts.colours[colour],
    bits: number(done?.bits[i] ?? 0, 1),
  });
}
