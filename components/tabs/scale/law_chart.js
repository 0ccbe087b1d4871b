// The chart of the law: by size, by text read or by computing, both axes in factors.

import { svg, svgText } from '../../page/dom.js';
import { number, whole } from '../../page/numbers.js';
import { text } from '../../page/words.js';
import { pixel, ticks } from './scales.js';
import { count } from './units.js';

/**
 * @import { LawPoint, LawValue } from '../../values'
 * @import { Scale } from './scales.js'
 * @typedef {'size' | 'text' | 'compute'} Axis
 * @typedef {{ x: Scale, y: Scale }} Frame
 */

export const AXES = /** @type {Axis[]} */ (['size', 'text', 'compute']);
const LEFT = 48;
const RIGHT = 22;
const NAMES = 88; // pixels, right of the lines by text
const TOP = 12;
const BELOW = 44;
const FIELDS = /** @type {const} */ ({ size: 'weights', text: 'tokens', compute: 'flops' });
const POINT = 9;
const CAP = 5; // half the width of the end of an interval
const BLOCK = 26;
const SMALL = 12;
const APART = 15; // names
const BELOW_LEAST = 0.6; // of the best size that is known: the axis ends there, whatever the largest reaches
const ROOM = 1.12; // beyond the outermost points
const NARROW = 480; // pixels
const NAME = 84; // of the axis, that the largest size takes

/**
 * What the axes span: nothing that the largest size measured goes into it before it is shown.
 * @param {LawValue} value
 * @param {Axis} axis
 * @param {number} wide
 * @param {number} tall
 * @returns {Frame}
 */
export function frame({ points, last, next }, axis, wide, tall) {
  const bits = points.map((point) => point.bits);
  const along = [...points, ...last].map((point) => point[FIELDS[axis]]);
  if (axis === 'size') along.push(next);
  return {
    x: {
      low: Math.min(...along) / ROOM,
      high: Math.max(...along) * ROOM ** 2,
      from: LEFT,
      to: wide - (axis === 'text' ? NAMES : RIGHT),
    },
    y: {
      low: Math.min(...bits) * BELOW_LEAST,
      high: Math.max(...bits) * ROOM,
      from: tall - BELOW,
      to: TOP,
    },
  };
}

/**
 * @param {SVGSVGElement} chart
 * @param {LawValue} value
 * @param {Axis} axis
 * @param {Frame} space
 * @param {number | null} guess bits
 * @param {{ weights: number, bits: number, done: boolean } | null} grown a size that was trained here
 */
export function drawLaw(chart, value, axis, space, guess, grown) {
  const { points, last } = value;
  const drawn =
    axis === 'size' ? bySize(value, space, guess) : byOther([...points, ...last], axis, space);
  const wide = space.x.to + (axis === 'text' ? NAMES : RIGHT);
  chart.setAttribute('viewBox', `0 0 ${wide} ${space.y.from + BELOW}`);
  chart.setAttribute('aria-label', text('law.drawn'));
  chart.replaceChildren(
    ...grid(axis, space, axis === 'size' ? pixel(space.x, value.next) : Infinity),
    ...drawn,
    ...(axis === 'size' && grown ? ownSize(grown, value, space) : []),
  );
}

/**
 * The size that was trained here, and how far it is from the line.
 * @param {{ weights: number, bits: number, done: boolean }} grown
 * @param {LawValue} value
 * @param {Frame} space
 */
function ownSize({ weights, bits, done }, { line }, { x, y }) {
  const expected = (line?.a ?? 0) * weights ** -(line?.alpha ?? 0);
  const [at, to] = [pixel(x, weights), pixel(y, Math.min(bits, y.high))];
  const off = svg('line', { class: 'grown-line', x1: at, x2: at, y1: pixel(y, expected), y2: to });
  const mark = svg('rect', {
    class: `point grown${done ? '' : ' under-way'}`,
    x: at - SMALL / 2,
    y: to - SMALL / 2,
    width: SMALL,
    height: SMALL,
    'data-bits': bits,
  });
  mark.append(
    svg('title', {}, text('law.more_point', { weights: whole(weights), bits: number(bits, 3) })),
  );
  return [off, mark];
}

/**
 * @param {Axis} axis
 * @param {Frame} space
 * @param {number} taken the pixel at which a name of another kind stands
 */
function grid(axis, { x, y }, taken) {
  const narrow = x.to < NARROW;
  const across = ticks(y, [1, 1.5, 2, 3, 5, 7]).flatMap((bits) => {
    const at = pixel(y, bits);
    const label = svgText(number(bits), {
      x: LEFT - 8,
      y: at + 4,
      'text-anchor': 'end',
      class: 'num',
    });
    return [svg('line', { class: 'grid', x1: LEFT, x2: x.to, y1: at, y2: at }), label];
  });
  const down = ticks(x, axis === 'text' ? (narrow ? [1, 4] : [1, 2, 4]) : [1]).flatMap((value) => {
    const at = pixel(x, value);
    const said = axis === 'compute' ? `10${powers(value)}` : narrow ? count(value) : whole(value);
    const label = svgText(said, { x: at, y: y.from + 18, 'text-anchor': 'middle', class: 'num' });
    const line = svg('line', { class: 'grid', x1: at, x2: at, y1: y.to, y2: y.from });
    return Math.abs(at - taken) < NAME ? [line] : [line, label];
  });
  const edge = svg('path', { class: 'edge', d: `M${LEFT} ${y.to}V${y.from}H${x.to}` });
  const named = svgText(text(`law.along_${axis}`), {
    x: x.to,
    y: y.from + 38,
    'text-anchor': 'end',
  });
  return [...across, ...down, edge, svgText(text('law.up'), { x: LEFT + 8, y: y.to + 10 }), named];
}

