// What the selected token looks at, and what looks at it, by the map in the same view.

import { finder, make } from '../../page/dom.js';
import { number, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { bars, boxed, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Attended, Widget } from '../../page/types.js'
 */

const SHOWN = 6;

/** @param {Widget<null>} widget */
export default function tokenLook({ element, view, hear, watch }) {
  const mark = (/** @type {number} */ row) => draw(element, view.told('attended') ?? null, row);
  hear('attended', () => mark(page.selected));
  watch(() => {}, mark);
}

/**
 * @param {HTMLElement} element
 * @param {Attended | null} map
 * @param {number} row the selected token
 */
function draw(element, map, row) {
  const $ = finder(element);
  if (!map || row < 0 || row >= map.n) {
    for (const part of ['.to', '.from', '.note']) $(part).replaceChildren();
    put($('h2'), 'look.title', { token: make('span', 'who', text('look.a_token')) });
    return;
  }
  const { n, layer, head, at } = map;
  put($('h2'), 'look.title', { token: make('span', 'who', boxed(map.pieces[row])) });
  put($('.note'), map.through ? 'look.rollout' : 'heads.one', { layer, head });
  bars(
    $('.to'),
    strongest(map, range(row + 1), (k) => at(row, k)),
  );
  bars(
    $('.from'),
    strongest(map, range(n - row - 1, row + 1), (q) => at(q, row)),
  );
  $('.nobody').hidden = row < n - 1;
}

/**
 * Bars of the largest weights.
 * @param {Attended} map
 * @param {number[]} tokens
 * @param {(token: number) => number} weigh
 */
function strongest({ pieces }, tokens, weigh) {
  const shown = tokens.sort((a, b) => weigh(b) - weigh(a)).slice(0, SHOWN);
  return shown.map((i) => ({
    label: make('span', '', ...letters(pieces[i]), make('small', '', ` ${i}`)),
    value: weigh(i),
    text: number(weigh(i)),
  }));
}
