// A term of art: underlined, and explained on hover, focus and tap.

import { button, make } from './dom.js';
import { clamp } from './numbers.js';

const EDGE = 12; // pixels that stay free at the edges of the window

let made = 0;

/**
 * @param {string} text
 * @param {string} means
 */
export function explaining(text, means) {
  const told = make('span', 'means', means);
  told.id = `term-${++made}`;
  told.setAttribute('role', 'tooltip');
  const term = button('term', () => show(true), text);
  term.setAttribute('aria-describedby', told.id);
  const whole = make('span', 'explained', term, told);
  const show = (/** @type {boolean} */ shown) => {
    whole.classList.toggle('shown', shown);
    if (shown) place(told);
  };
  whole.addEventListener('pointerenter', () => show(true));
  whole.addEventListener('pointerleave', () => show(document.activeElement === term));
  term.addEventListener('focus', () => show(true));
  term.addEventListener('blur', () => show(false));
  whole.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });
  return whole;
}

/**
 * Within the window, whatever the line breaks are.
 * @param {HTMLElement} told
 */
function place(told) {
  told.style.left = '0';
  const { left, width } = told.getBoundingClientRect();
  const most = document.documentElement.clientWidth - EDGE - width;
  told.style.left = `${clamp(left, EDGE, most) - left}px`;
}
