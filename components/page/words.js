// Every sentence that a visitor reads, by key: see words/en.json.

import { make } from './dom.js';
import words from './words/en.js';

/**
 * @import { Child } from './dom.js'
 * @typedef {keyof typeof words} Key
 * @typedef {Record<string, Child | number | Child[]>} Slots
 */

/**
 * The sentence of `key` as nodes. A slot takes a node, several, a text or a number; `*stars*` are bold.
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

/**
 * @param {string} sentence
 * @param {Slots} slots
 * @returns {Child[]}
 */
function fill(sentence, slots) {
  const parts = sentence.split(/\{(\w+)\}/).flatMap((part, i) => {
    const filled = i % 2 ? slots[part] : part;
    return typeof filled === 'number' ? String(filled) : filled;
  });
  return parts.reduce(joined, []);
}

/**
 * Texts that stand side by side become one: letters are set closer within a node.
 * @param {Child[]} before
 * @param {Child} part
 */
function joined(before, part) {
  const last = before[before.length - 1];
  if (typeof last === 'string' && typeof part === 'string') before[before.length - 1] = last + part;
  else before.push(part);
  return before;
}
