// Squares to scale, all in one corner: the area of each is its count.

import { svg, svgText } from '../../page/dom.js';
import { whole } from '../../page/numbers.js';
import { text } from '../../page/words.js';
import { SIDE, sides } from './scales.js';

/**
 * @import { LadderRung } from '../../values'
 * @typedef {object} Square
 * @property {string} name
 * @property {string} title
 * @property {number} low side, in units of the drawing
 * @property {number} high the same of the upper end of what is known
 */

const EDGE = 2;
const NAMED = 76; // the least side of a square with its name in it
const GLASS = { x: 214, y: 150, side: 300, room: 12 };
const SMALL = 90; // what is smaller is seen through the glass

/**
 * @param {SVGSVGElement} board
 * @param {LadderRung[]} rungs small to large
 * @param {string[]} titles
 * @param {number} zoom
 */
export function drawSquares(board, rungs, titles, zoom) {
  const all = sides(rungs, zoom).map((side, i) => ({
    ...side,
    name: rungs[i].name,
    title: titles[i],
  }));
  const seen = svg('svg', { x: 0, y: 0, width: SIDE + 2 * EDGE, height: SIDE + 2 * EDGE });
  seen.append(...all.toReversed().flatMap((each) => shape(each, EDGE, EDGE)));
  const frame = svg('rect', { class: 'all', x: EDGE, y: EDGE, width: SIDE, height: SIDE });
  const through = all.filter(({ high }) => high < SMALL);
  const glass = through.length ? magnified(through) : [];
  board.replaceChildren(frame, seen, ...names(all), ...glass);
}

/**
 * @param {Square} square
 * @param {number} x
 * @param {number} y
 */
function shape({ name, low, high }, x, y) {
  const made = { class: `square ${name}`, x, y, 'data-name': name };
  const known = svg('rect', { ...made, width: low, height: low });
  if (high === low) return [known];
  return [svg('rect', { class: 'square high', x, y, width: high, height: high }), known];
}

/** @param {Square[]} all */
function names(all) {
  const around = all.find(({ low }) => low > SIDE + 1);
  const roomy = all.filter(({ low }) => low >= NAMED && low <= SIDE + 1);
  const inside = roomy.flatMap(({ name, title, low }, i) => {
    const next = all[all.findIndex((each) => each.name === name) - 1];
    const fits = low - (next?.high ?? 0) > 30; // above the lower edge, clear of the next smaller one
    const at = { x: EDGE + 12, y: EDGE + low - 14 };
    const kind = name === 'this' ? 'inside' : 'name';
    return fits || i === 0 ? [svgText(title, { ...at, class: kind })] : [];
  });
  if (!around || roomy.some(({ low }) => low > SIDE - 60)) return inside;
  const said = text('ladder.within', { name: around.title });
  return [...inside, svgText(said, { class: 'small', x: EDGE + 12, y: EDGE + SIDE - 14 })];
}

/**
 * The corner with the small ones, nearer.
 * @param {Square[]} through
 */
function magnified(through) {
  const { x, y, side, room } = GLASS;
  const largest = through[through.length - 1];
  const nearer = (side - 2 * room) / largest.high;
  const rays = [
    `M${EDGE + largest.high} ${EDGE}L${x + side} ${y}`,
    `M${EDGE} ${EDGE + largest.high}L${x} ${y + side}`,
  ].map((d) => svg('path', { d, class: 'ray' }));
  const frame = svg('rect', { class: 'glass', x, y, width: side, height: side, rx: 6 });
  const near = through.map((each) => ({
    ...each,
    low: each.low * nearer,
    high: each.high * nearer,
  }));
  const drawn = near.toReversed().flatMap((each) => shape(each, x + room, y + room));
  for (const each of drawn) each.removeAttribute('data-name'); // the one in the corner has it
  const beside = Math.max(8, near.at(-2)?.low ?? 0) + 26;
  const labels = near.toReversed().map((each, i) => label(each, i, beside));
  const said = text('ladder.nearer', { n: whole(Math.round(nearer)) });
  return [
    ...rays,
    frame,
    ...drawn,
    ...labels.flat(),
    svgText(said, { class: 'small', x, y: y + side + 22 }),
  ];
}

/**
 * Names of what is in the glass: that of the largest in its lower corner, the others beside theirs.
 * @param {Square} square
 * @param {number} i
 * @param {number} beside where the names begin
 */
function label({ name, title, low, high }, i, beside) {
  const { x, y, side, room } = GLASS;
  const kind = name === 'this' && low === high ? 'inside' : 'name';
  if (i === 0) return [svgText(title, { class: kind, x: x + room + 10, y: y + side - room - 12 })];
  const at = { x: x + room + beside, y: y + room + 20 + 26 * (i - 1) };
  const from = `${x + room + low} ${y + room + Math.min(low / 2, 10)}`;
  const line = svg('path', { class: 'leader', d: `M${from}L${at.x - 6} ${at.y - 6}` });
  return [line, svgText(title, at)];
}
