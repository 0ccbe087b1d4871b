// A zip that somebody takes home of trainings.

import { download } from '../page/export.js';
import { bytes } from '../page/numbers.js';
import { put } from '../page/words.js';

/**
 * @import { Key } from '../page/words.js'
 * @import { Packed } from '../values'
 */

/**
 * Saves what has come, and says so; or why there is none.
 * @param {Packed | string | null} value a text is what was asked
 * @param {string} name of the file
 * @param {HTMLElement} state
 * @param {Key} done
 */
export function packed(value, name, state, done) {
  if (!value || typeof value === 'string') return;
  state.textContent = value.trouble;
  state.classList.toggle('bad', Boolean(value.trouble));
  if (!value.file) return;
  download(`${name}.zip`, new Blob([bytes(value.file)], { type: 'application/zip' }));
  put(state, done);
}
