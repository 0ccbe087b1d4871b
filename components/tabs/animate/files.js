// The clip as files.

import { make, pen } from '../../page/dom.js';
import { saveCanvas, saveJson } from '../../page/export.js';
import facts from '../../page/facts.js';
import { range } from '../../page/numbers.js';
import { CELL, corner } from '../../parts/picture.js';
import { EACH, SIDE, frameOf } from './shape.js';

/** @import { Painted } from '../../parts/canvas_words.js' */

const GAP = CELL / 2; // between frames
const WIDE = SIDE * CELL;

/**
 * The frames side by side.
 * @param {Painted | null} done
 */
export function saveStrip(done) {
  if (!done?.colours.length) return;
  const strip = make('canvas');
  strip.width = facts.frames * (WIDE + GAP) - GAP;
  strip.height = WIDE;
  const context = pen(strip);
  for (const [i, colour] of done.colours.entries()) {
    const { x, y } = corner(i % EACH, SIDE);
    context.fillStyle = facts.palette[colour];
    context.fillRect(frameOf(i) * (WIDE + GAP) + x, y, CELL, CELL);
  }
  saveCanvas('clip.png', strip, done.caption);
}

/**
 * The same as numbers: frames of rows of colours, and of the surprise of each.
 * @param {Painted | null} done
 */
export function saveNumbers(done) {
  if (!done?.colours.length) return;
  const { caption, seed, temperature, colours, bits } = done;
  const names = colours.map((colour) => facts.colours[colour]);
  const frames = { colours: shaped(names), bits: shaped(bits) };
  saveJson('clip.json', { caption, seed, temperature, ...frames });
}

/**
 * @template T
 * @param {T[]} all
 * @returns {T[][][]} frames of rows
 */
const shaped = (all) =>
  range(Math.ceil(all.length / EACH)).map((frame) => {
    const own = all.slice(frame * EACH, (frame + 1) * EACH);
    return range(Math.ceil(own.length / SIDE)).map((row) =>
      own.slice(row * SIDE, (row + 1) * SIDE),
    );
  });
