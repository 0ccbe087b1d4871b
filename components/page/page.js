// The page: what it shows, who is told when that changes, and the only place that decides when Python is asked.

import { initial, lasting } from './address.js';
import { Asking, counted, sent } from './asking.js';
import { shown as changesOf } from './changes.js';
import { fitting } from './fields.js';
import { Steps } from './steps.js';

/**
 * @import { About, Entry, Restored } from '../values'
 * @import { Link } from './asking.js'
 * @import { Controls, Signals, State } from './types.js'
 */

const TYPING_MS = 100;

export class Page extends EventTarget {
  /** @type {State} */
  state = initial(location.search, location.hash);

  /** What the open tab should show, as a string: two equal ones draw the same picture. */
  wanted = '';

  /** @type {Record<string, string>} what each tab shows, in the same form */
  drawn = {};

  steps = new Steps();

  /** @type {ArrayLike<number> | null} one number for each token, shown as pips under the chips */
  weights = null;
  written = ''; // what goes into the prompt's text box

  entries = /** @type {Entry[]} */ ([]); // all tabs

  drawer = false; // whether the one below the tabs is open: only then is it asked for

  /** @type {Record<string, Partial<Signals>>} what was said last, by view */
  said = {};

  /** @type {Partial<Signals>} the same, of whatever view */
  latest = {};

  /** @type {Record<string, About> | null} what Python told of each view; null until it has restored the page */
  #views = null;

  /** @type {number[]} steps of its training of which the whole model is there */
  #whole = [];

  #asking = new Asking();

  /** @type {string[]} texts before those that the page wrote, the last one at the end */
  #before = [];

  #timer = 0;
  #typing = false; // the text comes from somebody's keys
  #opened = '';

  get selected() {
    return this.state.token ?? this.state.count - 1;
  }

  /** The step of its training whose model the tabs show; null: the last. */
  get step() {
    const noted = Number(this.state.notes.step);
    return this.#whole.includes(noted) ? noted : null;
  }

  /**
   * @template {keyof Signals} K
   * @param {K} name
   * @param {Signals[K]} [said]
   * @param {string} [view] the view that says it; none: the page
   */
  tell(name, said, view = '') {
    if (view) {
      this.said[view] = { ...this.said[view], [name]: said };
      this.latest = { ...this.latest, [name]: said };
    }
    this.dispatchEvent(new CustomEvent(name, { detail: { said, view } }));
  }

  /** @param {Link} link */
  connect(link) {
    this.#asking.link = link;
  }

