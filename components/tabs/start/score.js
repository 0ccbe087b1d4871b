// A score of bits: who is surprised less, the visitor or the model.

import { finder } from '../../page/dom.js';
import { number } from '../../page/numbers.js';
import { put } from '../../page/words.js';

const SURE = 0.7; // what a guess puts on its face
const ELSE = 0.1; // and on each other of the four
const FULL = 7.5; // bits that a bar is long, or more

export class Score {
  #you = 0;
  #model = 0;
  rounds = 0;

  /** @param {Element} element */
  constructor(element) {
    this.$ = finder(element);
  }

  clear() {
    this.#you = this.#model = this.rounds = 0;
  }

  /**
   * @param {boolean} right whether it fell on the guess
   * @param {number} p what the model gave the face that it fell on
   */
  add(right, p) {
    this.#you -= Math.log2(right ? SURE : ELSE);
    this.#model -= Math.log2(Math.max(p, 1e-9));
    this.rounds++;
    this.show();
  }

  show() {
    const most = Math.max(FULL, this.#you, this.#model);
    const long = (/** @type {number} */ bits) => `${(100 * bits) / most}%`;
    this.$('.bar.you i').style.width = long(this.#you);
    this.$('.bar:not(.you) i').style.width = long(this.#model);
    put(this.$('.bits.you'), 'start.bits', { bits: number(this.#you, 1) });
    put(this.$('.bits:not(.you)'), 'start.bits', { bits: number(this.#model, 1) });
    put(this.$('.about'), this.rounds ? 'start.score' : 'start.no_score', { n: this.rounds });
  }
}
