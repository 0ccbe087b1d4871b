// The page: what it shows, who is told when that changes, and the only place that decides when Python is asked.

import { initial, lasting } from './address.js';
import { shown as changesOf } from './changes.js';
import { fitting } from './fields.js';
import { Steps } from './steps.js';

/**
 * @import { About, Entry, Restored } from '../values'
 * @import { Controls, Signals, State } from './types.js'
 * @typedef {{ trigger: (event: string) => void, send: (value: unknown) => void }} Link
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

  /** @type {Link | null} the scene, which reaches Python */
  #link = null;

  /** @type {Record<string, string>} what was last asked for, by event */
  #asked = {};

  /** @type {string[]} texts before those that the page wrote, the last one at the end */
  #before = [];

  #timer = 0;
  #typing = false; // the text comes from somebody's keys
  #opened = '';

  get selected() {
    return this.state.token ?? this.state.count - 1;
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
    this.#link = link;
  }

  /**
   * Changes what the page shows; Python is asked `wait` ms later.
   * @param {Partial<State>} patch
   */
  set(patch, wait = 0) {
    const { text, token, tab, edits, edited } = this.state;
    Object.assign(this.state, patch);
    if (!this.state.edits.length) this.state.edited = true; // what comes next is shown
    if (this.state.tab !== tab) {
      this.weights = null;
      if (!('text' in patch)) this.#begin(tab);
      this.tell('opened');
    }
    if (this.state.text !== text && !patch.notes) this.state.notes = lasting(this.state.notes);
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
    this.#link?.trigger('fill');
    this.tell('wrote');
  }

  /**
   * An event got no answer, Python was busy or not there: the next change asks again.
   * @param {string} event
   */
  failed(event) {
    delete this.#asked[event];
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
    this.#link?.trigger('restore');
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
    this.#views = first.views;
    window.addEventListener('popstate', ({ state }) => this.#walk(state?.page));
    const values = Object.entries(first.views).map(([name, about]) => [name, about.values]);
    Object.assign(this.state, first, { views: Object.fromEntries(values) });
    this.#link?.trigger('restore');
    this.tell('opened');
    this.#want();
    this.#settle();
  }

  /**
   * How many values a whole number that widgets turn can have.
   * @param {string} tab
   * @param {string} name
   */
  count(tab, name) {
    return this.#views?.[tab]?.counts[name] ?? Infinity;
  }

  /** @param {string} tab */
  first = (tab) => this.#views?.[tab]?.first ?? '';

  /**
   * A tab that begins with another text shows it, as long as nobody has asked for anything else.
   * @param {string} before the tab that was open
   */
  #begin(before) {
    const [was, first] = [before, this.state.tab].map((tab) => this.#views?.[tab]?.first);
    if (!first || first === was || this.state.text !== was) return;
    Object.assign(this.state, { text: first, token: null });
    this.written = first;
    this.#link?.trigger('fill');
  }

  #want() {
    const { tab, text, token } = this.state;
    const about = this.#views?.[tab];
    const changes = about?.uses_changes ? changesOf(this.state) : [];
    const shown = [tab, text, about?.uses_token ? token : 0, changes, this.state.views[tab]];
    this.wanted = about ? JSON.stringify(shown) : ''; // a tab without a view draws nothing by itself
    this.tell('wanted');
  }

  #settle() {
    const { tab, text, token, edits, edited, views } = this.state;
    const [about, key] = [this.#views?.[tab], this.wanted];
    const { b, by } = this.state.notes;
    const other = b ?? (by === undefined ? by : text);
    const controls = views[tab] ?? {};
    this.#link?.send({ tab, text, token, controls, edits, edited, key, other, by });
    if (other !== undefined) this.#ask('compare', JSON.stringify([tab, text, other, by, controls]));
    this.#ask('prompt', text);
    if (this.drawer || edits.length) this.#ask('intervene', JSON.stringify([text, edits]));
    if (about?.once) this.#ask(`${tab}_once`, 'once');
    // Ask when the last question was another one; also when a tab is opened whose last answer never came.
    const reopened = tab !== this.#opened && this.drawn[tab] !== key;
    if (about) this.#ask(tab, key, reopened);
    this.#opened = tab;
    this.steps.later(this.state, this.#views ?? {}, this.#typing);
  }

  /**
   * @param {string} event
   * @param {string} about
   */
  #ask(event, about, again = false) {
    if (this.#asked[event] === about && !again) return;
    this.#asked[event] = about;
    this.#link?.trigger(event);
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
