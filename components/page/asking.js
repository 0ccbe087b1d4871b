// Who asks Python: each event once for each question.

import facts from './facts.js';

/** @typedef {{ trigger: (event: string) => void, send: (value: unknown) => void }} Link */

export class Asking {
  /** @type {Link | null} the scene, which reaches Python */
  link = null;

  /** @type {Record<string, string>} what was last asked for, by event */
  #asked = {};

  /**
   * Fires an event, unless its last question was the same.
   * @param {string} event
   * @param {string} about
   */
  ask(event, about, again = false) {
    if (this.#asked[event] === about && !again) return;
    this.#asked[event] = about;
    this.link?.trigger(event);
  }

  /**
   * An event got no answer, Python was busy or not there: the next change asks again.
   * @param {string} [event] none: all of them
   */
  failed(event) {
    if (event) delete this.#asked[event];
    else this.#asked = {};
  }
}

/**
 * A text by which two questions are told apart: one that is too long to be read is only counted.
 * @param {string} text
 */
export const counted = (text) => (isLong(text) ? text.length : text);

/**
 * What is sent of a text: all of it; of one that is too long by far a beginning that is too long, too.
 * @param {string} text
 */
export function sent(text) {
  if (!isLong(text)) return { text };
  const characters = Array.from(text); // not units, of which some take two
  return {
    text: characters.slice(0, facts.characters + 1).join(''),
    characters: characters.length,
  };
}

/** Whether it has more characters than are read, however many units each takes. @param {string} text */
const isLong = (text) => text.length > 2 * facts.characters;
