// One caption, painted by all steps that were kept whole, with the same seed.

import { finder, pen } from '../../page/dom.js';
import { saveCanvas } from '../../page/export.js';
import { range, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put, say, text } from '../../page/words.js';
import { coloursOf, dab, small } from '../../parts/small.js';
import { every } from './every.js';
import { pictureOf } from './views.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { PaintedValue } from '../../values'
 */

const SEED = 7; // of the first time; the same caption again takes the next one
const NOTE = 'over_caption';
const SCALE = 12; // pixels of a file for one of the picture
const GAP = 12;

/** @param {Widget<PaintedValue, { caption: string }>} widget */
export default function painted(widget) {
  const $ = finder(widget.element);
  const field = $('.asking input', HTMLInputElement);
  const asked = () => page.state.notes[NOTE] ?? widget.options.caption;
  let seed = SEED - 1;
  const { ask, stop, refresh } = every(widget, {
    asked,
    more: () => ({ seed }),
    about: (n) => put($('.about'), 'repainted.about', { n }),
    drawn: ({ pixels }) => [pictureOf(pixels, asked())],
    said: ({ step }) => text('repainted.column', { step: whole(step), caption: asked() }),
    found: (value) => say('repainted.found', found(value)),
    files: { png: save },
  });
  const read = () => {
    if (document.activeElement !== field) field.value = asked();
  };
  $('.asking').addEventListener('submit', (event) => {
    event.preventDefault();
    const caption = field.value.trim() || widget.options.caption;
    seed = caption === asked() ? (seed + 1) % 1000 : SEED;
    page.note(NOTE, caption === widget.options.caption ? null : caption);
    ask();
  });
  widget.hear('wanted', () => {
    if (widget.value && widget.value.text !== asked()) {
      stop();
      refresh();
    }
    read();
  });
  read();
}

/** @param {PaintedValue} value */
function found({ columns, seed }) {
  const digits = columns.map(({ pixels }) => pixels);
  const end = digits[digits.length - 1];
  const same = range(end.length).filter((i) => digits.every((each) => each[i] === end[i]));
  return { seed, same: same.length, all: end.length, of: columns.length };
}

/** @param {PaintedValue} value */
function save({ columns, text: caption, seed }) {
  const drawn = columns.map(({ pixels }) => {
    const canvas = small(SCALE);
    dab(canvas, coloursOf(pixels));
    return canvas;
  });
  const sheet = small(SCALE);
  const side = sheet.width;
  sheet.width = columns.length * (side + GAP) - GAP;
  const ink = pen(sheet);
  for (const [i, each] of drawn.entries()) ink.drawImage(each, i * (side + GAP), 0);
  const steps = columns.map(({ step }) => whole(step)).join(', ');
  saveCanvas('through-time.png', sheet, text('repainted.source', { caption, seed, steps }));
}
