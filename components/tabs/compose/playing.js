// Play, where it plays, and how fast.

import { finder } from '../../page/dom.js';
import { page } from '../../page/page.js';
import { put, text } from '../../page/words.js';
import { barsOf, counted } from './notes.js';
import { Player } from './player.js';

/**
 * @import { Score as Kind } from './abc.js'
 * @import { Note } from './notes.js'
 * @import { Score } from './score.js'
 */

const BEATS = { least: 40, most: 200 };
const WHOLE = 16; // sixteenths

export class Playing {
  #at = 0; // sixteenths

  /**
   * @param {HTMLElement} root
   * @param {Score} score
   * @param {() => { notes: Note[], kind: Kind }} tune what is to be played
   * @param {() => void} turned the beats a minute are others
   */
  constructor(root, score, tune, turned) {
    const $ = finder(root);
    this.score = score;
    this.tune = tune;
    this.button = $('.play', HTMLButtonElement);
    this.position = $('.position', HTMLInputElement);
    this.place = $('.place');
    this.field = $('.beats input', HTMLInputElement);
    this.line = $('.state');
    this.player = new Player((at) => this.#move(at));
    this.button.addEventListener('click', () => this.#press());
    this.position.addEventListener('input', () => {
      this.#at = Number(this.position.value);
      this.show();
      if (this.player.playing) void this.#play();
    });
    this.field.addEventListener('change', () => {
      page.note('bpm', fits(this.field.value) ? Number(this.field.value) : null);
      turned();
      if (this.player.playing) void this.#play();
    });
  }

  /**
   * Quarters a minute: what somebody has set, else what the tempo's word means.
   * @param {number} said
   */
  beats = (said) => (fits(page.state.notes.bpm) ? Number(page.state.notes.bpm) : said);

  stop() {
    this.player.stop();
    this.#tell();
  }

  /** Another tune: it plays from its beginning. */
  rewind() {
    this.stop();
    this.#at = 0;
  }

  /** @param {number | null} at null: it has ended */
  #move(at) {
    this.#at = at ?? 0;
    this.show();
  }

  async #press() {
    if (this.player.playing) this.stop();
    else await this.#play();
  }

  async #play() {
    const { notes, kind } = this.tune();
    const heard = await this.player.play(notes, kind.beats, this.#at);
    if (!heard && notes.length) put(this.line, 'compose.no_sound');
    this.#tell();
  }

  /** Where it stands, on all that shows it. */
  show() {
    const { notes, kind } = this.tune();
    const last = notes[notes.length - 1];
    const length = last ? last.at + last.length : 0;
    this.#at = Math.min(this.#at, length);
    this.position.max = String(length);
    this.position.value = String(this.#at);
    this.position.style.setProperty(
      '--range_progress',
      `${length ? (100 * this.#at) / length : 0}%`,
    );
    const beat = WHOLE / Number(kind.metre.split('/')[1]);
    const where = counted(barsOf(notes, kind.bar), this.#at, kind.bar, beat);
    this.place.textContent = notes.length ? text('compose.place', where) : '';
    this.position.setAttribute('aria-valuetext', this.place.textContent);
    const shown = this.player.playing || this.#at > 0;
    const x = this.score.playAt(shown ? this.#at : null);
    if (this.player.playing) follow(this.score.root, x);
    if (document.activeElement !== this.field) this.field.value = String(kind.beats);
    this.#tell();
  }

  #tell() {
    put(this.button, this.player.playing ? 'compose.pause' : 'compose.play');
    this.button.disabled = !this.tune().notes.length;
  }
}

/** @param {string | undefined} said */
const fits = (said) => Number(said) >= BEATS.least && Number(said) <= BEATS.most;

/**
 * What is drawn far to the right scrolls within its box.
 * @param {SVGSVGElement} drawing
 * @param {number} x
 */
export function follow(drawing, x) {
  const box = drawing.parentElement;
  if (!box || box.scrollWidth <= box.clientWidth) return;
  const seen = x - box.scrollLeft;
  if (seen > box.clientWidth * 0.8 || seen < 90) box.scrollLeft = x - box.clientWidth * 0.4;
}
