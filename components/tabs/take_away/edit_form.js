// The form in which an edit is made by hand.

import { all, finder, make, radio } from '../../page/dom.js';
import { range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { readable } from '../../page/tokens.js';
import { text } from '../../page/words.js';
import { fieldsOf, lineOf } from './forms.js';

/**
 * @import { TakeAwayValue } from '../../values'
 * @typedef {typeof KINDS[number]} Kind
 * @typedef {[value: string, name: string]} Choice
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
const LETTERS = 14; // of a token in a list

export class EditForm {
  /** @type {Kind} */
  #kind = 'head';

  /** @type {Record<string, string | undefined>} what was chosen last, by field */
  #kept = {};

  /** @type {TakeAwayValue | null} */
  #value = null;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    const $ = finder(element);
    this.fields = $('.fields');
    this.add = $('.add', HTMLButtonElement);
    this.fields.addEventListener('change', ({ target }) => this.#keep(target));
    $('.kinds').append(...KINDS.map((kind) => this.#tab(kind)));
    this.add.addEventListener('click', () => this.#take());
  }

  /** @param {Kind} kind */
  #tab(kind) {
    const choose = () => {
      this.#kind = kind;
      this.draw(this.#value);
    };
    const made = radio('kind', choose, text(`edit_kinds.${kind}`));
    made.dataset.kind = kind;
    return made;
  }

  /** @param {TakeAwayValue | null} value */
  draw(value) {
    this.#value = value;
    for (const tab of all(this.element, '[data-kind]')) {
      tab.setAttribute('aria-checked', String(tab.dataset.kind === this.#kind));
    }
    this.add.disabled = !value;
    const names = value ? fieldsOf(value.forms[this.#kind]) : [];
    this.fields.replaceChildren(...names.map((name) => this.#field(name, value)));
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
    if (name !== 'tensor') return;
    this.#kept.index = undefined;
    this.draw(this.#value);
  }

  #take() {
    if (!this.#value) return;
    const inputs = /** @type {HTMLInputElement[]} */ (all(this.fields, '[name]'));
    const values = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    const { forms } = this.#value;
    const shift = /^\d+$/.test(values.places ?? '');
    const line = shift
      ? lineOf(forms.shift, { by: values.places })
      : lineOf(forms[this.#kind], values);
    const { edits } = page.state;
    if (!edits.includes(line)) page.set({ edits: [...edits, line] });
  }
}

/**
 * @param {Choice[]} list
 * @param {string} wanted
 */
function select(list, wanted) {
  const options = list.map(([value, name]) => {
    const option = make('option', '', name);
    option.value = value;
    return option;
  });
  const made = make('select', '', ...options);
  if (list.some(([value]) => value === wanted)) made.value = wanted;
  return made;
}

/** @param {string} wanted */
function typed(wanted) {
  const made = make('input');
  made.value = wanted;
  return made;
}

/** @param {string} piece */
const short = (piece) => (readable(piece).trim() || '␣').slice(0, LETTERS);

/**
 * @param {number} count
 * @returns {Choice[]}
 */
const numbers = (count) => range(count).map((i) => [String(i), String(i)]);

/**
 * What can be chosen for a field; null: anything may be typed.
 * @param {string} field
 * @param {TakeAwayValue} value
 * @returns {Choice[] | null}
 */
function choices(field, { sizes, pieces, ids, tokens, axes }) {
  switch (field) {
    case 'layer':
      return numbers(sizes.layers);
    case 'head':
      return numbers(sizes.heads);
    case 'how':
      return [
        ['off', text('edit.off')],
        ['mean', text('edit_fields.mean')],
      ];
    case 'tensor':
      return Object.keys(axes).map((name) => [name, name]);
    case 'places':
      return [
        ['off', text('edit_fields.no_places')],
        ['shuffled', text('edit_fields.shuffled')],
        ['1', text('edit_fields.shifted_1')],
        ['16', text('edit_fields.shifted_16')],
      ];
    case 'token':
    case 'other':
      return pieces.map((piece, i) => [String(i), `${i} ${short(piece)}`]);
    case 'id':
      return known(ids, pieces, tokens);
    default:
      return null;
  }
}

/**
 * The tokens of the text and of the dice, each once.
 * @param {number[]} ids
 * @param {string[]} pieces
 * @param {{ id: number, piece: string }[]} tokens
 * @returns {Choice[]}
 */
function known(ids, pieces, tokens) {
  const own = ids.map((id, i) => ({ id, piece: pieces[i] }));
  return [...new Map([...own, ...tokens].map(({ id, piece }) => [String(id), short(piece)]))];
}

/**
 * What a field holds at first: what the page shows elsewhere.
 * @param {string} field
 * @returns {string | number | undefined}
 */
function preset(field) {
  const { layer, head } =
    Object.values(page.state.views).find((controls) => 'head' in controls) ?? {};
  const token = Math.max(0, page.selected);
  const presets = /** @type {Record<string, string | number>} */ ({
    layer,
    head,
    token,
    other: Math.max(0, token - 1),
    source: token,
    index: `${layer ?? 0} ${token} 0`,
    value: 0,
  });
  return presets[field];
}
