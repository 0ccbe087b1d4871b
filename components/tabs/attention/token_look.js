// What the selected token looks at, and what looks at it, by the map in the same view.

import { all, finder, make } from '../../page/dom.js';
import { number, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { bars, boxed, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Attended, Widget } from '../../page/types.js'
 */

const LEAST = 6; // bars of each list; more where the card has room
const LINE = 31; // pixels of one, at most

/** @param {Widget<null>} widget */
export default function tokenLook({ element, view, hear, watch }) {
  let most = LEAST;
  let about = ''; // which token of how many: another head leaves the card as high as it is
  let waiting = 0;
  const show = () => draw(element, view.told('attended') ?? null, page.selected, most);
  const fill = () => {
    const more = Math.floor(room(element) / LINE);
    if (more <= 0 || !view.isOpen()) return;
    most = all(element, '.value').length + more;
    show();
  };
  const mark = () => {
    const now = `${page.selected} ${view.told('attended')?.n}`;
    const same = now === about;
    if (!same) most = LEAST;
    about = now;
    show();
    if (same) return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(fill); // when the map beside has its height
  };
  hear('attended', mark);
  watch(() => {}, mark);
  new ResizeObserver(fill).observe(finder(element)('.card'));
}

/**
 * Pixels of the card in which nothing stands.
 * @param {HTMLElement} element
 */
function room(element) {
  const card = finder(element)('.card');
  const padding = parseFloat(getComputedStyle(card).paddingBottom);
  const end = finder(element)('.cause').getBoundingClientRect().bottom;
  return card.getBoundingClientRect().bottom - padding - end;
}

/**
 * @param {HTMLElement} element
 * @param {Attended | null} map
 * @param {number} row the selected token
 * @param {number} most bars of both lists together, where one needs more than `LEAST`
 */
function draw(element, map, row, most) {
  const $ = finder(element);
  if (!map || row < 0 || row >= map.n) {
    for (const part of ['.to', '.from', '.note']) $(part).replaceChildren();
    put($('h2'), 'look.title', { token: make('span', 'who', text('look.a_token')) });
    return;
  }
  const { n, layer, head, at } = map;
  put($('h2'), 'look.title', { token: make('span', 'who', boxed(map.pieces[row])) });
  put($('.note'), map.through ? 'look.rollout' : 'heads.one', { layer, head });
  const [to, from] = [range(row + 1), range(n - row - 1, row + 1)];
  const ahead = Math.max(LEAST, most - Math.min(LEAST, from.length));
  bars(
    $('.to'),
    strongest(map, to, (k) => at(row, k), ahead),
  );
  const after = Math.max(LEAST, most - Math.min(ahead, to.length));
  bars(
    $('.from'),
    strongest(map, from, (q) => at(q, row), after),
  );
  $('.nobody').hidden = row < n - 1;
}

/**
 * Bars of the largest weights.
 * @param {Attended} map
 * @param {number[]} tokens
 * @param {(token: number) => number} weigh
 * @param {number} most
 */
function strongest({ pieces }, tokens, weigh, most) {
  const shown = tokens.sort((a, b) => weigh(b) - weigh(a)).slice(0, most);
  return shown.map((i) => ({
    label: make('span', '', ...letters(pieces[i]), make('small', '', ` ${i}`)),
    value: weigh(i),
    text: number(weigh(i)),
  }));
}
