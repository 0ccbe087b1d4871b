// Branches of a text: lists of tokens after the prompt. Where another face is taken a new one begins; none is lost.

/**
 * @import { Token } from '../../values'
 * @import { Kept } from './tree.js'
 * @typedef {Token & { load: string }} Rolled `load`: its die's temperature, top-k and top-p, parted by commas
 * @typedef {{ tokens: Rolled[], hands: Set<number>, name: string }} Branch `hands`: places whose token somebody took
 */

export const MOST = 50;

export class Branches {
  /** @type {Branch[]} */
  all = [empty()];

  at = 0;

  clear() {
    this.all = [empty()];
    this.at = 0;
  }

  /**
   * Branches of a link, whose tokens are still to come.
   * @param {Pick<Kept, 'hands' | 'name'>[]} kept
   * @param {number} at
   */
  put(kept, at) {
    this.all = kept.map(({ hands, name }) => ({ tokens: [], hands: new Set(hands), name }));
    this.at = at;
  }

  get open() {
    return this.all[this.at];
  }

  get tokens() {
    return this.open.tokens;
  }

  get isFull() {
    return this.all.length >= MOST;
  }

  /**
   * Begins another branch, which is as the open one before `place`; the open one stays as it is.
   * @param {number} place
   */
  part(place) {
    const { tokens, hands } = this.open;
    this.begin(
      tokens.slice(0, place),
      [...hands].filter((hand) => hand < place),
    );
    this.open.hands.add(place);
  }

  /**
   * Another branch, which is open then.
   * @param {Rolled[]} tokens
   * @param {number[]} hands
   */
  begin(tokens, hands = []) {
    this.all.push({ tokens, hands: new Set(hands), name: '' });
    this.at = this.all.length - 1;
  }

  /**
   * More tokens of a branch, from that place on.
   * @param {Branch} branch
   * @param {number} first
   * @param {Rolled[]} tokens
   */
  add(branch, first, tokens) {
    branch.tokens = [...branch.tokens.slice(0, first), ...tokens];
  }

  /** The last token goes. */
  drop() {
    this.open.tokens = this.tokens.slice(0, -1);
    this.open.hands.delete(this.tokens.length);
  }
}

/** @returns {Branch} */
const empty = () => ({ tokens: [], hands: new Set(), name: '' });

/** @param {number} i */
export const letterOf = (i) => (i < 26 ? String.fromCharCode(65 + i) : String(i + 1));

/**
 * Bits a token, on average; 0 for none.
 * @param {Token[]} tokens
 */
export const bitsOf = (tokens) =>
  tokens.length
    ? tokens.reduce((sum, { p }) => sum - Math.log2(Math.max(p, 1e-12)), 0) / tokens.length
    : 0;
