// What one pixel looked at: how much went to the caption, to the padding before it, and to earlier pixels; and back.

import { quoted } from '../../page/csv.js';
import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import facts from '../../page/facts.js';
import { floats, largestFirst, number, range, sum } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { boxed } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { everyHead, firstOpen, weightsOf } from '../../parts/weights.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { PixelLookValue } from '../../values'
 * @typedef {[className: string, name: string, share: number]} Part
 */

const SEEN = 0.005; // smaller shares are no part of the split
const CAPTION = facts.caption_tokens; // tokens before the first pixel

/** @param {Widget<PixelLookValue>} widget */
export default function pixelLook(widget) {
  return new PixelLook(widget);
}

/** @param {number} pixel */
const where = (pixel) =>
  text('pixel.at', { row: Math.floor(pixel / facts.side), column: pixel % facts.side });

class PixelLook {
  /** @type {number | null} null: not chosen, the last but one, if there is one */
  #layer = null;

  /** @type {number | null} null: the mean of all */
  #head = null;

  #back = false; // what looked at it

  /** @param {Widget<PixelLookValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.line = this.$('.say');
    for (const name of ['.layers', '.heads', '.ways']) choosing(this.$(name));
    exporting(widget, { csv: save });
    widget.watch((value) => this.#draw(value));
  }

  /** @param {PixelLookValue | null} value */
  #draw(value) {
    this.$('.opened').hidden = !value;
    put(this.$('h2'), this.#back ? 'looks.looked_back' : 'looks.looked_at');
    if (!value) {
      this.$('.note').replaceChildren();
      put(this.line, 'looks.empty');
      return;
    }
    this.#choices(value);
    this.$('.split').hidden = this.$('.parts').hidden = this.#back;
    if (this.#back) this.#drawBack(value);
    else this.#drawLook(value);
  }

  /** @param {PixelLookValue} value */
  #chosen({ shape: [layers] }) {
    return { layer: this.#layer ?? firstOpen(layers), head: this.#head };
  }

  /** @param {PixelLookValue} value */
  #choices(value) {
    const [layers, heads] = value.shape;
    const { layer, head } = this.#chosen(value);
    put(this.$('.note'), head === null ? 'looks.mean' : 'heads.one', { layer, head: head ?? 0 });
    const pick = (/** @type {(i: number) => void} */ set) => (/** @type {number} */ i) => {
      set(i);
      this.#draw(this.widget.value);
    };
    const all = range(layers).map(String);
    const setLayer = pick((i) => (this.#layer = i));
    fill(this.$('.layers'), text('looks.word_layer'), all, layer, setLayer);
    const each = [text('looks.word_mean'), ...range(heads).map(String)];
    const setHead = pick((i) => (this.#head = i ? i - 1 : null));
    fill(this.$('.heads'), text('looks.word_head'), each, head === null ? 0 : head + 1, setHead);
    const ways = [text('looks.way_to'), text('looks.way_back')];
    const setWay = pick((i) => (this.#back = i === 1));
    fill(this.$('.ways'), '', ways, Number(this.#back), setWay);
  }

  /** @param {PixelLookValue} value */
  #drawLook(value) {
    const row = weightsOf(floats(value.rows), value.shape, this.#chosen(value));
    const tokens = row.subarray(value.pads, CAPTION - 1);
    const pixels = row.subarray(CAPTION);
    const padding = row.subarray(0, value.pads);
    /** @type {Part[]} */
    const parts = [
      ['a', text('looks.caption'), sum(tokens)],
      ['c', '<image>', row[CAPTION - 1]],
      ['d', text('looks.padding'), sum(padding)],
      ['b', text('looks.earlier'), sum(pixels)],
    ];
    const seen = parts.filter(([, , share]) => share > SEEN);
    this.$('.split').replaceChildren(...seen.map(piece));
    this.$('.parts').replaceChildren(...seen.map(key));
    this.line.replaceChildren(...strongest(value.pieces, tokens, nearest(pixels)));
    this.view.tell('looked', { pixel: value.pixel, pixels, tokens });
  }

  /**
   * The dice of later pixels: the first is that of the next one.
   * @param {PixelLookValue} value
   */
  #drawBack(value) {
    const pixels = new Float32Array(facts.pixels);
    const later = facts.pixels - 1 - value.pixel;
    const all = weightsOf(floats(value.back), value.shape, this.#chosen(value));
    const given = all.subarray(0, later);
    pixels.set(given, value.pixel + 1);
    const [most] = largestFirst(pixels);
    const said = { where: where(most), share: number(pixels[most]), all: number(sum(given), 1) };
    put(this.line, given.length ? 'looks.back' : 'looks.no_back', said);
    this.view.tell('looked', { pixel: value.pixel, pixels, tokens: new Float32Array() });
  }
}

/**
 * A part of the split, as wide as its share.
 * @param {Part} part
 */
function piece([className, name, share]) {
  const made = make('i', `part ${className}`);
  made.style.flex = String(share);
  made.title = `${number(share, 3)} ${name}`;
  return made;
}

/**
 * Its name stands below, where there is room for it.
 * @param {Part} part
 */
const key = ([className, name, share]) =>
  make('span', 'pip', make('i', `part ${className}`), make('b', '', number(share)), name);

/**
 * The tokens of the caption that got most.
 * @param {string[]} pieces
 * @param {Float32Array} tokens their weights
 * @param {Child[]} rest what is said of pixels
 */
function strongest(pieces, tokens, rest) {
  const [first, second] = largestFirst(tokens);
  const said = { first: boxed(pieces[first]), first_share: number(tokens[first]), rest };
  if (second === undefined) return say('looks.one_token', said);
  const other = { second: boxed(pieces[second]), second_share: number(tokens[second]) };
  return say('looks.two_tokens', { ...said, ...other });
}

/**
 * The pixel that got most.
 * @param {Float32Array} pixels their weights
 */
function nearest(pixels) {
  if (!pixels.length) return say('looks.no_pixel');
  const [most] = largestFirst(pixels);
  return say('looks.pixel', { where: where(most), share: number(pixels[most]) });
}

/** @param {PixelLookValue} value */
function save(value) {
  const heads = everyHead(floats(value.rows), value.shape);
  const pads = range(value.pads).map(() => '<pad>');
  const names = [...pads, ...value.pieces.map(quoted), '<image>', ...range(value.pixel).map(where)];
  const lines = names.map((name, i) => [name, ...heads.map(({ weights }) => weights[i])]);
  saveCsv('looks.csv', [['looked at', ...heads.map(({ name }) => name)], ...lines]);
}
