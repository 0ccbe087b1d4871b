// What charts of bits by step share: steps in factors along, names at the ends of lines, a curve that does not jump.

import { number, whole } from '../page/numbers.js';

/** @import { Figure } from './plotly.js' */

const APART = 20; // pixels between two names
const ABOVE = 11; // and above a line
const LOWEST = 8; // above the axis
export const NARROW = 500;
const TICKS = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];
const FEW = [0, 3, 30, 300, 3000];

/** @param {number} step */
export const along = (step) => Math.log2(1 + step);

/**
 * The axis up to the last step.
 * @param {number} steps
 * @param {boolean} narrow
 */
export function ticksTo(steps, narrow) {
  const last = along(steps);
  const ticks = (narrow ? FEW : TICKS).filter((tick) => along(tick) < last - (narrow ? 1.5 : 0.6));
  const at = [...ticks, steps];
  return { range: [0, last], tickvals: at.map(along), ticktext: at.map(whole) };
}

/**
 * Each curve and line is named at its end; names keep their distance.
 * @param {Figure['layout']} layout
 * @param {{ at: number, value: number, x: number }[]} names
 * @param {number} scale pixels for a bit
 * @param {boolean} narrow
 */
export function named(layout, names, scale, narrow) {
  const right = layout.xaxis.range[1];
  const sorted = names.toSorted((a, b) => b.value - a.value);
  const heights = apart(sorted.map(({ value }) => value * scale));
  const placed = sorted.map((each, i) => {
    const height = heights[i];
    const label = { ...layout.annotations[each.at], x: right };
    const text = `${label.text} ${number(each.value, 2)}`;
    const up = height - each.value * scale;
    const place = narrow ? { xanchor: 'right', xshift: 0, yshift: up + ABOVE } : { yshift: up };
    return { ...label, y: each.value, ...place, text };
  });
  layout.annotations = placed;
}

/**
 * Heights, the largest first, moved so that none is nearer than `APART` to another or to the ground.
 * @param {number[]} heights
 */
export function apart(heights) {
  const made = [...heights];
  for (let i = 1; i < made.length; i++) made[i] = Math.min(made[i], made[i - 1] - APART);
  let ground = LOWEST;
  for (let i = made.length - 1; i >= 0; i--) {
    made[i] = Math.max(made[i], ground);
    ground = made[i] + APART;
  }
  return made;
}

/**
 * The mean of each value and those shortly before it: single steps jump.
 * @param {number[]} values
 */
export function smooth(values) {
  return values.map((_, i) => {
    const some = values.slice(Math.max(0, i - Math.floor(i / 20)), i + 1);
    return some.reduce((sum, value) => sum + value, 0) / some.length;
  });
}
