// A question to argue about, and who has written on it.

import { finder, make } from '../page/dom.js';
import { put, say } from '../page/words.js';
import { keyOf, told } from './claim.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { ArgueValue } from '../values'
 */

/** @param {Widget<ArgueValue>} widget */
export default function argue(widget) {
  const $ = finder(widget.element);
  widget.watch((value) => {
    if (!value) return;
    $('.card').hidden = !value.measured;
    const { card, sides, facts } = value;
    const deck = widget.view.name;
    put($('.question'), keyOf(deck, card, 'argue'));
    const said = sides.map((side) => make('p', '', ...say(keyOf(deck, card, side), told(facts))));
    $('.sides').replaceChildren(...said);
    put($('.source'), keyOf(deck, card, 'source'));
  });
}
