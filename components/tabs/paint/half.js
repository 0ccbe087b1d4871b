// The half of a picture that stays: what was painted, or what the visitor draws with the palette.

import { finder, make, pen, radio } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { arrow } from '../../page/keys.js';
import { clamp, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { check, choosing } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { dab } from '../../parts/small.js';

const WHITE = facts.colours.indexOf('white');
const RED = facts.colours.indexOf('red');

export class Half {
  /** @type {number[]} places in the palette of all pixels, or none */
  colours = [];

  caption = '';
  rows = facts.side / 2;
  drawing = false;
  #brush = RED;
  #at = 0; // where the keyboard paints

  /** @type {{ colours: number[], caption: string }} what was painted, while one draws */
  #painted = { colours: [], caption: '' };

  /**
   * @param {Element} element
   * @param {() => void} changed
   */
  constructor(element, changed) {
    this.$ = finder(element);
    this.changed = changed;
    this.canvas = this.$('.half', HTMLCanvasElement);
    this.frame = make('i', 'frame');
    this.cursor = make('i', 'cursor');
    this.board = make('div', 'board');
    this.canvas.replaceWith(this.board);
    this.board.append(this.canvas, this.frame, this.cursor);
    this.#palette();
    this.canvas.addEventListener('pointerdown', (event) => {
      if (!this.drawing) return;
      this.canvas.setPointerCapture(event.pointerId);
      this.#point(event);
    });
    this.canvas.addEventListener('pointermove', (event) => {
      if (this.drawing && event.buttons) this.#point(event);
    });
    this.canvas.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {{ colours: number[], caption: string }} picture */
  take({ colours, caption }) {
    this.colours = [...colours];
    this.caption = caption;
  }

  /** Begins to draw on what is there, else on white; ends, and what was painted is back. */
  toggle() {
    this.drawing = !this.drawing;
    if (this.drawing) {
      this.#painted = { colours: this.colours, caption: this.caption };
      this.take({
        colours: this.colours.length ? this.colours : range(facts.pixels).map(() => WHITE),
        caption: '',
      });
      this.canvas.focus({ preventScroll: true });
    } else this.take(this.#painted);
  }

  draw() {
    const { canvas, drawing, rows } = this;
    pen(canvas).clearRect(0, 0, facts.side, facts.side);
    if (this.colours.length) dab(canvas, this.colours, range(rows * facts.side));
    this.board.classList.toggle('drawing', drawing);
    this.frame.hidden = !this.colours.length;
    this.frame.style.height = `${(100 * rows) / facts.side}%`;
    this.cursor.hidden = !drawing;
    this.#at = Math.min(this.#at, rows * facts.side - 1);
    this.cursor.style.left = `${(100 * (this.#at % facts.side)) / facts.side}%`;
    this.cursor.style.top = `${(100 * Math.floor(this.#at / facts.side)) / facts.side}%`;
    this.$('.palette').hidden = !drawing;
    const mine = this.$('.mine');
    if (this.colours.length) put(mine, drawing ? 'dreams.by_hand' : 'dreams.kept');
    else mine.replaceChildren();
    const label = drawing ? 'dreams.board' : this.colours.length ? 'dreams.half' : 'dreams.empty';
    canvas.setAttribute('aria-label', text(label, { caption: this.caption || page.state.text }));
  }

  /**
   * Where one draws, and how.
   * @param {Element} line
   */
  tell(line) {
    const place = { row: Math.floor(this.#at / facts.side), column: this.#at % facts.side };
    const colour = facts.colours[this.colours[this.#at]];
    put(line, 'dreams.place', { ...place, colour, brush: facts.colours[this.#brush] });
  }

  #palette() {
    const group = this.$('.palette');
    choosing(group);
    const pick = (/** @type {number} */ i) => {
      this.#brush = i;
      check(group, (each) => each === buttons[i]);
      buttons[i].focus();
      this.changed();
    };
    const buttons = facts.palette.map((colour, i) => {
      const made = radio('swatch', () => pick(i));
      made.style.background = colour;
      made.setAttribute('aria-label', facts.colours[i]);
      made.title = facts.colours[i];
      return made;
    });
    group.replaceChildren(...buttons);
    check(group, (each) => each === buttons[this.#brush]);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = this.canvas.getBoundingClientRect();
    const place = (/** @type {number} */ share) =>
      clamp(Math.floor(share * facts.side), 0, facts.side - 1);
    const row = place((event.clientY - box.top) / box.height);
    if (row >= this.rows) return; // that half is the model's
    this.#at = row * facts.side + place((event.clientX - box.left) / box.width);
    this.#paint();
  }

  #paint() {
    this.colours[this.#at] = this.#brush;
    this.changed();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.drawing) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this.#paint();
      return;
    }
    const move = arrow(event.key);
    if (!move) return;
    event.preventDefault();
    const [row, column] = [Math.floor(this.#at / facts.side), this.#at % facts.side];
    const [down, across] = [row + move[0], column + move[1]];
    if (down < 0 || across < 0 || down >= this.rows || across >= facts.side) return;
    this.#at = down * facts.side + across;
    this.changed();
  }
}
