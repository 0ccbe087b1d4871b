// A picture with a hole, repaired twice: from all sides, and row by row.

import { button, finder, keepingFocus, make, pen } from '../../page/dom.js';
import { saveCanvas, saveCsv } from '../../page/export.js';
import facts from '../../page/facts.js';
import { number, range } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { coloursOf, dab, small } from '../../parts/small.js';
import { ask } from '../../parts/training.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { Repaired, RepairValue, RepairedPicture } from '../../values'
 */

const SCALE = 16; // pixels of a canvas for a pixel
const FRAME_MS = 30;
const WAYS = /** @type {const} */ (['back', 'both']);

/** @param {Widget<RepairValue, { holes: string[] }>} widget */
export default function repair(widget) {
  return new Repair(widget);
}

class Repair {
  /** @type {RepairedPicture | null} */
  #told = null;

  #asked = '';
  #seed = 0;
  #trouble = '';
  #timer = 0;

  /** @param {Widget<RepairValue, { holes: string[] }>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.slider = this.$('.step input', HTMLInputElement);
    for (const side of ['given', 'back', 'both', 'whole']) {
      const canvas = small(SCALE);
      canvas.setAttribute('role', 'img');
      this.$(`.${side}`).append(canvas);
    }
    choosing(this.$('.gaps'));
    this.slider.addEventListener('input', () => {
      clearInterval(this.#timer);
      this.#draw();
    });
    this.$('.again').addEventListener('click', () => {
      this.#seed++;
      this.#look();
    });
    this.$('[data-do=png]').addEventListener('click', () => this.#savePng());
    this.$('[data-do=csv]').addEventListener('click', () => this.#saveCsv());
    widget.watch(() => this.#wanted());
    widget.hear('wanted', () => this.#wanted());
    widget.hear('opened', () => this.#wanted());
  }

  /** @param {'picture' | 'gap'} name */
  #dial(name) {
    return this.widget.view.dial(name) || 0;
  }

  #wanted() {
    const { value, options, view } = this.widget;
    this.$('.card').hidden = !value;
    if (!value || !view.isOpen()) return;
    const said = options.holes.map((each) => text(/** @type {Key} */ (`mask.gap_${each}`)));
    fill(this.$('.gaps'), text('mask.gap'), said, this.#dial('gap'), (gap) => view.turn({ gap }));
    keepingFocus(this.widget.element, () => {
      this.$('.offered').replaceChildren(
        ...value.captions.map((_, i) => this.#thumbnail(i, value)),
      );
    });
    const asked = `${this.#dial('picture')} ${this.#dial('gap')}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#seed = 0;
    this.#look();
  }

  /**
   * @param {number} i
   * @param {RepairValue} value
   */
  #thumbnail(i, { captions, colours }) {
    const canvas = small();
    dab(canvas, coloursOf(colours[i]));
    const made = button('', () => this.widget.view.turn({ picture: i }), canvas);
    made.dataset.focus = String(i);
    made.title = captions[i];
    made.setAttribute('aria-label', captions[i]);
    made.setAttribute('aria-pressed', String(i === this.#dial('picture')));
    return made;
  }

  async #look() {
    const asked = this.#asked;
    const seed = this.#seed;
    this.#trouble = '';
    put(this.$('.state'), 'mask.repairing');
    const hole = this.widget.options.holes[this.#dial('gap')];
    try {
      const data = [this.#dial('picture'), hole, seed ? 1 : 0, seed];
      const told = /** @type {RepairedPicture} */ (await ask('repair_picture', data));
      if (asked !== this.#asked || seed !== this.#seed) return;
      this.#told = told;
      this.#play();
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#trouble = /** @type {Error} */ (error).message || text('train.lost');
    }
    this.$('.state').textContent = this.#trouble;
  }

  /** From the hole to the whole, as it was filled. */
  #play() {
    const told = this.#told;
    if (!told) return;
    clearInterval(this.#timer);
    const n = told.hidden.length;
    this.slider.max = String(n);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.slider.value = String(calm ? n : 0);
    this.#draw();
    if (calm) return;
    this.#timer = window.setInterval(() => {
      const next = Math.min(n, Number(this.slider.value) + Math.ceil(n / 40));
      this.slider.value = String(next);
      this.#draw();
      if (next === n) clearInterval(this.#timer);
    }, FRAME_MS);
  }

  #draw() {
    const told = this.#told;
    const { $ } = this;
    $('.four').hidden = $('.step').hidden = !told;
    if (!told) return;
    const step = Number(this.slider.value);
    const n = told.hidden.length;
    put($('.note'), 'mask.caption', { caption: told.caption });
    put($('.step span'), 'mask.pixel', { step, of: n });
    this.slider.style.setProperty('--range_progress', `${(100 * step) / n}%`);
    const hidden = new Set(told.hidden);
    const kept = range(facts.pixels).filter((i) => !hidden.has(i));
    for (const side of ['given', 'back', 'both', 'whole']) {
      const canvas = $(`.${side} canvas`, HTMLCanvasElement);
      pen(canvas).clearRect(0, 0, canvas.width, canvas.height);
      hatch(canvas);
      dab(canvas, told.colours, side === 'whole' ? undefined : kept);
      canvas.setAttribute(
        'aria-label',
        text(/** @type {Key} */ (`mask.canvas_${side}`), { caption: told.caption }),
      );
    }
    for (const way of WAYS) {
      const { places, colours, right } = told[way];
      const whole = [...told.colours];
      places.forEach((place, i) => {
        whole[place] = colours[i];
      });
      dab($(`.${way} canvas`, HTMLCanvasElement), whole, places.slice(0, step));
      put($(`.${way} figcaption`), `mask.way_${way}`, { right, of: n });
    }
    if (step < n) $('.say').replaceChildren();
    else this.#tell(told);
  }

  /** @param {RepairedPicture} told */
  #tell({ hidden, back, both }) {
    const bits = (/** @type {Repaired} */ { chances }) =>
      number(
        chances.reduce((all, p) => all - Math.log2(p), 0),
        1,
      );
    const slots = {
      back: back.right,
      both: both.right,
      of: hidden.length,
      bits_back: bits(back),
      bits_both: bits(both),
    };
    const key =
      both.right === back.right ? 'mask.drew' : both.right > back.right ? 'mask.won' : 'mask.lost';
    put(this.$('.say'), key, slots);
  }

  #savePng() {
    const told = this.#told;
    if (!told) return;
    const made = make('canvas');
    const side = SCALE * facts.side;
    made.width = 4 * side + 3 * SCALE;
    made.height = side;
    ['given', 'back', 'both', 'whole'].forEach((each, i) => {
      pen(made).drawImage(this.$(`.${each} canvas`, HTMLCanvasElement), i * (side + SCALE), 0);
    });
    saveCanvas('repaired.png', made, told.caption);
  }

  #saveCsv() {
    const told = this.#told;
    if (!told) return;
    const rows = WAYS.flatMap((way) =>
      told[way].places.map((place, i) => [
        way === 'both' ? 'both ways' : 'looking back',
        i + 1,
        place % facts.side,
        Math.floor(place / facts.side),
        facts.colours[told[way].colours[i]],
        facts.colours[told.colours[place]],
        told[way].chances[i],
      ]),
    );
    saveCsv('repaired.csv', [['model', 'step', 'x', 'y', 'filled in', 'was', 'chance'], ...rows]);
  }
}

/**
 * What is hidden.
 * @param {HTMLCanvasElement} canvas
 */
function hatch(canvas) {
  const context = pen(canvas);
  context.strokeStyle = '#8888';
  context.lineWidth = 1;
  for (let x = -canvas.height; x < canvas.width; x += 8) {
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x + canvas.height, canvas.height);
    context.stroke();
  }
}
