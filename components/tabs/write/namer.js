// A name for the branch that is open.

import { finder } from '../../page/dom.js';

/** @import { Branch } from './branches.js' */

export class Namer {
  /**
   * @param {HTMLElement} card
   * @param {() => Branch} open
   * @param {() => void} done
   */
  constructor(card, open, done) {
    const $ = finder(card);
    this.open = open;
    this.form = $('.namer', HTMLFormElement);
    this.field = $('.namer input', HTMLInputElement);
    this.button = $('.naming', HTMLButtonElement);
    this.button.addEventListener('click', () => this.begin());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.open().name = this.field.value.trim().toWellFormed();
      this.#end();
      done();
    });
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#end();
    });
  }

  begin() {
    this.form.hidden = false;
    this.button.hidden = true;
    this.field.value = this.open().name;
    this.field.focus();
  }

  #end() {
    this.form.hidden = true;
    this.button.hidden = false;
    this.button.focus();
  }
}
