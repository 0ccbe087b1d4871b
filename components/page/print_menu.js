// The dialog that hands over a card for paper: which one, how large, as what file.

import { around, finder, make } from './dom.js';
import { frame } from './embed.js';
import { download } from './export.js';
import { page } from './page.js';
import { put, text } from './words.js';

/**
 * @import { PrintValue } from '../values'
 * @import { Widget } from './types.js'
 * @import { Key } from './words.js'
 */

const MOVING = 'gif';
const NONE = /^token = -1\b/m; // a program that finds a token by itself

/** @param {Widget<PrintValue>} widget */
export default function printMenu({ element, value }) {
  if (value) new PrintMenu(element, value);
}

class PrintMenu {
  /**
   * @param {HTMLElement} element
   * @param {PrintValue} value
   */
  constructor(element, { views, moving, python, sizes, forms }) {
    this.moving = moving;
    this.python = python;
    this.$ = finder(element);
    this.dialog = this.$('dialog', HTMLDialogElement);
    this.form = this.$('form', HTMLFormElement);
    this.save = this.$('.save', HTMLButtonElement);
    this.$('.views').append(
      ...Object.entries(views).map(([name, said]) => choice('view', name, said)),
    );
    this.$('.sizes').append(...sizes.map((name) => choice('size', name, sized(name))));
    this.$('.forms').append(
      ...[...forms, MOVING].map((name) => choice('form', name, name.toUpperCase())),
    );
    this.form.addEventListener('change', () => this.#fit());
    this.$('.copy').addEventListener('click', () =>
      this.#copy(this.$('.program code').textContent),
    );
    this.$('.frame').addEventListener('click', () => this.#copy(frame(this.#card)));
    this.save.addEventListener('click', () => this.#ask());
    document.addEventListener('click', (event) => {
      const view = around(event, '[data-print]')?.dataset.print;
      if (view) this.#open(view);
    });
  }

  /**
   * @param {string} name
   * @returns {string}
   */
  #chosen(name) {
    return String(new FormData(this.form).get(name));
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #choose(name, value) {
    this.$(`[name=${name}][value="${value}"]`, HTMLInputElement).checked = true;
  }

  /** @param {string} view */
  #open(view) {
    const { tab } = page.state;
    for (const input of this.form.querySelectorAll('input[name=view]')) {
      const of = /** @type {HTMLInputElement} */ (input).value.split('.');
      const label = /** @type {HTMLElement} */ (input.parentElement);
      label.hidden = of.length > 1 && of[0] !== tab;
    }
    this.#choose('view', view);
    if (!this.dialog.open) {
      this.#choose('size', 'page');
      this.#choose('form', 'pdf');
    }
    this.$('.said').replaceChildren();
    this.#fit();
    this.dialog.showModal();
  }

  /** A worksheet is PDF for paper; only some cards move. */
  #fit() {
    const view = this.#chosen('view');
    const sheet = !view.includes('.');
    if (sheet) this.#choose('form', 'pdf');
    if (!this.moving.includes(view) && this.#chosen('form') === MOVING) this.#choose('form', 'pdf');
    const program = this.#program(view);
    this.$('.program').hidden = this.$('.copy').hidden = !program || page.step !== null; // it opens the last
    this.$('.program code').textContent = program;
    this.$('.frame').hidden = !document.getElementById(this.#card);
    for (const input of this.form.querySelectorAll('input')) {
      const no = input.value === MOVING && !this.moving.includes(view);
      const fixed = sheet && input.name !== 'view' && !input.checked;
      input.disabled = no || fixed;
      if (input.name === 'form') /** @type {HTMLElement} */ (input.parentElement).hidden = no;
    }
  }

  /**
   * The program of a card with what the page shows in it, '' if there is none.
   * @param {string} view
   */
  #program(view) {
    const { tab, text: prompt, token, views } = page.state;
    const program = this.python[view] ?? '';
    const chosen = NONE.test(program) ? (token ?? -1) : page.selected; // where none is chosen, that says which
    return filled(program, { ...views[tab], text: prompt, token: chosen });
  }

  /** The id of the card that is chosen, '' for a worksheet. */
  get #card() {
    return this.#chosen('view').split('.')[1] ?? '';
  }

  /** @param {string} copied */
  async #copy(copied) {
    this.$('.program code').textContent = copied;
    try {
      await navigator.clipboard.writeText(copied);
      put(this.$('.said'), 'print.copied');
    } catch {
      this.$('.program').hidden = false;
      this.$('.program', HTMLDetailsElement).open = true;
      put(this.$('.said'), 'print.by_hand'); // not allowed without https
    }
  }

  async #ask() {
    const { tab, text: prompt, token, views, edits, edited } = page.state;
    const [view, size, form] = ['view', 'size', 'form'].map((name) => this.#chosen(name));
    const { origin, pathname } = location;
    const shown = edited ? edits : [];
    const address = origin + pathname;
    const options = { token, controls: views[tab], edits: shown, address, at_step: page.step };
    const data = [view, form, size, prompt, options];
    this.save.disabled = true;
    put(this.$('.said'), 'print.busy');
    try {
      const file = `weighted-dice-${view.replaceAll('.', '-')}.${form}`;
      download(file, await printed(data));
      put(this.$('.said'), 'print.done', { file });
    } catch (error) {
      this.$('.said').textContent = /** @type {Error} */ (error).message || text('print.failed');
    }
    this.save.disabled = false;
  }
}

/**
 * The file that Python makes; throws an Error that says why not.
 * @param {unknown[]} data
 */
async function printed(data) {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ data });
  const answer = await fetch('gradio_api/run/print', { method: 'POST', headers, body });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error ?? '');
  const file = await fetch(told.data[0].url);
  if (!file.ok) throw new Error('');
  return file.blob();
}

/**
 * A program whose lines `name = value` take the values of those names: JSON is Python here.
 * @param {string} program
 * @param {Record<string, string | number | boolean>} values
 */
const filled = (program, values) =>
  program.replace(/^(\w+) = .*$/gm, (line, name) =>
    name in values ? `${name} = ${JSON.stringify(values[name])}` : line,
  );

/** @param {string} name */
const sized = (name) => text(/** @type {Key} */ (`print.${name}`));

/**
 * @param {string} name
 * @param {string} value
 * @param {string} said
 */
function choice(name, value, said) {
  const input = make('input');
  Object.assign(input, { type: 'radio', name, value });
  return make('label', '', input, said);
}
