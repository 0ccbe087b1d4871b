// The die: a square of area 1, cut into shares; a roll is a pip thrown on it.

import { chance, rgb } from '../page/colours.js';
import { around, finder, svg, svgText } from '../page/dom.js';
import { exporting, savePng, saveSvg } from '../page/export.js';
import { percent } from '../page/numbers.js';
import { page } from '../page/page.js';
import { contrasting } from '../page/ramps.js';
import { boxed, trimmed } from '../page/tokens.js';
import { put, text } from '../page/words.js';
import { halve, place } from './areas.js';
import { FALL, RIM, SIDE, body, ends, facesOf, likeliest } from './faces.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { DieValue, Roll } from '../values'
 * @import { Box, Tree } from './areas.js'
 * @import { Drawn } from './faces.js'
 */

const GAP = 2;
const OLD = 200; // pips of earlier rolls that stay
const AGAIN_MS = 60;
const FALLEN_MS = 350;
const SHAKE = ['rotate(0)', 'rotate(-4deg)', 'rotate(4deg)', 'rotate(0)'];
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {Widget<DieValue>} widget */
export default function die(widget) {
  return new Die(widget);
}

class Die {
  /** @type {Box[]} of the faces */
  #places = [];

  /** @type {{ tree: Tree, context: string } | null} */
  #cuts = null;

  /** @type {Roll | null} */
  #last = null;

  #rolling = false; // again and again
  #busy = false; // a throw is under way
  #slow = false; // each throw is watched, also while it rolls on

