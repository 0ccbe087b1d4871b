// A clip is as many pixels as a picture, in four square frames.

import facts from '../../page/facts.js';

export const EACH = facts.pixels / facts.frames; // pixels of a frame
export const SIDE = Math.sqrt(EACH);

/** @param {number} pixel */
export const frameOf = (pixel) => Math.floor(pixel / EACH);
