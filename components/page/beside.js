// The Compare button: a second prompt, B, beside the first, begun as a copy, or a second model, if there is one.

import { finder } from './dom.js';
import { page } from './page.js';

/**
 * @import { Widget } from './types.js'
 * @param {Widget<null, { two: boolean }>} widget
 */
export default function beside({ element, options, hear }) {
  const button = finder(element)('.beside');
  const opened = () => page.state.notes.b !== undefined || page.state.notes.by !== undefined;
  const mark = () => button.setAttribute('aria-pressed', String(opened()));
  button.addEventListener('click', () => {
    if (opened()) for (const name of ['b', 'by']) page.note(name, null);
    else if (options.two) page.note('by', 'second');
    else page.note('b', page.state.text);
  });
  hear('wanted', mark);
  mark();
}
