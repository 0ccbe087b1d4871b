// One claim about the model: guess first, measure, and see what was planted beside it.

import { finder, make } from '../page/dom.js';
import { exporting, saveCsv } from '../page/export.js';
import { number, percent, whole } from '../page/numbers.js';
import { page } from '../page/page.js';
import { choosing, fill } from '../page/radios.js';
import { bar } from '../page/tokens.js';
import { put, say, text } from '../page/words.js';
import { fieldsOf, mapOf } from './claim_map.js';
import { table } from './claim_rows.js';
import { madeOf } from './made.js';
import { SoFar } from './so_far.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { Key } from '../page/words.js'
 * @import { ClaimValue, SeenValue } from '../values'
 */

const GUESSES = [0, 1, 2];
const PLACES = [
  ['h2', 'title'],
  ['.claim', 'claim'],
  ['.ask', 'ask'],
];

/**
 * A sentence of a card.
 * @param {string} deck
 * @param {string} card
 * @param {string} what
 */
export const keyOf = (deck, card, what) => /** @type {Key} */ (`${deck}.${card}_${what}`);

/** @typedef {Widget<ClaimValue, { cards: string[], note: string }>} ClaimWidget */

/** @param {ClaimWidget} widget */
export default function claim(widget) {
  return new Claim(widget);
}

class Claim {
  #asked = ''; // card and guess that the buttons show

  /** @param {ClaimWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.deck = widget.view.name;
    this.$ = finder(widget.element);
    this.$('[data-print]').dataset.print = `${this.deck}.${this.deck}_claim`;
    this.soFar = new SoFar(this.$('.so-far'), this.deck, widget.signal);
    put(this.$('.cause h2'), this.#key('why'));
    choosing(this.$('.deck'));
    choosing(this.$('.guesses'));
    this.$('.measure').addEventListener('click', () => widget.view.turn({ measured: 1 }));
    exporting(widget, { csv: save });
    for (const signal of /** @type {const} */ (['wanted', 'walked']))
      widget.hear(signal, () => this.#draw());
    widget.watch(() => this.#draw());
  }

  /** @param {string} what a sentence of the deck */
  #key = (what) => /** @type {Key} */ (`${this.deck}.${what}`);

  /** What the visitor has guessed; null: nothing yet. */
  get #guess() {
    const noted = page.state.notes[this.widget.options.note];
    return ['0', '1', '2'].includes(noted) ? Number(noted) : null;
  }

  #draw() {
    const { widget, $ } = this;
    const { controls } = widget.view;
    const card = String(controls.card ?? '');
    if (!widget.options.cards.includes(card)) return;
    const { value } = widget;
    const now = value?.card === card && value.parts.length ? value : null;
    const waits = Number(controls.measured) === 1 && !now;
    this.#ask(card);
    const button = $('.measure', HTMLButtonElement);
    button.disabled = waits || Boolean(now);
    button.textContent = text(waits ? 'limits.measuring' : now ? 'limits.done' : 'limits.measure');
    if (waits) this.soFar.start(card);
    else this.soFar.stop();
    $('.found').classList.toggle('none', !now);
    $('.empty').hidden = Boolean(now);
    for (const place of ['.key', '.cause', '.makes']) $(place).hidden = !now;
    $('.parts').replaceChildren();
    if (now) this.#show(now);
  }

  /**
   * The claim, and the question before it is measured.
   * @param {string} card
   */
  #ask(card) {
    const { $, widget } = this;
    const { cards } = widget.options;
    const guessed = this.#guess;
    const asked = `${card} ${guessed}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    const titles = cards.map((name) => text(keyOf(this.deck, name, 'title')));
    fill($('.deck'), '', titles, cards.indexOf(card), (i) => {
      page.note(widget.options.note, null);
      widget.view.turn({ card: cards[i], measured: 0, case: '' });
    });
    for (const [place, what] of PLACES) put($(place), keyOf(this.deck, card, what));
    const answers = GUESSES.map((i) => text(keyOf(this.deck, card, `answer_${i}`)));
    fill($('.guesses'), '', answers, guessed ?? -1, (i) => {
      page.note(widget.options.note, i);
      this.#draw();
    });
    if (guessed === null) $('.guesses button', HTMLButtonElement).tabIndex = 0;
  }

  /**
   * What was measured.
   * @param {ClaimValue} value
   */
  #show({ card, facts, holds, answer, parts, because }) {
    const { $, deck } = this;
    const slots = told(facts);
    put($('.verdict'), keyOf(deck, card, holds ? `found_${answer}` : 'failed'), slots);
    const guessed = this.#guess;
    if (guessed === null || !holds) $('.was').replaceChildren();
    else put($('.was'), guessed === answer ? 'limits.right' : 'limits.wrong');
    const heads = headsOf(deck, card);
    const tables = parts.flatMap((part) => [
      table(text(keyOf(deck, card, `part_${part.name}`), slots), part, heads),
      ...(part.grid ? [mapOf(text(keyOf(deck, card, 'grid')), part.grid)] : []),
    ]);
    $('.parts').replaceChildren(...tables);
    const made = parts.flatMap((part) => part.made);
    $('.parts').classList.toggle('beside', parts.length === 2 && !made.length);
    $('.makes').hidden = !made.length;
    $('.works').replaceChildren(...made.map(madeOf));
    put($('.key'), keyOf(deck, card, 'key'), slots);
    put($('.why'), keyOf(deck, card, 'why'), slots);
    $('.seen').replaceChildren(...because.map((seen) => line(keyOf(deck, card, 'seen'), seen)));
  }
}

/**
 * A line of evidence; with a bar where it is a share.
 * @param {Key} key
 * @param {SeenValue} seen
 */
function line(key, { text: what, hits, n }) {
  const said = make('span', '', ...say(key, { text: what, hits, n }));
  return make('li', '', said, ...(hits <= n ? [bar(hits / n)] : []));
}

/**
 * Heads of what is said and of what stands beside it.
 * @param {string} deck
 * @param {string} card
 * @returns {[said: string, told: string]}
 */
export const headsOf = (deck, card) => [
  text(keyOf(deck, card, 'said')),
  text(keyOf(deck, card, 'told')),
];

/**
 * The numbers of a sentence as the page writes them: shares in percent, counts whole, bits with one digit.
 * @param {Record<string, number>} facts
 * @returns {Record<string, string>}
 */
export const told = (facts) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, x]) => {
      if (name.endsWith('_bits')) return [name, number(x, 1)];
      return [name, name.endsWith('_n') ? whole(x) : percent(x)];
    }),
  );

/** @param {ClaimValue} value */
function save({ card, parts }) {
  const lines = parts.flatMap(({ name, rows, grid }) => [
    ...rows.map((row) => {
      const { value, low, high, n } = row.said;
      return [name, row.name, value, low, high, n, row.told ?? ''];
    }),
    ...(grid ? fieldsOf(name, grid) : []),
  ]);
  saveCsv(`${card}.csv`, [['part', 'what', 'said', 'low', 'high', 'samples', 'told'], ...lines]);
}
