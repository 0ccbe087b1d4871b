// The scene: joins the page to Python. What is asked, and when, stands in page.js.

import { embed } from './embed.js';
import { page } from './page.js';

/**
 * @import { Restored } from '../values'
 * @import { Widget } from './types.js'
 * @param {Widget<Restored>} widget
 */
export default function scene({ trigger, send, watch }) {
  page.connect({ trigger, send });
  watch((value) => page.restore(value));
  embed();
  // Canvases read their colours from the page: draw again when the theme has changed.
  const themed = new MutationObserver(() => page.tell('themed'));
  themed.observe(document.body, { attributeFilter: ['class'] });
}
