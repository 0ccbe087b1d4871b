// Notes that are typed, as ABC, and how long a note is that is set.

import { finder, radio } from '../../page/dom.js';
import { check, choosing } from '../../page/radios.js';
import { text } from '../../page/words.js';
import { idsFrom } from './typed.js';

/**
 * @import { Notes } from '../../values'
 * @import { Abcjs } from './staff.js'
 */

/**
 * @param {HTMLElement} root
 * @param {Notes} alphabet
 * @param {{ library: () => Abcjs | null, abc: () => string, take: (ids: number[]) => void }} tune
 */
export function typing(root, alphabet, { library, abc, take }) {
  const $ = finder(root);
  const [field, trouble] = [$('textarea', HTMLTextAreaElement), $('.trouble')];
  $('details').addEventListener('toggle', () => {
    if (!field.value) field.value = abc();
  });
  $('.take').addEventListener('click', () => {
    const abcjs = library();
    if (!abcjs) return;
    try {
      take(idsFrom(abcjs, alphabet, field.value));
      trouble.hidden = true;
    } catch (error) {
      trouble.textContent = error instanceof Error ? error.message : String(error);
      trouble.hidden = false;
    }
  });
}

/**
 * Buttons for the length of a note; `pick` hears of each press.
 * @param {HTMLElement} group
 * @param {Notes} alphabet
 * @param {number} first
 * @param {(length: number) => void} pick
 */
export function lengths(group, alphabet, first, pick) {
  const mark = (/** @type {number} */ length) =>
    check(group, (each) => Number(each.dataset.length) === length);
  const buttons = alphabet.lengths.map(({ name, sixteenths }) => {
    const press = () => {
      mark(sixteenths);
      pick(sixteenths);
    };
    const made = radio('button', press, name);
    made.dataset.length = String(sixteenths);
    return made;
  });
  group.append(text('compose.length'), ...buttons);
  mark(first);
  choosing(group);
}
