// One size more, trained here and now: what is offered, how it goes, and where it falls.

import { finder } from '../../page/dom.js';
import { number, whole } from '../../page/numbers.js';
import { put } from '../../page/words.js';
import { Training } from '../../parts/training.js';
import { count, duration } from './units.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { LawValue } from '../../values'
 */

const LAYERS = [1, 2, 3, 4];
const WIDTHS = [32, 64, 128, 192];
const USUAL = { layers: 2, width: 64 };
const VOCABULARY = 512; // as all sizes of the study
const CONTEXT = 64;
const ROWS = 8; // in a step
const SECONDS = 180; // after four times as many it ends, done or not

/** The one that this page shows. */
export const grown = new Training('grown');

/**
 * How many weights a model of the study has.
 * @param {number} layers
 * @param {number} width
 */
const sized = (layers, width) =>
  (VOCABULARY + CONTEXT + 2) * width + layers * (12 * width + 13) * width;

/**
 * Where the size of one's own lies by now; null: nowhere yet.
 * @param {Training} run
 */
export function fallen({ begun, last, ended }) {
  const bits = last?.per_byte;
  if (!begun?.weights || bits === undefined) return null;
  return { weights: begun.weights, bits, done: Boolean(ended) && !ended?.stopped };
}

export class Grown {
  /**
   * @param {Widget<LawValue>} widget
   * @param {() => void} moved it lies elsewhere
   */
  constructor(widget, moved) {
    this.widget = widget;
    this.$ = finder(widget.element);
    for (const [name, sizes, usual] of /** @type {const} */ ([
      ['.layers', LAYERS, USUAL.layers],
      ['.wide', WIDTHS, USUAL.width],
    ])) {
      const list = this.$(name, HTMLSelectElement);
      list.append(...sizes.map((size) => new Option(String(size), String(size))));
      list.value = String(usual);
      list.addEventListener('change', () => this.#tell());
    }
    this.$('.train').addEventListener('click', () => this.#train());
    this.$('.end').addEventListener('click', () => grown.stop());
    grown.watched = () => widget.view.isOpen();
    for (const signal of /** @type {const} */ (['opened', 'walked']))
      widget.hear(signal, () => this.restore());
    widget.hear('trained', () => {
      this.#tell();
      moved();
    });
  }

  /** Watches what the address names. */
  restore() {
    if (this.widget.view.isOpen()) grown.restore();
  }

  /** @returns {[layers: number, width: number]} */
  get #sizes() {
    const chosen = (/** @type {string} */ name) => Number(this.$(name, HTMLSelectElement).value);
    return [chosen('.layers'), chosen('.wide')];
  }

  /** @returns {number} tokens that each size of the study has read at most */
  get #tokens() {
    return Math.max(...(this.widget.value?.points ?? []).map(({ tokens }) => tokens));
  }

  #train() {
    const [layers, width] = this.#sizes;
    const steps = this.#tokens / (ROWS * CONTEXT);
    grown.start({ reads: 'law', layers, width, context: CONTEXT, steps, seconds: SECONDS }, false);
  }

  /** @param {LawValue} value */
  draw(value) {
    this.$('.growing').hidden = !value.line;
    this.#tell();
  }

  #tell() {
    const { value } = this.widget;
    if (!value?.line) return;
    const { $ } = this;
    const weights = sized(...this.#sizes);
    const [fixed, each] = value.seconds;
    put($('.weights'), 'law.more_weights', { weights: whole(weights) });
    const under = !['none', 'ended'].includes(grown.phase);
    put($('.train'), under ? 'law.more_trains' : 'law.more_train');
    $('.train', HTMLButtonElement).disabled = under;
    $('.end').hidden = !under;
    const said = $('.told');
    const { trouble, told, ended } = grown;
    const at = fallen(grown);
    if (trouble) said.textContent = trouble;
    else if (under && told.before)
      put(said, 'train.in_line', { n: told.before, s: whole(told.seconds ?? 0) });
    else if (under && !at) put(said, 'law.more_begins');
    else if (!at)
      put(said, 'law.more_is', {
        tokens: whole(this.#tokens),
        time: duration(Math.max(1, fixed + each * weights)),
      });
    else {
      const line = value.line.a * at.weights ** -value.line.alpha;
      const slots = { weights: count(at.weights), bits: number(at.bits), line: number(line) };
      const off = { percent: number(100 * Math.abs(at.bits / line - 1), 1) };
      const steps = { done: whole(grown.done), steps: whole(grown.steps) };
      if (under) put(said, 'law.more_so_far', { ...slots, ...steps });
      else if (ended?.stopped) put(said, 'law.more_stopped', { ...slots, ...steps });
      else put(said, at.bits > line ? 'law.more_above' : 'law.more_below', { ...slots, ...off });
    }
  }
}
