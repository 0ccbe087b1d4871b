// The curves of the skills as an <svg>, whose axis is the slider.

import { svg, svgText } from '../../page/dom.js';
import { number, percent, whole } from '../../page/numbers.js';

/**
 * @import { Curve, Point } from '../../values'
 * @import { Ticks } from './history.js'
 * @typedef {ReturnType<typeof scales>} Scales
 */

export const HIGH = 258;
const TOP = 12;
const FLOOR = 192;
const TRACK = FLOOR + 30;
const NARROW = 700; // pixels: below, only the skill that is looked at has its name
const APART = 20; // pixels between two labels
const SPARSE = 24; // points of a curve that has a square at each

/**
 * Without decimals, except next to the ends.
 * @param {number} p
 */
export const share = (p) =>
  p === 1 || (p >= 0.01 && p <= 0.99) ? `${number(100 * p, 0)} %` : percent(p);

/**
 * @param {number} width pixels
 * @param {Pick<Ticks, 'steps'>} ticks
 */
export function scales(width, { steps }) {
  const narrow = width < NARROW;
  const [left, right] = narrow ? [54, width - 16] : [54, width - 226];
  const [from, to] = [steps[0], steps[steps.length - 1]].map((step) => Math.log(step));
  return {
    width,
    narrow,
    left,
    right,
    x: (/** @type {number} */ step) =>
      left + ((right - left) * (Math.log(step) - from)) / (to - from || 1),
    y: (/** @type {number} */ p) => FLOOR - (FLOOR - TOP) * p,
  };
}

/**
 * Places as near to `wanted` as they can be, so far apart: from the top down, then back where the end is passed.
 * @param {number[]} wanted
 * @param {number} end
 */
export function spread(wanted, end) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const places = [...wanted];
  for (const [k, i] of order.entries()) {
    if (k) places[i] = Math.max(places[i], places[order[k - 1]] + APART);
  }
  let most = end;
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i], most);
    most = places[i] - APART;
  }
  return places;
}

/** @param {[x: number, y: number][]} points */
const path = (points) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

/**
 * @param {Scales} scales
 * @param {Ticks} ticks
 */
export function axes({ left, right, x, y, narrow }, { steps, last, data }) {
  const lines = [0, 0.25, 0.5, 0.75, 1].flatMap((p) => [
    svg('line', { class: 'grid', x1: left, x2: right, y1: y(p), y2: y(p) }),
    svgText(`${100 * p} %`, { class: 'tick', x: left - 8, y: y(p) + 4, 'text-anchor': 'end' }),
  ]);
  const marks = steps.map((step) =>
    svg('line', { class: 'mark', x1: x(step), x2: x(step), y1: FLOOR, y2: FLOOR + 7 }),
  );
  const kept = data.whole.map((step) =>
    svg('rect', { class: 'kept', x: x(step) - 4, y: FLOOR + 6, width: 8, height: 8 }),
  );
  const named = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000].filter(
    (step) => step >= steps[0] && step <= last && x(last) - x(step) > 64,
  );
  const names = [...named, last].map((step) =>
    svgText(whole(step), {
      class: 'tick name',
      x: x(step),
      y: FLOOR + 57,
      'text-anchor': narrow && step === last ? 'end' : 'middle',
    }),
  );
  const base = svg('path', { class: 'axis', d: `M${left} ${FLOOR}H${right}` });
  const track = svg('rect', {
    class: 'track',
    x: left,
    y: TRACK - 2,
    width: right - left,
    height: 4,
    rx: 2,
  });
  return [...lines, ...marks, ...kept, base, track, ...names];
}

/**
 * @param {Scales} scales
 * @param {Curve} curve
 * @param {boolean} looked whether it is the one that is looked at
 */
