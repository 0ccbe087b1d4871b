// How many numbers each part of the model has, adding up exactly.

import { finder } from '../../page/dom.js';
import { percent, sum, whole } from '../../page/numbers.js';
import { bars } from '../../page/tokens.js';
import { put } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { ParametersValue } from '../../values'
 * @param {Widget<ParametersValue>} widget
 */
export default function parameters({ element, value }) {
  if (!value) return;
  const $ = finder(element);
  const { parts, total, layers, tied } = value;
  const counts = Object.values(parts);
  const rows = Object.entries(parts).map(([label, n]) => ({
    label,
    value: n,
    text: `${whole(n)}  ${percent(n / total)}`,
  }));
  bars($('.bars'), rows, total);
  put($('.note'), 'parameters.note', { total: whole(total) });
  const terms = counts.map(whole).join(' + ');
  const said = { terms, total: whole(sum(counts)), layers };
  put($('.foot'), tied ? 'parameters.sum' : 'parameters.sum_untied', said);
}
