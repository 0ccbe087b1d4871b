// A conversation: what is asked, what comes back while it is rolled, branches, and the link that holds the questions.

import { finder, keepingFocus, make } from '../../page/dom.js';
import { download, exporting, saveJson } from '../../page/export.js';
import { handed } from '../../page/handed.js';
import { page } from '../../page/page.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { bubbles, dieOf, whole } from './drawn.js';
import { above, fallenOf, linkOf, programmed, textOf, Turns, unlinked, written } from './turns.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { ChatSaid } from '../../values'
 * @import { Acts, Chosen } from './drawn.js'
 * @import { Turn } from './turns.js'
 * @typedef {{ context: number, most: Record<string, number>, turns: number }} Options
 */

const SEEDS = 2 ** 32;
const NOTE = 'talk';
const SOON_MS = 150;

/** @param {Widget<ChatSaid, Options>} widget */
export default function talk(widget) {
  return new Talk(widget);
}

class Talk {
  #turns = new Turns();
  #run = 0;
  #trouble = '';
  #unfolded = false;
  #begun = false;
  #timer = 0;

  /** @type {Turn | null} that is being answered */
  #busy = null;

  /** @type {Chosen | null} */
  #chosen = null;

  /** @type {number | null} */
  #edited = null;

  /** @type {string[]} questions of a link that are still to be asked */
  #queue = [];

