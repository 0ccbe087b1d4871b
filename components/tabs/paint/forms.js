// Does it go from edges to forms? Average stimuli of neurons, layer by layer, and what explains what they do.

import { button, finder, make, pen } from '../../page/dom.js';
import { exporting, saveCanvas, saveCsv } from '../../page/export.js';
import facts from '../../page/facts.js';
import { floats, largestFirst, number, percent, range } from '../../page/numbers.js';
import { bars } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { coloursOf, dab, frame, small } from '../../parts/small.js';
import { oneStop, walking } from './tiles.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { FiringLayer, FiringNeuron, FormsValue } from '../../values'
 */

const EDGE = 1; // places among the names
const KIND = 3;
const SCALE = 12; // pixels of a place, in the file

/** @param {Widget<FormsValue>} widget */
export default function forms(widget) {
  const { element } = widget;
  const $ = finder(element);
  exporting(widget, { csv: save, png: savePatches });
  widget.watch((value) => {
    const some = Boolean(value?.layers.length);
    $('.out').hidden = $('.reading').hidden = !some;
    if (!value) return;
    $('.layers').replaceChildren(...(some ? value.layers.map((_, i) => layerOf(value, i)) : []));
    if (!some) {
      put($('.say'), 'forms.none');
      return;
    }
    put($('.note'), 'forms.searched', { n: value.searched });
    $('.say').replaceChildren(...verdict(value));
    put($('.how-to'), 'forms.how');
    drawPatch($('.average', HTMLCanvasElement), hues(value.average), value.back);
    drawPatch($('.average-same', HTMLCanvasElement), grays(value.average_same), value.back);
  });
}

/**
 * What was found, of the first and the last layer, and where edges and kinds matter most.
 * @param {FormsValue} value
 */
function verdict({ layers, names, way }) {
  const [first, last] = [layers[0], layers[layers.length - 1]].map(({ explained }) => {
    const [most] = largestFirst(explained);
    return { by: names[most], share: percent(explained[most]) };
  });
  const peak = (/** @type {number} */ by) => {
    const shares = layers.map(({ explained }) => explained[by]);
    const [most] = largestFirst(shares);
    return { layer: most, share: percent(shares[most]) };
  };
  const [edge, kind] = [peak(EDGE), peak(KIND)];
  return [
    ...say('forms.most', {
      by: first.by,
      share: first.share,
      last: layers.length - 1,
      later: last.by,
      later_share: last.share,
    }),
    ' ',
    ...say('forms.peaks', {
      edge: edge.layer,
      edge_share: edge.share,
      kind: kind.layer,
      kind_share: kind.share,
    }),
    ' ',
    ...say(way === 'yes' ? 'forms.yes' : 'forms.no'),
  ];
}

/**
 * @param {FormsValue} value
 * @param {number} i
 */
function layerOf(value, i) {
  const { explained, neurons } = value.layers[i];
  const full = Math.max(...value.layers.flatMap((layer) => layer.explained));
  const shares = make('div', 'bars ink');
  bars(
    shares,
    explained.map((share, by) => ({
      label: value.names[by],
      value: share,
      text: percent(share),
    })),
    full,
  );
  const made = make(
    'div',
    'layer',
    make('div', '', make('h3', '', text('forms.layer', { layer: i })), shares),
  );
  const opened = make('div', 'opened');
  opened.setAttribute('role', 'status');
  opened.hidden = true;
  const stimuli = make('div', 'stimuli');
  stimuli.setAttribute('role', 'group');
  stimuli.setAttribute('aria-label', text('forms.layer', { layer: i }));
  stimuli.append(...neurons.map((neuron) => stimulus(neuron, value, stimuli, opened)));
  oneStop(stimuli, '.stimulus');
  walking(stimuli, '.stimulus');
  made.append(stimuli, opened);
  return made;
}

/**
 * @param {FiringNeuron} neuron
 * @param {FormsValue} value
 * @param {HTMLElement} row the others of its layer
 * @param {HTMLElement} opened where its pictures are shown
 */