  /**
   * Changes what the page shows; Python is asked `wait` ms later.
   * @param {Partial<State>} patch
   */
  set(patch, wait = 0) {
    const { text, token, tab, edits, edited } = this.state;
    const { step } = this;
    Object.assign(this.state, patch);
    if (!this.state.edits.length) this.state.edited = true; // what comes next is shown
    if (this.state.tab !== tab) {
      this.weights = null;
      if (!('text' in patch)) this.#begin(tab);
      this.tell('opened');
    }
    if (this.state.text !== text && !patch.notes) this.state.notes = lasting(this.state.notes);
    if (this.step !== step) this.tell('stepped');
    if (this.state.edits !== edits || this.state.edited !== edited) this.tell('edited');
    if (this.state.token !== token) this.tell('moved'); // widgets re-mark at once, without Python
    if (!this.#views) return;
    this.#want();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), wait);
  }

  /** @param {number} index */
  select(index) {
    this.set({ token: index });
  }

  /**
   * @param {string} tab
   * @param {Controls} controls
   */
  turn(tab, controls) {
    const { views } = this.state;
    this.set({ views: { ...views, [tab]: { ...views[tab], ...controls } } });
  }

  /**
   * The same from Gradio's own controls: what does not fit stays in its field.
   * @param {string} tab
   * @param {string[]} names
   * @param {Controls[string][]} values
   */
  turned(tab, names, values) {
    this.turn(tab, fitting(this.#views?.[tab]?.limits, names, values));
  }

  /**
   * How something is looked at: it goes into the address, Python is not asked.
   * @param {string} name one of those of `address.js`
   * @param {string | number | null} value null: as it is at first
   */
  note(name, value) {
    const { [name]: _, ...others } = this.state.notes;
    this.set({ notes: value === null ? others : { ...others, [name]: String(value) } });
  }

  /** @param {string | null} raw */
  type(raw) {
    const text = (raw ?? '').toWellFormed(); // half an emoji would break JSON on the way back
    if (text === this.state.text) return;
    this.#before = [];
    this.#typing = true;
    this.set({ text }, TYPING_MS);
    this.tell('typed');
  }

  /**
   * The page writes the prompt; what was there before can be taken back.
   * @param {string} text
   */
  write(text) {
    this.#before.push(this.state.text);
    this.#put(text);
  }

  get undoable() {
    return this.#before.length > 0;
  }

  undo() {
    const text = this.#before.pop();
    if (text !== undefined) this.#put(text);
  }

  /** @param {string} text */
  #put(text) {
    this.written = text;
    this.#typing = false;
    this.set({ text, token: null }); // now, so that the text box does not count as typing
    this.#asking.link?.trigger('fill');
    this.tell('wrote');
  }

  /** @param {string} [event] what got no answer; none: whatever was asked for */
  failed(event) {
    this.#asking.failed(event);
  }

  /** @param {number} count what the chips know: how many tokens there are */
  counted(count) {
    this.state.count = count;
    const { token } = this.state;
    if (token !== null && token >= count) this.set({ token: null });
    else this.tell('moved');
  }

  /** @param {ArrayLike<number> | null} weights */
  weigh(weights) {
    this.weights = weights;
    this.tell('weighed');
  }

  /**
   * To another tab and text, which Gradio's own parts do not know yet.
   * @param {Partial<State>} patch
   */
  go(patch) {
    this.set(patch);
    this.#asking.link?.trigger('restore');
  }

  /**
   * What Gradio's own parts shall show: the tab, the prompt, and each of `controls`.
   * @param {[tab: string, name: string][]} controls
   */
  restored(controls) {
    const shown = controls.map(([tab, name]) => this.state.views[tab][name]);
    return [{ selected: this.state.tab, __type__: 'update' }, this.state.text, ...shown];
  }

  /** @param {Restored | null} first the scene's first value, which Python reads from the address */
  restore(first) {
    if (this.#views || !first?.views) return;
    const { whole, ...shown } = first;
    this.#views = first.views;
    this.#whole = whole;
    window.addEventListener('popstate', ({ state }) => this.#walk(state?.page));
    const values = Object.entries(first.views).map(([name, about]) => [name, about.values]);
    Object.assign(this.state, shown, { views: Object.fromEntries(values) });
    this.#asking.link?.trigger('restore');
    this.tell('opened');
    this.#want();
    this.#settle();
  }

  /**
   * What Python told of a tab's view, if it draws anything.
   * @param {string} tab
   */
  about = (tab) => this.#views?.[tab];

  /**
   * A tab that begins with another text shows it, as long as nobody has asked for anything else.
   * @param {string} before the tab that was open
   */
  #begin(before) {
    const [was, first] = [before, this.state.tab].map((tab) => this.#views?.[tab]?.first);
    if (!first || first === was || this.state.text !== was) return;
    Object.assign(this.state, { text: first, token: null });
    this.written = first;
    this.#asking.link?.trigger('fill');
  }

  #want() {
    const { tab, text, token } = this.state;
    const about = this.#views?.[tab];
    const changes = about?.uses_changes ? changesOf(this.state) : [];
    const step = about?.follows ? this.step : null;
    const at = about?.uses_token ? token : 0;
    const shown = [tab, counted(text), at, changes, this.state.views[tab], step];
    this.wanted = about ? JSON.stringify(shown) : ''; // a tab without a view draws nothing by itself
    this.tell('wanted');
  }

  #settle() {
    const { tab, text, token, edits, edited, views } = this.state;
    const [about, key] = [this.#views?.[tab], this.wanted];
    const { b, by } = this.state.notes;
    const other = b ?? (by === undefined ? by : text);
    const controls = views[tab] ?? {};
    const at = this.step;
    const asking = this.#asking;
    const asked = { ...sent(text), tab, token, controls, edits, edited };
    asking.link?.send({ ...asked, key, other, by, at_step: at });
    if (other !== undefined)
      asking.ask('compare', JSON.stringify([tab, text, other, by, controls, at]));
    asking.ask('prompt', JSON.stringify([text, at]));
    if (this.drawer || edits.length) asking.ask('intervene', JSON.stringify([text, edits, at]));
    if (about?.once) asking.ask(`${tab}_once`, String(about.follows && at));
    // Ask when the last question was another one; also when a tab is opened whose last answer never came.
    const reopened = tab !== this.#opened && this.drawn[tab] !== key;
    if (about) asking.ask(`${tab}_view`, key, reopened);
    this.#opened = tab;
    this.steps.later(this.state, this.#views ?? {}, this.#typing);
  }

  /** @param {State | undefined} state what the page showed at that step of the history */
  #walk(state) {
    if (!state) return;
    this.steps.hold();
    this.#before = [];
    this.go(state);
    this.tell('walked');
  }
}

/** The one page. Gradio's own scripts reach it as `window.weightedDice`. */
export const page = new Page();
Object.assign(window, { weightedDice: page });
