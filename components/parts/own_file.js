// A file of the visitor's as text: read by the browser, never uploaded.

import { whole } from '../page/numbers.js';

/**
 * Hands over the text of a file that is chosen, or its size if it is too large: as it is said.
 * @param {HTMLInputElement} input of type file
 * @param {number} most bytes
 * @param {(text: string) => void} take
 * @param {(size: { n: string, most: string }) => void} refuse
 */
export function ownFile(input, most, take, refuse) {
  input.addEventListener('change', async () => {
    const [taken] = input.files ?? [];
    input.value = '';
    if (!taken) return;
    if (taken.size > most) refuse({ n: whole(taken.size), most: whole(most) });
    else take(await taken.text());
  });
}
