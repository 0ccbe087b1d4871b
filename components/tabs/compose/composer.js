// What is composed and how: asks Python for tokens, takes them as they come, and keeps the address.

import facts from '../../page/facts.js';
import { clamp } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { Pace } from '../../parts/pace.js';
import { Sheet } from './sheet.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Composed, TuneOffer, TuneToken } from '../../values'
 * @import { Wordings } from './requests.js'
 * @typedef {Widget<TuneOffer | Composed, { wordings: Wordings, most: number, opens: string }>} Tune
 * @typedef {{ at: number, token: TuneToken } | null} Fallen null: nothing more comes
 * @typedef {object} Told
 * @property {(another: boolean) => void} begun a tune is rolled, or stands there; `another`: none of the last one
 * @property {(token: TuneToken, at: number) => void} fell
 * @property {(watched: boolean) => void} shown some tokens were; `watched`: one at a time
 * @property {() => void} ended
 */

const MORE = 32; // tokens by which a tune goes on that is as long as any that was taught

export class Composer {
  sheet = new Sheet(facts.notes);

  /** @type {TuneOffer | null} what Compose would compose */
  offer = null;

  /** @type {TuneOffer | null} by what the tune that stands was made */
  made = null;

  busy = false;

  /** @type {number | null} tokens to compose as soon as there is an offer; null: none */
  #pending = null;

  #anew = false; // and that from the beginning
  #run = 0;
  #restored = false;

  /**
   * @param {Tune} widget
   * @param {Told} told
   */
  constructor(widget, told) {
    this.widget = widget;
    this.told = told;
    this.pace = new Pace((/** @type {Fallen[]} */ fallen, one) => this.#show(fallen, one));
    widget.hear('again', () => this.busy && (this.stop(), this.compose(Infinity, false)));
  }

  /** Whether the prompt has changed since. */
  get stale() {
    return Boolean(
      this.sheet.tokens.length && this.made && this.made.caption !== this.offer?.caption,
    );
  }

  get full() {
    return Boolean(this.made && this.sheet.tokens.length >= this.made.room);
  }

  /** Whether Compose begins anew, from what was set by hand. */
  get afresh() {
    return this.stale || this.full || (this.sheet.over && this.sheet.stale === null);
  }

  /** @param {Composed} value some more tokens */
  take({ run, first, tokens, over }) {
    if (run !== this.#run || !this.busy) return; // stopped: what is under way does not count
    const fallen = tokens.map((token, i) => ({ at: first + i, token }));
    this.pace.take([...fallen, ...(over ? [null] : [])]);
  }

  /** @param {TuneOffer} offer */
  offered(offer) {
    this.offer = offer;
    if (!this.#restored) this.#restore(offer);
    const opened = offer.given.map(({ id }) => id).join();
    if (opened && opened !== this.sheet.ids.join()) this.become(offer.given);
    if (this.sheet.given === this.sheet.tokens.length) this.made = offer; // nothing was rolled for another
    if (this.#pending !== null) setTimeout(() => this.#start()); // the page knows what is drawn once all has come
  }

  /** What waits is composed, unless the next offer is on its way. */
  #start() {
    if (this.#pending !== null && this.widget.view.isSettled())
      this.compose(this.#pending, this.#anew || this.afresh);
  }

  /** Composes as soon as the page shows what it wants. */
  later() {
    this.#pending = Infinity;
    this.#anew = true;
    this.#start();
  }

  /** Back or forward was pressed: the notes of the address are others. */
  walked() {
    this.#restored = false;
    if (this.widget.view.isSettled() && this.offer) this.offered(this.offer);
  }

  /** @param {TuneToken[]} tokens that are given */
  become(tokens) {
    this.stop();
    this.sheet.become(tokens, tokens.length);
    this.made = this.offer;
    this.told.begun(true);
  }

  /**
   * A link brings its tune back: what is given, and as many tokens as were rolled after it.
   * @param {TuneOffer} offer
   */
  #restore({ given }) {
    this.#restored = true;
    const { begun, composed } = page.state.notes;
    const wanted = clamp(Math.floor(Number(composed ?? 0)) || 0, 0, this.widget.options.most);
    const stands = this.sheet.said === (begun ?? '') && this.sheet.tokens.length === wanted;
    if (given.length || stands) return;
    const tokens = this.sheet.named(begun ?? '');
    this.become(tokens);
    if (wanted > tokens.length) this.#pending = wanted - tokens.length;
  }

  /**
   * @param {number} steps tokens at most
   * @param {boolean} afresh
   */
  compose(steps, afresh) {
    if (!this.offer || this.busy) return;
    this.#pending = null;
    this.#anew = false;
    if (afresh) this.sheet.cutRolled();
    else this.sheet.cutStale();
    if (this.made && !alike(this.made, this.offer)) this.sheet.keep();
    this.made = this.offer;
    this.#run = Date.now();
    this.busy = true;
    this.pace.clear();
    this.told.begun(afresh);
    const left = this.widget.options.most - this.sheet.tokens.length;
    const most = Math.min(steps, left > 0 ? left : MORE);
    const { caption, temperature, seed } = this.offer;
    const ids = this.sheet.ids;
    this.widget.send({ run: this.#run, caption, temperature, seed, ids, steps: most });
    this.widget.trigger('compose');
  }

  /**
   * @param {Fallen[]} fallen
   * @param {boolean} one whether it is watched
   */
  #show(fallen, one) {
    for (const each of fallen) {
      if (!each) {
        this.#finish();
        return;
      }
      this.sheet.add(each.at, [each.token]);
      this.told.fell(each.token, each.at);
    }
    this.told.shown(one);
  }

  #finish() {
    this.busy = false;
    this.pace.clear();
    this.tellAddress();
    this.told.ended();
  }

  stop() {
    if (!this.busy) return;
    this.widget.trigger('stop');
    this.#finish();
  }

  /** The address brings this tune back, as long as its request is the one in the prompt. */
  tellAddress() {
    if (this.#pending !== null || this.busy) return;
    const stands = !this.stale && !this.offer?.given.length;
    const noted = { begun: this.sheet.said, composed: String(this.sheet.tokens.length || '') };
    for (const [name, said] of Object.entries(noted)) {
      const value = (stands && said) || null;
      if ((page.state.notes[name] ?? null) !== value) page.note(name, value);
    }
  }
}

/**
 * Whether both roll the same.
 * @param {TuneOffer} one
 * @param {TuneOffer} other
 */
const alike = (one, other) =>
  one.caption === other.caption && one.seed === other.seed && one.temperature === other.temperature;
