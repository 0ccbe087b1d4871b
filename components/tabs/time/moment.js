// What was recorded at one step: a die, the heads, a picture, fifty hands and a story; beside them a pinned step.

import { finder, make } from '../../page/dom.js';
import { exporting, saveJson } from '../../page/export.js';
import { whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put, say, text } from '../../page/words.js';
import { Ticks, read } from './history.js';
import {
  dieOf,
  handsOf,
  headsOf,
  pictureOf,
  storyOf,
  tellDie,
  tellHands,
  tellHeads,
  tellPicture,
} from './views.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { HistoryData, ReadOut } from '../../values'
 */

/**
 * A card: what it finds in a read-out, how that is drawn, and what is said of it beside the last one.
 * @template T
 * @typedef {object} Card
 * @property {string} name of its section
 * @property {string} field of the read-out
 * @property {string} [note] in the address: which of several is shown
 * @property {(line: ReadOut) => Record<string, T>} found
 * @property {(found: T, end: T, which: string) => Element} draw
 * @property {(found: T, end: T, which: string) => Child[]} tell
 * @property {(which: string) => string} [call] what one of several is called
 */

/**
 * @param {HistoryData} data
 * @returns {Card<any>[]}
 */
const cards = (data) => [
  {
    name: 'die',
    field: 'dice',
    note: 'prompt',
    found: ({ dice }) => dice,
    draw: dieOf,
    tell: tellDie,
    call: (which) => `“${which}”`,
  },
  {
    name: 'head',
    field: 'roles',
    note: 'role',
    found: ({ roles }) => roles,
    draw: headsOf,
    tell: (scores, _, which) => tellHeads(data, which, scores),
    call: (which) => data.roles[which] ?? which,
  },
  {
    name: 'picture',
    field: 'pictures',
    note: 'caption',
    found: ({ pictures }) => pictures,
    draw: (digits, _, which) => pictureOf(digits, which),
    tell: tellPicture,
    call: (which) => `“${which}”`,
  },
  {
    name: 'hands',
    field: 'fingers',
    found: ({ fingers }) => (fingers.length ? { hands: fingers } : {}),
    draw: handsOf,
    tell: tellHands,
  },
];

/** @param {Widget<null, { address: string }>} widget */
export default async function moment(widget) {
  return new Moment(widget, await read(widget.options.address));
}

class Moment {
  /**
   * @param {Widget<null, { address: string }>} widget
   * @param {HistoryData} data
   */
  constructor(widget, data) {
    this.data = data;
    this.ticks = new Ticks(data);
    this.$ = finder(widget.element);
    this.cards = cards(data).filter(({ name, found }) => {
      const told = data.lines.some((line) => Object.keys(found(line)).length);
      this.$(`.${name}-card`).hidden = !told; // nothing of it was recorded at any step
      return told;
    });
    this.$('.story-card').hidden = !data.lines.some(({ story }) => story);
    for (const card of this.cards) this.#choices(card);
    exporting({ element: widget.element, value: data }, { json: () => this.#save() });
    widget.hear('wanted', () => this.#draw());
    widget.hear('themed', () => this.#draw());
    this.#draw();
  }

  /** @param {Card<any>} card */
  #choices({ name, note, found, call }) {
    const list = /** @type {HTMLSelectElement | null} */ (
      this.$(`.${name}-card`).querySelector('select')
    );
    if (!list || !note || !call) return;
    const names = Object.keys(found(this.ticks.end));
    list.append(...names.map((which, i) => new Option(call(which), String(i))));
    const first = String(this.data.first[note]);
    list.addEventListener('change', () =>
      page.note(note, list.value === first ? null : list.value),
    );
  }

  /**
   * Which of several a card shows.
   * @param {Card<any>} card
   */
  #which({ note, found }) {
    const names = Object.keys(found(this.ticks.end));
    const first = note ? this.data.first[note] : 0;
    const i = Number(note ? (page.state.notes[note] ?? first) : first);
    return names[i] ? i : first;
  }

  #draw() {
    const { step, pinned } = this.ticks;
    for (const card of this.cards) this.#card(card, step, pinned);
    this.#stories(step, pinned);
  }

  /**
   * @param {Card<any>} card
   * @param {number} step
   * @param {number | null} pinned
   */
  #card(card, step, pinned) {
    const place = this.$(`.${card.name}-card`);
    const i = this.#which(card);
    const [which, end] = Object.entries(card.found(this.ticks.end))[i] ?? ['', undefined];
    const list = /** @type {HTMLSelectElement | null} */ (place.querySelector('select'));
    if (list) list.value = String(i);
    const figures = [...(pinned === null ? [] : [pinned]), step].map((each) => {
      const line = this.ticks.line(each);
      const found = line && card.found(line)[which];
      const drawn = found
        ? card.draw(found, end, which)
        : make('p', 'empty', ...say('time.not_recorded'));
      const figure = make('figure', '', drawn);
      figure.dataset.step = String(each);
      if (pinned !== null)
        figure.append(make('figcaption', '', text('time.step_no', { step: whole(each) })));
      return figure;
    });
    const line = this.ticks.line(step);
    finder(place)('.views').replaceChildren(...figures);
    finder(place)('.views').classList.toggle('two', pinned !== null);
    const found = line && card.found(line)[which];
    finder(place)('.say').replaceChildren(...(found ? card.tell(found, end, which) : []));
    const rounded = line?.rounded.includes(card.field);
    put(finder(place)('.recorded'), rounded ? 'time.read_rounded' : 'time.recorded');
  }

  /**
   * @param {number} step
   * @param {number | null} pinned
   */
  #stories(step, pinned) {
    const { last } = this.ticks;
    const steps = [...new Set([...(pinned === null ? [] : [pinned]), step, last])];
    const rows = steps.map((each) => {
      const line = this.ticks.line(each);
      const told = line?.story ? storyOf(line) : [...say('time.not_recorded')];
      const text = make('p', 'written-text', ...told);
      const row = make('div', each === step ? 'row now' : 'row', make('b', '', whole(each)), text);
      row.dataset.step = String(each);
      return row;
    });
    this.$('.stories').replaceChildren(...rows);
  }

  #save() {
    const line = this.ticks.line(this.ticks.step);
    if (line) saveJson(`step-${line.step}.json`, line);
  }
}
