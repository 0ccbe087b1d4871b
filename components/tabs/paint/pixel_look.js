// What one pixel looked at: how much went to the caption, to the padding before it, and to earlier pixels; and back.

import { finder, make } from '../../page/dom.js';
import { largestFirst, number, sum } from '../../page/numbers.js';
import { boxed } from '../../page/tokens.js';
import { say, text } from '../../page/words.js';
import { CAPTION, Looks } from '../../parts/looks.js';
import { where } from '../../parts/picture.js';
import { firstOpen } from '../../parts/weights.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { PixelLookValue } from '../../values'
 * @typedef {[className: string, name: string, share: number]} Part
 */

const SEEN = 0.005; // smaller shares are no part of the split

/** @param {Widget<PixelLookValue>} widget */
export default function pixelLook(widget) {
  const $ = finder(widget.element);
  return new Looks(widget, {
    empty: 'looks.empty',
    mark: '<image>',
    frames: 1,
    first: ({ shape: [layers] }) => ({ layer: firstOpen(layers), head: null }),
    draw({ pieces, pads }, row) {
      const [tokens, pixels] = [row.subarray(pads, CAPTION - 1), row.subarray(CAPTION)];
      /** @type {Part[]} */
      const parts = [
        ['a', text('looks.caption'), sum(tokens)],
        ['c', '<image>', row[CAPTION - 1]],
        ['d', text('looks.padding'), sum(row.subarray(0, pads))],
        ['b', text('looks.earlier'), sum(pixels)],
      ];
      const seen = parts.filter(([, , share]) => share > SEEN);
      $('.split').replaceChildren(...seen.map(piece));
      $('.parts').replaceChildren(...seen.map(key));
      $('.say').replaceChildren(...strongest(pieces, tokens, nearest(pixels)));
    },
  });
}

/**
 * A part of the split, as wide as its share.
 * @param {Part} part
 */
function piece([className, name, share]) {
  const made = make('i', `part ${className}`);
  made.style.flex = String(share);
  made.title = `${number(share, 3)} ${name}`;
  return made;
}

/**
 * Its name stands below, where there is room for it.
 * @param {Part} part
 */
const key = ([className, name, share]) =>
  make('span', 'pip', make('i', `part ${className}`), make('b', '', number(share)), name);

/**
 * The tokens of the caption that got most.
 * @param {string[]} pieces
 * @param {Float32Array} tokens their weights
 * @param {Child[]} rest what is said of pixels
 */
function strongest(pieces, tokens, rest) {
  const [first, second] = largestFirst(tokens);
  const said = { first: boxed(pieces[first]), first_share: number(tokens[first]), rest };
  if (second === undefined) return say('looks.one_token', said);
  const other = { second: boxed(pieces[second]), second_share: number(tokens[second]) };
  return say('looks.two_tokens', { ...said, ...other });
}

/**
 * The pixel that got most.
 * @param {Float32Array} pixels their weights
 */
function nearest(pixels) {
  if (!pixels.length) return say('looks.no_pixel');
  const [most] = largestFirst(pixels);
  return say('looks.pixel', { where: where(most), share: number(pixels[most]) });
}
