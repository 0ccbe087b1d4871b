// The dialog that hands over a card for paper: which one, how large, as what file.

import { around, finder, make } from './dom.js';
import { frame } from './embed.js';
import { download } from './export.js';
import { handed } from './handed.js';
import { page } from './page.js';
import { put, text } from './words.js';

/**
 * @import { PrintValue } from '../values'
 * @import { Widget } from './types.js'
 * @import { Plain } from './handed.js'
 * @import { Key } from './words.js'
 */

const MOVING = 'gif';
const NONE = /^token = -1\b/m; // a program that finds a token by itself

/** @param {Widget<PrintValue>} widget */
export default function printMenu({ element, value }) {
  if (value) new PrintMenu(element, value);
}

class PrintMenu {
  /** @type {Record<string, string>} programs that were fetched, by name */
  #programs = {};

  #turn = 0; // what is shown last stays, also if a program comes late

  /**
   * @param {HTMLElement} element
   * @param {PrintValue} value
   */
  constructor(element, { views, moving, python, always, folder, sizes, forms }) {
    this.moving = moving;
    this.python = python;
    this.always = always;
    this.folder = folder;
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
    this.$('.program', HTMLDetailsElement).open = false;
    this.$('.said').replaceChildren();
    this.#fit();
    this.dialog.showModal();
  }

  /** A worksheet is PDF for paper; only some cards move. */
  #fit() {
    const view = this.#view;
    const sheet = !view.includes('.');
    if (sheet) this.#choose('form', 'pdf');
    if (!this.moving.includes(view) && this.#chosen('form') === MOVING) this.#choose('form', 'pdf');
    this.#tell(view);
    this.$('.frame').hidden = !document.getElementById(this.#card);
    for (const input of this.form.querySelectorAll('input')) {
      const no = input.value === MOVING && !this.moving.includes(view);
      const fixed = sheet && input.name !== 'view' && !input.checked;
      input.disabled = no || fixed;
      if (input.name === 'form') /** @type {HTMLElement} */ (input.parentElement).hidden = no;
    }
  }

  /**
   * Shows the program of a card, once it is here, with what the page shows in it.
   * @param {string} view
   */
  async #tell(view) {
    const { tab, text: prompt, token, views } = page.state;
    const shown = views[tab] ?? {};
    const deck = 'card' in shown; // each card of a deck has a program of its own, for a case of one's own
    const name = deck ? `${tab}.${shown.card}` : view;
    const there = name in this.python && (this.always.includes(tab) || page.step === null); // it opens the last step
    const turn = ++this.#turn;
    const copy = this.$('.copy', HTMLButtonElement);
    this.$('.program').hidden = copy.hidden = copy.disabled = !there;
    if (!there) return;
    copy.disabled = !(name in this.#programs);
    const had = this.#programs[name] ?? (await fetched(this.python[name]));
    if (turn !== this.#turn) return;
    if (!had) return put(this.$('.said'), 'print.failed');
    this.#programs[name] = had;
    const program = this.#programs[name];
    const chosen = NONE.test(program) ? (token ?? -1) : page.selected; // where none is chosen, that says which
    const own = String(shown.case ?? '')
      .trim()
      .replace(/\s+/g, ' '); // as the card reads it
    /** @type {Record<string, Plain | boolean>} */
    const values = deck ? { case: own } : { ...shown, text: prompt, token: chosen };
    const given = { ...values, folder: this.folder, ...handed[view]?.() };
    this.$('.program code').textContent = filled(program, given);
    copy.disabled = false;
  }

  get #view() {
    return this.#chosen('view');
  }

  /** The id of the card that is chosen, '' for a worksheet. */
  get #card() {
    return this.#view.split('.')[1] ?? '';
  }

  /** @param {string} copied */
  async #copy(copied) {
    this.#turn++;
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
    const shown = handed[view]?.() ?? {};
    const controls = 'seed' in shown ? { ...views[tab], seed: shown.seed } : views[tab];
    const address = origin + pathname;
    const options = {
      token,
      controls,
      edits: edited ? edits : [],
      address,
      at_step: page.step,
      shown,
    };
    const about = shown.question ?? shown.prompt ?? prompt;
    const data = [view, form, size, about, options];
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
 * A text at an address; '' where it cannot be had.
 * @param {string} address
 */
async function fetched(address) {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? answer.text() : '';
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
 * A program whose lines `name = value` take the values of those names, if there are any: JSON is Python here.
 * @param {string} program
 * @param {Record<string, Plain | boolean>} values
 */
const filled = (program, values) =>
  program.replace(/^(\w+) = .*$/gm, (line, name) =>
    (values[name] ?? '') === '' ? line : `${name} = ${JSON.stringify(values[name])}`,
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
