// The curve of a training: what has come so far, put into the figure that Python has made.

import { range } from '../../page/numbers.js';
import { along, named, NARROW, smooth, ticksTo } from '../../parts/bits.js';

/**
 * @import { Figure } from '../../parts/plotly.js'
 * @import { training } from './training.js'
 */

const TALL = 300;
const GUESS = 9; // bits, before anything is known
const READ = 0; // places among the figure's traces
const LINES = /** @type {const} */ (['guess', 'counted', 'best']);
const UNSEEN = 4;
const END = 5;

/**
 * @param {Figure} empty
 * @param {typeof training} run
 * @param {number} width pixels
 * @returns {Figure}
 */
export function curve(empty, run, width) {
  const { begun, losses, looks } = run;
  const figure = structuredClone(empty);
  const { data, layout } = figure;
  const last = along(begun?.steps ?? 1000);
  const x = looks.map(({ step }) => along(step));
  const y = looks.map(({ unseen }) => unseen);
  Object.assign(data[UNSEEN], { x, y });
  Object.assign(data[READ], { x: range(losses.length, 1).map(along), y: smooth(losses) });
  Object.assign(data[END], { x: x.slice(-1), y: y.slice(-1) });
  const names = [];
  if (y.length) names.push({ at: 0, value: y[y.length - 1], x: x[x.length - 1] });
  if (losses.length)
    names.push({ at: 1, value: data[READ].y[losses.length - 1], x: along(losses.length) });
  LINES.forEach((name, i) => {
    const value = begun?.[name];
    const there = typeof value === 'number';
    Object.assign(data[1 + i], { x: there ? [0, last] : [], y: there ? [value, value] : [] });
    if (there) names.push({ at: 2 + i, value, x: last });
  });
  const top = Math.max(begun?.guess ?? GUESS, ...y) * 1.08;
  const narrow = width < NARROW;
  Object.assign(layout.xaxis, ticksTo(begun?.steps ?? 1000, narrow));
  Object.assign(layout.yaxis, { range: [0, top] });
  named(layout, names, TALL / top, narrow);
  if (narrow) layout.margin.r = 16; // names stand on the lines
  return figure;
}
