// Many pictures of one caption: by sixteen seeds, or at eight temperatures.

import { finder, keepingFocus } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import facts from '../../page/facts.js';
import { number, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { Album, alike, cost, different, seedAfter } from './album.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { AlbumValue } from '../../values'
 */

const MANY = 16;
const ACROSS = 8;

/** @param {Widget<AlbumValue, { temperatures: number[] }>} widget */
export default function sheet(widget) {
  return new Sheet(widget);
}

class Sheet {
  #heats = false; // the strip of temperatures is chosen
  #shown = false; // and that is what the pictures are of

  /** @param {Widget<AlbumValue, { temperatures: number[] }>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.album = new Album(widget);
    choosing(this.$('.ways'));
    this.$('.go').addEventListener('click', () => this.#start());
    const name = () => (this.#shown ? 'temperatures' : 'sixteen');
    exporting(widget, {
      png: () => this.album.savePicture(`${name()}.png`, ACROSS),
      csv: () => this.album.saveNumbers(`${name()}.csv`),
    });
    this.album.watch(() => this.#draw());
  }

  #start() {
    const { view, options } = this.widget;
    const [seed, temperature] = [view.dial('seed'), view.dial('temperature')];
    const caption = page.state.text;
    this.#shown = this.#heats;
    const wanted = this.#shown
      ? options.temperatures.map((t) => ({ caption, seed, temperature: t }))
      : range(MANY).map((i) => ({ caption, seed: seedAfter(seed, i), temperature }));
    this.album.start(wanted, { wanted });
  }

  #draw() {
    const { $, album } = this;
    const ways = [text('sheet.seeds'), text('sheet.heats')];
    fill($('.ways'), '', ways, Number(this.#heats), (i) => {
      this.#heats = i === 1;
      this.#draw();
    });
    $('.go', HTMLButtonElement).disabled = album.busy;
    if (this.#heats)
      put($('.go'), 'sheet.go_heats', { n: this.widget.options.temperatures.length });
    else put($('.go'), 'sheet.go', { n: MANY });
    const { pictures } = album;
    $('.out').hidden = $('.pictures').hidden = !pictures.length;
    if (pictures.length) put($('.note'), 'sheet.of', { caption: pictures[0].caption });
    keepingFocus(this.widget.element, () => {
      $('.pictures').replaceChildren(...pictures.map((_, i) => this.#figure(i)));
    });
    this.#tell();
  }

  /** @param {number} i */
  #figure(i) {
    const picture = this.album.pictures[i];
    const { seed, temperature } = picture;
    const said = { seed, t: number(temperature), bits: number(cost(picture), 1) };
    const below = this.#shown ? text('sheet.heat', said) : text('sheet.seed', said);
    return this.album.figure(i, text('sheet.one', said), below);
  }

  #tell() {
    const { pictures, complete } = this.album;
    const line = this.$('.say');
    if (!complete) put(line, 'sheet.is');
    else if (this.#shown) {
      const costs = pictures.map((picture) => number(cost(picture), 1));
      put(line, 'sheet.heated', { first: costs[0], last: costs[costs.length - 1] });
    } else {
      const said = { all: facts.pixels, same: alike(pictures), n: pictures.length };
      put(line, 'sheet.differ', { ...said, kinds: different(pictures) });
    }
  }
}
