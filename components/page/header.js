// The header: one line about the model, and what concerns the whole page.

import { stay } from './away.js';
import { dark } from './colours.js';
import { around, finder, make } from './dom.js';
import { keepInSight } from './in_sight.js';
import { page } from './page.js';
import { put } from './words.js';

/**
 * @import { Widget } from './types.js'
 * @import { HeaderValue } from '../values'
 */

const SAID_MS = 2000;
const TYPED = 'input, textarea, select, [contenteditable]';

/** @param {Widget<HeaderValue>} widget */
export default function header({ element, value, hear }) {
  const $ = finder(element);
  $('.model').textContent = value?.about ?? '';
  stay($('.away'));
  $('.home').hidden = !value?.apart;
  $('.endpoints').append(
    ...(value?.endpoints ?? []).flatMap((name) => [make('code', '', name), ' ']),
  );
  const name = () => put($('.theme'), dark() ? 'header.light' : 'header.dark');
  hear('themed', name);
  name();
  $('.theme').addEventListener('click', changeTheme);
  $('.share').addEventListener('click', () => share($('.share')));
  $('.help').addEventListener('click', () => $('.helping', HTMLDialogElement).showModal());
  document.addEventListener('keydown', present);
  document.addEventListener('keydown', takeBack);
  keepInSight();
}

/**
 * Ctrl+Z takes back what the page wrote; what is typed, the browser takes back.
 * @param {KeyboardEvent} event
 */
function takeBack(event) {
  const elsewhere = around(event, TYPED) && !around(event, '#prompt');
  if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || elsewhere || !page.undoable) return;
  event.preventDefault();
  page.undo();
}

function changeTheme() {
  document.body.classList.toggle('dark');
  const query = new URLSearchParams(location.search);
  query.set('__theme', dark() ? 'dark' : 'light');
  history.replaceState(history.state, '', `?${query}${location.hash}`);
}

/** @param {HTMLElement} button */
async function share(button) {
  page.steps.now();
  try {
    await navigator.clipboard.writeText(location.href);
    put(button, page.steps.whole ? 'header.copied' : 'header.too_long');
  } catch {
    put(button, 'header.copy'); // not allowed without https
  }
  setTimeout(() => put(button, 'header.share'), page.steps.whole ? SAID_MS : 3 * SAID_MS);
}

/** @param {KeyboardEvent} event */
function present(event) {
  if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
    document.body.classList.remove('presenting');
  }
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key.toLowerCase() !== 'p' || held || around(event, TYPED)) return;
  document.body.classList.toggle('presenting');
}
