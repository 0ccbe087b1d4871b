// What the die of one note looked at: the request as a whole, and earlier notes one by one.

import { quoted } from '../../page/csv.js';
import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { floats, largestFirst, number, range, sum } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { bars, boxed, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { everyHead, weightsOf } from '../../parts/weights.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { NoteLookValue } from '../../values'
 * @typedef {{ note: number, weight: number }} Arc
 */

const SEEN = 0.03; // smaller weights have no arc
const MOST = 8;

/** @param {Widget<NoteLookValue>} widget */
export default function noteLook(widget) {
  return new NoteLook(widget);
}

class NoteLook {
  /** @type {number | null} null: not chosen, that with the strongest look at one earlier note */
  #layer = null;

  /** @type {number | null} */
  #head = null;

  /** @param {Widget<NoteLookValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    for (const name of ['.layers', '.heads']) choosing(this.$(name));
    exporting(widget, { csv: save });
    widget.watch((value) => this.#draw(value));
  }

  /** @param {NoteLookValue | null} value */
  #draw(value) {
    this.$('.opened').hidden = !value;
    if (!value) {
      this.$('.note').replaceChildren();
      put(this.$('.say'), 'note.looks_empty');
      return;
    }
    const chosen = this.#chosen(value);
    const weights = weightsOf(floats(value.rows), value.shape, chosen);
    const [layers, heads] = value.shape;
    put(this.$('.note'), 'heads.one', chosen);
    const pick = (/** @type {{ layer?: number, head?: number }} */ picked) => {
      const { layer, head } = { ...chosen, ...picked };
      [this.#layer, this.#head] = [layer, head];
      this.#draw(this.widget.value);
    };
    const [first, second] = [layers, heads].map((n) => range(n).map(String));
    fill(this.$('.layers'), text('looks.word_layer'), first, chosen.layer, (layer) =>
      pick({ layer }),
    );
    fill(this.$('.heads'), text('looks.word_head'), second, chosen.head, (head) => pick({ head }));
    const notes = earlier(value, weights);
    const order = largestFirst(notes.map(({ weight }) => weight));
    const most = order.slice(0, MOST).map((i) => notes[i]);
    bars(this.$('.bars'), [
      row(text('note.request'), sum(weights.subarray(0, value.before))),
      ...most.map((arc) => row(name(value, arc.note), arc.weight)),
      ...words(value, weights).slice(0, MOST - most.length),
    ]);
    this.#tell(value, most);
    const arcs = most.filter(({ weight }) => weight >= SEEN);
    this.widget.view.tell('arcs', { place: value.place, arcs });
  }

  /** @param {NoteLookValue} value */
  #chosen(value) {
    const heads = everyHead(floats(value.rows), value.shape);
    const strength = heads.map(({ weights }) => {
      const notes = earlier(value, weights).slice(0, -1);
      return Math.max(0, ...notes.map(({ weight }) => weight));
    });
    const strongest = heads[largestFirst(strength)[0]];
    return { layer: this.#layer ?? strongest.layer, head: this.#head ?? strongest.head };
  }

  /**
   * @param {NoteLookValue} value
   * @param {Arc[]} most
   */
  #tell(value, most) {
    const [first] = most;
    const n = value.place / 2;
    if (!first) put(this.$('.say'), 'note.first');
    else {
      const said = { token: boxed(name(value, first.note)), share: number(first.weight) };
      put(this.$('.say'), 'note.most', { ...said, n: n - first.note });
    }
  }
}

/**
 * How much went to each note before this one, its pitch and its length together.
 * @param {NoteLookValue} value
 * @param {Float32Array} weights
 * @returns {Arc[]}
 */
function earlier({ before, place }, weights) {
  return range(Math.floor(place / 2)).map((note) => ({
    note,
    weight: weights[before + 2 * note] + weights[before + 2 * note + 1],
  }));
}

/**
 * The tokens of the request, where there is room for them: what got most first.
 * @param {NoteLookValue} value
 * @param {Float32Array} weights
 */
function words({ pieces, before }, weights) {
  const own = weights.subarray(0, before);
  return largestFirst(own).map((i) => row(make('span', '', ...letters(pieces[i])), own[i]));
}

/**
 * @param {NoteLookValue} value
 * @param {number} note
 */
const name = ({ pieces, before }, note) =>
  text('note.name', { n: note + 1, pitch: pieces[before + 2 * note].slice(1, -1) });

/**
 * @param {Child} label
 * @param {number} value
 */
const row = (label, value) => ({ label, value, text: number(value) });

/** @param {NoteLookValue} value */
function save(value) {
  const heads = everyHead(floats(value.rows), value.shape);
  const lines = value.pieces.map((piece, i) => [
    quoted(piece),
    ...heads.map(({ weights }) => weights[i]),
  ]);
  saveCsv('looks.csv', [['token (JSON)', ...heads.map(({ name }) => name)], ...lines]);
}
