// One head step by step: from q and k of one pair of tokens to what the head writes.

import { vectorOn } from '../../page/colours.js';
import { placed } from '../../page/csv.js';
import { finder, hideBody, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { floats, largestFirst, number, range, sum } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { bar, boxed, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { softmax } from './softmax.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { HeadStepsValue } from '../../values'
 * @typedef {'q' | 'k' | 'v' | 'z' | 'scores' | 'writes'} Name
 */

const SHOWN = 6; // weights of the row
const COLUMNS = 64; // numbers in a line
const LINE = 12; // pixels of a line
const SEEN = 1e-3; // smaller differences are those of rounding
/** @type {Name[]} */
const NAMES = ['q', 'k', 'v', 'z', 'scores', 'writes'];

/** @param {Widget<HeadStepsValue>} widget */
export default function headSteps(widget) {
  return new HeadSteps(widget);
}

class HeadSteps {
  /** @type {Record<Name, Float32Array> | null} */
  #tensors = null;

  #n = 0; // tokens
  #row = -1; // the token that asks
  #column = 0; // the token that answers

  /** @param {Widget<HeadStepsValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    widget.hear('pointed', () => this.#mark(page.selected));
    exporting(widget, { csv: (value) => this.#save(value) });
    widget.watch(
      (value) => this.#draw(value),
      (index) => this.#mark(index),
    );
  }

  /** @param {HeadStepsValue | null} value */
  #draw(value) {
    hideBody(this.widget.element, !value);
    this.#tensors = null;
    this.$('.note').replaceChildren();
    if (!value) return;
    put(this.$('.note'), 'heads.one', { layer: value.layer, head: value.head });
    const read = NAMES.map((name) => [name, floats(value[name])]);
    this.#tensors = /** @type {Record<Name, Float32Array>} */ (Object.fromEntries(read));
    this.#n = value.pieces.length;
  }

  /**
   * One token's numbers in a tensor.
   * @param {Name} name
   * @param {number} i
   */
  #of(name, i) {
    const tensor = this.#tensors?.[name] ?? new Float32Array();
    const width = tensor.length / this.#n;
    return tensor.subarray(i * width, (i + 1) * width);
  }

  /** @param {number} index */
  #mark(index) {
    const { value } = this.widget;
    if (!value || !this.#tensors || index < 0 || index >= this.#n) return;
    this.#row = index;
    const weights = softmax(this.#of('scores', index).subarray(0, index + 1));
    const [strongest] = largestFirst(weights);
    const pointed = this.widget.view.told('pointed') ?? null;
    this.#column = pointed !== null && pointed <= index ? pointed : strongest;
    this.#pair(value, this.#column === strongest);
    this.#product();
    this.#softmax(value, weights);
    this.#values(value, weights);
    this.#writes(value);
  }

  /**
   * @param {HeadStepsValue} value
   * @param {boolean} strongest
   */
  #pair({ pieces }, strongest) {
    const [row, column] = [this.#row, this.#column];
    const said = { token: boxed(pieces[row]), at: row, key: boxed(pieces[column]), key_at: column };
    put(this.$('.say'), strongest ? 'steps.strongest' : 'steps.pair', said);
  }

  #product() {
    const [q, k] = [this.#of('q', this.#row), this.#of('k', this.#column)];
    const products = q.map((x, i) => x * k[i]);
    const dot = number(sum(products), 3);
    const score = number(this.#of('scores', this.#row)[this.#column], 3);
    const size = q.length;
    this.#strip('product', products, (i) => {
      const [a, b, product] = [q[i], k[i], products[i]].map((x) => number(x, 3));
      put(this.$('.reading'), 'steps.product', { i, q: a, k: b, product, size, dot });
    });
    const cut = this.#of('scores', this.#row)[this.#column] === -Infinity;
    put(this.$('.scaled'), cut ? 'steps.cut' : 'steps.scaled', { dot, size, score });
  }

  /**
   * @param {HeadStepsValue} value
   * @param {number[]} weights
   */
  #softmax({ pieces }, weights) {
    const scores = this.#of('scores', this.#row);
    const shown = largestFirst(weights).slice(0, SHOWN);
    if (!shown.includes(this.#column)) shown.splice(-1, 1, this.#column);
    const lines = shown.flatMap((i) => [
      make('span', `label${i === this.#column ? ' on' : ''}`, ...letters(pieces[i])),
      make('span', 'score', number(scores[i], 2)),
      bar(weights[i]),
      make('span', 'value', number(weights[i], 3)),
    ]);
    this.$('.soft').replaceChildren(...lines);
  }

  /**
   * @param {HeadStepsValue} value
   * @param {number[]} weights
   */
  #values({ pieces }, weights) {
    const [z, v] = [this.#of('z', this.#row), this.#of('v', this.#column)];
    const weight = weights[this.#column];
    this.#strip('z', z, (i) => {
      const [all, part, given] = [z[i], v[i], weight * v[i]].map((x) => number(x, 3));
      const token = boxed(pieces[this.#column]);
      const added = sum(weights.map((w, j) => w * this.#of('v', j)[i]));
      const set = Math.abs(added - z[i]) > SEEN; // a change writes something else
      put(this.$('.zed'), set ? 'steps.set' : 'steps.value', {
        i,
        z: all,
        weight: number(weight, 3),
        v: part,
        given,
        token,
        added: number(added, 3),
      });
    });
  }

  /** @param {HeadStepsValue} value */
  #writes({ raises }) {
    const writes = this.#of('writes', this.#row);
    this.#strip('writes', writes, () => {});
    const length = number(Math.hypot(...writes));
    put(this.$('.raises'), 'steps.raises', { length, tokens: raises[this.#row].map(boxed) });
  }

  /**
   * A vector as cells; `read` says one of its numbers, at first the largest.
   * @param {string} name
   * @param {Float32Array} vector
   * @param {(i: number) => void} read
   */
  #strip(name, vector, read) {
    const root = this.$(`[data-of=${name}]`);
    const canvas = root.querySelector('canvas') ?? root.appendChild(make('canvas'));
    const columns = Math.min(COLUMNS, vector.length);
    const limit = Math.max(...vector.map(Math.abs)) || 1;
    const lines = vectorOn(canvas, vector, columns, limit);
    canvas.style.height = `${lines * LINE}px`;
    canvas.title = text('steps.scale', { limit: number(limit) });
    canvas.onpointermove = ({ offsetX, offsetY }) => {
      const i =
        Math.floor((offsetX / canvas.clientWidth) * columns) + columns * Math.floor(offsetY / LINE);
      if (i >= 0 && i < vector.length) read(i);
    };
    read(largestFirst(vector.map(Math.abs))[0]);
  }

  /** @param {HeadStepsValue} value */
  #save({ pieces }) {
    const [asks, answers] = [this.#row, this.#column].map((i) => placed(pieces[i], i));
    const [q, z] = [this.#of('q', this.#row), this.#of('z', this.#row)];
    const [k, v] = [this.#of('k', this.#column), this.#of('v', this.#column)];
    const columns = [
      'number',
      `q of ${asks}`,
      `k of ${answers}`,
      'product',
      `v of ${answers}`,
      `z of ${asks}`,
    ];
    const lines = range(q.length).map((i) => [i, q[i], k[i], q[i] * k[i], v[i], z[i]]);
    saveCsv('head.csv', [columns, ...lines]);
  }
}
