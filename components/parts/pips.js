// A map of weights as pips: what is drawn where.

import { svg, svgText } from '../page/dom.js';
import { range } from '../page/numbers.js';
import { shortened } from '../page/tokens.js';
import { text } from '../page/words.js';
import { TOP, radius } from './lens.js';

/**
 * @import { Attended } from '../page/types.js'
 * @import { Lens } from './lens.js'
 * @typedef {object} Look
 * @property {Lens} lens what is drawn
 * @property {number} cell pixels
 * @property {number} left pixels for the labels of the rows
 * @property {number} row the selected one
 * @property {number | null} column the pressed one
 * @property {boolean} key whether the key to the pips may stand where the future is
 */

const LABEL = 9; // characters
const WIDE = 80; // pixels of room for labels in full size
const KEY = { cell: 24, tokens: 10, wide: 150 }; // room that it needs
const KEY_WEIGHTS = [1, 0.5, 0.1, 0.02];

/**
 * @param {SVGSVGElement} board
 * @param {Attended} map
 * @param {Look} look
 */
export function drawPips(board, map, look) {
  const { lens, cell, left } = look;
  const width = left + lens.size * cell + 12;
  board.setAttribute('viewBox', `0 0 ${width} ${TOP + lens.size * cell + 4}`);
  board.setAttribute('width', String(width));
  const key = look.key && map.n >= KEY.tokens && cell >= KEY.cell ? keyTo(width, cell) : [];
  const drawn = [...band(look), ...weights(map, look), ...ring(look)];
  renew(board, [svg('g', {}, ...drawn), svg('g', {}, ...labels(map, look), ...key)]);
}

/**
 * Set what differs from what is there: of another head all labels stay, which take longer to draw than its pips.
 * @param {SVGSVGElement} board
 * @param {SVGGElement[]} groups
 */
function renew(board, groups) {
  for (const [i, group] of groups.entries()) {
    const old = board.children[i];
    if (!old) board.append(group);
    else if (!old.isEqualNode(group)) old.replaceWith(group);
  }
}

/** @param {Look} look */
const across =
  ({ lens, cell, left }) =>
  (/** @type {number} */ k) =>
    left + (k - lens.left) * cell;

/** @param {Look} look */
const down =
  ({ lens, cell }) =>
  (/** @type {number} */ q) =>
    TOP + (q - lens.top) * cell;

/**
 * Behind the selected row, up to the token itself.
 * @param {Look} look
 */
function band(look) {
  const { lens, cell, row, left } = look;
  if (row < lens.top || row >= lens.top + lens.size) return [];
  const shown = Math.max(0, Math.min(lens.size, row + 1 - lens.left));
  const width = left + shown * cell;
  return [svg('rect', { class: 'band', x: 0, y: down(look)(row), width, height: cell, rx: 4 })];
}

/**
 * @param {Attended} map
 * @param {Look} look
 */
function weights({ at }, look) {
  const { lens } = look;
  const columns = range(lens.size, lens.left);
  return range(lens.size, lens.top).flatMap((q) =>
    columns.filter((k) => k <= q).flatMap((k) => weight(at(q, k), q, k, look)),
  );
}

/**
 * @param {number} share
 * @param {number} q row
 * @param {number} k column
 * @param {Look} look
 */
function weight(share, q, k, look) {
  const { cell, row } = look;
  const [x, y] = [across(look)(k), down(look)(q)];
  const on = q === row ? ' on' : '';
  const r = radius(share, cell);
  const inner = { x: x + 1, y: y + 1, width: cell - 2, height: cell - 2, rx: 2 };
  const drawn = [svg('rect', { class: `cell${on}`, ...inner })];
  if (r <= 0.4) return drawn;
  const middle = { cx: x + cell / 2, cy: y + cell / 2 };
  return [...drawn, svg('circle', { class: `pip${on}`, ...middle, r, 'data-weight': share })];
}

/** @param {Look} look */
function ring(look) {
  const { lens, cell, row, column } = look;
  if (column === null || column > row) return [];
  if (column < lens.left || column >= lens.left + lens.size) return [];
  const [x, y] = [across(look)(column) + 1, down(look)(row) + 1];
  return [svg('rect', { class: 'ring', x, y, width: cell - 2, height: cell - 2, rx: 3 })];
}

/**
 * @param {Attended} map
 * @param {Look} look
 */
function labels({ pieces }, look) {
  const { lens, cell, row, left } = look;
  const [x, y] = [across(look), down(look)];
  const letter = Math.min(left < WIDE ? 12 : 15, cell - 1);
  const size = { 'font-size': letter };
  const fits = Math.min(LABEL, Math.floor((left - 12) / (0.61 * letter)));
  const rows = range(lens.size, lens.top).map((i) => {
    const at = { x: left - 10, y: y(i) + cell / 2 + 5, 'text-anchor': 'end' };
    return label(shortened(pieces[i], fits), {
      ...at,
      ...size,
      class: i === row ? 'label on' : 'label',
    });
  });
  const columns = range(lens.size, lens.left).map((i) => {
    const transform = `translate(${x(i) + cell / 2 + 4},${TOP - 8}) rotate(-55)`;
    return label(shortened(pieces[i], LABEL), { transform, ...size });
  });
  return [...rows, ...columns];
}

/**
 * @param {string} said
 * @param {Record<string, string | number>} attributes
 */
const label = (said, attributes) => svgText(said, { class: 'label', ...attributes });

/**
 * The future stays empty: room for the key to the pips.
 * @param {number} width
 * @param {number} cell
 */
function keyTo(width, cell) {
  const x = width - KEY.wide;
  const largest = radius(1, cell);
  let y = TOP + 36 + largest;
  const steps = KEY_WEIGHTS.flatMap((weight) => {
    const r = radius(weight, cell);
    const pip = svg('circle', { class: 'pip on', cx: x + largest, cy: y, r });
    const said = label(String(weight), { x: x + 2 * largest + 12, y: y + 5, 'font-size': 14 });
    y += Math.max(22, r + 0.7 * r + 14);
    return [pip, said];
  });
  return [label(text('map.area'), { x, y: TOP + 24, 'font-size': 14 }), ...steps];
}
