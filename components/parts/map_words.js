// What is said of a head: one of its weights, its habits on this text, its role.

import { number, range } from '../page/numbers.js';
import { boxed } from '../page/tokens.js';
import { put, text } from '../page/words.js';

/**
 * @import { Attended } from '../page/types.js'
 * @import { AttentionMapValue } from '../values'
 * @import { Lens } from './lens.js'
 */

/**
 * @param {Element} line
 * @param {Attended} map
 * @param {number} row
 * @param {number} k column
 */
export function tellCell(line, { pieces, at }, row, k) {
  const back = row - k;
  const near = text(back ? 'map.one_back' : 'map.itself');
  put(line, 'map.gives', {
    token: boxed(pieces[row]),
    at: row,
    share: number(at(row, k)),
    key: boxed(pieces[k]),
    key_at: k,
    where: back < 2 ? near : text('map.back', { n: back }),
  });
}

/**
 * @param {Element} line
 * @param {AttentionMapValue} value
 */
export function tellRole(line, { role, most, score, through }) {
  if (through) put(line, 'map.rollout_is');
  else if (role) put(line, 'map.role', { role, score: number(score) });
  else put(line, 'map.no_role', { score: number(score), most });
}

/**
 * @param {Element} line
 * @param {AttentionMapValue} value
 */
export function tellHabits(line, { habits, through, pieces }) {
  line.replaceChildren();
  if (pieces.length < 2) return;
  put(line, through ? 'map.habits_all' : 'map.habits', {
    previous: number(habits.previous),
    first: number(habits.first),
    itself: number(habits.itself),
  });
}

/**
 * The button that zooms, and which part of a long map is drawn.
 * @param {HTMLElement} button
 * @param {HTMLElement} line
 * @param {{ lens: Lens | null, n: number, fits: number }} drawn
 */
export function tellZoom(button, line, { lens, n, fits }) {
  button.hidden = n <= fits;
  put(button, lens ? 'map.whole' : 'map.zoom_in');
  button.title = lens ? '' : text('map.zoom_hint', { fits });
  line.hidden = !lens;
  if (lens) put(line, 'map.part', { from: lens.top, to: lens.top + lens.size - 1, n });
}

/**
 * The column of a row's largest weight.
 * @param {Attended} map
 * @param {number} row
 */
export const strongest = ({ at }, row) =>
  range(row + 1).reduce((best, k) => (at(row, k) > at(row, best) ? k : best), 0);
