// The tabs on a phone: a bar that says where one is, and a list of all that opens below it.

import { all, button, finder, make } from './dom.js';
import { page } from './page.js';

/** @import { Entry } from '../values' */

/** @param {HTMLElement} element of the widget that holds the bar and the list */
export function places(element) {
  const $ = finder(element);
  const list = $('.places', HTMLDialogElement);
  const where = $('.where', HTMLButtonElement);
  const go = (/** @type {string} */ tab) => {
    list.close();
    page.go({ tab });
    scrollTo({ top: 0 });
  };
  const parts = groups(page.entries, go);
  list.append(...parts);
  list.addEventListener('click', ({ target }) => target === list && list.close());
  list.addEventListener('close', () => where.setAttribute('aria-expanded', 'false'));
  where.addEventListener('click', () => {
    list.showModal();
    where.setAttribute('aria-expanded', 'true');
    finder(list)('[aria-current]').focus();
  });
  $('.following').addEventListener('click', () => go(following()?.tab ?? page.state.tab));
  return () => mark(element);
}

/** The tab after the one that is open; the first after the last. */
function following() {
  const i = page.entries.findIndex(({ tab }) => tab === page.state.tab);
  return page.entries[(i + 1) % page.entries.length];
}

/** @param {HTMLElement} element */
function mark(element) {
  const $ = finder(element);
  const open = page.entries.find(({ tab }) => tab === page.state.tab);
  $('.where b').textContent = open?.title ?? '';
  $('.where span').textContent = open?.place ?? '';
  $('.following').title = following()?.title ?? '';
  for (const each of all(element, '.places button')) {
    if (each.dataset.tab === page.state.tab) each.setAttribute('aria-current', 'page');
    else each.removeAttribute('aria-current');
  }
}

/**
 * @param {Entry[]} entries
 * @param {(tab: string) => void} go
 */
function groups(entries, go) {
  return entries.flatMap(({ tab, title, group, question }, i) => {
    const made = button('', () => go(tab), make('b', '', title), make('span', '', question));
    made.dataset.tab = tab;
    const begins = group && entries[i - 1]?.group !== group;
    return begins ? [make('h2', '', group), made] : [made];
  });
}
