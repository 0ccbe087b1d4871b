// The neurons that fire most at the selected token, and what fires them most in the training data.

import { finder, make } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { number, whole } from '../../page/numbers.js';
import { bar, boxed, readable } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { dab, frame, small } from '../../parts/small.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Neuron, NeuronsValue, PictureExample, TextExample } from '../../values'
 */

const RAISED = 3; // tokens named in a line
const SCALE = 6; // pixels of a pixel

/** @param {Widget<NeuronsValue>} widget */
export default function neurons({ element, watch }) {
  const $ = finder(element);
  const state = { opened: 0 }; // which of them stands open
  watch((value) => {
    for (const part of ['.list', '.note', '.say']) $(part).replaceChildren();
    if (!value) {
      put($('h2'), 'neurons.title');
      return;
    }
    put($('h2'), 'neurons.of', { layer: value.layer });
    put($('.note'), 'neurons.note', { activation: value.activation });
    const { fire, count, piece, rows } = value;
    const said = { fire: whole(fire), count: whole(count), token: boxed(piece) };
    put($('.say'), value.activation === 'ReLU' ? 'neurons.fire' : 'neurons.above', said);
    state.opened = Math.min(state.opened, Math.max(0, rows.length - 1));
    $('.list').append(...rows.map((_, i) => entry(value, i, state)));
  });
}

/**
 * @param {NeuronsValue} value
 * @param {number} i
 * @param {{ opened: number }} state
 */
function entry({ rows, searched }, i, state) {
  const row = rows[i];
  const raises = row.promotes.slice(0, RAISED).map(boxed);
  const summary = make(
    'summary',
    '',
    make('b', '', text('neurons.number', { neuron: row.neuron })),
    bar(row.value / rows[0].value),
    make('span', 'value', number(row.value)),
    make('span', 'raises', ...raises),
  );
  const made = make('details', 'neuron', summary);
  const fill = () => {
    if (made.childElementCount === 1) made.append(...body(row, searched)); // most are never opened
  };
  made.name = 'neuron';
  made.open = i === state.opened;
  if (made.open) fill();
  made.addEventListener('toggle', () => {
    if (!made.open) return;
    state.opened = i;
    fill();
  });
  return made;
}

/**
 * @param {Neuron} neuron
 * @param {number} searched
 */
function body({ examples }, searched) {
  if (!searched) return [make('p', 'muted', ...say('neurons.not_searched'))];
  if (!examples.length)
    return [make('p', 'muted', ...say('neurons.never', { n: whole(searched) }))];
  const drawn = examples.map((example) =>
    'pixels' in example ? picture(example) : sentence(example),
  );
  return [make('p', 'muted', ...say('neurons.most', { n: whole(searched) })), ...drawn];
}

/** @param {TextExample} example */
function sentence({ pieces, at, value }) {
  const words = pieces.map((piece, i) =>
    i === at ? make('mark', '', readable(piece)) : readable(piece),
  );
  const said = make('span', 'words', '… ', ...words, ' …');
  return make('p', 'example', make('span', 'value', number(value)), said);
}

/** @param {PictureExample} example */
function picture({ caption, pixels, pixel, value }) {
  const canvas = small(SCALE);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', caption);
  dab(canvas, pixels);
  if (pixel >= 0) frame(canvas, pixel);
  const [column, row] = [pixel % facts.side, Math.floor(pixel / facts.side)];
  const where = pixel >= 0 ? 'neurons.pixel' : 'neurons.caption';
  const said = make('span', 'words', ...say(where, { caption: caption.trim(), column, row }));
  return make('p', 'example', make('span', 'value', number(value)), canvas, said);
}
