// What one pixel of a clip looked at: how much went to the same place one frame earlier, and how much elsewhere.

import { finder } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { floats, largestFirst, number, sum } from '../../page/numbers.js';
import { bars } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { CAPTION, Looks } from '../../parts/looks.js';
import { where } from '../../parts/picture.js';
import { everyHead, firstOpen } from '../../parts/weights.js';
import { shares } from './moved.js';
import { EACH, frameOf } from './shape.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Chosen } from '../../parts/weights.js'
 * @import { PixelLookValue } from '../../values'
 * @import { Shares } from './moved.js'
 */

/** @param {Widget<PixelLookValue>} widget */
export default function frameLook(widget) {
  const $ = finder(widget.element);
  return new Looks(widget, {
    empty: 'frame.empty',
    mark: '<clip>',
    frames: facts.frames,
    first: strongest,
    draw({ pixel, pads }, row, picked) {
      const parts = shares(row, { pixel, pads, each: EACH, before: CAPTION });
      bars($('.bars'), rowsOf(parts));
      const told = Object.entries(parts).map(([name, share]) => [name, number(share)]);
      const said = Object.fromEntries(told);
      const first = pixel < EACH;
      if (first) put($('.say'), 'frame.first', said);
      else put($('.say'), 'frame.said', { ...said, ...mostBefore(row, pixel) });
      put($('.why'), first ? 'frame.pips' : picked ? 'frame.ring' : 'frame.why');
    },
  });
}

/**
 * The head that gives most to the frame just before; in the first, which has none before it, a mean.
 * @param {PixelLookValue} value
 * @returns {Chosen}
 */
function strongest({ rows, shape, pixel }) {
  if (pixel < EACH) return { layer: firstOpen(shape[0]), head: null };
  const heads = everyHead(floats(rows), shape);
  const end = CAPTION + frameOf(pixel) * EACH;
  const [best] = largestFirst(heads.map(({ weights }) => sum(weights.subarray(end - EACH, end))));
  return { layer: heads[best].layer, head: heads[best].head };
}

/**
 * The pixel of the frame before that got most.
 * @param {Float32Array} row
 * @param {number} pixel
 */
function mostBefore(row, pixel) {
  const start = (frameOf(pixel) - 1) * EACH;
  const before = row.subarray(CAPTION + start, CAPTION + start + EACH);
  const [most] = largestFirst(before);
  return { where: where(start + most, facts.frames), share: number(before[most]) };
}

/** @param {Shares} parts */
function rowsOf({ same, earlier, own, caption, clip, padding }) {
  const row = (/** @type {string} */ label, /** @type {number} */ value) => ({
    label,
    value,
    text: number(value),
  });
  return [
    row(text('frame.same'), same),
    row(text('frame.earlier'), earlier),
    row(text('frame.own'), own),
    row(text('looks.caption'), caption),
    row('<clip>', clip),
    row(text('looks.padding'), padding),
  ];
}
