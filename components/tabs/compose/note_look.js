// What the die of one note looked at: the request as a whole, and earlier notes one by one.

import { quoted } from '../../page/csv.js';
import { finder, make, radio } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { floats, largestFirst, number, range, sum } from '../../page/numbers.js';
import { check, choosing } from '../../page/radios.js';
import { bars, boxed, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { weightsOf } from '../../parts/weights.js';

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
    this.#choice('.layers', text('looks.word_layer'), layers, chosen.layer, (i) => {
      this.#layer = i;
      this.#head ??= chosen.head;
    });
    this.#choice('.heads', text('looks.word_head'), heads, chosen.head, (i) => {
      this.#head = i;
      this.#layer ??= chosen.layer;
    });
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
    const [layers, heads] = value.shape;
    const all = range(layers).flatMap((layer) => range(heads).map((head) => ({ layer, head })));
    const rows = floats(value.rows);
    const strength = all.map((each) =>
      Math.max(
        0,
        ...earlier(value, weightsOf(rows, value.shape, each))
          .slice(0, -1)
          .map(({ weight }) => weight),
      ),
    );
    const strongest = all[largestFirst(strength)[0]];
    return { layer: this.#layer ?? strongest.layer, head: this.#head ?? strongest.head };
  }

  /**
   * @param {string} selector
   * @param {string} word
   * @param {number} n
   * @param {number} chosen
   * @param {(i: number) => void} pick
   */
  #choice(selector, word, n, chosen, pick) {
    const root = this.$(selector);
    const buttons = range(n).map((i) =>
      radio(
        'button',
        () => {
          pick(i);
          this.#draw(this.widget.value);
          root.querySelectorAll('button')[i].focus();
        },
        String(i),
      ),
    );
    root.replaceChildren(make('span', 'word', word), ...buttons);
    check(root, (each) => each === buttons[chosen]);
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
  const [layers, heads] = value.shape;
  const rows = floats(value.rows);
  const all = range(layers).flatMap((layer) => range(heads).map((head) => ({ layer, head })));
  const columns = all.map(({ layer, head }) => `layer ${layer}, head ${head}`);
  const weights = all.map((each) => weightsOf(rows, value.shape, each));
  const lines = value.pieces.map((piece, i) => [quoted(piece), ...weights.map((row) => row[i])]);
  saveCsv('looks.csv', [['token (JSON)', ...columns], ...lines]);
}
