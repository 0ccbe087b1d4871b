// The stage: a sentence grows, each token rolled; after three rolls by itself it waits for a guess.

import { finder, make } from '../../page/dom.js';
import { percent } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { boxed, letters } from '../../page/tokens.js';
import { put } from '../../page/words.js';
import { Cube, mini } from './cube.js';
import { Score } from './score.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { StageValue } from '../../values'
 * @typedef {'look' | 'load' | 'roll' | 'add'} Step
 */

const BY_ITSELF = 3; // rolls
const BEFORE_MS = [900, 900, 1000]; // each of them
const EVERY_MS = 700; // between two rolls while it rolls on
const SEEN = 'weighted-dice-start'; // for the visit: it moves by itself once
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {Widget<StageValue>} widget */
export default function stage(widget) {
  return new Stage(widget);
}

class Stage {
  #left = 0; // rolls that it still makes by itself
  #on = false; // it rolls on until it is stopped
  #rolling = false;
  #timer = 0;

  /** @type {number | null} the face that the visitor bets on */
  #guess = null;

  /** @type {Record<number, HTMLElement>} the die of each rolled token, by its place */
  #dice = {};

  #length = 0; // tokens that were drawn last

  /** @param {Widget<StageValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.cube = new Cube(this.$('.faces'), (i) => this.#bet(i));
    this.score = new Score(widget.element);
    this.rollButton = this.$('.roll', HTMLButtonElement);
    this.onButton = this.$('.on');
    this.rollButton.addEventListener('click', () => this.#press());
    this.onButton.addEventListener('click', () => this.#keep(!this.#on && !this.#left));
    this.$('.again').addEventListener('click', () => this.#again());
    const { signal } = widget;
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    document.addEventListener('pointerdown', () => this.#hand(), { signal });
    signal.addEventListener('abort', () => this.#stop());
    widget.hear('opened', () => this.#opened());
    if (this.#fresh()) this.#left = BY_ITSELF;
    widget.watch((value) => this.#draw(value));
  }

  /** Whether the visit begins here, with nothing asked for. */
  #fresh() {
    if (sessionStorage.getItem(SEEN) || new URLSearchParams(location.search).has('text'))
      return false;
    sessionStorage.setItem(SEEN, '1');
    return true;
  }

  #opened() {
    if (this.view.isOpen()) return;
    clearTimeout(this.#timer);
    this.#left = 0;
    this.#keep(false);
  }

  /** Any press or key hands over. */
  #hand() {
    if (!this.#left) return;
    this.#left = 0;
    clearTimeout(this.#timer);
    if (!this.#rolling) this.#draw(this.widget.value);
  }

  /** @param {boolean} on */
  #keep(on) {
    this.#stop();
    this.#on = on;
    put(this.onButton, on ? 'start.stop' : 'start.keep');
    if (on) this.#roll();
    else if (!this.#rolling) this.#draw(this.widget.value);
  }

  #stop() {
    this.#on = false;
    clearTimeout(this.#timer);
    put(this.onButton, 'start.keep');
  }

  #again() {
    this.#dice = {};
    this.#length = 0;
    this.score.clear();
    this.#keep(false);
    page.write(this.view.first);
    this.view.turn({ seed: ((this.widget.value?.seed ?? 0) + 1) % (this.view.last('seed') + 1) });
  }

  #press() {
    this.#left = 0;
    this.#stop();
    this.#roll();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
    if (!this.view.isOpen() || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    this.#hand();
    if (event.key.toLowerCase() === 'r') this.#press();
    else if (/^[1-4]$/.test(event.key)) this.#bet(Number(event.key) - 1);
  }

  /** @param {number} i the face, in the order that the fair die has */
  #bet(i) {
    if (!this.cube.fair || this.#rolling) return;
    this.#guess = this.#guess === i ? null : i;
    this.cube.press(this.#guess);
  }

  /** @param {StageValue | null} value */
  #draw(value) {
    const over = !value || value.full || value.next.kind === 'control';
    this.rollButton.disabled = over;
    if (!value || this.#rolling) return;
    this.#sentence(value);
    this.#length = value.pieces.length;
    const waits = !this.#left && !this.#on && !over;
    this.#guess = null;
    this.cube.draw(value, waits);
    this.score.show();
    this.#step('load');
    if (over) put(this.$('.ask'), value.full ? 'start.full' : 'start.ended');
    else put(this.$('.ask'), waits ? 'start.which' : 'start.areas');
    put(this.$('.hint'), waits ? 'start.fair' : 'start.watch');
    clearTimeout(this.#timer);
    if (over) this.#on = false;
    else if (this.#left)
      this.#timer = setTimeout(() => this.#roll(), this.#wait(BEFORE_MS[BY_ITSELF - this.#left]));
    else if (this.#on) this.#timer = setTimeout(() => this.#roll(), this.#wait(EVERY_MS));
  }

  /** @param {number} ms */
  #wait(ms) {
    return still.matches ? 0 : ms;
  }

  /**
   * As many of the last tokens as there is room for: the stage keeps its height.
   * @param {StageValue} value
   */
  #sentence({ pieces, kinds }) {
    const words = pieces.map((piece, i) => {
      const chip = make('span', 'chip', ...letters(piece));
      chip.dataset.kind = kinds[i];
      const come = i >= this.#length && this.#length > 0;
      const dice = this.#dice[i] ? [this.#dice[i]] : [];
      return make('span', come ? 'word new' : 'word', chip, ...dice);
    });
    const fold = make('span', 'fold');
    const line = this.$('.sentence');
    line.replaceChildren(fold, ...words, make('span', 'word', make('span', 'chip next', '?')));
    for (let n = 0; n < words.length; n++) {
      fold.hidden = !n;
      put(fold, 'start.before', { n });
      if (n) words[n - 1].remove();
      if (line.scrollHeight <= line.clientHeight) break;
    }
  }

  /** @param {Step} now */
  #step(now) {
    for (const step of this.$('.loop').querySelectorAll('li'))
      step.classList.toggle('now', step.dataset.step === now);
  }

  async #roll() {
    const { value } = this.widget;
    if (
      !value ||
      this.#rolling ||
      !this.view.isSettled() ||
      value.full ||
      value.next.kind === 'control'
    )
      return;
    this.#rolling = true;
    const { next, guesses } = value;
    const bet = this.#guess === null ? null : this.cube.order[this.#guess];
    if (this.cube.fair) await this.cube.load(bet);
    this.#step('roll');
    this.view.tell('thrown', this.#on || this.#left ? 24 : 1);
    await this.cube.throw(next);
    this.#step('add');
    const of = next.rank < guesses ? next.rank : guesses;
    if (bet !== null) this.score.add(bet === of, this.cube.chance(of));
    this.#tell(bet, next);
    this.#dice[value.pieces.length] = mini(value);
    await new Promise((done) => setTimeout(done, this.#wait(bet === null ? 350 : 1100)));
    this.#rolling = false;
    this.#left = Math.max(0, this.#left - 1);
    page.write(page.state.text + next.piece);
  }

  /**
   * @param {number | null} bet
   * @param {StageValue['next']} next
   */
  #tell(bet, { piece, p, rank }) {
    const said = { token: boxed(piece), p: percent(p) };
    const guessed = this.widget.value?.guesses ?? 0;
    if (bet === null) put(this.$('.ask'), 'start.fell', said);
    else put(this.$('.ask'), bet === Math.min(rank, guessed) ? 'start.right' : 'start.wrong', said);
    put(this.$('.hint'), this.score.rounds === 1 ? 'start.likely' : 'start.watch', {
      p: percent(1 - p),
    });
    this.$('.told').textContent = this.$('.ask').textContent;
  }
}
