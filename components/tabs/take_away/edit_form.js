// The form in which an edit is made by hand.

import { all, finder, keepingFocus, make, radio } from '../../page/dom.js';
import { page } from '../../page/page.js';
import { check, choosing } from '../../page/radios.js';
import { boxed } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { amiss, meant, plain } from './checks.js';
import { choices, option, preset, select, spaced, typed } from './edit_fields.js';
import { fieldsOf, lineOf } from './forms.js';

/**
 * @import { Pieces, TakeAwayValue } from '../../values'
 * @typedef {typeof KINDS[number]} Kind
 */

const KINDS = /** @type {const} */ ([
  'head',
  'network',
  'edge',
  'token',
  'order',
  'places',
  'patch',
  'number',
]);
const WIDE = ['text', 'how', 'places']; // fields that take a line

export class EditForm {
  /** @type {Kind} */
  #kind = 'head';

  /** @type {Record<string, string | undefined>} what was chosen last, by field */
  #kept = {};

  /** @type {TakeAwayValue | null} */
  #value = null;

  /** @type {string[] | null} all tokens by id; null: not asked for yet */
  #pieces = null;

  #drawn = ''; // what the fields were made for

  /**
   * @param {HTMLElement} element
   * @param {string} address of all tokens
   */
  constructor(element, address) {
    this.element = element;
    this.address = address;
    const $ = finder(element);
    this.fields = $('.fields');
    this.kinds = $('.kinds');
    this.wrong = $('.wrong');
    this.taken = $('.taken');
    this.add = $('.add', HTMLButtonElement);
    this.fields.addEventListener('input', ({ target }) => this.#keep(target));
    this.kinds.append(...KINDS.map((kind) => this.#tab(kind)));
    choosing(this.kinds);
    this.add.addEventListener('click', () => this.#take());
  }

  /** @param {Kind} kind */
  #tab(kind) {
    const choose = () => {
      this.#kind = kind;
      this.wrong.hidden = true;
      this.draw(this.#value);
      if (kind === 'token') this.#fetch();
    };
    const made = radio('kind', choose, text(`edit_kinds.${kind}`));
    made.dataset.kind = kind;
    return made;
  }

  /** @param {TakeAwayValue | null} value */
  draw(value) {
    this.#value = value;
    for (const tab of all(this.kinds, '.kind')) {
      tab.hidden = Boolean(value && !value.forms[tab.dataset.kind ?? '']);
    }
    check(this.kinds, (tab) => tab.dataset.kind === this.#kind);
    this.add.disabled = !value;
    const { sizes, pieces } = value ?? {};
    const made = JSON.stringify([this.#kind, sizes, pieces, this.#kept.tensor]);
    if (made === this.#drawn) return; // what is being typed stays
    this.#drawn = made;
    const names = value ? fieldsOf(value.forms[this.#kind]) : [];
    keepingFocus(this.fields, () =>
      this.fields.replaceChildren(...names.map((name) => this.#field(name, value))),
    );
    this.#offer();
    this.#tellTaken();
  }

  /** All tokens, for the list of those that can be read in place of another. */
  async #fetch() {
    if (this.#pieces) return;
    const answer = await fetch(new URL(this.address, document.baseURI));
    const { pieces } = /** @type {Pieces} */ (await answer.json());
    this.#pieces = pieces;
    this.#offer();
    this.#tellTaken();
  }

  /** Below the field of a token: which ones there are. */
  #offer() {
    const field = this.fields.querySelector('[name=id]');
    if (!field || !this.#pieces) return;
    const list = make('datalist', '', ...this.#pieces.map((piece) => option(spaced(piece), '')));
    list.id = `${this.element.id}-tokens`;
    field.setAttribute('list', list.id);
    field.after(list);
  }

  /** The token in whose place another is read. */
  get #like() {
    const field = this.fields.querySelector('[name=token]');
    return field instanceof HTMLSelectElement
      ? (this.#value?.pieces[Number(field.value)] ?? '')
      : '';
  }

  /** Which token was typed: with the space before it, or without. */
  #tellTaken() {
    const typed = this.#kept.id ?? '';
    const like = this.#like;
    const id =
      this.#kind === 'token' && this.#pieces && typed ? meant(this.#pieces, typed, like) : -1;
    this.taken.replaceChildren();
    if (id < 0 || !this.#pieces) return;
    const piece = this.#pieces[id];
    const key = piece.startsWith(' ') ? 'edit_taken.spaced' : 'edit_taken.bare';
    put(this.taken, key, { token: boxed(piece), id });
  }

  /**
   * @param {string} name
   * @param {TakeAwayValue | null} value
   */
  #field(name, value) {
    const list = value && choices(name, value);
    const wanted = String(this.#kept[name] ?? preset(name) ?? '');
    const input = list ? select(list, wanted) : typed(wanted);
    input.name = name;
    input.dataset.focus = name;
    if (name === 'index' && input instanceof HTMLInputElement) {
      input.placeholder = (value?.axes[this.#kept.tensor ?? 'resid'] ?? []).join(' ');
    }
    return make('label', WIDE.includes(name) ? 'wide' : '', this.#label(name), input);
  }

  /** @param {string} name */
  #label(name) {
    if (name === 'other')
      return text(this.#kind === 'edge' ? 'edit_fields.other_seen' : 'edit_fields.other');
    return text(`edit_fields.${/** @type {'layer'} */ (name)}`);
  }

  /** @param {EventTarget | null} target */
  #keep(target) {
    const { name, value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (target);
    this.#kept[name] = value;
    this.wrong.hidden = true;
    if (name === 'id' || name === 'token') this.#tellTaken();
    if (name !== 'tensor') return;
    this.#kept.index = undefined;
    this.draw(this.#value);
  }

  /**
   * Says what does not fit, and whether anything does not.
   * @param {HTMLInputElement[]} inputs
   * @param {TakeAwayValue} value
   */
  #refuses(inputs, { axes }) {
    const tensor = inputs.find(({ name }) => name === 'tensor')?.value ?? '';
    const around = { axes: axes[tensor] ?? [], pieces: this.#pieces, like: this.#like };
    const sentences = inputs.map((input) => amiss(input.name, input.value, around));
    const first = sentences.findIndex((sentence) => sentence !== null);
    for (const [i, input] of inputs.entries()) {
      input.setAttribute('aria-invalid', String(sentences[i] !== null));
    }
    this.wrong.hidden = first < 0;
    const { key, slots } = sentences[first] ?? {};
    if (key) put(this.wrong, key, slots);
    inputs[first]?.focus();
    return first >= 0;
  }

  /**
   * What a field's text becomes in the line of an edit.
   * @param {string} name
   * @param {string} typed
   */
  #as(name, typed) {
    if (name === 'id') return String(meant(this.#pieces ?? [], typed, this.#like));
    if (name === 'index') return typed.trim().replace(/[ .]+/g, ' ');
    return name === 'value' ? plain(typed) : typed;
  }

  #take() {
    if (!this.#value) return;
    const inputs = /** @type {HTMLInputElement[]} */ (all(this.fields, '[name]'));
    if (this.#refuses(inputs, this.#value)) return;
    const values = Object.fromEntries(
      inputs.map(({ name, value }) => [name, this.#as(name, value)]),
    );
    const { forms } = this.#value;
    const shift = /^\d+$/.test(values.places ?? '');
    const line = shift
      ? lineOf(forms.shift, { by: values.places })
      : lineOf(forms[this.#kind], values);
    const { edits } = page.state;
    if (!edits.includes(line)) page.set({ edits: [...edits, line] });
  }
}
