// One tab's view, as its widgets know it: without its name.

import { page } from './page.js';

/** @import { Controls, Signals } from './types.js' */

const PREFIX = 'view-';

export class View {
  /** @type {HTMLElement | null} */
  #root;

  /** @type {string} */
  name;

  /** @param {HTMLElement} element anything inside it */
  constructor(element) {
    this.#root = element.closest('.view');
    this.name = this.#root?.id.slice(PREFIX.length) ?? '';
  }

  get root() {
    return this.#root;
  }

  /** @returns {Controls} */
  get controls() {
    return page.state.views[this.name] ?? {};
  }

  /**
   * A whole number among the controls; NaN before the page is restored.
   * @param {string} name
   */
  dial(name) {
    return Number(this.controls[name]);
  }

  /**
   * The largest value that a dial can have.
   * @param {string} name
   */
  last(name) {
    return (page.about(this.name)?.counts[name] ?? Infinity) - 1;
  }

  /** The prompt that it begins with. */
  get first() {
    return page.about(this.name)?.first ?? '';
  }

  /** @param {Controls} controls */
  turn(controls) {
    page.turn(this.name, controls);
  }

  /** Whether it shows the model of the step of the training that is chosen. */
  get follows() {
    return page.about(this.name)?.follows ?? false;
  }

  isOpen() {
    return page.state.tab === this.name;
  }

  /** Whether it shows what the page wants. */
  isSettled() {
    return page.wanted === page.drawn[this.name];
  }

  /**
   * Under the chips, while this view is open.
   * @param {ArrayLike<number> | null} weights
   */
  weigh(weights) {
    if (this.isOpen()) page.weigh(weights);
  }

  /**
   * To the widgets of this view alone.
   * @template {keyof Signals} K
   * @param {K} name
   * @param {Signals[K]} said
   */
  tell(name, said) {
    page.tell(name, said, this.name);
  }

  /**
   * What was told last: for who comes later.
   * @template {keyof Signals} K
   * @param {K} name
   * @returns {Signals[K] | undefined}
   */
  told(name) {
    return page.said[this.name]?.[name];
  }
}
