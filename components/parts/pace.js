// How fast what was rolled is shown: as it comes, slowly, or one at each press.

import { all } from '../page/dom.js';

/** @typedef {'fast' | 'slow' | 'step'} Speed */

const SLOW_MS = 450;

/** @template T */
export class Pace {
  /** @type {Speed} */
  speed = 'fast';

  /** @type {T[]} what has come and is not shown yet */
  #waiting = [];

  #timer = 0;

  #asked = 0; // presses that nothing has come for yet

  /** @param {(shown: T[], one: boolean) => void} show gets what comes next; `one`: it is watched */
  constructor(show) {
    this.show = show;
  }

  /** @param {T[]} more */
  take(more) {
    this.#waiting.push(...more);
    this.#go();
  }

  /**
   * Buttons that choose the speed.
   * @param {Element} root
   * @param {() => void} turned
   */
  listen(root, turned) {
    const buttons = all(root, '[data-speed]');
    for (const button of buttons) {
      button.addEventListener('click', () => {
        for (const each of buttons) each.setAttribute('aria-pressed', String(each === button));
        this.speed = /** @type {Speed} */ (button.dataset.speed);
        this.#go();
        turned();
      });
    }
  }

  /** Shows one, where each is asked for. */
  step() {
    this.#asked += 1;
    this.#answer();
  }

  clear() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#asked = 0;
    this.#waiting = [];
  }

  #answer() {
    for (; this.#asked && this.#waiting.length; this.#asked -= 1)
      this.show(this.#waiting.splice(0, 1), true);
  }

  #go() {
    if (this.speed === 'fast') {
      const all = this.#waiting.splice(0);
      if (all.length) this.show(all, false);
    } else if (this.speed === 'slow' && !this.#timer && this.#waiting.length) {
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        if (this.#waiting.length) this.step();
        this.#go();
      }, SLOW_MS);
    } else if (this.speed === 'step') this.#answer();
  }
}
