// The Compare button: a second prompt, B, beside the first; it begins as a copy.

import { finder } from './dom.js';
import { page } from './page.js';

/**
 * @import { Widget } from './types.js'
 * @param {Widget<null>} widget
 */
export default function beside({ element, hear }) {
  const button = finder(element)('.beside');
  const mark = () => button.setAttribute('aria-pressed', String(page.state.notes.b !== undefined));
  button.addEventListener('click', () => {
    page.note('b', page.state.notes.b === undefined ? page.state.text : null);
  });
  hear('wanted', mark);
  mark();
}
