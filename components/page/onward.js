// The end of a tab: which one comes next.

import { button, finder, make } from './dom.js';
import { page } from './page.js';
import { text } from './words.js';

/**
 * @import { Widget } from './types.js'
 * @import { OnwardValue } from '../values'
 * @param {Widget<OnwardValue>} widget
 */
export default function onward({ element, value }) {
  if (!value) return;
  const { tab, title, question } = value;
  const go = () => {
    page.go({ tab });
    window.scrollTo({ top: 0 });
  };
  const next = text('onward.next', { title });
  finder(element)('.onward').append(button('button', go, next), make('span', '', question));
}
