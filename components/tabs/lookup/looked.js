// The question that is asked, what was found, and the answers.

import { page } from '../../page/page.js';
import { text } from '../../page/words.js';
import { ask } from '../../parts/training.js';

/** @import { LookAnswers, LookUp } from '../../values' */

const NOTE = 'asked';
const OWN = 'passages';

class Looked {
  /** @type {LookUp | null} */
  found = null;

  /** @type {LookAnswers | null} */
  answers = null;

  place = -1; // of the passage that is given

  trouble = '';

  busy = false;

  #turn = 0;

  get hit() {
    return this.found?.hits.find(({ place }) => place === this.place);
  }

  /** The question in the address. */
  get noted() {
    return page.state.notes[NOTE] ?? '';
  }

  /** The visitor's own text, whose passages are searched, too. */
  get own() {
    try {
      return decodeURIComponent(page.state.notes[OWN] ?? '');
    } catch {
      return ''; // somebody has cut the address
    }
  }

  set own(told) {
    page.note(OWN, told.trim() ? encodeURIComponent(told) : null);
  }

  /** @param {number} place */
  isOwn(place) {
    return this.found !== null && place >= this.found.of - this.found.own;
  }

  /**
   * @param {string} question
   * @param {string} by
   */
  async look(question, by) {
    const turn = this.#begin();
    page.note(NOTE, question || null);
    const found = /** @type {LookUp | null} */ (
      await this.#ask(turn, 'look_up', [question, by, this.own])
    );
    if (!found) return;
    Object.assign(this, { found, answers: null, place: found.hits[0]?.place ?? -1 });
    if (this.place < 0) this.#end(turn, '');
    else await this.#answer(turn, '');
  }

  /**
   * The answers out of another passage.
   * @param {number} place
   */
  give(place) {
    this.place = place;
    this.answers = null;
    return this.#answer(this.#begin(), '');
  }

  /**
   * With a lie of one's own.
   * @param {string} changed
   */
  plant(changed) {
    return this.#answer(this.#begin(), changed);
  }

  /**
   * @param {number} turn
   * @param {string} changed
   */
  async #answer(turn, changed) {
    const asked = [this.found?.question ?? '', this.place, changed, this.own];
    page.tell('answered');
    const answers = await this.#ask(turn, 'answers', asked);
    if (!answers) return;
    this.answers = /** @type {LookAnswers} */ (answers);
    this.#end(turn, '');
  }

  #begin() {
    this.busy = true;
    this.trouble = '';
    page.tell('answered');
    return ++this.#turn;
  }

  /**
   * @param {number} turn
   * @param {string} trouble
   */
  #end(turn, trouble) {
    if (turn !== this.#turn) return;
    this.busy = false;
    this.trouble = trouble;
    page.tell('answered');
  }

  /**
   * What an endpoint answers; null if it was refused, or somebody has asked anew.
   * @param {number} turn
   * @param {string} endpoint
   * @param {unknown[]} data
   */
  async #ask(turn, endpoint, data) {
    try {
      const told = await ask(endpoint, data);
      return turn === this.#turn ? told : null;
    } catch (error) {
      this.#end(turn, /** @type {Error} */ (error).message || text('train.lost'));
      return null;
    }
  }
}

export const looked = new Looked();
