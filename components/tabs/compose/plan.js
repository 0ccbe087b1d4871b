// Where things stand on the score: time goes right, evenly, on staff and roll alike; pitches are rows.

import { range } from '../../page/numbers.js';
import { spelled } from './abc.js';

/**
 * @import { Score as Kind } from './abc.js'
 * @import { Sheet } from './sheet.js'
 * @import { Engraved } from './staff.js'
 * @typedef {object} Shown
 * @property {Sheet} sheet
 * @property {Kind} kind
 * @property {number} chosen number of the note whose die is open; as many as there are notes: the next
 * @property {ArrayLike<number> | null} die chances of all pitches, then the rest
 * @property {{ length: number, p: number }[]} lengths the second die, in sixteenths
 * @property {{ note: number, weight: number }[]} arcs
 * @property {number | null} cursor the pitch at which Enter would set a note
 */

export const ROW = 15;
export const NAMED = 0.05; // chances that are written
export const NEXT = 4; // sixteenths of what has no length yet
const ARCS = 54; // height of the room between staff and roll
const BELOW = 8; // between the lowest pitch and the rests
const [LOW, HIGH] = [12, 24]; // pitches that are always drawn: C4 to C5
const HIGHEST = 47;
const LETTERS = 'CDEFGAB';
const FIRST_LINE = 4 * 7 + 2; // E4, in steps

export class Plan {
  /** @type {Engraved} before there is a staff */
  staff = {
    group: /** @type {any} */ (null),
    x0: 0,
    unit: 1,
    width: 0,
    height: 0,
    bottom: 0,
    gap: 0,
  };

  /** Pitches that have rows: in one tune, their range only grows. */
  low = LOW;

  high = HIGH;

  #tall = 0; // of the staff, so that nothing below it moves back

  /** Another tune. */
  afresh() {
    this.low = LOW;
    this.high = HIGH;
    this.#tall = 0;
  }

  /** @param {Engraved} staff */
  take(staff) {
    this.staff = staff;
    this.#tall = Math.max(this.#tall, staff.height);
  }

  /**
   * Makes room for what is to be drawn; whether that takes more rows.
   * @param {Shown} shown
   */
  grow({ sheet, die, cursor }) {
    const { low, high } = this;
    const pitches = sheet.notes.flatMap(({ pitch }) => (pitch === null ? [] : [pitch]));
    const likely = die ? range(HIGHEST + 1).filter((i) => die[i] >= NAMED / 2) : [];
    const all = [...pitches, ...likely, ...(cursor === null ? [] : [cursor])];
    this.low = Math.max(0, Math.min(low, ...all.map((pitch) => pitch - 1)));
    this.high = Math.min(HIGHEST, Math.max(high, ...all.map((pitch) => pitch + 1)));
    return low !== this.low || high !== this.high;
  }

  /** Of the roll. */
  get top() {
    return this.#tall + ARCS;
  }

  get height() {
    return this.yOf(null) + ROW + 2;
  }

  get rows() {
    return range(this.high - this.low + 1, this.low);
  }

  /** @param {number} at sixteenths */
  xOf = (at) => this.staff.x0 + at * this.staff.unit;

  /** @param {number | null} pitch */
  yOf(pitch) {
    if (pitch === null) return this.top + (this.high - this.low + 1) * ROW + BELOW;
    return this.top + (this.high - pitch) * ROW;
  }

  /**
   * Where a pitch stands on the staff, and whether a neighbour's head would lie on its own.
   * @param {string} name
   * @param {string} key
   */
  headOf(name, key) {
    const { letter, octave } = spelled(name, key);
    const step = octave * 7 + LETTERS.indexOf(letter) - FIRST_LINE;
    return { y: this.staff.bottom - (step * this.staff.gap) / 2, aside: step % 2 !== 0 };
  }

  /**
   * What stands at a point of the drawing: sixteenths, and a pitch (null: a rest, undefined: none).
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    const row = Math.floor((y - this.top) / ROW);
    const rest = y >= this.yOf(null) && y < this.yOf(null) + ROW;
    const pitch = row >= 0 && row <= this.high - this.low ? this.high - row : undefined;
    return { at: (x - this.staff.x0) / this.staff.unit, pitch: rest ? null : pitch };
  }

  /**
   * Time that the open note takes.
   * @param {Shown} shown
   */
  column = ({ sheet, chosen }) => sheet.notes[chosen] ?? { at: sheet.reading.length, length: NEXT };
}