  /** @param {Widget<DieValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    const $ = finder(widget.element);
    this.board = $('.die', SVGSVGElement);
    this.line = $('.say');
    this.rollButton = $('.roll', HTMLButtonElement);
    this.onButton = $('.on', HTMLButtonElement);
    this.twenty = $('.twenty', HTMLButtonElement);
    this.undoButton = $('.undo', HTMLButtonElement);
    this.#listen();
    exporting(widget, {
      png: () => savePng('die.png', this.board),
      svg: () => saveSvg('die.svg', this.board),
    });
    widget.watch((value) => this.#draw(value));
  }

  #listen() {
    const { hear, signal } = this.widget;
    this.rollButton.addEventListener('click', () => {
      this.#keep(false);
      this.#roll();
    });
    this.onButton.addEventListener('click', () => {
      this.#keep(!this.#rolling);
      if (this.#rolling) this.#roll();
    });
    const slow = finder(this.widget.element)('.slow');
    slow.addEventListener('click', () => {
      this.#slow = !this.#slow;
      slow.setAttribute('aria-pressed', String(this.#slow));
    });
    this.undoButton.addEventListener('click', () => {
      this.#keep(false);
      this.#last = null;
      page.undo();
      if (this.undoButton.disabled) this.rollButton.focus();
    });
    this.twenty.addEventListener('click', () => {
      this.#last = null;
      const n = (this.widget.value?.n ?? 0) + 20;
      this.view.turn({ rolls: Math.min(this.view.last('rolls'), n) });
    });
    hear('typed', () => this.#afresh());
    document.addEventListener(
      'focusin',
      (event) => {
        if (around(event, '#prompt')) this.#keep(false); // somebody is about to type
      },
      { signal },
    );
    signal.addEventListener('abort', () => this.#keep(false));
    hear('wrote', () => this.#tellUndo());
    hear('opened', () => {
      if (!this.view.isOpen()) this.#keep(false);
    });
    hear('tried', () => {
      this.#last = null;
    });
  }

  /** Another text, by hand: no roll so far counts, and none goes on by itself. */
  #afresh() {
    this.#keep(false);
    this.#last = null;
    this.#tellUndo();
    if (this.view.controls.rolls) this.view.turn({ rolls: 0 });
  }

  #tellUndo() {
    this.undoButton.disabled = !page.undoable;
  }

  /** @param {boolean} rolling */
  #keep(rolling) {
    this.#rolling = rolling;
    this.onButton.textContent = text(rolling ? 'die.stop' : 'die.keep');
  }

  /** @param {DieValue | null} value */
  #draw(value) {
    this.#tellUndo();
    for (const button of [this.rollButton, this.onButton, this.twenty]) {
      button.disabled = !value || (value.full && button !== this.twenty);
    }
    if (!value) {
      this.board.replaceChildren();
      this.#keep(false);
      return;
    }
    const faces = facesOf(value);
    this.#placed(faces);
    const pips = value.thrown.slice(-OLD).map((roll) => this.#pip(roll, 4.2, 1.8));
    const drawn = faces.flatMap((face, i) => this.#facet(face, this.#places[i]));
    this.board.replaceChildren(this.#hatching(), ...body(), ...drawn, ...pips);
    this.board.setAttribute('aria-label', text('die.label', { faces: likeliest(faces) }));
    this.#tell(value);
    if (this.#rolling) this.#roll();
  }

  /** @param {Drawn[]} faces */
  #placed(faces) {
    const context = faces.map(({ id, raw }) => `${id} ${raw}`).join();
    if (this.#cuts?.context !== context) {
      const raw = faces.map((face) => face.raw);
      this.#cuts = { tree: halve(raw, 1, 1), context };
    }
    const inner = SIDE - 2 * RIM;
    const shares = faces.map(({ p }) => p);
    this.#places = place(this.#cuts.tree, shares, { x: RIM, y: RIM, w: inner, h: inner });
  }

  get #hatch() {
    return `hatch-${this.widget.element.id}`;
  }

  #hatching() {
    const turned = { patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
    const line = svg('rect', { width: 2, height: 6, class: 'hatching' });
    return svg(
      'defs',
      {},
      svg('pattern', { id: this.#hatch, width: 6, height: 6, ...turned }, line),
    );
  }

  /**
   * @param {Drawn} face
   * @param {Box} box
   */
  #facet(face, box) {
    const { x, y, w, h } = box;
    if (w < 1 || h < 1) return [];
    const colour = chance(face.p);
    const shape = svg('rect', {
      class: face.others ? 'face others' : 'face',
      x: x + GAP / 2,
      y: y + GAP / 2,
      width: Math.max(0.5, w - GAP),
      height: Math.max(0.5, h - GAP),
      rx: Math.min(12, w / 2, h / 2),
      'data-p': face.p,
    });
    shape.style.fill = face.others ? `url(#${this.#hatch})` : rgb(colour);
    if (face.others) shape.style.stroke = 'var(--edge)';
    else if (face.p < 0.02) shape.style.stroke = 'var(--lip)'; // seen on the card, and no louder than the likely
    shape.append(svg('title', {}, `${face.piece}  ${percent(face.p)}`));
    return [shape, ...this.#name(face, box, face.others ? 'var(--ink)' : contrasting(colour))];
  }

  /**
   * A face's token and its share, where there is room for them.
   * @param {Drawn} face
   * @param {Box} box
   * @param {string} fill
   */
  #name(face, { x, y, w, h }, fill) {
    const pixel = SIDE / (this.board.clientWidth || SIDE);
    const said = trimmed(face.piece);
    const roomy = Math.sqrt(w * h) * 0.17 + 8;
    const size = Math.min(30 * pixel, roomy, (w - 20) / (0.62 * said.length));
    if (size < 12 * pixel || h < size * 1.3) return [];
    const at = { x: x + Math.min(14, size * 0.55), y: y + size * 1.05 + Math.min(8, h * 0.05) };
    const name = svgText(said, { class: 'name', ...at, 'font-size': size, fill });
    const small = Math.max(12 * pixel, size * 0.58);
    if (h <= size * 1.5 + small * 1.3 || w <= 52) return [name];
    const below = { x: at.x, y: at.y + small * 1.25, 'font-size': small, fill };
    return [name, svgText(percent(face.p), { class: 'share', ...below })];
  }

  /**
   * Where a roll lies: inside its face, below the label, at the roll's own random spot: the same seed, the same spot.
   * @param {Roll} roll
   * @param {number} r
   * @param {number} rim
   */
  #pip({ rank, spot }, r, rim) {
    const { x, y, w, h } = this.#places[Math.min(rank, this.#places.length - 1)];
    const edge = Math.min(r + 3, w / 3, h / 3);
    const top = Math.min(h * 0.5, h > 60 ? 62 : h * 0.4);
    return svg('circle', {
      class: 'pip',
      cx: x + edge + spot[0] * (w - 2 * edge),
      cy: y + top + spot[1] * Math.max(0, h - top - edge),
      r,
      'stroke-width': rim,
    });
  }

  /** @param {DieValue} value */
  #tell(value) {
    const last = this.#last;
    const share = last ? percent(last.p) : '';
    if (last && ends(last)) put(this.line, 'die.ended', { token: boxed(last.piece), share });
    else if (last) put(this.line, 'die.fell', { token: boxed(last.piece), share });
    else if (value.full) put(this.line, 'die.full');
    else if (value.cuts) put(this.line, 'die.cuts', { token: boxed(value.after), n: value.cuts });
    else put(this.line, 'die.hint');
  }

  /** Throw the die: the server has rolled already, from the seed; the page shows it and appends the token. */
  async #roll() {
    const { value } = this.widget;
    if (this.#busy) return;
    if (!value || value.full || !this.view.isSettled()) {
      if (this.#rolling) setTimeout(() => this.#rolling && this.#roll(), AGAIN_MS);
      return;
    }
    const goesOn = this.#rolling;
    this.#busy = true;
    this.#last = value.next;
    await this.#throw(value);
    this.#busy = false;
    if (!goesOn || this.#rolling) this.#append(value);
  }

  /** @param {DieValue} value */
  async #throw(value) {
    const dot = this.#pip(value.next, 15, 4);
    const slow = !still.matches && (!this.#rolling || this.#slow);
    this.board.append(dot);
    this.#tell(value);
    if (!slow) return;
    const shaken = SHAKE.map((transform) => ({ transform }));
    this.board.animate(shaken, { duration: 400 });
    await dot.animate(FALL, { duration: 640, easing: 'cubic-bezier(.2,.8,.3,1)' }).finished;
    await new Promise((done) => setTimeout(done, FALLEN_MS));
  }

  /** @param {DieValue} value */
  #append({ before, next }) {
    const { piece, appendable } = next;
    if (ends(next)) {
      this.#keep(false);
      this.rollButton.focus();
      return;
    }
    if (!appendable) {
      this.#keep(false);
      put(this.line, 'die.byte', { token: boxed(piece) });
      return;
    }
    this.view.turn({ rolls: 0 });
    page.write(before + piece);
  }
}
