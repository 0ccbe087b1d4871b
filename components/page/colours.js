// Colours in the theme that is on: the ramps of the design, and canvases of many cells.

import { pen } from './dom.js';
import { STEPS, along, channels, signedStep, unsignedStep, word } from './ramps.js';

/** @import { Rgb } from './ramps.js' */

/** @type {Record<string, [light: string, dark: string]>} */
const RAMPS = {
  chance: [
    '#ffffff #dbf4e8 #acddca #78c7af #31b197 #018f84 #086d6c #044b54 #012b39',
    '#161e1c #173436 #1d5252 #21716f #25928b #37b19e #4fd1ae #98ebc4 #deffe8',
  ],
  signed: [
    '#552d88 #7c60a9 #a593c9 #d1c7e6 #fdfdfd #e6c5b2 #c78f6d #a65b27 #713401',
    '#ceb5fe #a186d2 #726093 #463d57 #1e1e1e #573c2c #915d3c #cf804e #ffaf7e',
  ],
};

export const dark = () => document.body.classList.contains('dark');

/** @type {Map<string, any>} thousands of cells ask for colours: each is read once for each theme */
const known = new Map();

/**
 * @template T
 * @param {string} name
 * @param {() => T} read
 * @returns {T}
 */
function once(name, read) {
  const key = `${name} ${dark()}`;
  const found = known.get(key);
  if (found) return found;
  const made = read();
  known.set(key, made);
  return made;
}

/**
 * A custom property of the style; asking lays the page out.
 * @param {string} name
 * @returns {string}
 */
export const css = (name) =>
  once(name, () => getComputedStyle(document.body).getPropertyValue(name).trim());

/** @param {string} name */
const stops = (name) => RAMPS[name][Number(dark())].split(' ');

/**
 * A ramp as the places and colours of its stops.
 * @param {string} name
 * @returns {[place: number, colour: string][]}
 */
export const scale = (name) => stops(name).map((stop, i, all) => [i / (all.length - 1), stop]);

/** @param {string} name */
const ramp = (name) => once(`ramp ${name}`, () => stops(name).map(channels));

/**
 * For `style.background`.
 * @param {string} name
 */
export const gradient = (name) => `linear-gradient(90deg, ${stops(name)})`;

/**
 * The colour at `t`, 0 to 1, of the way along a ramp.
 * @param {string} name
 * @param {number} t
 */
export const at = (name, t) => along(ramp(name), t);

/**
 * A probability's colour: its place is the square root, as with the side of a pip.
 * @param {number} p
 */
export const chance = (p) => at('chance', Math.sqrt(p));

/**
 * @param {number} x
 * @param {number} limit
 */
export const signed = (x, limit) => at('signed', (x / limit + 1) / 2);

/** @param {Rgb} rgb */
export const rgb = (rgb) => `rgb(${rgb})`;

/**
 * A ramp in steps, as words of colour: one look-up for each of thousands of cells.
 * @param {string} name
 */
export const tints = (name) =>
  once(`tints ${name}`, () =>
    Uint32Array.from({ length: STEPS + 1 }, (_, i) => word(at(name, i / STEPS))),
  );

/**
 * The word of colour of a number: of one that has a sign, or of one that is never below 0.
 * @param {number} limit
 * @returns {(x: number) => number}
 */
export function shades(limit, signed = true) {
  const table = tints(signed ? 'signed' : 'chance');
  return signed ? (x) => table[signedStep(x, limit)] : (x) => table[unsignedStep(x, limit)];
}

/**
 * Cells of one pixel each.
 * @template {HTMLCanvasElement | OffscreenCanvas} C
 * @param {C} canvas
 * @param {number} width
 * @param {number} height
 * @param {(i: number) => number} colour a word of colour; 0: none
 * @returns {C}
 */
export function cellsOn(canvas, width, height, colour) {
  const image = new ImageData(width, height);
  const out = new Uint32Array(image.data.buffer);
  for (let i = 0; i < out.length; i++) out[i] = colour(i);
  canvas.width = width;
  canvas.height = height;
  const context = /** @type {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} */ (
    canvas.getContext('2d')
  );
  context.putImageData(image, 0, 0);
  return canvas;
}

/**
 * The numbers of a vector as cells, in lines; those beyond the end stay empty.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} numbers
 * @param {number} columns
 * @param {number} limit
 */
export function vectorOn(canvas, numbers, columns, limit, signed = true) {
  const shade = shades(limit, signed);
  const lines = Math.ceil(numbers.length / columns);
  cellsOn(canvas, columns, lines, (i) => (i < numbers.length ? shade(numbers[i]) : 0));
  return lines;
}

/**
 * A canvas in the pixels of the screen, ready to draw in those of the page.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 */
export function sharp(canvas, width, height) {
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = pen(canvas);
  context.scale(scale, scale);
  return context;
}
