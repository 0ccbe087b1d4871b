// Fifty hands: how many fingers each has, by the counter and by the visitor.

import { button, finder, keepingFocus, make } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import { range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put, text } from '../../page/words.js';
import { dab } from '../../parts/small.js';
import { Album, seedAfter } from './album.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { HandsValue } from '../../values'
 */

const HANDS = 50;
const ACROSS = 10;
const MOST = 7; // fingers that have a bar and a button of their own
const ANSWERS = range(MOST + 1).slice(3);

/** @param {Widget<HandsValue>} widget */
export default function hands(widget) {
  return new Hands(widget);
}

class Hands {
  /** @type {number[]} */
  #fingers = [];

  /** @type {number[]} */
  #data = [];

  /** @type {number[] | null} what the visitor counts; null: he does not */
  #own = null;

  /** @param {Widget<HandsValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.album = new Album(widget);
    this.$('.go').addEventListener('click', () => this.#start());
    this.$('.self').addEventListener('click', () => {
      this.#own = this.#own ? null : [];
      this.#draw();
    });
    this.#answers();
    exporting(widget, {
      png: () => this.album.savePicture('hands.png', ACROSS),
      csv: () => this.album.saveNumbers('hands.csv', ['fingers'], (i) => [this.#fingers[i] ?? '']),
    });
    this.album.watch(() => this.#draw());
  }

  #start() {
    const { view } = this.widget;
    const written = page.state.text;
    const caption = /\bhands?\b/i.test(written) ? written : text('hands.caption');
    const [seed, temperature] = [view.dial('seed'), view.dial('temperature')];
    const wanted = range(HANDS).map((i) => ({ caption, temperature, seed: seedAfter(seed, i) }));
    this.#fingers = this.#data = [];
    this.#own = this.#own && [];
    this.album.start(wanted, { wanted });
  }

  #draw() {
    const { pictures, busy, done } = this.album;
    const { value } = this.widget;
    if (value && 'fingers' in value && pictures.length && done) {
      [this.#fingers, this.#data] = [value.fingers, value.data];
    }
    const [own, fingers] = [this.#own, this.#fingers];
    this.$('.go', HTMLButtonElement).disabled = busy;
    const self = this.$('.self', HTMLButtonElement);
    self.disabled = !fingers.length;
    self.setAttribute('aria-pressed', String(Boolean(own)));
    put(self, own ? 'hands.counter' : 'hands.self');
    this.$('.counted').hidden = this.$('.out').hidden = !pictures.length;
    if (pictures.length)
      put(this.$('.note'), 'hands.of', { caption: pictures[0].caption, seed: pictures[0].seed });
    keepingFocus(this.widget.element, () =>
      this.$('.pictures').replaceChildren(...pictures.map((_, i) => this.#figure(i))),
    );
    this.$('.asked').hidden = !own || own.length >= fingers.length;
    if (own && own.length < fingers.length) this.#ask(own.length);
    this.$('.histogram').hidden = !fingers.length || Boolean(own && own.length < fingers.length);
    this.#histogram();
    this.#tell();
  }

  /** @param {number} i */
  #figure(i) {
    const counted = this.#own ?? this.#fingers;
    const n = counted[i];
    const known = n !== undefined;
    const label = known ? text('hands.has', { i: i + 1, n }) : text('hands.hand', { i: i + 1 });
    const made = this.album.figure(i, label, known ? String(n) : '');
    made.classList.toggle('odd', known && n !== 5);
    return made;
  }

  #answers() {
    const group = this.$('.answers');
    const answer = (/** @type {number} */ n) => {
      if (!this.#own || this.#own.length >= this.#fingers.length) return;
      this.#own.push(n);
      this.#draw();
    };
    group.replaceChildren(...ANSWERS.map((n) => button('button', () => answer(n), String(n))));
    this.widget.element.addEventListener('keydown', ({ key, target }) => {
      const typed = target instanceof HTMLInputElement;
      if (!typed && ANSWERS.includes(Number(key))) answer(Number(key));
    });
  }

  /** @param {number} i */
  #ask(i) {
    const large = this.$('.large', HTMLCanvasElement);
    dab(large, this.album.pictures[i].colours);
    large.setAttribute('aria-label', text('hands.hand', { i: i + 1 }));
  }

  #histogram() {
    const most = Math.max(
      1,
      ...range(MOST + 1).map((n) => Math.max(count(this.#fingers, n), count(this.#data, n))),
    );
    const bins = range(MOST + 1).map((n) => {
      const [model, data] = [count(this.#fingers, n), count(this.#data, n)];
      const [first, second] = [make('i', 'model'), make('i', 'data')];
      first.style.height = `${(100 * model) / most}%`;
      second.style.height = `${(100 * data) / most}%`;
      const name = n === MOST ? `${n}+` : String(n);
      const told = model || data ? `${model}` : '';
      return make(
        'div',
        'bin',
        make('span', '', told),
        make('div', 'bars', first, second),
        make('b', '', name),
      );
    });
    this.$('.histogram').replaceChildren(...bins);
    const said = range(MOST + 1).map((n) => `${n}: ${count(this.#fingers, n)}`);
    this.$('.histogram').setAttribute(
      'aria-label',
      text('hands.histogram', { said: said.join(', ') }),
    );
  }

  #tell() {
    const [own, fingers] = [this.#own, this.#fingers];
    const line = this.$('.say');
    const all = fingers.length;
    if (!all) put(line, 'hands.is');
    else if (own && own.length < all) put(line, 'hands.count', { i: own.length + 1, all });
    else if (own) {
      const same = own.filter((n, i) => n === fingers[i]).length;
      put(line, 'hands.agree', { same, all, mine: count(own, 5), five: count(fingers, 5) });
    } else {
      const data = this.#data.length;
      put(line, 'hands.found', { five: count(fingers, 5), all, real: count(this.#data, 5), data });
    }
  }
}

/**
 * How many hands have so many fingers; the last bar holds what is more.
 * @param {number[]} fingers
 * @param {number} n
 */
const count = (fingers, n) => fingers.filter((each) => Math.min(each, MOST) === n).length;
