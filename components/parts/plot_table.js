// The numbers of a figure as rows: what a chart says, for whoever does not see it.

import { text } from '../page/words.js';
import { plain } from './plotly.js';

/** @import { Figure, Trace } from './plotly.js' */

/**
 * A head and a row for each number that is drawn; names as the axes write them.
 * @param {Figure} figure whose arrays are decoded
 * @returns {(string | number)[][]}
 */
export function tableOf({ data, layout }) {
  const { type } = data[0];
  if (type === 'treemap' || type === 'sunburst') return areas(data[0]);
  const title = (/** @type {string} */ axis) => plain(layout[axis]?.title?.text || axis[0]);
  if (type === 'heatmap') return cells(data[0], layout, title);
  const rows = data.flatMap(({ name, x, y }) =>
    Array.from(x, (/** @type {number} */ at, /** @type {number} */ i) => [
      plain(name),
      named(layout.xaxis, at),
      y[i],
    ]),
  );
  return [[text('chart.line'), title('xaxis'), title('yaxis')], ...rows];
}

/**
 * @param {Trace} trace
 * @returns {(string | number)[][]}
 */
function areas({ labels, parents, values }) {
  const rows = labels.map((/** @type {string} */ label, /** @type {number} */ i) => {
    const parent = parents[i] === '' ? '' : plain(labels[Number(parents[i])]);
    return [plain(label), parent, values[i]];
  });
  return [[text('chart.part'), text('chart.of'), text('chart.weights')], ...rows];
}

/**
 * @param {Trace} trace
 * @param {Record<string, any>} layout
 * @param {(axis: string) => string} title
 * @returns {(string | number)[][]}
 */
function cells({ z }, layout, title) {
  const rows = z.flatMap((/** @type {ArrayLike<number>} */ line, /** @type {number} */ i) =>
    Array.from(line, (value, j) => [i, j, value]).filter(([, , value]) => !Number.isNaN(value)),
  );
  return [[title('yaxis'), title('xaxis'), layout.coloraxis.colorbar.title.text], ...rows];
}

/**
 * @param {Record<string, any>} axis
 * @param {number} at
 */
function named(axis, at) {
  const i = axis.ticktext ? Array.from(axis.tickvals).indexOf(at) : -1;
  return i < 0 ? at : plain(axis.ticktext[i]);
}
