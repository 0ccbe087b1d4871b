// The text that is open: its glasses, the chance that it ends, the die of one token, and what is said of all.

import { all, button, finder, make } from '../../page/dom.js';
import { number, percent } from '../../page/numbers.js';
import { readable } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { bitsOf } from './branches.js';
import { facesOf } from './faces_of.js';
import { filled } from '../../parts/glass.js';
import { temperatureOf } from './loads.js';

/**
 * @import { Found, Loaded } from '../../values'
 * @import { Branch, Rolled } from './branches.js'
 * @typedef {object} Shown
 * @property {string} prompt
 * @property {Branch} branch
 * @property {Loaded | null} first the die of what comes first
 * @property {number | null} chosen the token whose die is open; null: the last
 * @property {boolean} busy
 * @property {boolean} full nothing more fits
 * @property {boolean} over it has ended, or is full
 * @property {string} trouble
 * @property {string} load how the dials stand
 */

export class Paper {
  /** @type {Found | null} */
  #found = null;

  /** @type {Shown | null} */
  #shown = null;

  /**
   * @param {HTMLElement} root
   * @param {{ choose: (place: number | null) => void, take: (id: number) => void }} acts
   */
  constructor(root, acts) {
    this.$ = finder(root);
    this.acts = acts;
    root.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') acts.choose(null);
    });
  }

  /** @param {Found | null} found where its tokens stand in what was read */
  mark(found) {
    this.#found = found;
    if (this.#shown) this.show(this.#shown);
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#shown = shown;
    const { prompt, branch, first, chosen, busy, over } = shown;
    const { tokens, hands } = branch;
    if (busy) this.#found = null;
    this.#write(shown);
    this.$('.bars').replaceChildren(...tokens.map(({ ends }) => bar(ends)));
    this.#tell(shown);
    const at = chosen ?? tokens.length - 1;
    const die = { byHand: hands.has(at), take: this.acts.take };
    facesOf(this.$('.faces'), tokens[at] ?? first, die);
    const [on, one, stop, undo] = ['.on', '.one', '.stop', '.undo'].map((name) =>
      this.$(name, HTMLButtonElement),
    );
    on.disabled = one.disabled = busy || over || !prompt;
    stop.disabled = !busy;
    undo.disabled = !tokens.length;
    this.$('.text').dataset.written = busy ? 'busy' : String(tokens.length);
  }

  /** @param {Shown} shown */
  #write({ prompt, branch, chosen, busy }) {
    const { tokens } = branch;
    const held =
      document.activeElement instanceof HTMLElement
        ? document.activeElement.dataset.place
        : undefined;
    const hint = tokens.length || busy ? [] : [make('span', 'hint', text('write.hint'))];
    const glasses = tokens.map((token, i) => this.#glass(token, i, chosen === i, branch));
    const given = make('span', 'given', readable(prompt));
    this.$('.text').replaceChildren(given, ...glasses, ...hint);
    if (held !== undefined)
      all(this.$('.text'), '.glass')[Number(held)]?.focus({ preventScroll: true });
  }

  /**
   * @param {Rolled} token
   * @param {number} i
   * @param {boolean} shown
   * @param {Branch} branch
   */
  #glass(token, i, shown, { hands }) {
    const made = filled(
      button('', () => this.acts.choose(shown ? null : i)),
      token,
    );
    made.classList.toggle('hand', hands.has(i));
    made.classList.toggle('read', this.#found?.covered[i] ?? false);
    made.dataset.place = String(i);
    made.setAttribute('aria-pressed', String(shown));
    made.setAttribute('aria-label', made.title);
    const run = this.#found?.runs.findIndex(({ start, length }) => start + length - 1 === i) ?? -1;
    if (run >= 0) made.dataset.run = String(run + 1); // drawn by CSS: whoever copies the text does not want it
    return made;
  }

  /** @param {Shown} shown */
  #tell({ branch, busy, full, over, trouble, load }) {
    const { tokens } = branch;
    const n = tokens.length;
    if (n) put(this.$('.note'), 'write.note', { n, bits: number(bitsOf(tokens), 1) });
    else put(this.$('.note'), 'write.empty');
    const before = tokens.find((token) => token.load !== load);
    if (before) {
      const at = { temperature: number(temperatureOf(before.load)) };
      this.$('.note').append(' ', make('span', 'before', text('write.written_at', at)));
    }
    const state = this.$('.state');
    state.classList.toggle('bad', Boolean(trouble));
    if (trouble) state.textContent = trouble;
    else if (busy) put(state, 'write.busy', { n });
    else if (full) put(state, 'write.full');
    else if (over) put(state, 'write.ended');
    else state.replaceChildren();
    this.#judge(over && !full);
  }

  /** @param {boolean} ended */
  #judge(ended) {
    const verdict = this.$('.verdict');
    const { asked, words } = this.#found ?? {};
    verdict.hidden = !asked;
    if (!asked) return;
    const said = { asked, n: words ?? 0 };
    if (words === asked) put(verdict, 'write.verdict_hit', said);
    else put(verdict, ended ? 'write.verdict' : 'write.verdict_cut', said);
  }
}

/** @param {number} p */
function bar(p) {
  const made = make('i');
  made.style.height = `${100 * Math.sqrt(p)}%`;
  made.dataset.p = String(p);
  made.title = percent(p);
  return made;
}
