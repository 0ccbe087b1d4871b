// Sums of embeddings: a − b + c, and the tokens that lie nearest to it.

import { TOKEN, quoted } from '../../page/csv.js';
import { all, button, finder, hideBody, make, rowHead } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, whole } from '../../page/numbers.js';
import { bars, boxed, readable } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { barOf } from './near.js';
import { SPACE, taken } from './spaced.js';

/**
 * @import { Signals, Widget } from '../../page/types.js'
 * @import { AnalogyValue, Family } from '../../values'
 * @import { Taken } from './spaced.js'
 */

/** @param {Widget<AnalogyValue>} widget */
export default function analogy(widget) {
  return new Analogy(widget);
}

/** @param {string} piece */
const shown = (piece) => readable(piece.replace(/^ /, SPACE));

class Analogy {
  /** @type {Map<string, number>} what is shown -> token id */
  #ids = new Map();

  /** @type {string[]} of all tokens */
  #pieces = [];

  /** @param {Widget<AnalogyValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.list = this.$('datalist');
    this.trouble = this.$('.trouble');
    this.fields = /** @type {HTMLInputElement[]} */ (all(widget.element, '[data-dial]'));
    this.list.id = `${widget.element.id}-tokens`;
    for (const field of this.fields) this.#listen(field);
    widget.hear('vocabulary', (vocabulary) => this.#fill(vocabulary));
    this.#fill(this.view.told('vocabulary'));
    exporting(widget, { csv: save });
    widget.watch((value) => this.#draw(value));
  }

  /** @param {Signals['vocabulary'] | undefined} vocabulary as the map of the vocabulary has it */
  #fill(vocabulary) {
    if (!vocabulary || this.#ids.size) return;
    const { pieces, kinds } = vocabulary;
    this.#pieces = pieces;
    for (const [id, piece] of pieces.entries()) {
      const name = shown(piece);
      if (kinds[id] !== 'control' && !this.#ids.has(name)) this.#ids.set(name, id);
    }
    const options = [...this.#ids.keys()].map((name) => {
      const option = make('option');
      option.value = name;
      return option;
    });
    this.list.replaceChildren(...options);
  }

  /** @param {HTMLInputElement} field */
  #listen(field) {
    field.setAttribute('list', this.list.id);
    field.addEventListener('focus', () => field.select());
    field.addEventListener('input', (event) => {
      field.dataset.typing = '1';
      this.#clear();
      const { inputType } = /** @type {InputEvent} */ (event);
      const listed = !inputType || inputType === 'insertReplacementText';
      field.toggleAttribute('data-listed', listed);
      if (listed) this.#turn(field);
    });
    field.addEventListener('change', () => this.#turn(field));
    field.addEventListener('blur', () => {
      if (field.dataset.typing) this.#turn(field); // typed and taken back: no change, for the browser
    });
  }

  /** @param {HTMLInputElement} field */
  #turn(field) {
    delete field.dataset.typing;
    const typed = field.value;
    const found = taken(this.#ids, typed, field.hasAttribute('data-listed'));
    this.trouble.hidden = found !== null;
    this.#form(typed, found);
    if (found) this.#ask(field, found.id);
    else if (typed) put(this.trouble, 'analogy.no_token', { typed });
    else put(this.trouble, 'analogy.no_text');
  }

  /**
   * @param {HTMLInputElement} field
   * @param {number} id
   */
  #ask(field, id) {
    const dial = String(field.dataset.dial);
    const same = this.view.dial(dial) === id; // then no answer comes
    this.view.turn({ [dial]: id });
    if (same) this.#draw(this.widget.value);
  }

  /**
   * Says which form of a word was taken.
   * @param {string} typed
   * @param {Taken | null} found
   */
  #form(typed, found) {
    const line = this.$('.form');
    line.replaceChildren();
    if (!found || found.form === 'exact') return;
    const token = boxed(this.#pieces[found.id]);
    put(line, found.form === 'spaced' ? 'analogy.spaced' : 'analogy.bare', { typed, token });
  }

  /**
   * @param {{ a: number, b: number, c: number }} sum
   * @param {boolean} isGiven
   */
  #try(sum, isGiven) {
    this.#clear();
    this.view.turn(sum);
    if (isGiven) this.#draw(this.widget.value);
  }

  /** The answer to what stood there before. */
  #clear() {
    this.trouble.hidden = true;
    for (const part of ['.form', '.say', '.bars']) this.$(part).replaceChildren();
    this.$('.bars + .muted').hidden = true;
  }

  /** @param {AnalogyValue | null} value */
  #draw(value) {
    hideBody(this.widget.element, !value);
    this.trouble.hidden = true;
    if (!value) return;
    if (this.fields.some((field) => field.dataset.typing)) {
      this.#clear(); // it answers what is being changed
      return;
    }
    for (const [i, field] of this.fields.entries()) field.value = shown(value.given[i].piece);
    tell(this.$('.say'), value);
    bars(this.$('.bars'), value.nearest.map(barOf));
    for (const part of ['h3', 'table', 'table + p']) this.$(part).hidden = !value.families.length;
    const given = value.given.map(({ id }) => id).join();
    this.$('tbody').replaceChildren(...value.families.map((family) => this.#row(family, given)));
  }

  /**
   * @param {Family} family
   * @param {string} given the ids of the sum that is shown
   */
  #row({ name, shown: four, best, tried, first, alone }, given) {
    const [a, b, c] = four.map(({ id }) => id);
    const sum = sumOf(four.map(({ piece }) => piece));
    const isGiven = [a, b, c].join() === given;
    const attempt = button('attempt', () => this.#try({ a, b, c }, isGiven), ...sum);
    attempt.setAttribute('aria-pressed', String(isGiven));
    attempt.title = text(best ? 'analogy.clearest' : 'analogy.needless');
    const came = make(
      'td',
      'many',
      ...say('analogy.came', { first: whole(first), tried: whole(tried) }),
    );
    const without = make('td', 'many', whole(alone));
    return make('tr', '', rowHead(name), make('td', '', attempt), came, without);
  }
}

/** @param {string[]} pieces */
const sumOf = ([a, b, c]) => [boxed(a), ' − ', boxed(b), ' + ', boxed(c)];

/**
 * @param {Element} line
 * @param {AnalogyValue} value
 */
function tell(line, { given, nearest: [first, second], alone }) {
  if (!first) {
    put(line, 'analogy.nothing_left');
    return;
  }
  const said = {
    sum: sumOf(given.map(({ piece }) => piece)),
    token: boxed(first.piece),
    cosine: number(first.cosine),
    lead: second ? text('analogy.lead', { lead: number(first.cosine - second.cosine) }) : '',
    c: boxed(given[2].piece),
    alone: boxed(alone.piece),
    alone_cosine: number(alone.cosine),
  };
  put(line, first.id === alone.id ? 'analogy.same' : 'analogy.other', said);
}

/** @param {AnalogyValue} value */
function save({ given, nearest }) {
  const parts = given.map(({ id, piece }, i) => ['abc'[i], id, quoted(piece), '']);
  const near = nearest.map(({ id, piece, cosine }) => ['nearest', id, quoted(piece), cosine]);
  saveCsv('analogy.csv', [['part', 'id', TOKEN, 'cosine'], ...parts, ...near]);
}
