// A or B, again and again; or a rule that votes; then the leash, and the start.

import { all, finder, make } from '../../page/dom.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { ask } from '../../parts/training.js';
import { Together } from './together.js';
import { tell, voted, votes } from './voting.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { Two } from '../../values'
 * @typedef {object} Fields what fits
 * @property {string[]} rules the first one: the visitor
 * @property {number[]} leashes
 * @property {number} fewest
 * @property {number} enough
 * @property {number} most
 * @property {string} word
 */

const LISTED = 4; // of the votes, the newest first
const SEEDS = 2 ** 31;

/** @param {Widget<null, Fields>} widget */
export default function votesCard(widget) {
  return new VotesCard(widget);
}

class VotesCard {
  /** @type {Two | null} what is voted on */
  #two = null;

  #seed = Math.floor(Math.random() * SEEDS);

  #asking = 0; // the newest question

  #busy = false;

  #trouble = '';

  /** @param {Widget<null, Fields>} widget */
  constructor(widget) {
    this.widget = widget;
    const $ = finder(widget.element);
    this.$ = $;
    this.field = $('.asking input', HTMLInputElement);
    this.leash = $('.leash input', HTMLInputElement);
    const { options, view } = widget;
    this.leash.max = String(options.leashes.length - 1);
    voted.watched = () => view.isOpen();
    this.together = new Together($('.together'), () => view.isOpen());
    choosing($('.rule'));
    for (const side of all($('.two'), '.side'))
      side.addEventListener('click', () => this.#vote(Number(side.dataset.side)));
    $('.skip').addEventListener('click', () => this.#next());
    $('.back').addEventListener('click', () => this.#undo());
    $('.clear').addEventListener('click', () => this.#clear());
    $('.twenty').addEventListener('click', () => this.#twenty());
    $('.asking').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#next();
    });
    this.leash.addEventListener('input', () => view.turn({ leash: Number(this.leash.value) }));
    $('.begin').addEventListener('click', () => {
      const { rule, beta: leash } = this;
      const { urn } = this.together;
      voted.start(urn && !rule ? { urn, leash } : { votes: votes.sent(rule), rule, leash });
    });
    widget.element.addEventListener('keydown', (event) => this.#key(event));
    widget.hear('trained', () => this.#draw());
    widget.hear('wanted', () => this.#draw());
    widget.hear('opened', () => this.#opened());
    this.#opened();
    this.#draw();
  }

  get rule() {
    return this.widget.options.rules[this.widget.view.dial('rule') || 0];
  }

  get beta() {
    return this.widget.options.leashes[this.widget.view.dial('leash') || 0];
  }

  #opened() {
    if (!this.widget.view.isOpen()) return;
    this.together.follow();
    voted.restore();
    if (!this.#two && !this.#busy) this.#next();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.rule) return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
    const done = {
      a: () => this.#vote(0),
      b: () => this.#vote(1),
      s: () => this.#next(),
      u: () => this.#undo(),
    };
    const run = done[/** @type {'a'} */ (event.key.toLowerCase())];
    if (!run) return;
    event.preventDefault();
    run();
  }

  /** @param {number} side */
  #vote(side) {
    const { most } = this.widget.options;
    if (!this.#two || this.#busy || votes.of('').length >= most) return;
    votes.choose(this.#two, side);
    this.#next();
    tell();
  }

  /** Asks for two more samples. */
  async #next() {
    const turn = ++this.#asking;
    this.#busy = true;
    this.#trouble = '';
    this.#draw();
    this.#seed = (this.#seed + 1) % SEEDS;
    try {
      const two = await ask('two_samples', [this.field.value, this.#seed]);
      if (turn !== this.#asking) return;
      this.#two = two;
    } catch (error) {
      if (turn !== this.#asking) return;
      this.#trouble = /** @type {Error} */ (error).message || text('train.lost');
    }
    this.#busy = false;
    this.#draw();
  }

  #undo() {
    votes.undo();
    tell();
  }

  #clear() {
    votes.set(this.rule, []);
    tell();
  }

  async #twenty() {
    const { rule } = this;
    const { enough } = this.widget.options;
    this.#trouble = '';
    this.#busy = true;
    this.#draw();
    try {
      const seed = Math.floor(Math.random() * SEEDS);
      votes.set(rule, (await ask('ruled_votes', [rule, enough, seed])).votes);
    } catch (error) {
      this.#trouble = /** @type {Error} */ (error).message || text('train.lost');
    }
    this.#busy = false;
    tell();
  }

  #draw() {
    const { $, rule } = this;
    const { options, view } = this.widget;
    const said = options.rules.map((each) =>
      text(/** @type {Key} */ (`votes.rule_${each || 'you'}`), { word: options.word }),
    );
    fill($('.rule'), text('votes.rule'), said, options.rules.indexOf(rule), (i) =>
      view.turn({ rule: i }),
    );
    const cast = votes.of(rule);
    const n = rule ? cast.length : (this.together.told?.votes ?? cast.length);
    put($('.note'), 'votes.of', { n, all: Math.max(n, options.enough) });
    $('.tally').setAttribute('aria-valuenow', String(Math.min(n, options.enough)));
    $('.tally').replaceChildren(
      ...Array.from({ length: options.enough }, (_, i) => make('i', i < n ? 'on' : '')),
    );
    for (const own of ['.yours', '.skip', '.back', '.keys', '.asking'])
      $(own).hidden = Boolean(rule);
    $('.twenty').hidden = !rule;
    $('.twenty', HTMLButtonElement).disabled = this.#busy;
    $('.back', HTMLButtonElement).disabled = $('.clear', HTMLButtonElement).disabled = !cast.length;
    this.#pair();
    $('.none').hidden = cast.length > 0;
    $('.cast').replaceChildren(...cast.slice(-LISTED).reverse().map(line));
    this.leash.value = String(view.dial('leash'));
    $('.leash output').textContent = String(this.beta);
    this.leash.setAttribute('aria-valuetext', String(this.beta));
    $('.together').hidden = Boolean(rule);
    this.together.draw();
    this.#start(n);
  }

  #pair() {
    const { $ } = this;
    $('.asked').textContent = this.#two?.prompt ?? '';
    const full = votes.of('').length >= this.widget.options.most;
    for (const side of all($('.two'), '.side')) {
      side.setAttribute('aria-disabled', String(this.#busy || full || !this.#two)); // it keeps the focus, for the keys
      finder(side)('span').textContent = this.#two?.said[Number(side.dataset.side)].trim() ?? '';
    }
  }

  /** @param {number} n votes */
  #start(n) {
    const { $ } = this;
    const { phase, trouble } = voted;
    const busy = phase !== 'none' && phase !== 'ended';
    $('.begin', HTMLButtonElement).disabled = busy || n < this.widget.options.fewest;
    put($('.begin'), 'votes.go', { n });
    const wrong = this.#trouble || trouble;
    $('.state').classList.toggle('bad', Boolean(wrong));
    if (wrong) $('.state').textContent = wrong;
    else if (this.#busy && this.rule) put($('.state'), 'votes.rolling');
    else if (n < this.widget.options.fewest)
      put($('.state'), 'votes.few', { n: this.widget.options.fewest });
    else $('.state').replaceChildren();
  }
}

/** @param {{ prompt: string, said: string[] }} vote */
const line = ({ prompt, said }) =>
  make(
    'li',
    '',
    make('span', 'given', prompt),
    make('b', '', said[0]),
    make('span', 'less', said[1]),
  );