  /** @type {Acts} */
  #acts = {
    choose: (chosen) => {
      const { place, side, at } = this.#chosen ?? { place: -1, side: -1, at: -1 };
      const same = place === chosen.place && side === chosen.side && at === chosen.at;
      this.#chosen = same ? null : chosen;
      this.#draw();
    },
    edit: (place) => {
      const before = this.#edited;
      this.#edited = place;
      this.#draw();
      const focus = place === null ? `edit${before}` : 'edited';
      this.$(`[data-focus="${focus}"]`).focus();
    },
    branch: (place, asked) => this.#ask(asked, place),
    turn: (place, by) => {
      this.#turns.turn(place, by);
      this.#chosen = null;
      this.#rest();
    },
  };

  /** @param {Widget<ChatSaid, Options>} widget */
  constructor(widget) {
    this.widget = widget;
    const { element, options } = widget;
    const $ = finder(element);
    this.$ = $;
    this.field = $('.asking input', HTMLInputElement);
    this.system = $('.system input', HTMLInputElement);
    this.passage = $('.passage textarea', HTMLTextAreaElement);
    this.field.maxLength = options.most.asked;
    this.system.maxLength = options.most.system;
    this.passage.maxLength = options.most.passage;
    $('.asking').addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#busy) this.#ask(this.field.value);
    });
    $('.stop').addEventListener('click', () => this.#stop());
    $('.anew').addEventListener('click', () => this.#anew());
    for (const field of [this.system, this.passage])
      field.addEventListener('change', () => this.#rest());
    choosing($('.as'));
    element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#chosen) this.#acts.choose(this.#chosen);
    });
    widget.hear('asked', (given) => this.#example(given));
    widget.hear('walked', () => this.#restore());
    widget.hear('opened', () => this.#begin());
    exporting(widget, {
      json: () => this.#save(),
      text: () => download('conversation.txt', written(this.#turns.path, this.#head), 'text/plain'),
    });
    handed['chat.talk'] = () => programmed(this.#turns.path, this.#head);
    widget.watch((value) => this.#take(value), undefined, false);
    widget.hear('wanted', () => this.#begin());
    this.#begin();
    this.#draw();
  }

  /** As soon as Python knows the controls, the address's questions are asked again; else one shows what this is. */
  #begin() {
    const { view, signal } = this.widget;
    clearTimeout(this.#timer);
    if (this.#begun || signal.aborted || !view.isOpen()) return;
    this.#begun = view.isSettled();
    if (!this.#begun) this.#timer = window.setTimeout(() => this.#begin(), SOON_MS);
    else if (!this.#restore()) this.#ask(text('chat.self_asked'));
  }

  #restore() {
    const noted = page.state.notes[NOTE] ?? '';
    const kept = this.widget.view.isOpen() && noted !== this.#link() ? unlinked(noted) : null;
    if (!kept) return false;
    this.#anew();
    this.system.value = kept.system;
    this.passage.value = kept.passage;
    this.#queue = kept.asked.slice(1);
    this.#ask(kept.asked[0]);
    return true;
  }

  /** @param {{ system: string, passage: string, question: string }} given */
  #example({ system, passage, question }) {
    if (!this.widget.view.isOpen()) return;
    this.#stop();
    if (system !== this.system.value || passage !== this.passage.value) this.#turns.clear();
    this.system.value = system;
    this.passage.value = passage;
    this.#ask(question);
  }

  /**
   * @param {string} asked
   * @param {number} [place] where a branch begins
   */
  #ask(asked, place = this.#turns.path.length) {
    const path = this.#turns.path.slice(0, place);
    const seed = (Number(this.widget.view.controls.seed ?? 1) + place) % SEEDS;
    const turns = path.map(({ asked: question, said }) => ({
      asked: question,
      said: textOf(said[0]),
    }));
    this.#run = Date.now();
    const { temperature } = this.widget.view.controls;
    this.#busy = this.#turns.ask(asked, seed, place);
    this.#busy.temperature = Number(temperature);
    this.#busy.state = 'busy';
    this.#trouble = '';
    this.#chosen = null;
    this.#edited = null;
    const talked = { ...this.#above, turns, question: asked };
    this.widget.send({ run: this.#run, talk: talked, seed });
    this.widget.trigger('say');
    this.#draw();
  }

  get #head() {
    return above(this.system.value, this.passage.value);
  }

  get #above() {
    return { system: this.system.value, passage: this.passage.value };
  }

  /** @param {ChatSaid | null} value */
  #take(value) {
    const turn = this.#busy;
    if (!turn || !value || !('tokens' in value) || value.run !== this.#run) return;
    const { read, firsts, tokens, over, message } = value;
    if (read) turn.read = read;
    for (const side of [0, 1]) turn.said[side].splice(firsts[side], Infinity, ...tokens[side]);
    if (!over) return this.#draw();
    turn.state = 'over';
    this.#busy = null;
    if (message) this.#refused(turn, message);
    else if (this.field.value === turn.asked) this.field.value = '';
    const next = message ? undefined : this.#queue.shift();
    if (next === undefined) this.#rest();
    else this.#ask(next);
  }

  /**
   * What was refused is no turn; it stays in the field.
   * @param {Turn} turn
   * @param {string} message
   */
  #refused(turn, message) {
    this.#turns.drop(turn);
    this.#queue = [];
    this.#trouble = message;
    this.field.value = turn.asked;
  }

  #stop() {
    this.#queue = [];
    if (!this.#busy) return;
    this.#busy.state = 'stopped';
    this.#busy = null;
    this.widget.trigger('stop');
    this.#rest();
  }

  #anew() {
    this.#stop();
    this.#turns.clear();
    this.#trouble = '';
    this.#chosen = this.#edited = null;
    this.#rest();
  }

  #link() {
    const asked = this.#turns.path.map((turn) => turn.asked);
    return asked.length ? linkOf({ ...this.#above, asked }) : null;
  }

  /** Nothing is rolled: the address is told which questions stand here. */
  #rest() {
    this.#draw();
    if (this.#busy || !this.widget.view.isOpen()) return;
    const link = this.#link();
    if (link !== (page.state.notes[NOTE] ?? null)) page.note(NOTE, link);
  }

  #draw() {
    const { $ } = this;
    const { path } = this.#turns;
    const fallen = fallenOf(path);
    const shown = {
      path,
      fallen,
      head: this.#head,
      most: this.widget.options.most.asked,
      chosen: this.#chosen,
      edited: this.#edited,
      branches: (/** @type {number} */ place) => this.#turns.branches(place),
      busy: Boolean(this.#busy),
    };
    fill(
      $('.as'),
      text('chat.as'),
      [text('chat.folded'), text('chat.unfolded')],
      Number(this.#unfolded),
      (i) => {
        this.#unfolded = Boolean(i);
        this.#draw();
      },
    );
    $('.turns').hidden = this.#unfolded;
    $('.whole').hidden = !this.#unfolded;
    keepingFocus(this.widget.element, () => {
      if (this.#unfolded) this.#one(shown);
      else $('.turns').replaceChildren(...path.map((_, i) => bubbles(shown, i, this.#acts)));
    });
    put($('.fell'), 'chat.fell', { n: fallen, it: fallen });
    $('.fell').hidden = !fallen;
    const read = path.findLast((turn) => turn.read)?.read;
    put($('.note'), 'chat.tokens', { n: read?.tokens ?? 0, limit: this.widget.options.context });
    $('.send', HTMLButtonElement).disabled = Boolean(this.#busy);
    $('.stop', HTMLButtonElement).disabled = !this.#busy;
    const state = $('.state');
    state.classList.toggle('bad', Boolean(this.#trouble));
    if (this.#trouble) state.textContent = this.#trouble;
    else if (this.#busy) put(state, this.#queue.length ? 'chat.replaying' : 'chat.busy');
    else state.replaceChildren();
    $('.card').dataset.said = this.#busy ? 'busy' : String(path.length);
  }

  /** @param {Parameters<typeof whole>[0]} shown */
  #one(shown) {
    const open = this.#chosen ? shown.path[this.#chosen.place] : null;
    const die = open && this.#chosen ? [dieOf(open, this.#chosen)] : [];
    this.$('.whole').replaceChildren(
      make('p', 'one', ...whole(shown, this.#acts)),
      make('p', 'muted', text('chat.one_text')),
      ...die,
    );
  }

  #save() {
    const turns = this.#turns.path.map(({ asked, seed, said }) => {
      const [answer, base] = said.map((tokens) => ({
        text: textOf(tokens),
        tokens: tokens.map(({ id, piece, p }) => ({ id, piece, p })),
      }));
      return { asked, seed, said: answer, base };
    });
    saveJson('conversation.json', { ...this.#above, ...this.widget.view.controls, turns });
  }
}
