// The branches drawn from left to right: lines, the words where they part, and a box at the end of each.

import { all, finder, keepingFocus, make, radio, svg, svgText } from '../../page/dom.js';
import { savePng, saveSvg } from '../../page/export.js';
import { number, percent } from '../../page/numbers.js';
import { check } from '../../page/radios.js';
import { trimmed } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { bitsOf, letterOf } from './branches.js';
import { line } from './glasses.js';
import { placed, way } from './tree.js';

/**
 * @import { Branch, Branches } from './branches.js'
 * @import { Place } from './tree.js'
 * @typedef {{ open: (i: number) => void, walk: (by: number) => void, name: () => void }} Moves
 */

const ROW = 56; // pixels from a branch to the next, as in writing.css
const LEFT = 10;
const LETTER = 8.4; // pixels of a letter of its type
const FEW = 5; // branches that are drawn before somebody asks for more

export class TreeView {
  #whole = false;

  /** How many branches are drawn. */
  drawn = 0;

  /**
   * @param {HTMLElement} card
   * @param {Moves} moves
   */
  constructor(card, moves) {
    this.card = card;
    this.moves = moves;
    const $ = finder(card);
    this.list = $('.list');
    this.lines = $('svg', SVGSVGElement);
    this.more = $('.more');
    $('[data-do=png]').addEventListener('click', () => savePng('branches.png', this.lines));
    $('[data-do=svg]').addEventListener('click', () => saveSvg('branches.svg', this.lines));
    this.more.addEventListener('click', () => {
      this.#whole = true;
      this.#draw();
    });
    this.list.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#draw()).observe(this.card);
  }

  /** @param {Branches} branches */
  show(branches) {
    this.branches = branches;
    this.drawn = branches.all.length;
    this.card.hidden = branches.all.length < 2;
    this.#draw();
  }

  /** The branches that are drawn, by row: the open one, and the newest. */
  #shown() {
    const { all: every, at } = /** @type {Branches} */ (this.branches);
    const newest = every.map((_, i) => i).filter((i) => this.#whole || i >= every.length - FEW);
    return newest.includes(at) ? newest : [at, ...newest.slice(1)];
  }

  #draw() {
    const { branches } = this;
    if (!branches || this.card.hidden) return;
    const shown = this.#shown();
    const drawn = shown.map((i) => branches.all[i]);
    const places = placed(drawn.map(({ tokens }) => tokens.map(({ id }) => id)));
    const rows = shown.map((_, i) => i).sort((a, b) => places[a].row - places[b].row);
    keepingFocus(this.card, () => {
      this.list.replaceChildren(...rows.map((i) => this.#box(shown[i], drawn[i])));
      check(this.list, (box) => Number(box.dataset.focus) === branches.at);
    });
    const folded = branches.all.length - shown.length;
    this.more.hidden = !folded;
    put(this.more, 'tree.more', { n: folded });
    this.#lines(drawn, places, shown.indexOf(branches.at));
  }

  /**
   * @param {number} i
   * @param {Branch} branch
   */
  #box(i, { tokens, hands, name }) {
    const from = hands.size ? Math.max(...hands) : 0;
    const words = name || line(tokens.slice(from), 40);
    const said = { n: tokens.length, bits: number(bitsOf(tokens), 1) };
    const made = radio(
      'branch',
      () => this.moves.open(i),
      make('span', 'name', text('write.branch', { letter: letterOf(i), words })),
      make('span', 'tally', text('write.length', said)),
    );
    made.dataset.focus = String(i);
    return made;
  }

  /**
   * @param {Branch[]} drawn
   * @param {Place[]} places
   * @param {number} open
   */
  #lines(drawn, places, open) {
    const width = this.lines.clientWidth;
    const height = drawn.length * ROW;
    const longest = Math.max(1, ...drawn.map(({ tokens }) => tokens.length));
    const x = (/** @type {number} */ token) => LEFT + (token / longest) * (width - 2 * LEFT);
    const y = (/** @type {number} */ i) => places[i].row * ROW + ROW / 2 + 8;
    this.lines.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.lines.style.height = `${height}px`;
    const path = way(places, open, drawn[open].tokens.length);
    const arms = drawn.map((_, i) => {
      const { of, common } = places[i];
      const bend = of < 0 ? `M${x(0)} ${y(i)}` : `M${x(common)} ${y(of)}V${y(i)}`;
      return svg('path', { d: `${bend}H${width}`, class: 'arm', 'data-from': common });
    });
    const walked = path.map(({ branch, from, to }, step) => {
      const bend = step ? `M${x(from)} ${y(path[step - 1].branch)}V${y(branch)}` : '';
      const end = branch === open ? width : x(to);
      return svg('path', { d: `${bend || `M${x(0)} ${y(branch)}`}H${end}`, class: 'arm walked' });
    });
    const squares = places
      .filter(({ of }) => of >= 0)
      .map(({ of, common }) =>
        svg('rect', { x: x(common) - 8, y: y(of) - 8, width: 16, height: 16, class: 'part' }),
      );
    const words = drawn.map((branch, i) => {
      const from = places[i].of < 0 ? 0 : places[i].common;
      return this.#words(branch, from, { x: x(from) + 12, y: y(i) - 13 }, width, i === open);
    });
    this.lines.replaceChildren(...arms, ...walked, ...squares, ...words.flat());
  }

  /**
   * The word that an arm begins with, its chance, and what follows.
   * @param {Branch} branch
   * @param {number} from
   * @param {{ x: number, y: number }} at
   * @param {number} width
   * @param {boolean} open
   */
  #words({ tokens }, from, at, width, open) {
    const first = tokens[from];
    if (!first) return [];
    const head = `${trimmed(first.piece)} ${percent(first.p)} `;
    const room = Math.floor((width - at.x) / LETTER) - head.length - 1;
    const rest = room > 4 && tokens.length > from + 1 ? line(tokens.slice(from + 1), room) : '';
    const fits = (width - at.x) / LETTER > head.length;
    if (!fits) return [];
    const made = svgText(head, { ...at, class: open ? 'word open' : 'word' });
    made.append(svg('tspan', { class: 'follows' }, rest));
    return [made];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const boxes = all(this.list, '.branch');
    const at = boxes.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const act = /** @type {Record<string, () => void>} */ ({
      ArrowUp: () => this.#to(boxes[at - 1]),
      ArrowDown: () => this.#to(boxes[at + 1]),
      ArrowLeft: () => this.moves.walk(-1),
      ArrowRight: () => this.moves.walk(1),
      F2: () => this.moves.name(),
    })[event.key];
    if (!act || at < 0) return;
    event.preventDefault();
    act();
  }

  /** @param {HTMLElement | undefined} box */
  #to(box) {
    box?.focus({ preventScroll: true });
    box?.click();
  }
}
