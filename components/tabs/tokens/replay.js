// The text after each merge.

/**
 * @import { MergeStepsValue } from '../../values'
 * @typedef {{ piece: string, word: number, name?: boolean, rank?: number }} Part
 */

/**
 * The pieces before the first merge, after it, and so on: every place of a step holds what was two pieces before it.
 * @param {Pick<MergeStepsValue, 'start' | 'words' | 'names' | 'steps'>} value
 * @returns {Part[][]}
 */
export function replay({ start, words, names, steps }) {
  const first = start.map((piece, i) => ({ piece, word: words[i], name: names[i] }));
  /** @type {Part[][]} */
  const states = [first];
  for (const step of steps) states.push(merged(states[states.length - 1], step));
  return states;
}

/**
 * @param {Part[]} before
 * @param {MergeStepsValue['steps'][number]} step
 */
function merged(before, { pieces, places, rank }) {
  /** @type {Part[]} */
  const after = [];
  for (let i = 0; i < before.length; i++) {
    if (places.includes(after.length)) {
      after.push({ piece: pieces[2], word: before[i].word, rank });
      i++;
    } else after.push(before[i]);
  }
  return after;
}
