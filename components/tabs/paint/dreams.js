// Half of a picture is kept, or drawn by the visitor, and the rest dreamt again and again.

import { finder, keepingFocus } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import facts from '../../page/facts.js';
import { number, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put, text } from '../../page/words.js';
import { Album, alike, cost, seedAfter } from './album.js';
import { Half } from './half.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { AlbumValue } from '../../values'
 */

const DREAMS = 6;

/** @param {Widget<AlbumValue>} widget */
export default function dreams(widget) {
  return new Dreams(widget);
}

class Dreams {
  #next = 0; // dreams that were dreamt of this half already

  /** @param {Widget<AlbumValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.slider = this.$('.rows input', HTMLInputElement);
    this.half = new Half(widget.element, () => this.#draw());
    this.album = new Album(widget);
    this.$('.go').addEventListener('click', () => this.#start());
    this.slider.addEventListener('input', () => this.#anew(() => {}));
    this.$('.draw').addEventListener('click', () => this.#anew(() => this.half.toggle()));
    widget.hear('painted', (picture) => {
      if (!this.half.drawing) this.#anew(() => this.half.take(picture));
    });
    exporting(widget, {
      png: () => this.album.savePicture('dreams.png', DREAMS),
      csv: () => this.album.saveNumbers('dreams.csv'),
    });
    this.album.watch(() => this.#draw());
  }

  /**
   * Another half.
   * @param {() => void} change
   */
  #anew(change) {
    this.#next = 0;
    change();
    this.#draw();
  }

  #start() {
    const { view } = this.widget;
    const { half } = this;
    const caption = half.caption || page.state.text;
    const kept = half.colours.slice(0, half.rows * facts.side);
    const [seed, temperature] = [view.dial('seed'), view.dial('temperature')];
    const first = seed + 1 + this.#next;
    const wanted = range(DREAMS).map((i) => ({ caption, temperature, seed: seedAfter(first, i) }));
    this.#next += DREAMS;
    this.album.start(wanted, { wanted, kept }, kept);
  }

  #draw() {
    const { $, slider, half, album } = this;
    half.rows = Number(slider.value);
    const along = (half.rows - Number(slider.min)) / (Number(slider.max) - Number(slider.min));
    slider.style.setProperty('--range_progress', `${100 * along}%`);
    put($('.rows output'), 'dreams.of', { rows: half.rows, all: facts.side });
    half.draw();
    $('.go', HTMLButtonElement).disabled = album.busy || !half.colours.length;
    put($('.go'), this.#next ? 'dreams.more' : 'dreams.go');
    const draw = $('.draw');
    draw.setAttribute('aria-pressed', String(half.drawing));
    put(draw, half.drawing ? 'dreams.drawn' : 'dreams.draw');
    put($('.note'), 'dreams.is', { rows: half.rows, left: facts.side - half.rows });
    const { pictures } = album;
    $('.out').hidden = $('.pictures').hidden = !pictures.length;
    keepingFocus(this.widget.element, () => {
      $('.pictures').replaceChildren(...pictures.map((_, i) => this.#figure(i)));
    });
    this.#tell();
  }

  /** @param {number} i */
  #figure(i) {
    const picture = this.album.pictures[i];
    const said = { seed: picture.seed, bits: number(cost(picture), 1) };
    return this.album.figure(i, text('dreams.dream', said), text('dreams.below', said));
  }

  #tell() {
    const { pictures, complete } = this.album;
    const line = this.$('.say');
    if (!this.half.colours.length) put(line, 'dreams.none');
    else if (this.half.drawing && !this.#next) this.half.tell(line);
    else if (!complete) put(line, 'dreams.ready');
    else {
      const from = pictures[0].kept;
      const bits = pictures.map(cost);
      put(line, 'dreams.said', {
        n: pictures.length,
        same: alike(pictures, from),
        all: facts.pixels - from,
        least: number(Math.min(...bits), 1),
        most: number(Math.max(...bits), 1),
      });
    }
  }
}
