// One line above a view: nothing, or a message in place of the view. Its value says what the view now shows.

import { bold, finder } from './dom.js';
import { page } from './page.js';

/**
 * @import { View } from './view.js'
 * @import { Widget } from './types.js'
 * @import { StatusValue } from '../values'
 */

const PATIENCE_MS = 250; // an answer that comes sooner never flickers

/** @param {Widget<StatusValue>} widget */
export default function status({ element, view, hear, watch }) {
  const line = finder(element)('.line');
  const compare = comparer(view);
  hear('wanted', compare);
  watch((value) => {
    if (!value) return;
    if (value.key) page.drawn[value.tab] = value.key;
    tell(line, value.message);
    view.root?.classList.toggle('failed', Boolean(value.message));
    compare();
  });
}

/**
 * A view is stale unless it shows what is wanted.
 * @param {View} view
 */
function comparer(view) {
  let paling = 0;
  return () => {
    if (!view.isOpen()) return;
    const busy = Boolean(page.wanted) && !view.isSettled();
    view.root?.setAttribute('aria-busy', String(busy));
    clearTimeout(paling);
    if (busy) paling = setTimeout(() => view.root?.classList.add('pale'), PATIENCE_MS);
    else view.root?.classList.remove('pale');
  };
}

/**
 * The first sentence stands out.
 * @param {Element} line
 * @param {string} message
 */
function tell(line, message) {
  const [first, rest] = message.split(/(?<=[.;]) (.*)/s);
  line.replaceChildren(bold(first), ...(rest ? [` ${rest}`] : []));
  line.toggleAttribute('hidden', !message);
}
