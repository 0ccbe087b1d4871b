// What one pixel of a picture or a clip looked at, and what looked at it: the choice of a head and a way, and the file.

import { quoted } from '../page/csv.js';
import { all, finder } from '../page/dom.js';
import { exporting, saveCsv } from '../page/export.js';
import facts from '../page/facts.js';
import { floats, largestFirst, number, range, sum } from '../page/numbers.js';
import { choosing, fill } from '../page/radios.js';
import { put, text } from '../page/words.js';
import { where } from './picture.js';
import { everyHead, weightsOf } from './weights.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { Key } from '../page/words.js'
 * @import { PixelLookValue } from '../values'
 * @import { Chosen } from './weights.js'
 * @typedef {object} Own what is the tab's own
 * @property {Key} empty said while no pixel is open
 * @property {string} mark the token between caption and pixels
 * @property {number} frames
 * @property {(value: PixelLookValue) => Chosen} first what stands open until somebody chooses
 * @property {(value: PixelLookValue, row: Float32Array, picked: boolean) => void} draw what the die looked at
 */

/** Tokens before the first pixel. */
export const CAPTION = facts.caption_tokens;

export class Looks {
  /** @type {Chosen | null} null: nobody has chosen */
  #picked = null;

  #back = false; // what looked at it

  /**
   * @param {Widget<PixelLookValue>} widget
   * @param {Own} own
   */
  constructor(widget, own) {
    this.widget = widget;
    this.own = own;
    this.$ = finder(widget.element);
    for (const name of ['.layers', '.heads', '.ways']) choosing(this.$(name));
    exporting(widget, { csv: (value) => this.#save(value) });
    widget.watch((value) => this.#draw(value));
  }

  /** @param {PixelLookValue | null} value */
  #draw(value) {
    this.$('.opened').hidden = !value;
    for (const line of all(this.widget.element, '.why')) line.replaceChildren();
    put(this.$('h2'), this.#back ? 'looks.looked_back' : 'looks.looked_at');
    if (!value) {
      this.$('.note').replaceChildren();
      put(this.$('.say'), this.own.empty);
      return;
    }
    const chosen = this.#picked ?? this.own.first(value);
    this.#choices(value, chosen);
    this.$('.forth').hidden = this.#back;
    if (this.#back) this.#drawBack(value, chosen);
    else this.#drawLook(value, chosen);
  }

  /**
   * @param {PixelLookValue} value
   * @param {Chosen} chosen
   */
  #choices({ shape: [layers, heads] }, chosen) {
    const { layer, head } = chosen;
    put(this.$('.note'), head === null ? 'looks.mean' : 'heads.one', { layer, head: head ?? 0 });
    const pick = (/** @type {Partial<Chosen>} */ picked) => {
      this.#picked = { ...chosen, ...picked };
      this.#draw(this.widget.value);
    };
    const every = range(layers).map(String);
    fill(this.$('.layers'), text('looks.word_layer'), every, layer, (i) => pick({ layer: i }));
    const each = [text('looks.word_mean'), ...range(heads).map(String)];
    fill(this.$('.heads'), text('looks.word_head'), each, head === null ? 0 : head + 1, (i) =>
      pick({ head: i ? i - 1 : null }),
    );
    const ways = [text('looks.way_to'), text('looks.way_back')];
    fill(this.$('.ways'), '', ways, Number(this.#back), (i) => {
      this.#back = i === 1;
      this.#draw(this.widget.value);
    });
  }

  /**
   * @param {PixelLookValue} value
   * @param {Chosen} chosen
   */
  #drawLook(value, chosen) {
    const row = weightsOf(floats(value.rows), value.shape, chosen);
    this.own.draw(value, row, Boolean(this.#picked));
    const [pixels, tokens] = [row.subarray(CAPTION), row.subarray(value.pads, CAPTION - 1)];
    this.widget.view.tell('looked', { pixel: value.pixel, pixels, tokens });
  }

  /**
   * The dice of later pixels: the first is that of the next one.
   * @param {PixelLookValue} value
   * @param {Chosen} chosen
   */
  #drawBack(value, chosen) {
    const pixels = new Float32Array(facts.pixels);
    const later = facts.pixels - 1 - value.pixel;
    const given = weightsOf(floats(value.back), value.shape, chosen).subarray(0, later);
    pixels.set(given, value.pixel + 1);
    const [most] = largestFirst(pixels);
    const said = { share: number(pixels[most]), all: number(sum(given), 1) };
    const { frames } = this.own;
    put(this.$('.say'), given.length ? 'looks.back' : 'looks.no_back', {
      ...said,
      where: where(most, frames),
    });
    this.widget.view.tell('looked', { pixel: value.pixel, pixels, tokens: new Float32Array() });
  }

  /** @param {PixelLookValue} value */
  #save(value) {
    const { mark, frames } = this.own;
    const heads = everyHead(floats(value.rows), value.shape);
    const pads = range(value.pads).map(() => '<pad>');
    const pixels = range(value.pixel).map((pixel) => where(pixel, frames));
    const names = [...pads, ...value.pieces.map(quoted), mark, ...pixels];
    const lines = names.map((name, i) => [name, ...heads.map(({ weights }) => weights[i])]);
    saveCsv('looks.csv', [['looked at', ...heads.map(({ name }) => name)], ...lines]);
  }
}
