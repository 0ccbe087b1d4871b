// A class that votes together: its urn, which the address names, and the way in for everybody else.

import { finder, svg } from '../../page/dom.js';
import { page } from '../../page/page.js';
import { put, text } from '../../page/words.js';
import { ask } from '../../parts/training.js';
import { tell, voted, votes } from './voting.js';

/** @import { VotedTogether } from '../../values' */

const NOTE = 'urn';
const LOOK_MS = 2000;
const OWN = /^(localhost|127\.|\[::1\])/; // names that others cannot use

export class Together {
  /** @type {VotedTogether | null} */
  told = null;

  /** What this page calls itself: what it hands over anew takes the place of what it handed over before. */
  #voter = `${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`;

  #timer = 0;

  #handed = '';

  #drawn = ''; // the address whose code is drawn

  #tuning = ''; // that was shown last

  /**
   * @param {HTMLElement} node
   * @param {() => boolean} isOpen
   */
  constructor(node, isOpen) {
    this.$ = finder(node);
    this.isOpen = isOpen;
    this.$('.begin-class').addEventListener('click', () => this.#look(true));
    this.$('.leave').addEventListener('click', () => this.#leave());
    this.$('.link').addEventListener('click', () => this.#copy());
    this.follow();
  }

  /** The urn that the address names. */
  get urn() {
    return page.state.notes[NOTE] ?? '';
  }

  get address() {
    const { origin, pathname } = location;
    return `${origin}${pathname}?tab=tune&urn=${this.urn}`;
  }

  /** Looks into the urn as long as the tab is open, and hands over what was voted since. */
  follow() {
    clearTimeout(this.#timer);
    if (this.urn && this.isOpen()) this.#look(false);
    else if (!this.urn) this.told = null;
    this.draw();
  }

  /** @param {boolean} anew whether a new class begins */
  async #look(anew) {
    clearTimeout(this.#timer);
    const own = votes.sent('');
    const given = JSON.stringify(own);
    const news = anew || given !== this.#handed;
    const urn = anew ? '' : this.urn;
    try {
      const told = await ask('vote_together', news ? [urn, this.#voter, own] : [urn, '', []]);
      if (!anew && urn !== this.urn) return;
      this.#handed = given;
      this.told = told;
      if (anew) page.note(NOTE, told.urn);
      if (told.tuning && told.tuning !== this.#tuning && told.tuning !== voted.name)
        voted.watch(told.tuning);
      this.#tuning = told.tuning;
      this.$('.trouble').replaceChildren();
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      this.$('.trouble').textContent = message || text('train.lost');
      if (message && !anew) return this.#leave();
    }
    this.#timer = window.setTimeout(() => this.follow(), LOOK_MS);
    tell();
  }

  #leave() {
    clearTimeout(this.#timer);
    this.told = null;
    this.#handed = this.#tuning = '';
    page.note(NOTE, null);
    tell();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.address);
      put(this.$('.copied'), 'votes.copied');
    } catch {
      put(this.$('.copied'), 'votes.by_hand'); // not allowed without https
    }
  }

  draw() {
    const { $, told } = this;
    $('.begin-class').hidden = Boolean(told);
    $('.class').hidden = !told;
    if (!told) return;
    put($('.says'), 'votes.class_says', { n: told.votes, people: told.people });
    $('.address').textContent = this.address;
    $('.local').hidden = !OWN.test(location.hostname);
    if (this.#drawn !== this.address) this.#code(this.address);
  }

  /** @param {string} address */
  async #code(address) {
    this.#drawn = address;
    const { rows } = await ask('qr_code', [address]);
    const dark = rows.flatMap((/** @type {string} */ row, /** @type {number} */ y) =>
      [...row].flatMap((bit, x) => (bit === '1' ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    const code = this.$('.code', SVGSVGElement);
    code.setAttribute('viewBox', `-2 -2 ${rows.length + 4} ${rows.length + 4}`);
    code.replaceChildren(svg('path', { d: dark.join('') }));
  }
}
