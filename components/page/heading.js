// The head of a tab: where one is, its question, and two sentences whose terms are explained.

import { finder, make } from './dom.js';
import { explaining } from './term.js';

const STOPS = /^[.,:;?!)]+/; // they stay with the term before them, at the end of a line too

/**
 * @import { Widget } from './types.js'
 * @import { HeadingValue } from '../values'
 * @param {Widget<HeadingValue>} widget
 */
export default function heading({ element, value }) {
  const $ = finder(element);
  $('.place').textContent = value?.place ?? '';
  $('h1').textContent = value?.question ?? '';
  /** @type {Element[]} */
  const parts = [];
  for (const { text, means } of value?.intro ?? []) {
    const stop = parts.length && !means ? (text.match(STOPS)?.[0] ?? '') : '';
    if (stop) parts.push(make('span', 'held', ...parts.splice(-1), stop));
    parts.push(means ? explaining(text, means) : make('span', '', text.slice(stop.length)));
  }
  $('.intro-text').replaceChildren(...parts);
}
