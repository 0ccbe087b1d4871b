// Cards that are not drawn for a pass with changes: they say so while one is shown.

import { shown } from './changes.js';
import { finder } from './dom.js';
import { page } from './page.js';

/** @import { Widget } from './types.js' */

/** @param {Pick<Widget<unknown>, 'element' | 'hear'>} widget its template has a line `.plain` */
export function sayingPlain({ element, hear }) {
  const line = finder(element)('.plain');
  const tell = () => {
    line.hidden = !shown(page.state).length;
  };
  hear('edited', tell);
  hear('opened', tell);
  tell();
}
