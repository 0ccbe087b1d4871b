// Every sentence that a visitor reads, by key: see words/en.json.

import { make } from './dom.js';
import { fill } from './slots.js';
import words from './words/en.js';

/**
 * @import { Child } from './dom.js'
 * @import { Slots } from './slots.js'
 * @typedef {keyof typeof words} Key
 */

/**
 * The sentence of `key` as nodes. A slot takes a node, several, a text or a number; `*stars*` are bold; what is
 * counted has both forms, as `{n} {n|token|tokens}`.
 * @param {Key} key
 * @param {Slots} slots
 * @returns {Child[]}
 */
export function say(key, slots = {}) {
  return words[key].split('*').flatMap((part, i) => {
    const filled = fill(part, slots);
    return i % 2 ? [make('b', '', ...filled)] : filled;
  });
}

/**
 * The same as plain text: for titles, labels and attributes.
 * @param {Key} key
 * @param {Record<string, string | number>} slots
 */
export const text = (key, slots = {}) => fill(words[key].replaceAll('*', ''), slots).join('');

/**
 * Puts the sentence into `node`.
 * @param {Element} node
 * @param {Key} key
 * @param {Slots} slots
 */
export const put = (node, key, slots = {}) => node.replaceChildren(...say(key, slots));
