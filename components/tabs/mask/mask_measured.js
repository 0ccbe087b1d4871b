// Bars with intervals: right by looking back, right by looking both ways.

import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, percent, whole } from '../../page/numbers.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { HolesMeasured, MaskMeasuredValue } from '../../values'
 */

const WAYS = /** @type {const} */ (['back', 'both']);

/** @param {Widget<MaskMeasuredValue>} widget */
export default function maskMeasured(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    $('.card').hidden = !value;
    if (!value) return;
    const { n, pictures, bits, texts, repaired } = value;
    put($('.note'), 'mask.recorded');
    const [all] = texts;
    put($('.say'), verdict(all), {
      n: whole(n),
      back: percent(all.back[1]),
      both: percent(all.both[1]),
      bits_back: number(bits[0], 2),
      bits_both: number(bits[1], 2),
    });
    $('.texts .rows').replaceChildren(...texts.map((each) => row(each, 'place')));
    $('.repaired .rows').replaceChildren(...repaired.map((each) => row(each, 'gap')));
    put($('.about'), 'mask.about_measured', { n: whole(n), pictures });
  });
}

/**
 * Whether one is right more often, beyond the intervals.
 * @param {HolesMeasured} all
 */
function verdict({ back, both }) {
  if (both[2] > back[3]) return 'mask.more_often';
  return back[2] > both[3] ? 'mask.less_often' : 'mask.not_more_often';
}

/**
 * @param {HolesMeasured} measured
 * @param {string} kind
 */
function row(measured, kind) {
  const { name, n } = measured;
  const made = make(
    'div',
    'case',
    make('span', 'name', text(/** @type {Key} */ (`mask.${kind}_${name}`))),
  );
  for (const way of WAYS) {
    const [right, share, low, high] = measured[way];
    const [fill, reach] = [make('i'), make('u')];
    fill.style.width = `${100 * share}%`;
    reach.style.left = `${100 * low}%`;
    reach.style.width = `${100 * (high - low)}%`;
    const track = make('span', `track ${way}`, fill, reach);
    const slots = { right: whole(right), n: whole(n), low: percent(low), high: percent(high) };
    track.setAttribute('role', 'img');
    track.title = text('lookup.interval', slots);
    track.setAttribute('aria-label', `${text(`mask.${way}`)}: ${track.title}`);
    made.append(track, make('span', 'value', percent(share)));
  }
  return made;
}

/** @param {MaskMeasuredValue} value */
function save({ texts, repaired }) {
  const rows = [...texts, ...repaired].flatMap(({ name, n, ...each }) =>
    WAYS.map((way) => [name, way === 'both' ? 'both ways' : 'looking back', n, ...each[way]]),
  );
  saveCsv('holes-measured.csv', [
    ['holes', 'model', 'n', 'right', 'share', 'low, 95 %', 'high, 95 %'],
    ...rows,
  ]);
}
