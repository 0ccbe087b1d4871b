// Rows of a measurement: what was said as a bar with its interval, what was planted as a tick.

import { make, rowHead } from '../page/dom.js';
import { clamp, number, percent } from '../page/numbers.js';
import { bar } from '../page/tokens.js';
import { text } from '../page/words.js';

/** @import { ClaimPart, ClaimRow, SureValue } from '../values' */

const FEW = 6; // rows that have more room
const LONG = 24; // letters of a name that may take several lines

/**
 * A figure in the unit of its card.
 * @param {number} x
 * @param {string} unit
 */
export function figure(x, unit) {
  if (unit !== 'share') return number(x, x < 10 ? 2 : 1);
  return x < 0 ? text('limits.percent', { x: number(100 * x, 1) }) : percent(x);
}

/**
 * The same with its interval and how many samples it has; nothing more where it was read off one die.
 * @param {SureValue} sure
 * @param {string} unit
 */
export const sureOf = ({ value, low, high, n }, unit) =>
  n === 1
    ? figure(value, unit)
    : text('limits.sure', {
        value: figure(value, unit),
        low: figure(low, unit),
        high: figure(high, unit),
        n: n.toLocaleString(),
      });

/**
 * A table of rows.
 * @param {string} title
 * @param {ClaimPart} part
 * @param {[said: string, told: string]} heads of its columns, where something stands beside what is said
 */
export function table(title, { rows, unit, most }, heads = ['', '']) {
  const planted = rows.some(({ told }) => told !== null);
  const made = make('table', 'rows', make('caption', '', title));
  made.classList.toggle('few', rows.length <= FEW);
  made.classList.toggle(
    'long',
    rows.some(({ name }) => name.length > LONG),
  );
  if (planted) {
    const cells = heads.map((head) => make('th', '', head));
    for (const cell of cells) cell.scope = 'col';
    made.append(make('thead', '', make('tr', '', make('td'), make('td'), ...cells)));
  }
  made.append(make('tbody', '', ...rows.map((row) => rowOf(row, unit, most, planted))));
  return made;
}

/**
 * @param {ClaimRow} row
 * @param {string} unit
 * @param {number} most
 * @param {boolean} planted
 */
function rowOf({ name, said, told }, unit, most, planted) {
  const drawn = bar(said.value / most, 'sure');
  if (said.high > said.low) {
    const arm = make('s');
    const [low, high] = [said.low, said.high].map((x) => (100 * clamp(x, 0, most)) / most);
    arm.style.left = `${low}%`;
    arm.style.width = `${high - low}%`;
    drawn.append(arm);
  }
  if (told !== null) {
    const tick = make('u');
    tick.style.left = `${(100 * told) / most}%`;
    drawn.append(tick);
  }
  const about = sureOf(said, unit);
  drawn.title = about;
  const value = make('td', 'number', figure(said.value, unit));
  value.title = about;
  const row = make('tr', '', rowHead(name), make('td', 'track', drawn), value);
  if (planted) row.append(make('td', 'number told', told === null ? '' : figure(told, unit)));
  return row;
}
