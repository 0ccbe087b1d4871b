// Several holes, filled the surest first; beside it, from left to right by who may look back only.

import { button, finder, keepingFocus, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { number, percent, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { readable } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { filled } from '../../parts/glass.js';
import { ask } from '../../parts/training.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { FillValue, FilledHole, FilledText } from '../../values'
 */

const NOTE = 'holes'; // in the address: their places
const EVERY = 3;

/** @param {Widget<FillValue>} widget */
export default function fill(widget) {
  return new Fill(widget);
}

class Fill {
  /** @type {Set<number>} */
  #hidden = new Set();

  /** @type {FilledText | null} */
  #told = null;

  #busy = false;
  #trouble = '';
  #turn = 0;

  /** @param {Widget<FillValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.slider = this.$('.step input', HTMLInputElement);
    this.warm = this.$('.warm input', HTMLInputElement);
    this.$('.go').addEventListener('click', () => this.#go());
    this.$('.third').addEventListener('click', () => this.#hide((i) => i % EVERY === EVERY - 1));
    this.$('.all').addEventListener('click', () => this.#hide(() => true));
    this.$('.none').addEventListener('click', () => this.#hide(() => false));
    this.slider.addEventListener('input', () => this.#draw());
    this.warm.addEventListener('input', () => this.#anew());
    this.$('[data-do=csv]').addEventListener('click', () => this.#save());
    widget.watch((value) => {
      this.$('.card').hidden = !value;
      if (!value) return;
      const noted = (page.state.notes[NOTE] ?? '').split('.').filter(Boolean).map(Number);
      this.#hidden = new Set(noted.filter((i) => i < value.pieces.length));
      if (!noted.length) this.#hide((i) => i % EVERY === EVERY - 1, false);
      else this.#anew();
    });
  }

  get #pieces() {
    return this.widget.value?.pieces ?? [];
  }

  /**
   * @param {(place: number) => boolean} which
   * @param {boolean} noted
   */
  #hide(which, noted = true) {
    this.#hidden = new Set(range(this.#pieces.length).filter(which));
    this.#anew(noted);
  }

  #anew(noted = false) {
    if (noted) page.note(NOTE, [...this.#hidden].sort((a, b) => a - b).join('.') || null);
    this.#told = null;
    this.#turn++;
    this.#busy = false;
    this.#trouble = '';
    this.#draw();
  }

  /** @param {number} i */
  #toggle(i) {
    if (!this.#hidden.delete(i)) this.#hidden.add(i);
    this.#anew(true);
  }

  async #go() {
    const turn = ++this.#turn;
    this.#busy = true;
    this.#trouble = '';
    this.#draw();
    try {
      const asked = [page.state.text, [...this.#hidden], Number(this.warm.value) / 100, 0];
      const told = /** @type {FilledText} */ (await ask('fill_holes', asked));
      if (turn !== this.#turn) return;
      this.#told = told;
      this.slider.max = this.slider.value = String(told.filled.length);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#trouble = /** @type {Error} */ (error).message || text('train.lost');
    }
    this.#busy = false;
    this.#draw();
  }

  #draw() {
    const { $ } = this;
    const told = this.#told;
    keepingFocus(this.widget.element, () =>
      $('.hidable').replaceChildren(...this.#pieces.map((piece, i) => this.#chip(piece, i))),
    );
    put($('.note'), 'mask.hidden', { n: this.#hidden.size, of: this.#pieces.length });
    $('.go', HTMLButtonElement).disabled = this.#busy || !this.#hidden.size;
    $('.warm output').textContent = number(Number(this.warm.value) / 100, 1);
    $('.state').classList.toggle('bad', Boolean(this.#trouble));
    if (this.#trouble) $('.state').textContent = this.#trouble;
    else if (this.#busy) put($('.state'), 'mask.filling');
    else if (!this.#hidden.size) put($('.state'), 'mask.nothing');
    else $('.state').replaceChildren();
    $('.results').hidden = !told;
    if (!told) return;
    const step = Number(this.slider.value);
    this.slider.style.setProperty('--range_progress', `${(100 * step) / told.filled.length}%`);
    put($('.step span'), 'mask.at', { step, of: told.filled.length });
    $('.both .told').replaceChildren(...text_of(told.pieces, told.filled, step));
    $('.back .told').replaceChildren(...text_of(told.pieces, told.left, step));
    put($('.say'), 'mask.came', {
      n: told.filled.length,
      both: told.filled.filter(({ right }) => right).length,
      back: told.left.filter(({ right }) => right).length,
    });
  }

  /**
   * @param {string} piece
   * @param {number} i
   */
  #chip(piece, i) {
    const made = button('', () => this.#toggle(i), readable(piece));
    made.dataset.focus = String(i);
    made.setAttribute('aria-pressed', String(this.#hidden.has(i)));
    return made;
  }

  #save() {
    const told = this.#told;
    if (!told) return;
    const rows = /** @type {const} */ ([
      ['surest first', told.filled],
      ['left to right', told.left],
    ]).flatMap(([order, holes]) =>
      holes.map(({ place, piece, p, right }, i) => [
        order,
        i + 1,
        place,
        told.pieces[place],
        piece,
        p,
        Number(right),
      ]),
    );
    saveCsv('filled.csv', [
      ['order', 'step', 'place', 'stood there', 'filled in', 'chance', 'right'],
      ...rows,
    ]);
  }
}

/**
 * The text after so many holes were filled.
 * @param {string[]} pieces
 * @param {FilledHole[]} holes in their order
 * @param {number} step
 */
function text_of(pieces, holes, step) {
  const order = new Map(holes.map((hole, i) => [hole.place, { ...hole, i }]));
  return pieces.map((stood, place) => {
    const hole = order.get(place);
    if (!hole) return stood;
    if (hole.i >= step) return make('span', 'gap', '?');
    const made = filled(make('span'), hole);
    made.classList.toggle('wrong', !hole.right);
    made.title = text('mask.filled', {
      token: hole.piece.trim() || hole.piece,
      p: percent(hole.p),
      stood: stood.trim(),
    });
    made.append(make('sup', '', String(hole.i + 1)));
    return made;
  });
}
