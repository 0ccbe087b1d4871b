// Pixels of a picture are picked by mouse, finger and arrow keys.

import facts from '../page/facts.js';
import { arrow } from '../page/keys.js';
import { pixelAt } from './picture.js';

/**
 * @param {SVGSVGElement} board
 * @param {{
 *   chosen: () => number | null,
 *   pick: (i: number) => void,
 *   leave: () => void,
 *   point: (event: PointerEvent) => void,
 *   away: () => void,
 * }} told what each does: which pixel is open, open one, close it, the pointer is over one, is over none
 */
export function listenToBoard(board, { chosen, pick, leave, point, away }) {
  board.addEventListener('click', (event) => {
    const box = board.getBoundingClientRect();
    const [across, down] = [event.clientX - box.left, event.clientY - box.top];
    pick(pixelAt(across / box.width, down / box.height));
  });
  board.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    const move = arrow(event.key);
    if (!move) return;
    event.preventDefault();
    const from = chosen();
    const to = from === null ? 0 : from + move[0] * facts.side + move[1];
    if (to >= 0 && to < facts.pixels) pick(to);
  });
  board.addEventListener('pointermove', point);
  board.addEventListener('pointerleave', away);
}
