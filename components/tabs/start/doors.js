// Doors into the other tabs: each shows this very sentence.

import { all, button, finder, make, svg, svgText } from '../../page/dom.js';
import { floats, number, percent, range, sum } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { boxed, readable } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { dab } from '../../parts/small.js';

/**
 * @import { Entry, DoorsValue } from '../../values'
 * @import { Widget } from '../../page/types.js'
 */

const CHAPTERS = 8; // named on the door
const SHOWN = 6; // tokens of the sentence
const TALL = 110; // pixels of the drawing
const BASE = 78; // where its tokens stand
const TOP = 66; // pixels of the highest bar
const LETTER = 8.6; // pixels
const LARGEST = 9; // radius of a pip whose weight is 1

/** @param {Widget<DoorsValue>} widget */
export default function doors({ element, hear, watch }) {
  const $ = finder(element);
  const ways = () => {
    for (const line of all(element, '[data-group]')) {
      const entries = page.entries.filter(({ group }) => group === line.dataset.group);
      line.replaceChildren(...entries.map(way));
    }
  };
  ways();
  hear('listed', ways); // they may come after this script
  hear('painting', (colours) => {
    $('.made').hidden = !colours.length;
    dab($('.tiny', HTMLCanvasElement), colours);
  });
  $('.know').addEventListener('click', () => {
    const open = document.querySelector('.examples .open');
    if (open instanceof HTMLElement) open.click();
  });
  watch((value) => {
    if (!value) return;
    look($('.arcs', SVGSVGElement), $('.arcs-say'), value);
    costs($('.costs', SVGSVGElement), $('.costs-say'), value);
    const chips = (/** @type {string[]} */ titles) =>
      titles.slice(0, CHAPTERS).map((title) => make('span', '', title));
    $('.claims').replaceChildren(...chips(value.claims));
    $('.known').replaceChildren(...chips(value.chapters));
  });
}

/** @param {Entry} entry */
const way = ({ tab, title }) => button('', () => page.go({ tab, text: page.state.text }), title);

/**
 * The last token, those before it and, if it stands earlier, the one that it looks at most: an arc for each weight.
 * @param {SVGSVGElement} drawing
 * @param {HTMLElement} line
 * @param {DoorsValue} value
 */
function look(drawing, line, { pieces, weights, layer, head }) {
  const all = [...floats(weights)];
  const last = pieces.length - 1;
  const most = all.slice(0, -1).reduce((best, weight, i) => (weight > all[best] ? i : best), 0);
  const recent = range(pieces.length).slice(-SHOWN);
  const away = most < recent[0];
  const chosen = away ? [most, ...recent.slice(1)] : recent;
  const shown = chosen.map((i, k) => {
    const word = readable(pieces[i].trim() || pieces[i]);
    return away && k === 0 ? `${word} …` : word;
  });
  let at = 0;
  const places = shown.map((word) => {
    const wide = LETTER * (word.length + 1.5);
    at += wide;
    return at - wide / 2;
  });
  const end = places[places.length - 1];
  drawing.setAttribute('viewBox', `0 0 ${Math.max(240, at)} ${TALL}`);
  const looks = chosen.slice(0, -1).map((i) => all[i]);
  const arcs = looks.map((weight, i) => {
    const high = Math.min(BASE - 16, 14 + (end - places[i]) / 3);
    const d = `M${end} ${BASE - 8}C${end} ${BASE - high - 8} ${places[i]} ${BASE - high - 8} ${places[i]} ${BASE - 8}`;
    return svg('path', { d, 'stroke-width': Math.max(0.6, 9 * weight), 'data-weight': weight });
  });
  const pips = looks.map((weight, i) =>
    svg('circle', { cx: places[i], cy: BASE - 8, r: Math.max(1.5, LARGEST * Math.sqrt(weight)) }),
  );
  const mark = svg('rect', { x: end - 5, y: BASE - 13, width: 10, height: 10 });
  const words = shown.map((word, i) => svgText(word, { x: places[i], y: TALL - 8 }));
  drawing.replaceChildren(...arcs, ...pips, mark, ...words);
  const said = {
    last: boxed(pieces[last]),
    token: boxed(pieces[most]),
    p: percent(all[most]),
    layer,
    head,
  };
  if (pieces.length > 1) put(line, 'start.looks', said);
  else put(line, 'start.looks_none');
  drawing.setAttribute('aria-label', line.textContent || text('groups.inside'));
}

/**
 * What each of the last tokens costs in bits, below a line: what it would cost if all were equally likely.
 * @param {SVGSVGElement} drawing
 * @param {HTMLElement} line
 * @param {DoorsValue} value
 */
function costs(drawing, line, { pieces, bits, untaught }) {
  const shown = range(bits.length).slice(-SHOWN);
  const most = Math.max(untaught, ...shown.map((i) => bits[i]));
  const tall = (/** @type {number} */ cost) => (TOP * cost) / most;
  let at = 0;
  const drawn = shown.flatMap((i) => {
    const word = readable(pieces[i + 1].trim() || pieces[i + 1]);
    const wide = LETTER * (word.length + 1.5);
    at += wide;
    const x = at - wide / 2;
    const bar = { x: x - 8, width: 16, y: BASE - tall(bits[i]), height: tall(bits[i]) };
    return [svg('rect', { ...bar, 'data-bits': bits[i] }), svgText(word, { x, y: TALL - 8 })];
  });
  const wide = Math.max(240, at);
  const level = BASE - tall(untaught);
  drawing.setAttribute('viewBox', `0 0 ${wide} ${TALL}`);
  const rule = svg('line', { x1: 0, x2: wide, y1: level, y2: level });
  drawing.replaceChildren(...(shown.length ? [rule, ...drawn] : []));
  const said = { bits: number(sum(bits) / bits.length, 1), untaught: number(untaught, 1) };
  if (bits.length) put(line, 'start.costs', said);
  else put(line, 'start.costs_none');
  drawing.setAttribute('aria-label', line.textContent || text('groups.learn'));
}
