// One card alone, for a frame in somebody else's page: `?embed=die`, or any card's id.

import { make } from './dom.js';
import { page } from './page.js';
import { text } from './words.js';

const TITLE = 'Weighted Dice';

/** Shows the card that the address names and nothing else; all of the page if there is none of that name. */
export function embed() {
  const name = new URLSearchParams(location.search).get('embed');
  if (!name) return;
  const look = () => {
    const card = document.getElementById(name);
    if (!card || !page.entries.length) return;
    looking.disconnect();
    show(card);
  };
  const looking = new MutationObserver(look); // a tab's cards come when it is opened
  looking.observe(document.body, { childList: true, subtree: true });
  look();
}

/** @param {HTMLElement} card */
function show(card) {
  document.body.classList.add('embedded');
  card.classList.add('alone');
  for (let up = card.parentElement; up && up !== document.body; up = up.parentElement) {
    up.classList.add('around');
  }
  const link = make('a', '', text('embed.open', { name: TITLE }));
  link.target = '_blank';
  const point = () => {
    page.steps.now(); // the address follows what is shown a moment later
    const query = new URLSearchParams(location.search);
    query.delete('embed');
    link.href = `${location.pathname}?${query}`;
  };
  link.addEventListener('pointerenter', point);
  link.addEventListener('focus', point);
  point();
  card.append(make('p', 'whole', make('q', '', page.state.text), ' ', link));
}

/**
 * A frame of this view around one card, to paste into a page; '' if there is no such card.
 * @param {string} name
 */
export function frame(name) {
  const card = document.getElementById(name);
  if (!card) return '';
  page.steps.now();
  const address = new URL(location.href);
  address.searchParams.set('embed', name);
  const made = make('iframe');
  Object.assign(made, { src: address.href, title: TITLE, width: '100%' });
  made.height = String(card.offsetHeight + 60);
  made.loading = 'lazy';
  return new XMLSerializer().serializeToString(made); // the browser writes what needs escaping
}
