// Two maps of attention side by side: one that may look back, one that may look both ways.

import { cellsOn, css, tints } from '../../page/colours.js';
import { finder, make, pen, pointed } from '../../page/dom.js';
import { exporting, saveCanvas, saveCsv } from '../../page/export.js';
import { floats, percent, range } from '../../page/numbers.js';
import { STEPS } from '../../page/ramps.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { MapsValue } from '../../values'
 * @typedef {{ value: MapsValue, back: Float32Array, both: Float32Array, n: number }} Shown
 */

const SIDES = /** @type {const} */ (['back', 'both']);
const SIDE = 800; // pixels of a canvas

/** @param {Widget<MapsValue>} widget */
export default function maps(widget) {
  const $ = finder(widget.element);
  const choice = $('select', HTMLSelectElement);
  /** @type {Shown | null} */
  let shown = null;
  const canvas = (/** @type {string} */ side) => $(`.${side} canvas`, HTMLCanvasElement);
  choice.addEventListener('change', () => widget.view.turn({ head: Number(choice.value) }));
  for (const side of SIDES) {
    canvas(side).addEventListener('pointermove', (event) => {
      if (!shown) return;
      const size = canvas(side).clientWidth / shown.n;
      const [x, y] = pointed(event, canvas(side)).map((at) => Math.floor(at / size));
      if (x < 0 || y < 0 || x >= shown.n || y >= shown.n) return;
      const { pieces } = shown.value;
      const said = {
        row: pieces[y].trim(),
        key: pieces[x].trim(),
        p: percent(shown[side][y * shown.n + x]),
      };
      put($('.cell'), side === 'back' ? 'mask.looks' : 'mask.fills', said);
    });
  }
  exporting(widget, {
    png: () => shown && saveCanvas('maps.png', sideBySide(SIDES.map(canvas))),
    csv: () => shown && save(shown),
  });
  widget.watch((value) => {
    $('.card').hidden = !value;
    shown = value && {
      value,
      back: floats(value.back),
      both: floats(value.both),
      n: value.pieces.length,
    };
    if (!value || !shown) return;
    options(choice, value, widget.view.dial('head') || 0);
    put($('.say'), 'mask.right', {
      layer: value.layer,
      head: value.head,
      right: percent(value.right),
    });
    for (const side of SIDES)
      canvas(side).setAttribute(
        'aria-label',
        text(`mask.map_${side}`, { layer: value.layer, head: value.head }),
      );
    for (const side of SIDES) paint(canvas(side), shown[side], shown);
  });
}

/**
 * @param {HTMLSelectElement} select
 * @param {MapsValue} value
 * @param {number} at
 */
function options(select, { layers, heads }, at) {
  if (select.options.length !== layers * heads + 1) {
    const names = range(layers * heads).map((i) =>
      text('mask.which', { layer: Math.floor(i / heads), head: i % heads }),
    );
    select.replaceChildren(
      ...[text('mask.rightmost'), ...names].map((name) => make('option', '', name)),
    );
    range(select.options.length).forEach((i) => {
      select.options[i].value = String(i);
    });
  }
  select.value = String(at);
}

/**
 * The weights, and a frame around the row that fills the hole.
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} weights
 * @param {Shown} shown
 */
function paint(canvas, weights, { n, value }) {
  const ramp = tints('chance');
  const small = cellsOn(
    new OffscreenCanvas(n, n),
    n,
    n,
    (i) => ramp[Math.round(STEPS * Math.sqrt(weights[i]))],
  );
  canvas.width = canvas.height = SIDE;
  const context = pen(canvas);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, SIDE, SIDE);
  const cell = SIDE / n;
  context.strokeStyle = css('--ink');
  context.lineWidth = 3;
  // What fills the hole: the place before it, of which the masked map's row has the hole's own number.
  const row = canvas.closest('.both') ? value.place : value.place - 1;
  if (row >= 0) context.strokeRect(1.5, row * cell, SIDE - 3, cell);
  context.setLineDash([10, 8]);
  context.strokeRect(value.place * cell, 1.5, cell, SIDE - 3);
  context.setLineDash([]);
}

/** @param {HTMLCanvasElement[]} all */
function sideBySide(all) {
  const made = make('canvas');
  made.width = SIDE * all.length + 40;
  made.height = SIDE;
  all.forEach((canvas, i) => pen(made).drawImage(canvas, i * (SIDE + 40), 0));
  return made;
}

/** @param {Shown} shown */
function save({ value, back, both, n }) {
  const rows = range(n * n).map((i) => [
    Math.floor(i / n),
    value.pieces[Math.floor(i / n)],
    i % n,
    value.pieces[i % n],
    back[i],
    both[i],
  ]);
  saveCsv('maps.csv', [['row', 'token', 'column', 'token', 'looking back', 'both ways'], ...rows]);
}
