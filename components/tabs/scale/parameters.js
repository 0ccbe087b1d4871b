// A calculator: how many numbers each part of a model has, adding up exactly.

import { around, button, finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { sum, whole } from '../../page/numbers.js';
import { bars } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { count } from './units.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { ParametersValue } from '../../values'
 * @typedef {'layers' | 'width' | 'vocabulary' | 'context'} Size
 * @typedef {'this' | 'gpt2' | 'gpt3'} Known
 * @typedef {{ known: Record<Known, Record<Size, number>>, most: Record<Size, number> }} Options
 */

const SIZES = /** @type {Size[]} */ (['layers', 'width', 'vocabulary', 'context']);

/** @param {Widget<ParametersValue, Options>} widget */
export default function parameters(widget) {
  const { element, options, view } = widget;
  const $ = finder(element);
  const fields = SIZES.map((size) => field(size, options.most[size]));
  $('.sizes').append(...fields.map(({ label }) => label));
  $('.sizes').addEventListener('input', (event) => {
    const input = around(event, 'input');
    if (input instanceof HTMLInputElement) turn(input);
  });

  /** @param {HTMLInputElement} input */
  function turn(input) {
    const size = /** @type {Size} */ (input.name);
    const n = Number(input.value);
    const most = options.most[size];
    const fits = Number.isInteger(n) && n >= 1 && n <= most;
    input.setAttribute('aria-invalid', String(!fits));
    $('.wrong').textContent = fits ? '' : text('parameters.wrong', { most: whole(most) });
    if (fits) view.turn({ [size]: n });
  }

  const names = /** @type {Known[]} */ (Object.keys(options.known));
  $('.known').append(
    ...names.map((name) =>
      button('button', () => view.turn(options.known[name]), text(`parameters.of_${name}`)),
    ),
  );
  exporting(widget, { csv: save });
  widget.watch((value) => {
    if (value) draw(value);
  });

  /** @param {ParametersValue} value */
  function draw({ parts, total, layers, tied, bytes, flops, sizes, ours }) {
    for (const { input } of fields) {
      const size = /** @type {Size} */ (input.name);
      if (document.activeElement !== input) input.value = String(sizes[size]);
      input.setAttribute('aria-invalid', 'false');
      input.classList.toggle('changed', sizes[size] !== options.known.this[size]);
    }
    $('.wrong').replaceChildren();
    const rows = Object.entries(parts).map(([label, n]) => ({ label, value: n, text: whole(n) }));
    bars($('.bars'), rows, Math.max(...Object.values(parts)));
    $('.sum').textContent = whole(sum(Object.values(parts)));
    put($('.note'), ours ? 'parameters.note' : 'parameters.note_yours', { total: whole(total) });
    const lines = [
      [text('parameters.bytes'), text('units.bytes', { n: count(bytes) })],
      ...(flops === null ? [] : [[text('parameters.flops'), count(flops)]]),
    ];
    $('.list').replaceChildren(
      ...lines.flatMap(([term, said]) => [make('dt', '', term), make('dd', '', said)]),
    );
    $('.foot').replaceChildren(
      ...(flops === null ? [] : say('parameters.squares')), // so it is in the layout of GPT-2
      ...say(tied ? 'parameters.sum' : 'parameters.sum_untied', { layers }),
    );
  }
}

/**
 * @param {Size} size
 * @param {number} most
 */
function field(size, most) {
  const input = make('input');
  input.type = 'number';
  input.name = size;
  input.min = '1';
  input.max = String(most);
  input.inputMode = 'numeric';
  return { input, label: make('label', '', text(`parameters.${size}`), input) };
}

/** @param {ParametersValue} value */
function save({ parts, total, bytes, flops }) {
  const lines = [...Object.entries(parts), ['together', total], ['bytes', bytes]];
  saveCsv('parameters.csv', [['part', 'numbers'], ...lines, ['FLOPs a token', flops ?? '']]);
}