export function curveOf({ x, y }, { key, points }, looked) {
  const on = looked ? ' looked' : '';
  const at = (/** @type {(point: Point) => number} */ p) =>
    points.map((point) => /** @type {[number, number]} */ ([x(point.step), y(p(point))]));
  const edge = [...at(({ high }) => high), ...at(({ low }) => low).toReversed()];
  const right = at((point) => point.right / point.asked);
  const band = looked ? [svg('path', { class: 'band', d: `${path(edge)}Z` })] : [];
  const squares = points.length > SPARSE ? [] : right.map(([cx, cy]) => square(cx, cy, 5, 'point'));
  const line = svg('path', { class: `curve${on}`, d: path(right) });
  return svg('g', { class: `skill${on}`, 'data-skill': key }, ...band, line, ...squares);
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {string} name its class
 */
const square = (x, y, size, name) =>
  svg('rect', { class: name, x: x - size / 2, y: y - size / 2, width: size, height: size });

/**
 * The names at the ends of the curves, and where each stands.
 * @param {Scales} scales
 * @param {Curve[]} curves
 * @param {string} looked the key of the one that is looked at
 */
export function namesOf({ x, y, right }, curves, looked) {
  const ends = curves.map(({ points }) => points[points.length - 1]);
  const places = spread(
    ends.map((end) => y(end.right / end.asked)),
    FLOOR,
  );
  const drawn = curves.map(({ key, name }, i) => {
    const [from, to] = [x(ends[i].step) + 4, y(ends[i].right / ends[i].asked)];
    const on = key === looked ? ' looked' : '';
    return svg(
      'g',
      { class: `ending${on}` },
      svg('path', { d: `M${from} ${to}L${right + 18} ${places[i]}h6` }),
      svgText(name, { x: right + 28, y: places[i] + 5 }),
    );
  });
  return { drawn, places };
}

/**
 * A step of which something is told: a thin line, and its words beside it.
 * @param {Scales} scales
 * @param {{ step: number, says: string }[]} events
 */
export function eventsOf({ x, y, left, right }, events) {
  return events.map(({ step, says }, i) => {
    const before = x(step) > (left + right) / 2;
    const up = y(0.32 + 0.2 * i);
    const words = svgText(`${whole(step)}: ${says}`, {
      x: x(step) + (before ? -8 : 8),
      y: up + 10,
      'text-anchor': before ? 'end' : 'start',
    });
    const line = svg('line', { x1: x(step), x2: x(step), y1: up, y2: FLOOR });
    return svg('g', { class: 'event', 'data-step': step }, line, words);
  });
}

/**
 * The line of the step that is shown, through all curves, with what each has there; and the filled part of the track.
 * @param {Scales} scales
 * @param {Curve[]} curves
 * @param {number} step
 * @param {string} looked
 */
export function nowOf({ x, y, left, right, narrow }, curves, step, looked) {
  const here = curves.flatMap(({ key, points }) => {
    const point = points.find((each) => each.step === step);
    return point && (!narrow || key === looked) ? [{ key, p: point.right / point.asked }] : [];
  });
  const at = x(step);
  const places = spread(
    here.map(({ p }) => y(p)),
    FLOOR - 2,
  );
  const beyond = at > right - 60;
  const told = here.flatMap(({ key, p }, i) => {
    const on = key === looked ? ' looked' : '';
    const size = on ? 12 : 9;
    return [
      square(at, y(p), size, `here${on}`),
      svgText(share(p), {
        class: `value${on}`,
        'data-skill': key,
        x: beyond ? at - 12 : at + 12,
        y: places[i] + 5,
        'text-anchor': beyond ? 'end' : 'start',
      }),
    ];
  });
  return [
    svg('rect', { class: 'done', x: left, y: TRACK - 2, width: at - left, height: 4, rx: 2 }),
    svg('line', { class: 'now', x1: at, x2: at, y1: TOP - 4, y2: TRACK }),
    ...told,
  ];
}

/**
 * Where the handle of the slider goes.
 * @param {Scales} scales
 * @param {number} step
 */
export const handleAt = ({ x }, step) => `translate(${x(step)} ${TRACK})`;
