// The steps of one layer as a drawing; each box is a tensor that can be opened.

import { all, finder, make, radio } from '../../page/dom.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @typedef {[name: string, what: string]} Named
 * @typedef {{ does: Key, names: string[], adds?: boolean }} Step
 */

/** @type {Step[]} what happens, and the tensors that come out of it */
const PLAN = [
  { does: 'layer.project', names: ['q', 'k', 'v'] },
  { does: 'layer.multiply', names: ['scores'] },
  { does: 'layer.softmax', names: ['pattern'] },
  { does: 'layer.average', names: ['z'] },
  { does: 'layer.output', names: ['heads'] },
  { does: 'layer.add', names: ['resid_mid'], adds: true },
  { does: 'layer.widen', names: ['neurons'] },
  { does: 'layer.narrow', names: ['mlp'] },
  { does: 'layer.add', names: ['resid'], adds: true },
];

/** @param {Widget<Named[], { activation: string, parallel: boolean, table: boolean }>} widget */
export default function layerSteps({ element, view, value, options, hear, watch }) {
  const $ = finder(element);
  const tensors = value ?? [];
  const open = (/** @type {number} */ i) => view.turn({ tensor_no: i });
  $('.steps').replaceChildren(...PLAN.flatMap((step) => rowOf(step, tensors, open, options)));
  if (options.parallel) put($('.parallel'), 'layer.parallel');
  const mark = () => {
    const layer = view.dial('layer');
    const opened = tensors[view.dial('tensor_no')]?.[0];
    put($('h2'), Number.isNaN(layer) ? 'layer.one' : 'layer.title', { layer });
    for (const box of all(element, '.box')) {
      box.setAttribute('aria-checked', String(box.dataset.tensor === opened));
    }
  };
  hear('wanted', mark);
  watch(() => {}, mark);
}

/**
 * @param {Step} step
 * @param {Named[]} tensors
 * @param {(i: number) => void} open
 * @param {{ activation: string, table: boolean }} like the model
 */
function rowOf({ does, names, adds }, tensors, open, { activation, table }) {
  const boxes = names.map((name) => {
    const i = tensors.findIndex(([other]) => other === name);
    const box = radio('box', () => open(i), make('b', '', name), make('span', '', tensors[i][1]));
    box.dataset.tensor = name;
    return box;
  });
  return [
    make(
      'span',
      'does',
      text(table || does !== 'layer.project' ? does : 'layer.turn', { activation }),
    ),
    make('div', `boxes${adds ? ' sum' : ''}`, ...boxes),
  ];
}
