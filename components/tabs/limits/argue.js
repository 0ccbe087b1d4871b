// A question to argue about, and who has written on it.

import { finder } from '../../page/dom.js';
import { put } from '../../page/words.js';
import { keyOf } from './limit.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { ArgueValue } from '../../values'
 */

/** @param {Widget<ArgueValue>} widget */
export default function argue(widget) {
  const $ = finder(widget.element);
  widget.watch((value) => {
    if (!value) return;
    $('.card').hidden = !value.measured;
    put($('.question'), keyOf(value.card, 'argue'));
    put($('.source'), keyOf(value.card, 'source'));
  });
}
