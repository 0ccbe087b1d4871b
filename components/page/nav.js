// The tabs, in the order of the story: a line of them, on a phone a bar with a list.

import { all, around, button, finder, make } from './dom.js';
import { step } from './keys.js';
import { page } from './page.js';
import { places } from './places.js';

/**
 * @import { Widget } from './types.js'
 * @import { Entry, NavValue } from '../values'
 * @param {Widget<NavValue>} widget
 */
export default function nav({ element, value, hear }) {
  const line = finder(element)('.tabs-line');
  page.entries = value?.entries ?? [];
  line.append(...groups(page.entries));
  page.tell('listed');
  line.addEventListener('keydown', walk);
  const markPlace = places(element);
  const mark = () => {
    document.body.dataset.tab = page.state.tab; // the first brings its own sentence, without the prompt bar
    for (const tab of all(line, '[role=tab]')) {
      const open = tab.dataset.tab === page.state.tab;
      tab.setAttribute('aria-selected', String(open));
      tab.tabIndex = open ? 0 : -1;
      if (open) line.scrollLeft = tab.offsetLeft - (line.clientWidth - tab.offsetWidth) / 2;
    }
    markPlace();
  };
  hear('opened', () => {
    mark();
    if (document.activeElement?.closest('[role=tabpanel]')) focusTab(); // what had the focus goes out of sight
  });
  mark();
}

/**
 * The tabs with the name of each group above its first.
 * @param {Entry[]} entries
 */
function groups(entries) {
  const names = [...new Set(entries.map(({ group }) => group))];
  return names.map((name) => {
    const head = make('span', 'group-name', name);
    head.setAttribute('aria-hidden', 'true');
    const tabs = entries.filter(({ group }) => group === name).map(entry);
    const made = make('div', 'group', head, ...tabs);
    made.setAttribute('role', 'presentation');
    return made;
  });
}

/** Where the focus goes when what had it goes. */
export function focusTab() {
  for (const open of all(document.body, '.tab[aria-selected=true], .where')) {
    open.focus({ preventScroll: true }); // the one that is in sight takes it
  }
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
  const line = tab?.closest('[role=tablist]');
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
