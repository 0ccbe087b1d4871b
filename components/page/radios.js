// Groups of radio buttons: one Tab stop, arrow keys choose.

import { all, around, make, radio } from './dom.js';
import { step } from './keys.js';

/** @type {Record<string, string>} */
const SIDEWAYS = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' };

/**
 * Arrow keys choose among the buttons of `group`, also of those that are made later.
 * @param {HTMLElement} group
 */
export function choosing(group) {
  group.addEventListener('keydown', (event) => {
    const radios = all(group, '[role=radio]');
    const at = around(event, '[role=radio]');
    const key = SIDEWAYS[event.key] ?? event.key;
    const next = at ? step(key, radios.indexOf(at), radios.length) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    radios[next].focus();
    radios[next].click();
  });
}

/**
 * Marks the one that is chosen; only it can be reached by Tab.
 * @param {HTMLElement} group
 * @param {(radio: HTMLElement) => boolean} chosen
 */
export function check(group, chosen) {
  for (const radio of all(group, '[role=radio]')) {
    const checked = chosen(radio);
    radio.setAttribute('aria-checked', String(checked));
    radio.tabIndex = checked ? 0 : -1;
  }
}

/**
 * Fills `group`, which is `choosing`, with a button for each of `options`; what is pressed keeps the focus.
 * @param {HTMLElement} group
 * @param {string} word before them; '': none
 * @param {string[]} options
 * @param {number} chosen
 * @param {(i: number) => void} pick
 */
export function fill(group, word, options, chosen, pick) {
  const buttons = options.map((said, i) => {
    const press = () => {
      pick(i);
      all(group, '[role=radio]')[i].focus();
    };
    return radio('button', press, said);
  });
  group.replaceChildren(...(word ? [make('span', 'word', word)] : []), ...buttons);
  check(group, (each) => each === buttons[chosen]);
}
