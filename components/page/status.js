// One line above a view: nothing, or a message in place of the view. Its value says what the view now shows.

import { bold, finder } from './dom.js';
import { page } from './page.js';
import { put } from './words.js';

/**
 * @import { View } from './view.js'
 * @import { Widget } from './types.js'
 * @import { StatusValue } from '../values'
 */

const PATIENCE_MS = 250; // an answer that comes sooner never flickers
const LONG_MS = 2000; // after which one is told why

/** @param {Widget<StatusValue>} widget */
export default function status({ element, view, hear, watch }) {
  const $ = finder(element);
  const line = $('.line');
  const compare = comparer(view, $('.waits'));
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
 * @param {HTMLElement} waits tells of others that come before
 */
function comparer(view, waits) {
  let paling = 0;
  let telling = 0;
  async function tellPlace() {
    const answer = await fetch(new URL('line', document.baseURI)).catch(() => null);
    if (!view.root?.classList.contains('pale')) return; // it has come meanwhile
    const { before, seconds } = answer?.ok ? await answer.json() : { before: 0, seconds: 0 };
    waits.hidden = !before;
    put(waits, 'status.waits', { n: before, seconds: Math.max(1, Math.round(seconds)) });
    telling = setTimeout(tellPlace, LONG_MS);
  }
  return () => {
    clearTimeout(telling);
    waits.hidden = true;
    if (!view.isOpen()) return;
    const busy = Boolean(page.wanted) && !view.isSettled();
    view.root?.setAttribute('aria-busy', String(busy));
    clearTimeout(paling);
    if (busy) paling = setTimeout(() => view.root?.classList.add('pale'), PATIENCE_MS);
    else view.root?.classList.remove('pale');
    if (busy) telling = setTimeout(tellPlace, LONG_MS);
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
