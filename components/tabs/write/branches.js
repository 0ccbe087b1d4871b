// Branches of a text: lists of tokens after the prompt. Where another face is taken a new one begins; none is lost.

/**
 * @import { Token } from '../../values'
 * @typedef {{ tokens: Token[], hands: Set<number> }} Branch `hands`: places whose token somebody took
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

  get open() {
    return this.all[this.at];
  }

  get tokens() {
    return this.open.tokens;
  }

  /**
   * Begins another branch, which is as the open one before `place`; the open one stays as it is.
   * @param {number} place
   */
  part(place) {
    const { tokens, hands } = this.open;
    if (this.all.length === MOST) this.all.splice(this.at === 0 ? 1 : 0, 1); // the oldest goes
    this.all.push({
      tokens: tokens.slice(0, place),
      hands: new Set([...hands].filter((hand) => hand < place)),
    });
    this.at = this.all.length - 1;
    this.open.hands.add(place);
  }

  /**
   * More tokens of the open branch, from that place on.
   * @param {number} first
   * @param {Token[]} tokens
   */
  add(first, tokens) {
    this.open.tokens = [...this.tokens.slice(0, first), ...tokens];
  }

  /** The last token goes. */
  drop() {
    this.open.tokens = this.tokens.slice(0, -1);
    this.open.hands.delete(this.tokens.length);
  }
}

/** @returns {Branch} */
const empty = () => ({ tokens: [], hands: new Set() });

/**
 * Bits a token, on average; 0 for none.
 * @param {Token[]} tokens
 */
export const bitsOf = (tokens) =>
  tokens.length
    ? tokens.reduce((sum, { p }) => sum - Math.log2(Math.max(p, 1e-12)), 0) / tokens.length
    : 0;
