// The turns of a conversation as a tree: whoever edits an earlier one begins a branch beside it.

/**
 * @import { ChatRead, ChatToken } from '../../values'
 * @typedef {object} Turn
 * @property {string} asked
 * @property {number} seed
 * @property {number} [temperature]
 * @property {ChatRead | null} read what was read before it was answered
 * @property {[ChatToken[], ChatToken[]]} said with the adapter, and without it
 * @property {'waits' | 'busy' | 'over' | 'stopped'} state
 * @property {Turn[]} after the turns that follow it: one, or branches
 * @property {number} open which of them
 */

/** @typedef {{ system: string, passage: string, asked: string[] }} Kept what an address holds */

export class Turns {
  /** @type {Pick<Turn, 'after' | 'open'>} */
  #root = { after: [], open: 0 };

  /** The turns of the branch that is open. */
  get path() {
    const path = /** @type {Turn[]} */ ([]);
    for (let at = this.#root; at.after.length; at = path[path.length - 1])
      path.push(at.after[at.open]);
    return path;
  }

  /**
   * A turn behind the first `place` of the path, beside what follows them by now.
   * @param {string} asked
   * @param {number} seed
   */
  ask(asked, seed, place = this.path.length) {
    const before = this.#before(place);
    /** @type {Turn} */
    const turn = { asked, seed, read: null, said: [[], []], state: 'waits', after: [], open: 0 };
    before.open = before.after.push(turn) - 1;
    return turn;
  }

  /**
   * How many branches begin at a place, and which is open.
   * @param {number} place
   * @returns {[open: number, count: number]}
   */
  branches(place) {
    const { after, open } = this.#before(place);
    return [open, after.length];
  }

  /**
   * Opens the branch before or after.
   * @param {number} place
   * @param {number} by
   */
  turn(place, by) {
    const before = this.#before(place);
    const { open, after } = before;
    before.open = Math.max(0, Math.min(after.length - 1, open + by));
  }

  /**
   * Takes back the last turn of the path.
   * @param {Turn} turn
   */
  drop(turn) {
    const before = this.#before(this.path.indexOf(turn));
    before.after = before.after.filter((each) => each !== turn);
    before.open = Math.max(0, before.after.length - 1);
  }

  clear() {
    this.#root = { after: [], open: 0 };
  }

  /** @param {number} place */
  #before(place) {
    return place ? this.path[place - 1] : this.#root;
  }
}

/** @param {ChatToken[]} said */
export const endOf = (said) => {
  const last = said[said.length - 1];
  return last?.kind === 'control' ? last : null;
};

/**
 * An answer as text, without the token that ends it.
 * @param {ChatToken[]} said
 */
export const textOf = (said) =>
  said
    .filter(({ kind }) => kind !== 'control')
    .map(({ piece }) => piece)
    .join('');

/**
 * How many of the oldest turns the last question that was read did not find any more.
 * @param {Turn[]} path
 */
export const fallenOf = (path) => path.findLast(({ read }) => read)?.read?.fallen ?? 0;

/**
 * What stands above a conversation, as Python lays it out.
 * @param {string[]} parts system line and passage
 */
export const above = (...parts) =>
  parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `${part}\n`)
    .join('');

/**
 * All that was read before the answer of a turn: one text.
 * @param {Turn[]} path
 * @param {number} place
 * @param {string} head
 */
export function promptOf(path, place, head) {
  const from = path[place].read?.fallen ?? 0;
  const turns = path
    .slice(from, place)
    .map(({ asked, said }) => `<user>${asked}<assistant>${textOf(said[0])}`);
  return `${head}${turns.join('')}<user>${path[place].asked}<assistant>`;
}

/**
 * A whole conversation as the one text that it is.
 * @param {Turn[]} path
 * @param {string} head
 */
export function written(path, head) {
  const last = path.length - 1;
  return last < 0 ? head : promptOf(path, last, head) + textOf(path[last].said[0]);
}

/**
 * What the program of a conversation takes from it: its last question, below what was read before it.
 * @param {Turn[]} path
 * @param {string} head
 * @returns {Record<string, string | number | string[][]>}
 */
export function programmed(path, head) {
  const last = path[path.length - 1];
  if (!last) return {};
  const before = path.slice(last.read?.fallen ?? 0, -1);
  const turns = before.map(({ asked, said }) => [asked, textOf(said[0])]);
  const { asked: question, seed, temperature = '' } = last;
  return { above: head, turns, question, seed, temperature };
}

/** @param {Kept} kept */
export const linkOf = (kept) => encodeURIComponent(JSON.stringify(kept));

/**
 * What an address holds; null if it is none of ours.
 * @param {string} link
 * @returns {Kept | null}
 */
export function unlinked(link) {
  try {
    const { system, passage, asked } = JSON.parse(decodeURIComponent(link));
    const texts = [system, passage, ...asked];
    return asked.length && texts.every((each) => typeof each === 'string')
      ? { system, passage, asked }
      : null;
  } catch {
    return null;
  }
}
