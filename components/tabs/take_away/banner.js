// The banner: what is taken away, and which of the two passes the tabs show.

import { finder, make, radio } from '../../page/dom.js';
import { focusTab } from '../../page/nav.js';
import { page } from '../../page/page.js';
import { check, choosing } from '../../page/radios.js';
import { put, say, text } from '../../page/words.js';
import { wordsOf } from './edit_words.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { BannerValue } from '../../values'
 * @param {Widget<BannerValue, { tabs: string[] }>} widget
 */
export default function banner(widget) {
  const { element, options, hear } = widget;
  const $ = finder(element);
  const ways = /** @type {const} */ ([true, false]).map((edited) => way(edited));
  const draw = () => {
    const { edits, edited, tab } = page.state;
    element.hidden = !edits.length || !options.tabs.includes(tab);
    if (element.hidden) return;
    const many = edits.length - (widget.value?.refused.length ?? 0) > 1;
    ways[0].textContent = text(many ? 'banner.without_them' : 'banner.without_it');
    ways[1].textContent = text(many ? 'banner.with_them' : 'banner.with_it');
    check($('.choice'), (each) => each === ways[edited ? 0 : 1]);
    put($('.words'), 'banner.taken', { edits: told(edits, widget.value) });
  };
  $('.choice').append(...ways.toReversed());
  choosing($('.choice'));
  $('.reset').addEventListener('click', () => {
    page.set({ edits: [] });
    focusTab();
  });
  hear('edited', draw);
  hear('opened', draw);
  widget.watch(draw);
}

/** @param {boolean} edited */
const way = (edited) => radio('way', () => page.set({ edited }));

/**
 * @param {string[]} edits
 * @param {BannerValue | null} value
 * @returns {Child[]}
 */
function told(edits, value) {
  return edits.flatMap((line, i) => {
    const words = wordsOf(line, value);
    const refused = value?.refused.includes(line);
    const said = refused
      ? [make('span', 'refused', ...say('banner.not_done', { edit: words }))]
      : words;
    return i ? ['; ', ...said] : said;
  });
}
