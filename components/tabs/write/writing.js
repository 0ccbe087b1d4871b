// A text that is written token by token: glasses, the die of one of them, and branches.

import { TOKEN, quoted } from '../../page/csv.js';
import { all, button, finder, make, radio } from '../../page/dom.js';
import { exporting, saveCsv, saveJson } from '../../page/export.js';
import { number, percent } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { readable } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { Branches, bitsOf } from './branches.js';
import { facesOf } from './faces_of.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Loaded, Token, Written } from '../../values'
 */

const STEPS = 60; // tokens that one press writes at most

/** @param {Widget<Written>} widget */
export default function writing(widget) {
  return new Writing(widget);
}

class Writing {
  #branches = new Branches();
  #run = 0;
  #pending = false; // write as soon as the page shows what was tried
  #busy = false;
  #full = false;

  /** @type {number | null} the token whose die is open; null: the last */
  #chosen = null;

  #prompt = '';

  /** @type {Loaded | null} the die of what comes first */
  #first = null;

  /** @param {Widget<Written>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.$('.on').addEventListener('click', () => this.#write(STEPS));
    this.$('.one').addEventListener('click', () => this.#write(1));
    this.$('.stop').addEventListener('click', () => this.#stop());
    this.$('.undo').addEventListener('click', () => this.#undo());
    widget.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#choose(null);
    });
    widget.hear('tried', () => this.#try());
    widget.hear('opened', () => {
      if (!widget.view.isOpen()) this.#stop();
    });
    exporting(widget, { csv: () => this.#saveCsv(), json: () => this.#saveJson() });
    widget.watch((value) => this.#take(value));
  }

  get #tokens() {
    return this.#branches.tokens;
  }

  get #over() {
    const last = this.#tokens[this.#tokens.length - 1];
    return this.#full || last?.kind === 'control';
  }

  /** @param {Written | null} value */
  #take(value) {
    if (!value || !('tokens' in value)) return;
    if (!value.run) this.#afresh(value);
    else if (value.run === this.#run && this.#busy) {
      this.#branches.add(value.first, value.tokens);
      this.#busy = !value.over;
      this.#full = value.over && value.full;
    }
    this.#draw();
  }

  /** @param {Written} value */
  #afresh({ full, next }) {
    this.#first = next ?? null;
    if (this.#prompt === page.state.text && !this.#pending) return;
    this.#stop();
    this.#prompt = page.state.text;
    this.#branches.clear();
    this.#chosen = null;
    this.#full = full;
    if (this.#pending) this.#write(STEPS);
    this.#pending = false;
  }

  /** An experiment was pressed: it is written once Python has told its first die, or now if that is here. */
  #try() {
    if (!this.widget.view.isOpen()) return;
    const { value } = this.widget;
    this.#pending = true;
    if (this.widget.view.isSettled() && value) this.#afresh(value);
  }

  /**
   * @param {number} steps
   * @param {number | null} taken a face that is taken first
   */
  #write(steps, taken = null) {
    if (this.#busy || (this.#over && taken === null)) return;
    this.#run = Date.now();
    this.#busy = true;
    this.#chosen = null;
    const ids = this.#tokens.map(({ id }) => id);
    this.widget.send({ run: this.#run, ids, steps, taken });
    this.widget.trigger('write');
    this.#draw();
  }

  #stop() {
    if (!this.#busy) return;
    this.#busy = false;
    this.widget.trigger('stop');
    this.#draw();
  }

  #undo() {
    this.#stop();
    this.#branches.drop();
    this.#full = false;
    this.#chosen = null;
    this.#draw();
  }

  /**
   * Another face of the die at that place: the text goes on from there, as a branch of its own.
   * @param {number} place
   * @param {number} id
   */
  #branch(place, id) {
    this.#stop();
    this.#branches.part(place);
    this.#full = false;
    this.#write(STEPS, id);
  }

  /** @param {number | null} place */
  #choose(place) {
    this.#chosen = place;
    this.#draw();
  }

  #draw() {
    const tokens = this.#tokens;
    const held =
      document.activeElement instanceof HTMLElement
        ? document.activeElement.dataset.place
        : undefined;
    const given = make('span', 'given', readable(this.#prompt));
    const hint = tokens.length || this.#busy ? [] : [make('span', 'hint', text('write.hint'))];
    const glasses = tokens.map((token, i) => this.#glass(token, i));
    this.$('.text').replaceChildren(given, ...glasses, ...hint);
    if (held !== undefined)
      all(this.$('.text'), '.glass')[Number(held)]?.focus({ preventScroll: true });
    this.$('.bars').replaceChildren(...tokens.map(({ ends }) => bar(ends)));
    this.#tell(tokens);
    const shown = this.#chosen ?? tokens.length - 1;
    facesOf(this.$('.faces'), tokens[shown] ?? this.#first, {
      byHand: this.#branches.open.hands.has(shown),
      take: (id) => (tokens.length ? this.#branch(shown, id) : this.#write(STEPS, id)),
    });
    this.#list();
    const [on, one, stop, undo] = ['.on', '.one', '.stop', '.undo'].map((name) =>
      this.$(name, HTMLButtonElement),
    );
    on.disabled = one.disabled = this.#busy || this.#over || !this.#prompt;
    stop.disabled = !this.#busy;
    undo.disabled = !tokens.length;
    this.$('.text').dataset.written = this.#busy ? 'busy' : String(tokens.length);
  }

  /** @param {Token[]} tokens */
  #tell(tokens) {
    const n = tokens.length;
    if (n) put(this.$('.note'), 'write.note', { n, bits: number(bitsOf(tokens), 1) });
    else put(this.$('.note'), 'write.empty');
    const state = this.$('.state');
    if (this.#busy) put(state, 'write.busy', { n });
    else if (this.#full) put(state, 'write.full');
    else if (this.#over) put(state, 'write.ended');
    else state.replaceChildren();
  }

  /**
   * @param {Token} token
   * @param {number} i
   */
  #glass({ piece, p, kind }, i) {
    const shown = this.#chosen === i;
    const made = button('glass', () => this.#choose(shown ? null : i), readable(piece));
    made.classList.toggle('end', kind === 'control');
    made.classList.toggle('hand', this.#branches.open.hands.has(i));
    made.style.setProperty('--full', `${100 * p}%`);
    made.dataset.place = String(i);
    made.setAttribute('aria-pressed', String(shown));
    made.setAttribute(
      'aria-label',
      text('write.token', { token: piece.trim() || piece, p: percent(p) }),
    );
    return made;
  }

  #list() {
    const { all: branches, at } = this.#branches;
    this.$('.branches').hidden = branches.length < 2;
    const lines = branches.map(({ tokens, hands }, i) => {
      const from = Math.max(0, ...hands);
      const words = tokens
        .slice(hands.size ? from : 0)
        .map(({ piece }) => piece)
        .join('');
      const letter = i < 26 ? String.fromCharCode(65 + i) : String(i + 1);
      const said = { n: tokens.length, bits: number(bitsOf(tokens), 1) };
      const made = radio(
        'branch',
        () => this.#open(i),
        make('span', '', text('write.branch', { letter, words: readable(words.trim()) })),
        make('span', 'tally', text('write.length', said)),
      );
      made.setAttribute('aria-checked', String(i === at));
      return made;
    });
    this.$('.list').replaceChildren(...lines);
  }

  /** @param {number} i */
  #open(i) {
    this.#stop();
    this.#branches.at = i;
    this.#chosen = null;
    this.#full = false;
    this.#draw();
  }

  #saveCsv() {
    const rows = this.#tokens.map(({ piece, id, p, ends }) => [quoted(piece), id, p, ends]);
    saveCsv('written.csv', [[TOKEN, 'id', 'probability', 'chance of the end'], ...rows]);
  }

  #saveJson() {
    const branches = this.#branches.all.map(({ tokens }) => tokens);
    saveJson('written.json', {
      prompt: this.#prompt,
      controls: this.widget.view.controls,
      branches,
    });
  }
}

/** @param {number} p */
function bar(p) {
  const made = make('i');
  made.style.height = `${100 * Math.sqrt(p)}%`;
  made.dataset.p = String(p);
  return made;
}
