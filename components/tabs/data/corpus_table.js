// A corpus as a table: pages of rows, a search, kinds, a change of a row, and what stands beside a word.

import { button, finder, keepingFocus, make, rowHead } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { clamp, whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { bars } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { pair, SIDES } from './pair.js';
import { cutAt, found, neighbours, wordsOf } from './table.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Row } from './table.js'
 */

const PAGE = 12; // rows
const SHORT = 6; // on a phone
const NARROW = 600;
const BESIDE = 6; // words
const KINDS = 8; // that are offered

/** @param {Widget<null>} widget */
export default function corpusTable(widget) {
  return new CorpusTable(widget);
}

class CorpusTable {
  #side = 0;

  #kind = '';

  #page = 0;

  /** @type {number | null} the row that is changed */
  #edited = null;

  /** @param {Widget<null>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    const { $ } = this;
    this.field = $('.seek input', HTMLInputElement);
    for (const name of ['.side', '.kind']) choosing($(name));
    this.field.addEventListener('input', () => this.#turn(0));
    $('.back').addEventListener('click', () => this.#turn(this.#page - 1));
    $('.on').addEventListener('click', () => this.#turn(this.#page + 1));
    $('[data-do=csv]').addEventListener('click', () => this.#save());
    widget.hear('corpora', () => this.#draw());
    widget.hear('sought', () => this.#seek());
    this.#draw();
  }

  get #rows() {
    return pair.made?.sides[this.#side] ?? [];
  }

  get #kinds() {
    return pair.made?.kinds[this.#side] ?? [];
  }

  get #found() {
    return found(this.#rows, this.#kinds, this.field.value.trim(), this.#kind);
  }

  /** Rows of a page. */
  get #rowsOfPage() {
    return this.widget.element.clientWidth < NARROW ? SHORT : PAGE;
  }

  #seek() {
    this.#side = pair.sought.side;
    this.#kind = '';
    this.field.value = pair.sought.text;
    this.#turn(0);
    this.widget.element.scrollIntoView({ block: 'start' });
  }

  /** @param {number} page */
  #turn(page) {
    this.#page = page;
    this.#edited = null;
    this.#draw();
  }

  #draw() {
    const { $ } = this;
    $('.card').hidden = !pair.made;
    if (!pair.made) return;
    const rows = this.#found;
    const each = this.#rowsOfPage;
    const pages = Math.max(1, Math.ceil(rows.length / each));
    this.#page = clamp(this.#page, 0, pages - 1);
    const sides = SIDES.map((name, i) =>
      text('data.side_n', { name, n: pair.made?.sides[i].length ?? 0 }),
    );
    fill($('.side'), '', sides, this.#side, (i) => {
      this.#side = i;
      this.#turn(0);
    });
    this.#offerKinds();
    put($('.note'), 'data.found', { n: rows.length, all: whole(this.#rows.length) });
    const from = this.#page * each;
    keepingFocus(this.widget.element, () => {
      const lines = rows.slice(from, from + each).map((row) => this.#line(row));
      $('tbody').replaceChildren(...lines);
    });
    put($('.which'), 'data.page', { n: this.#page + 1, of: pages });
    $('.back', HTMLButtonElement).disabled = this.#page === 0;
    $('.on', HTMLButtonElement).disabled = this.#page === pages - 1;
    $('.pages').hidden = pages === 1;
    this.#beside();
  }

  #offerKinds() {
    const kinds = [...new Set(this.#kinds)].slice(0, KINDS);
    if (this.#kind && !kinds.includes(this.#kind)) this.#kind = '';
    const offered = ['', ...kinds];
    const said = offered.map((kind) => kind || text('data.any'));
    this.$('.kind').hidden = kinds.length < 2;
    fill(this.$('.kind'), '', said, offered.indexOf(this.#kind), (i) => {
      this.#kind = offered[i];
      this.#turn(0);
    });
  }

  /** What stands beside the word that is looked for. */
  #beside() {
    const node = this.$('.beside');
    const words = wordsOf(this.field.value);
    if (words.length !== 1) {
      node.replaceChildren();
      return;
    }
    const { times, before, after } = neighbours(this.#rows, words[0], BESIDE);
    const about = say('data.times', { word: words[0], n: times });
    const lists = /** @type {const} */ ([
      ['data.before', before],
      ['data.after', after],
    ]).map(([key, counted]) => this.#counted(text(key, { word: words[0] }), counted));
    node.replaceChildren(make('p', 'about', ...about), ...(times ? lists : []));
  }

  /**
   * @param {string} title
   * @param {[string, number][]} counted
   */
  #counted(title, counted) {
    const list = make('div', 'bars ink');
    const most = counted[0]?.[1] ?? 1;
    const rows = counted.map(([word, n]) => ({ label: word, value: n, text: whole(n) }));
    bars(list, rows, most);
    return make('div', '', make('h3', '', title), list);
  }

  /** @param {Row} row */
  #line(row) {
    const { at, kind } = row;
    const line = make('tr', '', rowHead(whole(at + 1)), make('td', 'of-kind', kind));
    if (at === this.#edited) line.append(...this.#editing(row));
    else {
      const cut = cutAt(row.text, this.field.value.trim());
      const told = cut.map((part, i) => (i % 2 ? make('mark', '', part) : part));
      const change = button('', () => this.#edit(at), text('data.edit'));
      const out = button('', () => this.#delete(at), text('data.delete'));
      change.dataset.focus = `change ${at}`;
      line.append(make('td', 'text', ...told), make('td', 'acts', change, out));
    }
    return line;
  }

  /** @param {Row} row */
  #editing({ at, text: before }) {
    const field = make('textarea', 'editing');
    field.rows = Math.min(8, 1 + Math.floor(before.length / 80));
    field.value = before;
    field.setAttribute('aria-label', text('data.row_n', { n: at + 1 }));
    const done = () => {
      this.#edited = null;
      if (field.value !== before) pair.edit(this.#side, at, field.value);
      else this.#draw();
    };
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#turn(this.#page);
      if (event.key !== 'Enter') return;
      event.preventDefault();
      done();
    });
    const keep = button('', done, text('data.keep'));
    queueMicrotask(() => field.focus());
    return [make('td', 'text', field), make('td', 'acts', keep)];
  }

  /** @param {number} at */
  #edit(at) {
    this.#edited = at;
    this.#draw();
  }

  /** @param {number} at */
  #delete(at) {
    this.#edited = null;
    pair.edit(this.#side, at, '');
  }

  #save() {
    const lines = this.#found.map(({ at, kind, text: row }) => [at + 1, kind, row]);
    saveCsv(`corpus-${SIDES[this.#side]}.csv`, [['row', 'kind', 'text'], ...lines]);
  }
}
