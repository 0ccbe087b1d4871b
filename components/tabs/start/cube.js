// The die of the stage. Before a guess it is fair; then the model loads it, and the same faces flow to their areas.

import { chance, rgb } from '../../page/colours.js';
import { button, make } from '../../page/dom.js';
import { percent } from '../../page/numbers.js';
import { contrasting } from '../../page/ramps.js';
import { readable } from '../../page/tokens.js';
import { text } from '../../page/words.js';
import { FALL } from '../../parts/faces.js';
import { areas, cut, lay } from '../../parts/small_die.js';

/**
 * @import { StageValue } from '../../values'
 */

const LOADED_MS = 260;
const FALL_MS = 640;
const QUARTERS = [0, 1, 2, 3].map((i) => ({
  x: (i % 2) * 50,
  y: Math.floor(i / 2) * 50,
  w: 50,
  h: 50,
}));
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {number} ms */
const passed = (ms) => new Promise((done) => setTimeout(done, still.matches ? 0 : ms));

/** @param {StageValue} value */
const sharesOf = ({ faces, others }) => [...faces.map(({ p }) => p), others.p];

/**
 * A die that has been rolled, small.
 * @param {StageValue} value
 */
export function mini(value) {
  const shares = sharesOf(value);
  const known = value.faces.length;
  const colours = shares.map((p, i) => (i < known ? rgb(chance(p)) : 'var(--line)'));
  const made = make('span', 'mini', ...areas(shares, colours));
  made.title = text('start.mini', { p: percent(value.next.p) });
  return made;
}

export class Cube {
  fair = false;

  /** @type {number[]} of the fair die: which face stands in each quarter; the last one of all is "something else" */
  order = [];

  /** @type {StageValue | null} */
  #value = null;

  /** @type {HTMLElement[]} in the order of the quarters */
  #nodes = [];

  /**
   * @param {HTMLElement} board
   * @param {(i: number) => void} bet
   */
  constructor(board, bet) {
    this.board = board;
    this.bet = bet;
  }

  /**
   * What the model gave one of the four.
   * @param {number} face
   */
  chance(face) {
    if (!this.#value) return 0;
    const { faces, guesses } = this.#value;
    const known = faces.slice(0, guesses).map(({ p }) => p);
    return face < guesses ? known[face] : 1 - known.reduce((sum, p) => sum + p, 0);
  }

  /**
   * @param {StageValue} value
   * @param {boolean} fair before a guess: four equal faces, in an order that says nothing
   */
  draw(value, fair) {
    this.#value = value;
    this.fair = fair;
    this.board.classList.toggle('fair', fair);
    if (fair) this.#quarters(value);
    else {
      this.board.replaceChildren();
      this.#weigh(value, []);
    }
  }

  /** @param {StageValue} value */
  #quarters({ faces, guesses, seed, pieces }) {
    const named = faces.slice(0, guesses).map(({ piece }, i) => ({ piece, i }));
    named.sort((a, b) => (a.piece < b.piece ? -1 : 1));
    const turned = (seed + pieces.length) % guesses;
    this.order = [...named.slice(turned), ...named.slice(0, turned)]
      .map(({ i }) => i)
      .concat(guesses);
    this.#nodes = this.order.map((face, i) => {
      const name = face < guesses ? nameOf(faces, face) : text('start.else');
      const made = button(
        'facet',
        () => this.bet(i),
        make('b', '', name),
        make('span', '', text('start.quarter')),
      );
      made.setAttribute('aria-pressed', 'false');
      lay(made, QUARTERS[i]);
      return made;
    });
    this.board.replaceChildren(...this.#nodes);
  }

  /** @param {number | null} chosen */
  press(chosen) {
    for (const [i, node] of this.#nodes.entries())
      node.setAttribute('aria-pressed', String(i === chosen));
  }

  /**
   * The model loads the die: the four faces flow to their areas, and what else there is appears.
   * @param {number | null} bet
   */
  async load(bet) {
    const value = this.#value;
    if (!value) return;
    this.fair = false;
    this.board.classList.remove('fair');
    const kept = this.order.map((face, i) => ({ face, node: this.#nodes[i] }));
    this.#weigh(value, kept);
    for (const { face, node } of kept) node.classList.toggle('guessed', face === bet);
    await passed(LOADED_MS);
  }

  /**
   * @param {StageValue} value
   * @param {{ face: number, node: HTMLElement }[]} kept nodes that are there already
   */
  #weigh(value, kept) {
    const { faces, guesses } = value;
    const shares = sharesOf(value);
    for (const [i, box] of cut(shares).entries()) {
      const found = kept.find(({ face }) => face === i && face < guesses);
      const node = found?.node ?? make('div', 'facet');
      const name = i < faces.length ? nameOf(faces, i) : text('start.others');
      node.replaceChildren(make('b', '', name), make('span', '', percent(shares[i])));
      node.dataset.p = String(shares[i]);
      const colour = i < faces.length ? chance(shares[i]) : null;
      node.style.background = colour ? rgb(colour) : 'var(--card)';
      node.style.color = colour ? contrasting(colour) : 'var(--ink)';
      node.style.boxShadow = 'none';
      lay(node, box);
      if (!found) this.board.append(node);
    }
    for (const { face, node } of kept) if (face >= guesses) node.remove();
  }

  /**
   * A pip falls where Python says.
   * @param {StageValue['next']} next
   */
  async throw({ rank, spot }) {
    if (!this.#value) return;
    const boxes = cut(sharesOf(this.#value));
    const { x, y, w, h } = boxes[Math.min(rank, boxes.length - 1)];
    const pip = make('i', 'pip');
    Object.assign(pip.style, {
      left: `${x + w * (0.15 + 0.7 * spot[0])}%`,
      top: `${y + h * (0.15 + 0.7 * spot[1])}%`,
    });
    this.board.append(pip);
    if (!still.matches) await pip.animate(FALL, { duration: FALL_MS, easing: 'ease-in' }).finished;
  }
}

/**
 * What a face shows: its word. Where two show the same, the one without a space before it goes on a word: `…red`.
 * @param {StageValue['faces']} faces
 * @param {number} i
 */
function nameOf(faces, i) {
  const { piece } = faces[i];
  const word = piece.trim() || piece;
  const twice = faces.some((other, j) => j !== i && other.piece.trim() === word);
  return readable(twice && piece === word ? `…${word}` : word);
}
