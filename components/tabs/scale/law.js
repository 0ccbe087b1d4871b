// Our own scaling law: six sizes on a line, the visitor's guess of the seventh, and then the seventh.

import { finder } from '../../page/dom.js';
import { exporting, saveCsv, savePng } from '../../page/export.js';
import { clamp, number, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { Grown, fallen, grown } from './grown.js';
import { AXES, drawLaw, frame } from './law_chart.js';
import { valueAt } from './scales.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { LawPoint, LawValue } from '../../values'
 * @import { Axis } from './law_chart.js'
 */

const STEP = 0.01; // bits
const PAGE = 10; // steps

/** @param {Widget<LawValue>} widget */
export default function law(widget) {
  return new Law(widget);
}

class Law {
  #waits = false; // for the seventh

  /** @param {Widget<LawValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.chart = this.$('.chart', SVGSVGElement);
    this.field = this.$('.guess input', HTMLInputElement);
    this.button = this.$('.show', HTMLButtonElement);
    choosing(this.$('.axes'));
    this.#listen();
    exporting(widget, { png: () => savePng('law.png', this.chart), csv: save });
    this.grown = new Grown(widget, () => this.#draw());
    widget.hear('walked', () => this.#draw());
    widget.watch(() => {
      this.#waits = false;
      this.#draw();
    });
    this.grown.restore();
  }

  #listen() {
    this.button.addEventListener('click', () => {
      this.#waits = true;
      this.#draw();
      this.widget.trigger('reveal');
    });
    this.field.addEventListener('change', () => this.#guess(Number(this.field.value)));
    this.chart.addEventListener('pointerdown', (event) => this.#grab(event));
    this.chart.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#draw()).observe(this.chart);
  }

  /** @returns {Axis} */
  get #axis() {
    const noted = /** @type {Axis} */ (page.state.notes.axis);
    return AXES.includes(noted) ? noted : 'size';
  }

  /** The visitor's guess in bits; null: none yet. */
  get #guessed() {
    return Number(page.state.notes.guess) || null;
  }

  get #frame() {
    const { clientWidth: wide, clientHeight: tall } = this.chart;
    return frame(/** @type {LawValue} */ (this.widget.value), this.#axis, wide || 600, tall || 372);
  }

  /** @param {number} bits */
  #guess(bits) {
    const { low, high } = this.#frame.y;
    if (Number.isFinite(bits)) page.note('guess', number(clamp(bits, low, high), 2));
    this.#draw();
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest('.handle')) return;
    event.preventDefault();
    const { y } = this.#frame;
    const top = this.chart.getBoundingClientRect().top;
    const move = (/** @type {PointerEvent} */ moved) =>
      this.#guess(valueAt(y, moved.clientY - top));
    const end = () => {
      this.chart.removeEventListener('pointermove', move);
      this.#handle?.focus();
    };
    this.chart.setPointerCapture(event.pointerId);
    this.chart.addEventListener('pointermove', move);
    this.chart.addEventListener('lostpointercapture', end, { once: true });
  }

  get #handle() {
    const found = this.chart.querySelector('.handle');
    return found instanceof SVGElement ? found : null;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: PAGE, PageDown: -PAGE }[event.key];
    const handle = this.#handle;
    if (!by || !handle || event.target !== handle) return;
    event.preventDefault();
    this.#guess(Number(handle.getAttribute('aria-valuenow')) + by * STEP);
    this.#handle?.focus();
  }

  #draw() {
    const { value } = this.widget;
    const empty = !value?.line;
    for (const name of ['.axes', '.chart', '.acts'])
      this.$(name, Element).toggleAttribute('hidden', empty);
    if (!value?.line) {
      put(this.$('.say'), 'law.empty');
      return;
    }
    const { points } = value;
    const [seeds, most] = [
      Math.max(...points.map((p) => p.seeds)),
      Math.max(...points.map((p) => p.tokens)),
    ];
    const shown = value.last.length > 0;
    put(this.$('.note'), 'law.note', { seeds, tokens: whole(most) });
    fill(
      this.$('.axes'),
      text('law.axis'),
      AXES.map((axis) => text(`law.by_${axis}`)),
      AXES.indexOf(this.#axis),
      (i) => {
        page.note('axis', i ? AXES[i] : null);
        this.#draw();
      },
    );
    const held = this.chart.contains(document.activeElement);
    drawLaw(this.chart, value, this.#axis, this.#frame, this.#guessed, fallen(grown));
    if (held) this.#handle?.focus({ preventScroll: true });
    this.field.value = this.#guessed === null ? '' : this.#guessed.toFixed(2);
    this.field.disabled = shown;
    this.button.disabled = shown || this.#waits;
    this.button.textContent = text(this.#waits ? 'law.waits' : 'law.show');
    if (shown) this.#verdict(value, most);
    else put(this.$('.say'), this.#guessed === null ? 'law.ask' : 'law.asked', this.#asked(value));
    this.#foot(value, seeds);
    this.grown.draw(value);
  }

  /**
   * @param {LawValue} value
   * @param {number} seeds
   */
  #foot({ points, last, line }, seeds) {
    const alpha = line?.alpha ?? 0;
    const tenfold = number(100 * (1 - 10 ** -alpha), 0);
    const said = { tenfold, alpha: number(alpha, 3), seeds };
    if (this.#axis !== 'text') put(this.$('.foot'), 'law.foot', said);
    else put(this.$('.foot'), 'law.foot_text', saved([...points, ...last]));
  }

  /** @param {LawValue} value */
  #asked({ next }) {
    return { next: whole(next), guess: number(this.#guessed ?? 0) };
  }

  /**
   * @param {LawValue} value
   * @param {number} most tokens
   */
  #verdict({ last, predicted }, most) {
    const truth = /** @type {LawPoint} */ (last.find(({ tokens }) => tokens === most)).bits;
    const line = off(predicted, truth);
    const slots = { bits: number(truth), line, you: off(this.#guessed ?? 0, truth) };
    put(this.$('.say'), this.#guessed === null ? 'law.verdict_line' : 'law.verdict', slots);
  }
}

/**
 * How far a guess is from the truth, in words.
 * @param {number} guess
 * @param {number} truth
 */
function off(guess, truth) {
  const percent = number(100 * Math.abs(guess / truth - 1), 1);
  if (percent === number(0, 1)) return text('law.right');
  return text(guess > truth ? 'law.too_high' : 'law.too_low', { percent });
}

/**
 * What the last doubling of the text saves the smallest and the largest size.
 * @param {LawPoint[]} points by size, then by text
 */
function saved(points) {
  const [small, large] = [points[0].weights, points[points.length - 1].weights].map((weights) => {
    const [before, after] = points.filter((point) => point.weights === weights).slice(-2);
    return number(100 * (1 - after.bits / before.bits), 0);
  });
  return { small, large };
}

/** @param {LawValue} value */
function save({ points, last }) {
  const lines = [...points, ...last].map(({ weights, tokens, flops, seeds, bits, low, high }) => [
    weights,
    tokens,
    flops,
    seeds,
    bits,
    low,
    high,
  ]);
  saveCsv('law.csv', [
    ['weights', 'tokens', 'FLOPs', 'seeds', 'bits a byte', 'best', 'worst'],
    ...lines,
  ]);
}
