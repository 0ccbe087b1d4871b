// Notes by hand: a press or keys on the score.

import { arrow } from '../../page/keys.js';

/**
 * @import { Notes } from '../../values'
 * @import { Score } from './score.js'
 * @import { Sheet } from './sheet.js'
 * @typedef {object} Acts
 * @property {(note: number) => void} choose
 * @property {(note: number, pitch: number | null, length: number) => void} set
 * @property {(note: number) => void} remove
 * @property {() => void} moved the cursor
 * @property {() => number} chosen
 * @property {() => number} length that a new note gets
 */

const DRAGGED = 6; // pixels: less is a press
const START = 14; // D4: where the cursor begins

export class Hands {
  /** @type {number | null} the pitch at which Enter would set a note */
  cursor = null;

  /** @type {{ x: number, y: number } | null} */
  #down = null;

  /**
   * @param {Score} score
   * @param {Sheet} sheet
   * @param {Notes} alphabet
   * @param {Acts} acts
   */
  constructor(score, sheet, alphabet, acts) {
    this.score = score;
    this.sheet = sheet;
    this.alphabet = alphabet;
    this.acts = acts;
    const { root } = score;
    root.addEventListener('pointerdown', (event) => {
      this.#down = this.#point(event);
    });
    root.addEventListener('pointerup', (event) => this.#press(event));
    const box = /** @type {HTMLElement} */ (root.parentElement); // it has the focus: its ring is whole
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('blur', () => {
      this.cursor = null;
      acts.moved();
    });
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = this.score.root.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const down = this.#down;
    this.#down = null;
    if (!down || event.button) return;
    const up = this.#point(event);
    const { at, pitch } = this.score.plan.at(down.x, down.y);
    if (at < 0) return;
    const under = this.sheet.notes.findIndex((note) => at >= note.at && at < note.at + note.length);
    const note = under < 0 ? this.sheet.notes.length : under;
    const known = this.sheet.notes[note];
    if (pitch === undefined || (known && known.pitch === pitch && up.x - down.x < DRAGGED)) {
      this.acts.choose(note);
      return;
    }
    const dragged = this.score.plan.at(up.x, up.y).at - (known?.at ?? at);
    const length =
      up.x - down.x < DRAGGED ? (known?.length ?? this.acts.length()) : this.#nearest(dragged);
    this.acts.set(note, pitch, length);
  }

  /**
   * The length that is nearest.
   * @param {number} length sixteenths
   */
  #nearest(length) {
    const far = (/** @type {number} */ n) => Math.abs(n - length);
    const lengths = this.alphabet.lengths.map(({ sixteenths }) => sixteenths);
    return lengths.reduce((best, each) => (far(each) < far(best) ? each : best));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = this.acts.chosen();
    const note = this.sheet.notes[chosen];
    const move = arrow(event.key);
    const longer = { '+': 1, '=': 1, '-': -1 }[event.key];
    if (move) this.#arrow(move, event.shiftKey);
    else if (event.key === 'Enter' && !note && this.cursor !== null)
      this.acts.set(chosen, this.cursor, this.acts.length());
    else if (event.key.toLowerCase() === 'r')
      this.acts.set(chosen, null, note?.length ?? this.acts.length());
    else if ((event.key === 'Delete' || event.key === 'Backspace') && note)
      this.acts.remove(chosen);
    else if (longer && note) this.acts.set(chosen, note.pitch, this.#beside(note.length, longer));
    else if (event.key === 'Escape') this.acts.choose(this.sheet.notes.length);
    else return;
    event.preventDefault();
  }

  /**
   * @param {[down: number, across: number]} move
   * @param {boolean} far by octaves
   */
  #arrow([down, across], far) {
    const chosen = this.acts.chosen();
    const { notes } = this.sheet;
    if (across) {
      this.acts.choose(Math.max(0, Math.min(notes.length, chosen + across)));
      return;
    }
    const step = -down * (far ? 12 : 1);
    const note = notes[chosen];
    if (note) {
      this.acts.set(chosen, this.#kept((note.pitch ?? START) + step), note.length);
      return;
    }
    const last = notes.findLast(({ pitch }) => pitch !== null)?.pitch ?? START;
    this.cursor = this.#kept((this.cursor ?? last) + (this.cursor === null ? 0 : step));
    this.acts.moved();
  }

  /** @param {number} pitch */
  #kept = (pitch) => Math.max(0, Math.min(this.alphabet.pitches.length - 1, pitch));

  /**
   * The next longer length, or the next shorter.
   * @param {number} length
   * @param {number} by
   */
  #beside(length, by) {
    const lengths = this.alphabet.lengths.map(({ sixteenths }) => sixteenths);
    return lengths[Math.max(0, Math.min(lengths.length - 1, lengths.indexOf(length) + by))];
  }
}
