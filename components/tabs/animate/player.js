// Plays the frames in a loop. Who wants less motion sees them stand still until they press Play.

import { finder } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { put, text } from '../../page/words.js';
import { Picture } from '../../parts/picture.js';
import { EACH, SIDE } from './shape.js';

const FRAME_MS = 420;
const still = matchMedia('(prefers-reduced-motion: reduce)');

export class Player {
  #timer = 0;

  /** @type {number[]} as far as rolled */
  #colours = [];

  at = 0; // the frame that is shown

  /**
   * @param {HTMLElement} root
   * @param {(at: number | null) => void} shown gets the frame, null while there is none
   */
  constructor(root, shown) {
    const $ = finder(root);
    this.shown = shown;
    this.screen = $('.screen', SVGSVGElement);
    this.picture = new Picture(this.screen, SIDE);
    this.picture.showNext(false);
    this.button = $('.run', HTMLButtonElement);
    this.slider = $('.scrub', HTMLInputElement);
    this.slider.max = String(facts.frames);
    this.place = $('.at');
    this.button.addEventListener('click', () => (this.#timer ? this.stop() : this.#play()));
    this.slider.addEventListener('input', () => {
      this.stop();
      this.show(Number(this.slider.value) - 1);
    });
  }

  /** @param {number[]} colours as far as rolled */
  take(colours) {
    this.#colours = colours;
    this.show(this.at);
  }

  /** All is there: from the first frame on, unless somebody wants less motion. */
  premiere() {
    this.show(0);
    if (!still.matches) this.#play();
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#tell();
  }

  /** @param {number} at a frame */
  show(at) {
    this.at = at;
    const pixels = this.#colours.slice(at * EACH, (at + 1) * EACH);
    for (let i = 0; i < EACH; i++) this.picture.paint(i, pixels[i], 0);
    this.slider.value = String(at + 1);
    this.slider.style.setProperty('--range_progress', `${(100 * at) / (facts.frames - 1)}%`);
    this.#tell();
  }

  #play() {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.show((this.at + 1) % facts.frames), FRAME_MS);
    this.#tell();
  }

  #tell() {
    const some = this.#colours.length > 0;
    const whole = this.#colours.length === facts.pixels;
    put(this.button, this.#timer ? 'clip.pause' : 'clip.play');
    this.button.disabled = this.slider.disabled = !whole;
    this.place.textContent = text('clip.at', { frame: this.at + 1, frames: facts.frames });
    this.slider.setAttribute('aria-valuetext', this.place.textContent);
    this.screen.dataset.frame = some ? String(this.at + 1) : '';
    this.shown(some ? this.at : null);
  }
}