function stimulus(neuron, value, row, opened) {
  const [patch, same] = [make('canvas', 'patch'), make('canvas', 'patch same')];
  drawPatch(patch, hues(neuron.patch), value.back);
  drawPatch(same, grays(neuron.same), value.back);
  const made = button(
    'stimulus',
    () => {
      const open = made.getAttribute('aria-expanded') !== 'true';
      for (const each of row.children) each.setAttribute('aria-expanded', 'false');
      made.setAttribute('aria-expanded', String(open));
      opened.hidden = !open;
      opened.replaceChildren(...(open ? pictures(neuron, value) : []));
    },
    patch,
    same,
    make('b', '', text('neurons.number', { neuron: neuron.neuron })),
    make('span', '', text('forms.fires', { share: percent(neuron.share) })),
    make('span', '', text('forms.mean', { mean: number(neuron.mean) })),
  );
  made.dataset.patch = neuron.patch;
  made.setAttribute('aria-expanded', 'false');
  return made;
}

/**
 * @param {FiringNeuron} neuron
 * @param {FormsValue} value
 */
function pictures({ neuron, examples }, value) {
  const made = examples.map(({ picture, pixel, value: strength }) => {
    const place = { row: Math.floor(pixel / facts.side), column: pixel % facts.side };
    const canvas = small(7);
    dab(canvas, coloursOf(value.pictures[picture]));
    frame(canvas, pixel);
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', text('pixel.at', place));
    canvas.dataset.picture = value.pictures[picture];
    return make('figure', '', canvas, make('figcaption', '', number(strength)));
  });
  return [
    make('p', 'muted', ...say('forms.pictures', { neuron, n: value.searched })),
    make('div', 'where', ...made),
  ];
}

/**
 * The colour of each place.
 * @param {string} patch
 */
const hues = (patch) => range(patch.length / 6).map((i) => `#${patch.slice(6 * i, 6 * i + 6)}`);

/**
 * Black where a place always has the pixel's own colour, white where it never has.
 * @param {string} same
 */
const grays = (same) =>
  Array.from(floats(same), (share) => `rgb(${Array(3).fill(Math.round(255 * (1 - share)))})`);

/**
 * A patch; what was not painted yet stays clear.
 * @param {HTMLCanvasElement} canvas
 * @param {string[]} colours of each place
 * @param {number} back
 */
function drawPatch(canvas, colours, back) {
  const wide = 2 * back + 1;
  canvas.width = wide * SCALE;
  canvas.height = (back + 1) * SCALE;
  const context = pen(canvas);
  const last = back * wide + back; // the pixel itself
  for (let i = 0; i <= last; i++) {
    context.fillStyle = colours[i];
    context.fillRect((i % wide) * SCALE, Math.floor(i / wide) * SCALE, SCALE, SCALE);
  }
  const [x, y] = [back * SCALE, back * SCALE];
  context.lineWidth = 2;
  context.strokeStyle = '#fff';
  context.strokeRect(x - 1, y - 1, SCALE + 2, SCALE + 1);
  context.strokeStyle = '#14201e';
  context.strokeRect(x + 1, y + 1, SCALE - 2, SCALE - 2);
}

/** @param {FormsValue} value */
function savePatches({ layers, back }) {
  const [wide, high, gap] = [(2 * back + 1) * SCALE, 2 * (back + 1) * SCALE, SCALE];
  const most = Math.max(...layers.map(({ neurons }) => neurons.length));
  const sheet = make('canvas');
  sheet.width = most * (wide + gap) + gap;
  sheet.height = layers.length * (high + gap) + gap;
  const context = pen(sheet);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const [row, { neurons }] of layers.entries())
    for (const [column, { patch, same }] of neurons.entries())
      for (const [i, colours] of [hues(patch), grays(same)].entries()) {
        const canvas = make('canvas');
        drawPatch(canvas, colours, back);
        const top = gap + row * (high + gap) + (i * high) / 2;
        context.drawImage(canvas, gap + column * (wide + gap), top);
      }
  saveCanvas('stimuli.png', sheet, text('forms.title'));
}

/** @param {FormsValue} value */
function save({ layers, names }) {
  /** @param {FiringLayer} layer @param {number} i */
  const rowsOf = ({ explained, neurons }, i) =>
    neurons.map(({ neuron, mean, share, patch }) => [
      i,
      neuron,
      mean,
      share,
      `#${patch}`,
      ...explained,
    ]);
  const head = ['layer', 'neuron', 'mean activation', 'share of pixels', 'patch'];
  saveCsv('stimuli.csv', [[...head, ...names], ...layers.flatMap(rowsOf)]);
}
