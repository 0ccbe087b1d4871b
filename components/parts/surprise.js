// How surprising the typed text is, token by token.

import { at, rgb } from '../page/colours.js';
import { TOKEN, quoted } from '../page/csv.js';
import { button, finder, make } from '../page/dom.js';
import { exporting, saveCsv } from '../page/export.js';
import { largestFirst, number, percent, sum } from '../page/numbers.js';
import { page } from '../page/page.js';
import { contrasting } from '../page/ramps.js';
import { boxed, letters } from '../page/tokens.js';
import { put, text } from '../page/words.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { SurpriseValue } from '../values'
 */

const MOST = 12; // bits at the end of the ramp

/** @param {Widget<SurpriseValue>} widget */
export default function surprise(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    $('.say').replaceChildren();
    $('.chips').replaceChildren(
      ...(value?.tokens ?? []).map((piece, i) => slot(piece, i, value?.bits[i] ?? null)),
    );
    if (value) tell($('.say'), value);
  });
}

/**
 * @param {Element} line
 * @param {SurpriseValue} value
 */
function tell(line, { tokens, bits }) {
  const known = bits.slice(1).map(Number);
  if (!known.length) {
    put(line, 'surprise.single');
    return;
  }
  const [most] = largestFirst(known);
  put(line, 'surprise.sum', {
    bits: number(sum(known), 1),
    mean: number(sum(known) / known.length, 1),
    token: boxed(tokens[most + 1]),
    most: number(known[most], 1),
    chance: percent(2 ** -known[most]),
  });
}

/**
 * A token on the colour of its surprise, and the bits below it.
 * @param {string} piece
 * @param {number} i
 * @param {number | null} bits
 */
function slot(piece, i, bits) {
  const chip = button('chip', () => page.select(i), ...letters(piece));
  if (bits === null) chip.title = text('surprise.nothing');
  else {
    const colour = at('chance', Math.min(1, bits / MOST));
    chip.style.background = rgb(colour);
    chip.style.color = contrasting(colour);
    chip.title = text('surprise.bits', { bits: number(bits), chance: percent(2 ** -bits) });
  }
  const said = { i, piece: JSON.stringify(piece), title: chip.title };
  chip.setAttribute('aria-label', text('surprise.token', said));
  return make('span', 'slot', chip, make('span', 'socket', bits === null ? '–' : number(bits, 1)));
}

/** @param {SurpriseValue} value */
function save({ tokens, bits }) {
  const lines = tokens.map((piece, i) => [i, quoted(piece), bits[i] ?? '']);
  saveCsv('surprise.csv', [['place', TOKEN, 'bits'], ...lines]);
}
