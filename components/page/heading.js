// The head of a tab: its question and two sentences.

import { finder } from './dom.js';

/**
 * @import { Widget } from './types.js'
 * @import { HeadingValue } from '../values'
 * @param {Widget<HeadingValue>} widget
 */
export default function heading({ element, value }) {
  const $ = finder(element);
  $('h1').textContent = value?.question ?? '';
  $('p').textContent = value?.intro ?? '';
}
