// Zoom of a figure by keys: its two axes are moved and stretched about their middle.

import { range as numbers } from '../page/numbers.js';

/**
 * @import { Figure } from './plotly.js'
 * @typedef {{ range: [number, number], _length: number }} Seen an axis of a drawn figure, its length in pixels
 */

const LINE = 15; // pixels that a name of a row or column takes
const STEP = 0.2; // of what is seen
const FACTOR = 1.5;

/** @type {Record<string, [across: number, down: number]>} */
const MOVES = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/**
 * Whether a visitor can look closer.
 * @param {Figure | null} figure
 */
export const zoomable = (figure) => figure?.layout.dragmode === 'zoom';

/**
 * The ranges of both axes after a key; undefined if it does not move them.
 * @param {Figure} figure
 * @param {Record<'xaxis' | 'yaxis', [number, number]>} seen
 * @param {string} key
 */
export function moved({ layout }, seen, key) {
  if (key === '0') return ranges(layout.xaxis.range, layout.yaxis.range);
  const by = { '+': 1 / FACTOR, '=': 1 / FACTOR, '-': FACTOR }[key];
  const [across, up] = MOVES[key] ?? [0, 0];
  if (!by && !(key in MOVES)) return undefined;
  return ranges(stretched(seen.xaxis, by ?? 1, across), stretched(seen.yaxis, by ?? 1, up));
}

/**
 * @param {[number, number]} x
 * @param {[number, number]} y
 */
const ranges = (x, y) => ({ 'xaxis.range': x, 'yaxis.range': y });

/**
 * @param {[number, number]} range
 * @param {number} by
 * @param {number} shift share of what is seen
 * @returns {[number, number]}
 */
function stretched([from, to], by, shift) {
  const [middle, half] = [(from + to) / 2 + (to - from) * shift, ((to - from) / 2) * by];
  return [middle - half, middle + half];
}

/**
 * Names of rows and columns, as many as there is room for in what is seen.
 * @param {string[]} names
 * @param {Record<'xaxis' | 'yaxis', Seen>} axes
 */
export const ticksOf = (names, { xaxis, yaxis }) => ({
  xaxis: ticks(names, xaxis),
  yaxis: ticks(names, yaxis),
});

/**
 * @param {string[]} names
 * @param {Seen} axis
 */
function ticks(names, { range, _length }) {
  const from = Math.max(0, Math.min(...range));
  const to = Math.min(names.length - 1, Math.max(...range));
  const each = Math.max(1, Math.ceil(((to - from) * LINE) / _length));
  const first = Math.ceil(from / each);
  const tickvals = numbers(Math.floor(to / each) - first + 1, first).map((i) => i * each);
  return { tickvals, ticktext: tickvals.map((i) => names[i]) };
}
