// What lies over the notes: what could have fallen where one stands, and what its die looked at.

import { svg, svgText } from '../../page/dom.js';
import { percent } from '../../page/numbers.js';
import { NAMED, ROW } from './plan.js';

/**
 * @import { Plan, Shown } from './plan.js'
 * @typedef {{ x: number, width: number, p: number }} Of
 */

const SEEN = 0.01; // what is less likely is not drawn
const HEAD = 5.6; // half of a note's head
const WIDEST = 11; // of an arc that has all the weight
const PIP = 9; // its radius then
const SPAN = 7; // the radius of a length that is certain

/**
 * Each pitch that could have fallen, as dark as its chance, in the roll and on the staff.
 * @param {Plan} plan
 * @param {Shown} shown
 */
export function ghosts(plan, shown) {
  const { die, cursor, kind } = shown;
  if (!die) return [];
  const { at, length } = plan.column(shown);
  const [x, width] = [plan.xOf(at), length * plan.staff.unit];
  const frame = {
    class: 'frame',
    x: x - 3,
    y: 2,
    width: width + 6,
    height: plan.height - 4,
    rx: 6,
  };
  const fallen = [...plan.rows, null].flatMap((pitch) => {
    const p = die[pitch ?? kind.pitches.length];
    return p >= SEEN ? ghost(plan, shown, pitch, { x, width, p }) : [];
  });
  const drawn = [svg('rect', frame), ...fallen, ...spans(plan, shown)];
  if (cursor !== null) drawn.push(bar(plan, cursor, 'cursor', x, width));
  return drawn;
}

/**
 * Where the open note could have ended: its second die, along its row.
 * @param {Plan} plan
 * @param {Shown} shown
 */
function spans(plan, { sheet, chosen, lengths }) {
  const note = sheet.notes[chosen];
  if (!note) return [];
  const cy = plan.yOf(note.pitch) + ROW / 2;
  return lengths
    .filter(({ p }) => p >= SEEN)
    .map(({ length, p }) => {
      const place = { cx: plan.xOf(note.at + length), cy, r: SPAN * Math.sqrt(p) };
      return svg('circle', { class: 'span', ...place, 'data-p': p, 'data-length': length });
    });
}

/**
 * @param {Plan} plan
 * @param {number | null} pitch
 * @param {string} name of its class
 * @param {number} x
 * @param {number} width
 */
export const bar = (plan, pitch, name, x, width) =>
  svg('rect', {
    class: name,
    x: x + 0.5,
    y: plan.yOf(pitch) + 1,
    width: width - 1,
    height: ROW - 3,
    rx: 2,
  });

/**
 * @param {Plan} plan
 * @param {Shown} shown
 * @param {number | null} pitch
 * @param {Of} of
 * @returns {SVGElement[]}
 */
function ghost(plan, { kind }, pitch, { x, width, p }) {
  const name = pitch === null ? 'rest' : kind.pitches[pitch];
  const place = { x: x + width + 8, y: plan.yOf(pitch) + ROW - 4 };
  const made = [
    bar(plan, pitch, 'ghost', x, width),
    ...(pitch === null ? [] : [head(plan, name, kind.key, x)]),
  ];
  for (const each of made) {
    each.setAttribute('fill-opacity', String(p));
    Object.assign(each.dataset, { p: String(p), pitch: name });
  }
  const said =
    p >= NAMED ? [svgText(`${name} ${percent(p)}`, { class: 'ghost-name', ...place })] : [];
  return [...made, ...said];
}

/**
 * @param {Plan} plan
 * @param {string} name
 * @param {string} key
 * @param {number} x
 */
function head(plan, name, key, x) {
  const { y, aside } = plan.headOf(name, key);
  const cx = x + 3 + HEAD + (aside ? 2 * HEAD : 0);
  return svg('ellipse', { class: 'ghost head', cx, cy: y, rx: HEAD, ry: HEAD * 0.76 });
}

/**
 * From the open note back to those that it looked at, as wide as their weight.
 * @param {Plan} plan
 * @param {Shown} shown
 */
export function arcs(plan, shown) {
  const { at, length } = plan.column(shown);
  const [to, y] = [plan.xOf(at + length / 2), plan.top - 14];
  return shown.arcs.flatMap(({ note, weight }) => {
    const looked = shown.sheet.notes[note];
    if (!looked) return [];
    const from = plan.xOf(looked.at + looked.length / 2);
    const up = Math.min(48, 16 + (to - from) * 0.1);
    const d = `M${to} ${y}C${to} ${y - up} ${from} ${y - up} ${from} ${y}`;
    const told = { 'data-note': note, 'data-weight': weight };
    return [
      svg('path', { class: 'arc', d, 'stroke-width': WIDEST * weight, ...told }),
      svg('circle', { class: 'pip', cx: from, cy: y, r: PIP * Math.sqrt(weight) }),
    ];
  });
}
