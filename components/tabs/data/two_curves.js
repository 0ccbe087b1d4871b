// The curves of two trainings, put into the figure that Python has made.

import { range } from '../../page/numbers.js';
import { along, named, NARROW, smooth, ticksTo } from '../../parts/bits.js';

/**
 * @import { Figure } from '../../parts/plotly.js'
 * @import { Training } from '../../parts/training.js'
 */

const TALL = 300;
const GUESS = 9; // bits, before anything is known
const [UNSEEN, READ, END] = [
  [3, 2],
  [1, 0],
  [4, 5],
]; // places among the figure's traces, of A and B

/**
 * @param {Figure} empty
 * @param {Training[]} runs
 * @param {number} width pixels
 * @returns {Figure}
 */
export function curves(empty, runs, width) {
  const figure = structuredClone(empty);
  const { data, layout } = figure;
  const steps = Math.max(...runs.map(({ begun }) => begun?.steps ?? 0)) || 300;
  const names = runs.flatMap((run, side) => fill(data, run, side));
  const highest = runs.flatMap(({ looks }) => looks.map(({ unseen }) => unseen));
  const top = Math.max(...runs.map(({ begun }) => begun?.guess ?? GUESS), ...highest) * 1.08;
  const narrow = width < NARROW;
  Object.assign(layout.xaxis, ticksTo(steps, narrow));
  Object.assign(layout.yaxis, { range: [0, top] });
  named(layout, names, TALL / top, narrow);
  if (narrow) layout.margin.r = 16; // names stand on the lines
  return figure;
}

/**
 * Both curves of one training; the names at their ends.
 * @param {any[]} data
 * @param {Training} run
 * @param {number} side
 */
function fill(data, { losses, looks }, side) {
  const x = looks.map(({ step }) => along(step));
  const y = looks.map(({ unseen }) => unseen);
  const read = smooth(losses);
  Object.assign(data[UNSEEN[side]], { x, y });
  Object.assign(data[READ[side]], { x: range(losses.length, 1).map(along), y: read });
  Object.assign(data[END[side]], { x: x.slice(-1), y: y.slice(-1) });
  const names = [];
  if (y.length) names.push({ at: side, value: y[y.length - 1], x: x[x.length - 1] });
  if (read.length)
    names.push({ at: 2 + side, value: read[read.length - 1], x: along(losses.length) });
  return names;
}
