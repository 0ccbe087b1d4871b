// The head of a tab: where one is, its question, and two sentences whose terms are explained.

import { finder, make } from './dom.js';
import { explaining } from './term.js';

/**
 * @import { Widget } from './types.js'
 * @import { HeadingValue } from '../values'
 * @param {Widget<HeadingValue>} widget
 */
export default function heading({ element, value }) {
  const $ = finder(element);
  $('.place').textContent = value?.place ?? '';
  $('h1').textContent = value?.question ?? '';
  const parts = (value?.intro ?? []).map(({ text, means }) =>
    means ? explaining(text, means) : make('span', '', text),
  );
  $('.intro-text').replaceChildren(...parts);
}
