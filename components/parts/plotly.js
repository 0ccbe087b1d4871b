// Plotly: read when the page is idle, once, and only if there is something to draw.

import { css, scale } from '../page/colours.js';
import { make } from '../page/dom.js';
import { bytes } from '../page/numbers.js';
import { text } from '../page/words.js';

/**
 * @typedef {Record<string, any>} Trace
 * @typedef {{ data: Trace[], layout: Record<string, any> }} Figure
 * @typedef {{ points: { y: number, customdata?: number }[] }} Pressed
 * @typedef {HTMLElement & { on: (event: string, run: (event: Pressed) => void) => void }} Drawn
 * @typedef {{
 *   react: (node: HTMLElement, data: Trace[], layout: object, config: object) => Promise<Drawn>,
 *   relayout: (node: HTMLElement, layout: object) => Promise<Drawn>,
 *   toImage: (node: HTMLElement, options: object) => Promise<string>,
 * }} Plotly
 */

const ADDRESS = new URL('../vendor/plotly.min.js', import.meta.url).href;
const PATIENCE_MS = 1000; // the page is not idle: draw none the less

const TYPES = {
  f8: Float64Array,
  f4: Float32Array,
  i4: Int32Array,
  u4: Uint32Array,
  i2: Int16Array,
  u2: Uint16Array,
  i1: Int8Array,
  u1: Uint8Array,
};

/** @type {Promise<Plotly> | null} */
let asked = null;

/**
 * Draws nothing: what the library does once is done then. In a task of its own, as is the reading of it, since each
 * is long enough for one.
 * @param {Plotly} library
 */
async function begin(library) {
  await library.react(
    make('div'),
    [{ x: [0], y: [0] }],
    { width: 100, height: 100 },
    { staticPlot: true },
  );
  return library;
}

/** The library. Rejects with a sentence for people if it did not come; the next call asks again. */
export function plotly() {
  asked ??= new Promise((done, failed) => {
    const script = make('script');
    script.src = ADDRESS;
    script.onload = () => setTimeout(() => begin(/** @type {any} */ (window).Plotly).then(done));
    script.onerror = () => {
      asked = null;
      failed(new Error(text('chart.no_library')));
    };
    requestIdleCallback(() => document.head.append(script), { timeout: PATIENCE_MS });
  });
  return asked;
}

/**
 * A figure of Python as Plotly takes it: colours of the theme that is on, arrays out of base64.
 * @param {Figure} figure
 * @returns {Figure}
 */
export function ready(figure) {
  const { data, layout } = resolved(figure);
  const colorscale = { sequential: scale('chance'), diverging: scale('signed') };
  Object.assign(layout.template.layout, { colorscale });
  return { data, layout };
}

/**
 * @param {any} part
 * @returns {any}
 */
function resolved(part) {
  if (typeof part === 'string') return part.startsWith('var(') ? css(part.slice(4, -1)) : part;
  if (Array.isArray(part)) return part.map(resolved);
  if (!part || typeof part !== 'object') return part;
  if (part.bdata) return decoded(part);
  const parts = Object.entries(part).map(([name, value]) => [name, resolved(value)]);
  return Object.fromEntries(parts);
}

/**
 * An array as Plotly's Python packs it; of two dimensions as an array of rows.
 * @param {{ dtype: keyof typeof TYPES, bdata: string, shape?: string }} packed
 */
function decoded({ dtype, bdata, shape }) {
  const flat = new TYPES[dtype](bytes(bdata).buffer);
  const columns = Number(shape?.split(',')[1] ?? 0);
  if (!columns) return flat;
  const rows = flat.length / columns;
  return Array.from({ length: rows }, (_, i) => flat.subarray(i * columns, (i + 1) * columns));
}

/**
 * A text of a figure as it was: see `safe` in figures.py.
 * @param {unknown} text
 */
export const plain = (text) =>
  String(text)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#36;', '$')
    .replaceAll('&amp;', '&');
