// The tune as it stands: its tokens, which of them are given, and which no longer follow from what is before them.

import { idsOf, read } from './notes.js';

/**
 * @import { Notes, TuneToken } from '../../values'
 * @import { Reading } from './notes.js'
 */

export class Sheet {
  /** @type {TuneToken[]} */
  tokens = [];

  /** Tokens from the beginning that are given: by hand, or rolled in another way than those behind them. */
  given = 0;

  /** @type {number | null} the place from which tokens were rolled after other notes than those that now stand there */
  stale = null;

  /** @type {Reading} */
  reading;

  /** @param {Notes} alphabet */
  constructor(alphabet) {
    this.alphabet = alphabet;
    this.reading = read(alphabet, []);
  }

  get notes() {
    return this.reading.notes;
  }

  get ids() {
    return this.tokens.map(({ id }) => id);
  }

  /** Whether nothing can follow. */
  get over() {
    return this.reading.ended || this.reading.odd !== null;
  }

  /** @param {number} note its number */
  isHand(note) {
    const { first } = this.notes[note];
    return Boolean(this.tokens[first].hand && this.tokens[first + 1].hand);
  }

  /** @param {number} note */
  isStale(note) {
    return this.stale !== null && this.notes[note].first >= this.stale;
  }

  /** @param {TuneToken[]} tokens */
  become(tokens, given = 0) {
    this.tokens = tokens;
    this.given = given;
    this.stale = null;
    this.#read();
  }

  /**
   * More tokens, from that place on.
   * @param {number} first
   * @param {TuneToken[]} tokens
   */
  add(first, tokens) {
    this.tokens = [...this.tokens.slice(0, first), ...tokens];
    this.#read();
  }

  /** What is rolled anew goes. */
  cutStale() {
    if (this.stale !== null) this.tokens = this.tokens.slice(0, this.stale);
    this.stale = null;
    this.#read();
  }

  /** Only what was set by hand from the beginning stays. */
  cutRolled() {
    const rolled = this.tokens.findIndex(({ hand }) => !hand);
    const kept = rolled < 0 ? this.tokens.length : rolled - (rolled % 2);
    this.become(this.tokens.slice(0, kept), kept);
  }

  /** All that stands is given from now on. */
  keep() {
    this.given = this.tokens.length;
  }

  /**
   * A note by hand, in place of another or, if there is none of that number, at the end; its number.
   * @param {number} note
   * @param {number | null} pitch
   * @param {number} length
   */
  set(note, pitch, length) {
    const pair = this.byHand(idsOf(this.alphabet, pitch, length));
    const whole = this.notes.length * 2;
    const number = Math.min(note, this.notes.length);
    const at = number * 2;
    const rest = at < whole ? this.tokens.slice(at + 2) : [];
    this.tokens = [...this.tokens.slice(0, at), ...pair, ...rest];
    this.#changed(at + 2);
    return number;
  }

  /** @param {number} note */
  remove(note) {
    const { first } = this.notes[note];
    this.tokens = [...this.tokens.slice(0, first), ...this.tokens.slice(first + 2)];
    if (this.stale !== null && this.stale > first) this.stale -= 2;
    if (this.given > first) this.given -= 2;
    this.#changed(first);
  }

  /** The last note goes, or what stands there in place of one. */
  undo() {
    const whole = this.notes.length * 2;
    this.tokens = this.tokens.slice(0, this.tokens.length > whole ? whole : whole - 2);
    this.given = Math.min(this.given, this.tokens.length);
    if (this.stale !== null && this.stale >= this.tokens.length) this.stale = null;
    this.#read();
  }

  /**
   * What fits before `end` stays as it is; all behind it was rolled after something else.
   * @param {number} end
   */
  #changed(end) {
    const from = Math.max(end, this.stale ?? 0);
    this.stale = from < this.tokens.length ? from : null;
    this.given = Math.max(this.given, end);
    this.#read();
  }

  /** Names of what tunes are made of, in the order of their ids. */
  get #names() {
    const { pitches, lengths } = this.alphabet;
    return [...pitches, 'rest', ...lengths.map(({ name }) => name)];
  }

  /**
   * @param {number[]} ids
   * @returns {TuneToken[]}
   */
  byHand(ids) {
    const { first } = this.alphabet;
    return ids.map((id) => ({ id, piece: `<${this.#names[id - first]}>`, hand: true }));
  }

  /**
   * Tokens by name, as `said` gives them; what is no name of a note is left out.
   * @param {string} said
   */
  named(said) {
    const places = said.split(' ').map((name) => this.#names.indexOf(name));
    return this.byHand(
      places.filter((place) => place >= 0).map((place) => this.alphabet.first + place),
    );
  }

  /**
   * What each token told, of a whole pass, where it was not rolled here.
   * @param {number[]} bits
   */
  price(bits) {
    this.tokens.forEach((token, i) => {
      token.bits ??= bits[i];
    });
  }

  /** What is given, by name. */
  get said() {
    return this.tokens
      .slice(0, this.given)
      .map(({ piece }) => piece.slice(1, -1))
      .join(' ');
  }

  #read() {
    this.reading = read(this.alphabet, this.ids);
  }
}
