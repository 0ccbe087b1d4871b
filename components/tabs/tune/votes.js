// The votes that were cast, a list for each who votes: the visitor, or a rule.

/**
 * @import { Ballot, Two } from '../../values'
 * @typedef {Omit<Ballot, 'said'>} Vote
 */

export class Votes {
  /** @type {Record<string, Ballot[]>} by who has voted; '': the visitor */
  #cast = {};

  /** @param {string} rule */
  of(rule) {
    return this.#cast[rule] ?? [];
  }

  /**
   * @param {string} rule
   * @param {Ballot[]} votes
   */
  set(rule, votes) {
    this.#cast[rule] = votes;
  }

  /**
   * One vote more: for the side 0 or 1 of two samples.
   * @param {Two} two
   * @param {number} side
   */
  choose({ prompt, ids, said }, side) {
    const [chosen, rejected] = [ids[side], ids[1 - side]];
    const vote = { prompt, chosen, rejected, said: [said[side], said[1 - side]] };
    this.set('', [...this.of(''), vote]);
  }

  /** Takes back the last vote of the visitor. */
  undo() {
    this.set('', this.of('').slice(0, -1));
  }

  /**
   * What the endpoint takes.
   * @param {string} rule
   * @returns {Vote[]}
   */
  sent(rule) {
    return this.of(rule).map(({ prompt, chosen, rejected }) => ({ prompt, chosen, rejected }));
  }
}
