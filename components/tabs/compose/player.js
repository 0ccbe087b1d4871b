// Plays a tune; never by itself.

import { schedule, sixteenth } from './sound.js';

/** @import { Note } from './notes.js' */

const SOON_S = 0.05;
const still = matchMedia('(prefers-reduced-motion: reduce)');

export class Player {
  /** @type {AudioContext | null} */
  #context = null;

  /** @type {OscillatorNode[]} */
  #sounding = [];

  #frame = 0;

  playing = false;

  /** @param {(at: number | null) => void} move gets where it plays, in sixteenths; null: it has ended */
  constructor(move) {
    this.move = move;
  }

  /**
   * From `from` sixteenths on. False where the browser allows no sound yet.
   * @param {Note[]} notes
   * @param {number} beats
   * @param {number} from
   */
  async play(notes, beats, from) {
    this.stop();
    const context = await this.#ready();
    if (!context || !notes.length) return false;
    const begin = context.currentTime + SOON_S;
    this.#sounding = schedule(context, notes, { beats, begin, from });
    this.playing = true;
    const last = notes[notes.length - 1];
    const step = () => {
      if (!this.playing) return;
      const at = from + Math.max(0, context.currentTime - begin) / sixteenth(beats);
      if (at >= last.at + last.length) {
        this.stop();
        this.move(null);
        return;
      }
      // Who wants less motion sees the line jump from note to note.
      this.move(still.matches ? (notes.findLast((note) => note.at <= at)?.at ?? 0) : at);
      this.#frame = requestAnimationFrame(step);
    };
    step();
    return true;
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.playing = false;
    for (const oscillator of this.#sounding) oscillator.stop();
    this.#sounding = [];
  }

  /**
   * One note alone: somebody has just set it.
   * @param {number | null} pitch
   * @param {number} length
   * @param {number} beats
   */
  async sound(pitch, length, beats) {
    if (this.playing || pitch === null) return;
    const context = await this.#ready();
    if (!context) return;
    schedule(context, [{ first: 0, pitch, length, at: 0 }], { beats, begin: context.currentTime });
  }

  async #ready() {
    this.#context ??= new AudioContext();
    if (this.#context.state !== 'running') await Promise.race([this.#context.resume(), wait(300)]);
    return this.#context.state === 'running' ? this.#context : null;
  }
}

/** @param {number} ms */
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
