// What a training reads: a text of one's own or a part of the world, how large the model is, how long.

import { finder } from '../../page/dom.js';
import { number, percent, whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { ownFile } from '../../parts/own_file.js';
import { training } from './training.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { ReadsValue } from '../../values'
 * @typedef {object} Fields what fits
 * @property {string[]} reads
 * @property {string[]} kind
 * @property {string[]} cut
 * @property {number} layers at most
 * @property {number[]} width
 * @property {number[]} context
 * @property {number[]} seconds
 * @property {Record<string, number>} fixed contexts that a task needs
 * @property {number} bytes of a text
 * @property {Record<string, Record<string, number>>} sizes where the dials go when a task is chosen
 */

const BYTES_A_WEIGHT = 2; // as they are saved
const DIALS = /** @type {const} */ (['layers', 'width', 'context']);
const CHOICES = /** @type {const} */ (['reads', 'kind', 'cut', 'seconds']);

/** @param {Widget<ReadsValue, Fields>} widget */
export default function reads(widget) {
  return new Reads(widget);
}

class Reads {
  #folded = false;

  own = '';

  beginning = '';

  /** @param {Widget<ReadsValue, Fields>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.area = this.$('textarea', HTMLTextAreaElement);
    training.watched = () => widget.view.isOpen();
    for (const name of CHOICES) choosing(this.$(`.${name}`));
    this.#listen();
    widget.hear('trained', () => this.#tell());
    widget.hear('wanted', () => this.#draw());
    widget.hear('opened', () => {
      if (widget.view.isOpen()) training.restore();
    });
    widget.watch((value) => this.#count(value));
    this.#draw();
    this.#tell();
    if (widget.view.isOpen()) training.restore();
  }

  #listen() {
    const { $, area, widget } = this;
    const { options, view } = widget;
    for (const name of DIALS) {
      const input = $(`[name=${name}]`, HTMLInputElement);
      input.addEventListener('input', () => view.turn({ [name]: Number(input.value) }));
    }
    area.addEventListener('input', () => this.#write(area.value));
    ownFile(
      $('[type=file]', HTMLInputElement),
      options.bytes,
      (own) => this.#write((area.value = own)),
      (size) => put($('.size'), 'train.too_large', size),
    );
    $('.beginning input', HTMLInputElement).addEventListener('input', (event) => {
      this.beginning = /** @type {HTMLInputElement} */ (event.target).value;
    });
    $('.go').addEventListener('click', () => this.#go());
    $('.change').addEventListener('click', () => {
      this.#folded = false;
      this.#tell();
    });
  }

  /** @param {string} own */
  #write(own) {
    this.own = own;
    const [n, words] = [new Blob([own]).size, own.split(/\s+/).filter(Boolean).length];
    put(this.$('.size'), n ? 'train.size' : 'train.none', { n: whole(n), words: whole(words) });
  }

  /**
   * What is chosen of a list.
   * @template {keyof Fields & ('reads' | 'kind' | 'cut' | 'seconds' | 'width' | 'context')} N
   * @param {N} name
   * @returns {Fields[N][number]}
   */
  #chosen(name) {
    return this.widget.options[name][this.widget.view.dial(name) || 0];
  }

  #go() {
    if (this.#chosen('reads') === 'own' && !this.own.trim()) {
      put(this.$('.state'), 'train.empty');
      this.area.focus();
      return;
    }
    const names = /** @type {const} */ (['reads', 'kind', 'cut', 'seconds', 'width', 'context']);
    const lesson = Object.fromEntries(names.map((name) => [name, this.#chosen(name)]));
    const { own, beginning } = this;
    const layers = this.widget.view.dial('layers') + 1;
    this.#folded = true;
    const together = this.$('.together', HTMLInputElement).checked;
    training.start({ ...lesson, layers, beginning, text: own }, together);
  }

  #draw() {
    const { $ } = this;
    const { options, view } = this.widget;
    const kind = this.#chosen('reads');
    this.#choose('reads', '');
    this.#choose('kind', text('train.part'));
    this.#choose('cut', text('train.cut'));
    this.#choose('seconds', '');
    $('.own').hidden = $('.all').hidden = kind !== 'own';
    $('.kind').hidden = kind !== 'stories';
    $('.cut').hidden = $('.beginning').hidden = kind !== 'own' && kind !== 'stories';
    put($('.task'), /** @type {Key} */ (`train.task_${kind}`));
    const context = options.fixed[kind] ?? this.#chosen('context');
    const layers = (view.dial('layers') || 0) + 1;
    const width = this.#chosen('width');
    const said = [
      whole(layers),
      text('train.numbers', { n: width }),
      text('train.back', { n: context }),
    ];
    DIALS.forEach((name, i) => {
      const input = $(`[name=${name}]`, HTMLInputElement);
      input.max = String(name === 'layers' ? options.layers - 1 : options[name].length - 1);
      input.value = String(view.dial(name) || 0);
      input.disabled = name === 'context' && kind in options.fixed;
      /** @type {HTMLOutputElement} */ (input.previousElementSibling).value = said[i];
      input.setAttribute('aria-valuetext', said[i]);
    });
    const [s, told] = [this.#chosen('seconds'), text(/** @type {Key} */ (`train.reads_${kind}`))];
    put($('.about'), 'train.about', { kind: told, layers, width, s });
  }

  /**
   * @param {'reads' | 'kind' | 'cut' | 'seconds'} name
   * @param {string} word
   */
  #choose(name, word) {
    const { options, view } = this.widget;
    const said = options[name].map((each) =>
      typeof each === 'number'
        ? text('train.seconds', { s: each })
        : text(/** @type {Key} */ (`train.${name}_${each}`)),
    );
    fill(this.$(`.${name}`), word, said, view.dial(name) || 0, (i) => {
      view.turn(
        name === 'reads' ? { reads: i, ...options.sizes[options.reads[i]] } : { [name]: i },
      );
    });
  }

  /**
   * Weights, to scale.
   * @param {ReadsValue | null} value
   */
  #count(value) {
    const { $ } = this;
    if (!value) return;
    const { weights, share } = value;
    $('.weights').textContent = whole(weights);
    $('.share').textContent = percent(share);
    $('.saved').textContent = text('train.mb', { n: number((weights * BYTES_A_WEIGHT) / 1e6, 1) });
    const side = `${100 * Math.sqrt(Math.min(1, share))}%`;
    Object.assign($('.scale i').style, { width: side, height: side });
    $('.scale').setAttribute('aria-label', text('train.scale', { share: percent(share) }));
  }

  #tell() {
    const { $ } = this;
    const { phase, trouble } = training;
    const busy = phase !== 'none' && phase !== 'ended';
    $('.go', HTMLButtonElement).disabled = busy;
    put($('.go'), phase === 'ended' ? 'train.again' : 'train.go');
    this.widget.element.classList.toggle('is-folded', busy && this.#folded);
    $('.state').classList.toggle('bad', Boolean(trouble));
    $('.state').textContent = trouble;
  }
}
