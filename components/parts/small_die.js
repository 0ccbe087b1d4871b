// Shares as parts of a square, in percent of whatever holds them.

import { make } from '../page/dom.js';
import { halve, place } from './areas.js';

/** @import { Box } from './areas.js' */

/**
 * Where each share lies on a square of 100 by 100.
 * @param {number[]} shares
 */
export const cut = (shares) => place(halve(shares, 1, 1), shares, { x: 0, y: 0, w: 100, h: 100 });

/**
 * @param {HTMLElement} node
 * @param {Box} box
 */
export function lay(node, { x, y, w, h }) {
  Object.assign(node.style, { left: `${x}%`, top: `${y}%`, width: `${w}%`, height: `${h}%` });
}

/**
 * The parts of a small die.
 * @param {number[]} shares
 * @param {string[]} colours
 */
export const areas = (shares, colours) =>
  cut(shares).map((box, i) => {
    const made = make('i');
    lay(made, box);
    made.style.backgroundColor = colours[i];
    return made;
  });
