// Buttons in a grid: one Tab stop for all of them, arrow keys lead on.

import { all } from '../../page/dom.js';
import { step } from '../../page/keys.js';

/**
 * Only one of the `buttons` below `root` can be reached by Tab.
 * @param {Element} root
 * @param {string} buttons
 */
export function oneStop(root, buttons, stop = 0) {
  for (const [i, each] of all(root, buttons).entries()) each.tabIndex = i === stop ? 0 : -1;
}

/**
 * Arrow keys, Home and End lead from one of the `buttons` below `root` to another, also of those that come later.
 * @param {HTMLElement} root
 * @param {string} buttons
 */
export function walking(root, buttons) {
  root.addEventListener('keydown', (event) => {
    const made = all(root, buttons);
    const at = made.findIndex((each) => each === document.activeElement);
    const next = step(event.key, at, made.length);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    oneStop(root, buttons, next);
    made[next].focus();
  });
}
