// The header: one line about the model, and what concerns the whole page.

import { dark } from './colours.js';
import { all, around, finder, make } from './dom.js';
import { step } from './keys.js';
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
  document.addEventListener('keydown', walkTabs);
  document.addEventListener('keydown', takeBack);
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
  try {
    await navigator.clipboard.writeText(location.href);
    put(button, 'header.copied');
  } catch {
    put(button, 'header.copy'); // not allowed without https
  }
  setTimeout(() => put(button, 'header.share'), SAID_MS);
}

/** @param {KeyboardEvent} event */
function present(event) {
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key.toLowerCase() !== 'p' || held || around(event, TYPED)) return;
  document.body.classList.toggle('presenting');
}

/**
 * Gradio's tabs know no arrow keys; these go round.
 * @param {KeyboardEvent} event
 */
function walkTabs(event) {
  const tab = around(event, '[role=tab]');
  const list = tab?.closest('[role=tablist]');
  if (!tab || !list) return;
  const tabs = all(list, '[role=tab]:not([aria-disabled=true])');
  const i = tabs.indexOf(tab);
  const beyond = { ArrowRight: i + 1, ArrowLeft: i - 1 + tabs.length }[event.key];
  const next = beyond === undefined ? step(event.key, i, tabs.length) : beyond % tabs.length;
  if (next === undefined) return;
  event.preventDefault();
  tabs[next].focus();
  tabs[next].click();
}