/** @param {number} value a power of ten */
const powers = (value) =>
  [...String(Math.round(Math.log10(value)))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/**
 * @param {LawValue} value
 * @param {Frame} space
 * @param {number | null} guess
 */
function bySize(value, space, guess) {
  const { points, last, line, next, predicted } = value;
  const { x, y } = space;
  const most = Math.max(...points.map(({ tokens }) => tokens));
  const best = points.filter(({ tokens }) => tokens === most);
  const end = best[best.length - 1].weights;
  const on = (/** @type {number} */ weights) => {
    const bits = (line?.a ?? 0) * weights ** -(line?.alpha ?? 0);
    return `${pixel(x, weights)} ${pixel(y, bits)}`;
  };
  const fitted = svg('path', { class: 'line', d: `M${on(best[0].weights)}L${on(end)}` });
  const drop = pixel(x, next);
  const down = svg('line', { class: 'drop', x1: drop, x2: drop, y1: y.to, y2: y.from });
  const size = svgText(whole(next), {
    x: Math.min(drop, x.to - 18),
    y: y.from + 18,
    'text-anchor': 'middle',
    class: 'num strong',
  });
  const squares = best.flatMap((point) => square(point, 'weights', space, ''));
  const seventh = last.filter(({ tokens }) => tokens === most);
  const shown = seventh.flatMap((point) => square(point, 'weights', space, 'last'));
  const far = seventh.length
    ? [svg('path', { class: 'line far', d: `M${on(end)}L${on(next)}`, 'data-bits': predicted })]
    : [];
  const yours = seventh.length ? guessed(drop, space, guess) : [handle(drop, space, guess)];
  return [fitted, down, size, ...squares, ...far, ...yours, ...shown];
}

/**
 * What the visitor pulls.
 * @param {number} x
 * @param {Frame} space
 * @param {number | null} guess
 */
function handle(x, { y }, guess) {
  const bits = guess ?? Math.sqrt(y.low * y.high);
  const at = {
    x: x - BLOCK / 2,
    y: pixel(y, bits) - BLOCK / 2,
    width: BLOCK,
    height: BLOCK,
    rx: 6,
  };
  const made = svg(
    'g',
    {
      class: 'handle',
      role: 'slider',
      tabindex: 0,
      'aria-orientation': 'vertical',
      'aria-label': text('law.handle'),
      'aria-valuemin': y.low.toFixed(2),
      'aria-valuemax': y.high.toFixed(2),
      'aria-valuenow': bits.toFixed(2),
      'aria-valuetext': text('law.bits', { bits: number(bits) }),
    },
    svg('rect', { class: 'lip', ...at, y: at.y + 3 }),
    svg('rect', { class: 'block', ...at }),
    svgText('?', { x, y: pixel(y, bits) + 6, 'text-anchor': 'middle' }),
  );
  return made;
}

/**
 * The guess when the seventh is shown: beside it, so that both are seen.
 * @param {number} x
 * @param {Frame} space
 * @param {number | null} guess
 */
function guessed(x, { y }, guess) {
  if (guess === null) return [];
  const at = pixel(y, guess);
  const place = { x: x - BLOCK, y: at - SMALL / 2, width: SMALL, height: SMALL };
  return [
    svg('path', { class: 'drop', d: `M${x - BLOCK} ${at}H${x}` }),
    svg('rect', { class: 'yours', ...place }),
  ];
}

/**
 * A line for each size, named at its end.
 * @param {LawPoint[]} points
 * @param {'text' | 'compute'} axis
 * @param {Frame} space
 */
function byOther(points, axis, { x, y }) {
  const field = FIELDS[axis];
  const sizes = [...new Set(points.map(({ weights }) => weights))];
  let above = -Infinity; // where the name above stands
  return sizes.flatMap((weights) => {
    const own = points.filter((point) => point.weights === weights);
    own.sort((a, b) => a.tokens - b.tokens);
    const d = own.map((point) => `${pixel(x, point[field])} ${pixel(y, point.bits)}`).join('L');
    const last = own[own.length - 1];
    const [end, level] = [pixel(x, last[field]), pixel(y, last.bits)];
    above = Math.max(level + 4, above + APART);
    const beside = { x: end + 12, y: above, 'text-anchor': 'start' };
    const below = { x: end, y: level + 20, 'text-anchor': 'middle' };
    const name = svgText(count(weights), { ...(axis === 'text' ? beside : below), class: 'num' });
    const squares = own.flatMap((point) => square(point, field, { x, y }, 'more'));
    return [svg('path', { class: 'other', d: `M${d}` }), ...squares, name];
  });
}

/**
 * @param {LawPoint} point
 * @param {'weights' | 'tokens' | 'flops'} field
 * @param {Frame} space
 * @param {string} kind
 */
function square(point, field, { x, y }, kind) {
  const [at, middle] = [pixel(x, point[field]), pixel(y, point.bits)];
  const [top, bottom] = [pixel(y, point.high), pixel(y, point.low)];
  const caps = `M${at - CAP} ${top}h${2 * CAP}M${at - CAP} ${bottom}h${2 * CAP}`;
  const mark = svg('rect', {
    class: `point ${kind}`,
    x: at - POINT / 2,
    y: middle - POINT / 2,
    width: POINT,
    height: POINT,
    'data-weights': point.weights,
  });
  const { weights, tokens, bits, low, high } = point;
  const said = { weights: whole(weights), tokens: whole(tokens), bits: number(bits, 3) };
  mark.append(
    svg('title', {}, text('law.point', { ...said, low: number(low, 3), high: number(high, 3) })),
  );
  return [svg('path', { class: 'interval', d: `M${at} ${top}V${bottom}${caps}` }), mark];
}
