// The address, and the steps of a visit for Back and Forward: another tab or another text is a step.

import { addressed } from './address.js';

/**
 * @import { About } from '../values'
 * @import { State } from './types.js'
 */

const LATER_MS = 400;
const SAME_MS = 2000; // who types on makes no new step

export class Steps {
  /** Whether the address says all: a very long text is not in it. */
  whole = true;

  #timer = 0;
  #write = () => {}; // what the address waits for
  #at = 0; // when the last step was made

  /**
   * Writes the address when nothing has changed for a while.
   * @param {State} state what the page shows
   * @param {Record<string, About>} views
   * @param {boolean} typing whether somebody types
   */
  later(state, views, typing) {
    this.hold();
    this.#write = () => this.#note(state, views, typing);
    this.#timer = setTimeout(() => this.now(), LATER_MS);
  }

  /** Writes it now: who copies the address means what is on the page. */
  now() {
    this.#write();
    this.hold();
  }

  hold() {
    clearTimeout(this.#timer);
    this.#write = () => {};
  }

  /**
   * @param {State} state
   * @param {Record<string, About>} views
   * @param {boolean} typing
   */
  #note(state, views, typing) {
    const { query, hash, whole } = addressed(location.search, state, views);
    this.whole = whole;
    const last = history.state?.page;
    const other = !last || last.tab !== state.tab || last.text !== state.text;
    const goesOn = typing && last?.tab === state.tab && Date.now() - this.#at < SAME_MS;
    if (other) this.#at = Date.now();
    const kept = { ...history.state, page: structuredClone(state) };
    const address = `?${query}${hash}`;
    try {
      if (last && other && !goesOn) history.pushState(kept, '', address);
      else history.replaceState(kept, '', address);
    } catch {
      // Safari allows 100 calls in 30 s
    }
  }
}
