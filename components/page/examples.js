// The Examples button beside the prompt: a list to choose from.

import { button, finder, make } from './dom.js';
import { page } from './page.js';

/**
 * @import { Widget } from './types.js'
 * @import { ExamplesValue } from '../values'
 * @param {Widget<ExamplesValue>} widget
 */
export default function examples({ element, value }) {
  const $ = finder(element);
  const list = $('details', HTMLDetailsElement);
  const choose = (/** @type {string} */ text) => {
    list.open = false;
    page.tell('tried');
    page.write(text);
  };
  for (const [title, texts] of value?.groups ?? []) {
    const buttons = texts.map((text) => button('example', () => choose(text), text));
    $('.menu').append(make('p', 'group', title), ...buttons);
  }
  document.addEventListener('click', ({ target }) => {
    if (!element.contains(/** @type {Node} */ (target))) list.open = false;
  });
  element.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    list.open = false;
    $('summary').focus();
  });
}
