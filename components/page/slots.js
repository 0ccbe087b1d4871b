// Sentences with slots: what knows neither the page nor its words.

/**
 * @import { Child } from './dom.js'
 * @typedef {Record<string, Child | number | Child[]>} Slots
 */

/**
 * A slot that names two forms, as `{n|token|tokens}`, takes the one that fits the number.
 * @param {string} sentence
 * @param {Slots} slots
 * @returns {Child[]}
 */
export function fill(sentence, slots) {
  const parts = sentence.split(/(\{[^{}]+\})/).flatMap((part, i) => {
    if (i % 2 === 0) return part;
    const [name, one, many] = part.slice(1, -1).split('|');
    const filled = slots[name];
    if (one !== undefined) return String(filled) === '1' ? one : many;
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
