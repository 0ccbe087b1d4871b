// A token as a glass that is filled to its chance.

import { percent } from '../page/numbers.js';
import { readable } from '../page/tokens.js';
import { text } from '../page/words.js';

/**
 * Fills an element as a glass.
 * @template {HTMLElement} T
 * @param {T} made
 * @param {{ piece: string, p: number, kind?: string }} token
 */
export function filled(made, { piece, p, kind }) {
  made.classList.add('glass');
  made.classList.toggle('end', kind === 'control');
  made.style.setProperty('--full', `${100 * p}%`);
  made.textContent = readable(piece);
  made.title = text('write.token', { token: piece.trim() || piece, p: percent(p) });
  return made;
}
