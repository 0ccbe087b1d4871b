// The tabs, in the order of the story.

import { all, around, button, finder } from './dom.js';
import { step } from './keys.js';
import { page } from './page.js';

/**
 * @import { Widget } from './types.js'
 * @import { Entry, NavValue } from '../values'
 * @param {Widget<NavValue>} widget
 */
export default function nav({ element, value, hear }) {
  const line = finder(element)('.tabs-line');
  line.append(...(value?.entries ?? []).map(entry));
  line.addEventListener('keydown', walk);
  const mark = () => {
    for (const tab of all(line, '[role=tab]')) {
      const open = tab.dataset.tab === page.state.tab;
      tab.setAttribute('aria-selected', String(open));
      tab.tabIndex = open ? 0 : -1;
      if (open) line.scrollLeft = tab.offsetLeft - (line.clientWidth - tab.offsetWidth) / 2;
    }
  };
  hear('opened', () => {
    mark();
    if (document.activeElement?.closest('[role=tabpanel]')) focusTab(); // what had the focus goes out of sight
  });
  mark();
}

/** Where the focus goes when what had it goes. */
export function focusTab() {
  const open = document.querySelector('.tab[aria-selected=true]');
  if (open instanceof HTMLElement) open.focus({ preventScroll: true });
}

/** @param {Entry} entry */
function entry({ tab, title }) {
  const made = button('tab', () => page.go({ tab }), title);
  made.dataset.tab = tab;
  made.setAttribute('role', 'tab');
  return made;
}

/**
 * Arrow keys go round.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  const tab = around(event, '[role=tab]');
  const line = tab?.parentElement;
  if (!tab || !line) return;
  const tabs = all(line, '[role=tab]');
  const i = tabs.indexOf(tab);
  const beyond = { ArrowRight: i + 1, ArrowLeft: i - 1 + tabs.length }[event.key];
  const next = beyond === undefined ? step(event.key, i, tabs.length) : beyond % tabs.length;
  if (next === undefined) return;
  event.preventDefault();
  tabs[next].focus();
  tabs[next].click();
}
