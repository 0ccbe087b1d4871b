// One claim about the model: guess first, measure, and see what was planted beside it.

import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, percent, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { choosing, fill } from '../../page/radios.js';
import { bar } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { table } from './rows.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { LimitValue, SeenValue } from '../../values'
 */

const GUESSES = [0, 1, 2];
const PLACES = [
  ['h2', 'title'],
  ['.claim', 'claim'],
  ['.ask', 'ask'],
];

/**
 * A sentence of a card.
 * @param {string} card
 * @param {string} what
 */
export const keyOf = (card, what) => /** @type {Key} */ (`limits.${card}_${what}`);

/** @param {Widget<LimitValue, { cards: string[] }>} widget */
export default function limit(widget) {
  return new Limit(widget);
}

class Limit {
  #asked = ''; // card and guess that the buttons show

  /** @param {Widget<LimitValue, { cards: string[] }>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    choosing(this.$('.deck'));
    choosing(this.$('.guesses'));
    this.$('.measure').addEventListener('click', () => widget.view.turn({ measured: 1 }));
    exporting(widget, { csv: save });
    for (const signal of /** @type {const} */ (['wanted', 'walked']))
      widget.hear(signal, () => this.#draw());
    widget.watch(() => this.#draw());
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
    $('.found').classList.toggle('none', !now);
    $('.empty').hidden = Boolean(now);
    for (const place of ['.key', '.cause']) $(place).hidden = !now;
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
    const guessed = guessOf();
    const asked = `${card} ${guessed}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    const titles = cards.map((name) => text(keyOf(name, 'title')));
    fill($('.deck'), '', titles, cards.indexOf(card), (i) => {
      page.note('guessed', null);
      widget.view.turn({ card: cards[i], measured: 0, case: '' });
    });
    for (const [place, what] of PLACES) put($(place), keyOf(card, what));
    const answers = GUESSES.map((i) => text(keyOf(card, `answer_${i}`)));
    fill($('.guesses'), '', answers, guessed ?? -1, (i) => {
      page.note('guessed', i);
      this.#draw();
    });
    if (guessed === null) $('.guesses button', HTMLButtonElement).tabIndex = 0;
  }

  /**
   * What was measured.
   * @param {LimitValue} value
   */
  #show({ card, facts, holds, answer, parts, because }) {
    const { $ } = this;
    const slots = told(facts);
    put($('.verdict'), keyOf(card, holds ? `found_${answer}` : 'failed'), slots);
    const guessed = guessOf();
    if (guessed === null || !holds) $('.was').replaceChildren();
    else put($('.was'), guessed === answer ? 'limits.right' : 'limits.wrong');
    const heads = headsOf(card);
    const tables = parts.map((part) =>
      table(text(keyOf(card, `part_${part.name}`), slots), part, heads),
    );
    $('.parts').replaceChildren(...tables);
    $('.parts').classList.toggle('beside', parts.length === 2);
    put($('.key'), keyOf(card, 'key'), slots);
    put($('.why'), keyOf(card, 'why'), slots);
    $('.seen').replaceChildren(...because.map((seen) => line(card, seen)));
  }
}

/**
 * A line of evidence; with a bar where it is a share.
 * @param {string} card
 * @param {SeenValue} seen
 */
function line(card, { text: what, hits, n }) {
  const said = make('span', '', ...say(keyOf(card, 'seen'), { text: what, hits, n }));
  return make('li', '', said, ...(hits <= n ? [bar(hits / n)] : []));
}

/**
 * Heads of what is said and of what stands beside it.
 * @param {string} card
 * @returns {[said: string, told: string]}
 */
export const headsOf = (card) => [text(keyOf(card, 'said')), text(keyOf(card, 'told'))];

/** What the visitor has guessed; null: nothing yet. */
function guessOf() {
  const noted = page.state.notes.guessed;
  return ['0', '1', '2'].includes(noted) ? Number(noted) : null;
}

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

/** @param {LimitValue} value */
function save({ card, parts }) {
  const lines = parts.flatMap(({ name, rows }) =>
    rows.map((row) => {
      const { value, low, high, n } = row.said;
      return [name, row.name, value, low, high, n, row.told ?? ''];
    }),
  );
  saveCsv(`${card}.csv`, [['part', 'what', 'said', 'low', 'high', 'samples', 'told'], ...lines]);
}
