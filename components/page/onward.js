// The end of a tab: which one comes next.

import { button, finder, make } from './dom.js';
import { page } from './page.js';

/**
 * @import { Widget } from './types.js'
 * @import { OnwardValue } from '../values'
 * @param {Widget<OnwardValue>} widget
 */
export default function onward({ element, value }) {
  if (!value) return;
  const { tab, says, question } = value;
  const go = () => {
    page.go({ tab });
    window.scrollTo({ top: 0 });
  };
  finder(element)('.onward').append(button('button', go, says), make('span', '', question));
}
