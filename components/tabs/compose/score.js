// Staff and piano roll on one time line.

import { svg, svgText } from '../../page/dom.js';
import { range } from '../../page/numbers.js';
import { drawn as abcOf } from './abc.js';
import { arcs, bar, ghosts } from './ghosts.js';
import { barsOf } from './notes.js';
import { NEXT, Plan, ROW } from './plan.js';
import { engrave } from './staff.js';

/**
 * @import { Shown } from './plan.js'
 * @import { Abcjs } from './staff.js'
 */

const KEYS = 52;
const CLEF = 90; // pixels before time begins, about
const MARGIN = 80; // behind the end: what could have fallen there has a name
const WIDTH = 1172; // before it is laid out
const BARS = 8; // that are seen at once where there is room
const LEAST = 8; // pixels of a sixteenth
const BLACK = [1, 3, 6, 8, 10];

export class Score {
  plan = new Plan();

  /**
   * @param {SVGSVGElement} root
   * @param {HTMLElement} bench where abcjs draws before its drawing is taken
   */
  constructor(root, bench) {
    this.root = root;
    this.bench = bench;
    root.parentElement?.addEventListener('scroll', () => this.#stick());
  }

  /**
   * @param {Abcjs} library
   * @param {Shown} shown
   */
  draw(library, shown) {
    const { sheet, kind } = shown;
    const { length } = sheet.reading;
    const room = (this.root.parentElement?.clientWidth || WIDTH) - CLEF - MARGIN;
    const bars = Math.max(BARS, Math.ceil((length + NEXT) / kind.bar)) * kind.bar;
    const across = kind.ended ? length : bars;
    const unit = Math.max(LEAST, room / bars);
    const abc = abcOf(sheet.notes, kind, across);
    this.root.dataset.abc = abc;
    this.plan.take(engrave(library, this.bench, abc, unit * across, Math.max(across, length)));
    this.plan.grow(shown);
    const width = Math.ceil(this.plan.staff.width + (kind.ended ? NEXT * unit : 0)) + MARGIN;
    const layers = ['arcs', 'ghosts', 'now'].map((name) => svg('g', { class: name }));
    const notes = sheet.notes.map((_, i) => this.#note(shown, i));
    this.root.setAttribute('viewBox', `0 0 ${width} ${this.plan.height}`);
    this.root.style.width = `${width}px`;
    this.root.replaceChildren(
      svg('g', { class: 'rows' }, ...this.#rows(), ...this.#barLines(shown, across)),
      this.plan.staff.group,
      layers[0],
      svg('g', { class: 'notes' }, ...notes),
      ...layers.slice(1),
      svg('g', { class: 'keys' }, ...this.#keys(kind.pitches)),
    );
    this.#tellApart(shown);
    this.#stick();
    this.over(shown);
  }

  /**
   * What lies over the notes: the open one's die, and what it looked at. Whether that takes more rows than there are.
   * @param {Shown} shown
   */
  over(shown) {
    const grown = this.plan.grow(shown);
    this.#layer('arcs')?.replaceChildren(...arcs(this.plan, shown));
    this.#layer('ghosts')?.replaceChildren(...ghosts(this.plan, shown));
    for (const [i, rect] of [...(this.#layer('notes')?.children ?? [])].entries())
      rect.classList.toggle('chosen', i === shown.chosen);
    return grown;
  }

  /**
   * The line that plays; null: none. Where it is.
   * @param {number | null} at
   */
  playAt(at) {
    const x = this.plan.xOf(at ?? 0);
    const line = { x1: x, x2: x, y1: 2, y2: this.plan.height - 2 };
    this.#layer('now')?.replaceChildren(...(at === null ? [] : [svg('line', line)]));
    return x;
  }

  /** @param {string} name */
  #layer = (name) => this.root.querySelector(`.${name}`);

  /** What is scrolled away to the left leaves its keys behind. */
  #stick() {
    const left = this.root.parentElement?.scrollLeft ?? 0;
    this.#layer('keys')?.setAttribute('transform', `translate(${left})`);
  }

  #rows() {
    const { plan } = this;
    const x = plan.xOf(0);
    const across = { x, width: Math.max(0, plan.staff.width - x), height: ROW - 1 };
    return [...plan.rows, null].map((pitch) =>
      svg('rect', { class: isBlack(pitch) ? 'row black' : 'row', y: plan.yOf(pitch), ...across }),
    );
  }

  /**
   * @param {Shown} shown
   * @param {number} across sixteenths that are drawn
   */
  #barLines({ sheet, kind }, across) {
    const bars = barsOf(sheet.notes, kind.bar);
    const [top, end] = [this.plan.top, this.plan.yOf(null) + ROW];
    const last = bars[bars.length - 1];
    const next = last ? last.at + Math.max(last.length, kind.bar) : 0;
    const n = kind.ended ? 0 : Math.floor((across - next) / kind.bar) + 1;
    const coming = range(n).map((i) => {
      const x = this.plan.xOf(next + i * kind.bar);
      return svg('line', { class: 'coming', x1: x, x2: x, y1: top, y2: end });
    });
    const drawn = bars.flatMap(({ at, length }, i) => {
      const x = this.plan.xOf(at);
      const done = i < bars.length - 1 || kind.ended;
      const odd = length > kind.bar || (done && length < kind.bar) ? ' odd' : '';
      return [
        svg('line', { class: `bar${odd}`, x1: x, x2: x, y1: top, y2: end }),
        svgText(String(i + 1), { class: `bar-name${odd}`, x: x + 3, y: top - 3 }),
      ];
    });
    return [...coming, ...drawn];
  }

  /**
   * @param {Shown} shown
   * @param {number} i
   */
  #note({ sheet, kind }, i) {
    const { pitch, length, at } = sheet.notes[i];
    const made = bar(this.plan, pitch, 'note', this.plan.xOf(at), length * this.plan.staff.unit);
    made.classList.toggle('rest', pitch === null);
    made.classList.toggle('hand', sheet.isHand(i));
    made.classList.toggle('stale', sheet.isStale(i));
    made.dataset.pitch = pitch === null ? 'rest' : kind.pitches[pitch];
    return made;
  }

  /** @param {string[]} names */
  #keys(names) {
    return this.plan.rows.flatMap((pitch) => {
      const y = this.plan.yOf(pitch);
      const box = { x: 0, y, width: KEYS, height: ROW - 1, rx: 2 };
      const label = { class: 'key-name', x: KEYS - 6, y: y + ROW - 3.5 };
      return [
        svg('rect', { class: isBlack(pitch) ? 'key black' : 'key', ...box }),
        svgText(names[pitch], label),
      ];
    });
  }

  /**
   * On the staff, too, what is the visitor's own and what no longer follows is told apart.
   * @param {Shown} shown
   */
  #tellApart({ sheet }) {
    const heads = this.root.querySelectorAll('.staff .abcjs-note, .staff .abcjs-rest');
    sheet.notes.forEach((_, i) => {
      heads[i]?.classList.toggle('hand', sheet.isHand(i));
      heads[i]?.classList.toggle('stale', sheet.isStale(i));
    });
  }
}

/** @param {number | null} pitch */
const isBlack = (pitch) => pitch !== null && BLACK.includes(pitch % 12);
