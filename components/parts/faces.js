// The die's faces, and what they are drawn on.

import { svg } from '../page/dom.js';
import { percent, whole } from '../page/numbers.js';
import { text } from '../page/words.js';

/**
 * @import { DieValue, Roll } from '../values'
 * @typedef {{ piece: string, p: number, raw: number, others?: boolean, id?: number }} Drawn
 */

export const SIDE = 400;
export const RIM = 12;
const LIP = 8;

/** How a pip falls on a die. */
export const FALL = [
  { transform: 'translateY(-60px)', opacity: 0 },
  { transform: 'translateY(0)', opacity: 1, offset: 0.45 },
  { transform: 'translateY(-16px)', offset: 0.6 },
  { transform: 'translateY(0)', offset: 0.8 },
  { transform: 'translateY(-4px)', offset: 0.9 },
  { transform: 'none' },
];

/**
 * Whether a text ends with this roll: what is no text, such as `<image>`, never gets into it.
 * @param {Roll} roll
 */
export const ends = ({ kind }) => kind === 'control';

/**
 * All faces, the last one that of all others.
 * @param {DieValue} value
 * @returns {Drawn[]}
 */
export function facesOf({ faces, others }) {
  const piece = text('die.others', { count: whole(others.count) });
  return [...faces, { ...others, piece, others: true }];
}

/** @param {Drawn[]} faces */
export function likeliest(faces) {
  const shown = faces.filter(({ p }) => p > 0).slice(0, 5);
  return shown.map(({ piece, p }) => `${piece.trim()} ${percent(p)}`).join(', ');
}

/** The die itself, and its lip. */
export function body() {
  const shape = { x: 1.5, width: SIDE - 3, height: SIDE - 3, rx: SIDE * 0.085 };
  return [
    svg('rect', { class: 'lip', y: 1.5 + LIP, ...shape }),
    svg('rect', { class: 'body', y: 1.5, ...shape }),
  ];
}
