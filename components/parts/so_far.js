// Says how far a measurement of a card is, while a visitor waits for it.

import { whole } from '../page/numbers.js';
import { page } from '../page/page.js';
import { put } from '../page/words.js';
import { ask } from './training.js';

const EVERY = 400; // milliseconds

export class SoFar {
  #timer = 0;

  /**
   * @param {HTMLElement} at where it is said
   * @param {string} deck
   * @param {AbortSignal} signal ends it
   */
  constructor(at, deck, signal) {
    this.at = at;
    this.deck = deck;
    signal.addEventListener('abort', () => this.stop());
  }

  /** @param {string} card of which a measurement is awaited */
  start(card) {
    if (this.#timer) return;
    this.#timer = window.setInterval(() => this.#look(card), EVERY);
  }

  stop() {
    window.clearInterval(this.#timer);
    this.#timer = 0;
    this.at.textContent = '';
  }

  /** @param {string} card */
  async #look(card) {
    const timer = this.#timer;
    const n = await ask('measuring', [card, this.deck, page.step ?? 0]).catch(() => 0);
    if (n && timer === this.#timer) put(this.at, 'limits.so_far', { n: whole(n) });
  }
}
