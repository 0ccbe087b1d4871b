// A training that the page shows: begun here or named in the address, asked about while it runs.

import { page } from '../page/page.js';
import { text } from '../page/words.js';

/**
 * @import { TrainingEvent, TrainingState } from '../values'
 * @typedef {TrainingEvent & { step: number, unseen: number, seconds: number }} Look
 * @typedef {'none' | 'sent' | 'line' | 'warming' | 'running' | 'ended'} Phase
 */

const SOON_MS = 400;
const AWAY_MS = 4000; // another tab is open
const LOST_MS = 2000;

export class Training {
  name = '';

  /** @type {Phase} */
  phase = 'none';

  /** @type {Partial<TrainingState>} what was told last */
  told = {};

  /** @type {TrainingEvent | null} */
  begun = null;

  /** @type {number[]} bits a token, by step */
  losses = [];

  /** @type {number[]} */
  norms = [];

  /** @type {Look[]} */
  looks = [];

  /** @type {TrainingEvent | null} */
  ended = null;

  /** @type {number | null} the step that is looked at; null: the last */
  at = null;

  lost = false;

  /** Whether its tab is open. */
  watched = () => true;

  trouble = '';

  #after = 0;

  #timer = 0;

  /**
   * @param {string} note its place in the address
   * @param {string} endpoint that starts it
   */
  constructor(note, endpoint = 'train') {
    this.note = note;
    this.endpoint = endpoint;
  }

  /** The looks at which all weights were kept. */
  get shots() {
    return this.looks.filter(({ shot }) => shot !== undefined);
  }

  /** The look that is shown: that of the chosen step, or the newest. */
  get look() {
    const { shots } = this;
    return shots.find(({ step }) => step === this.at) ?? shots.at(-1);
  }

  get last() {
    return this.looks.at(-1);
  }

  get steps() {
    return this.begun?.steps ?? 0;
  }

  get done() {
    return this.losses.length;
  }

  /** @param {unknown[]} asked what its endpoint takes */
  async start(...asked) {
    this.#reset('');
    this.phase = 'sent';
    this.#tell();
    try {
      const { name } = await ask(this.endpoint, asked);
      this.watch(name);
    } catch (error) {
      this.phase = 'none';
      this.trouble = /** @type {Error} */ (error).message || text('train.lost');
      this.#tell();
    }
  }

  /** @param {string} name */
  watch(name) {
    this.#reset(name);
    this.phase = 'line';
    page.note(this.note, name);
    this.#tell();
    this.#poll();
  }

  /** Watches what the address names, unless it is watched already; whether it names one. */
  restore() {
    const name = page.state.notes[this.note] ?? '';
    if (name && name !== this.name) this.watch(name);
    return Boolean(name);
  }

  stop() {
    return this.#act('stop_training');
  }

  async forget() {
    await this.#act('forget_training');
    this.leave();
  }

  /** Shows none. */
  leave() {
    this.#reset('');
    page.note(this.note, null);
    this.#tell();
  }

  /** @param {number | null} step */
  choose(step) {
    this.at = step;
    this.#tell();
  }

  /** @param {string} endpoint */
  async #act(endpoint) {
    try {
      await ask(endpoint, [this.name]);
    } catch (error) {
      this.trouble = /** @type {Error} */ (error).message;
      this.#tell();
    }
  }

  /** @param {string} name */
  #reset(name) {
    clearTimeout(this.#timer);
    Object.assign(this, { name, phase: 'none', told: {}, begun: null, ended: null, at: null });
    Object.assign(this, { losses: [], norms: [], looks: [], lost: false, trouble: '' });
    this.#after = 0;
  }

  async #poll() {
    const { name } = this;
    let wait = this.watched() ? SOON_MS : AWAY_MS;
    try {
      const told = /** @type {TrainingState} */ (await ask('training', [name, this.#after]));
      if (name !== this.name) return;
      this.lost = false;
      this.#take(told);
    } catch (error) {
      if (name !== this.name) return;
      const { message } = /** @type {Error} */ (error);
      if (message) {
        this.#reset('');
        this.trouble = message;
        page.note(this.note, null);
        this.#tell();
        return;
      }
      this.lost = true;
      wait = LOST_MS;
    }
    this.#tell();
    if (this.phase !== 'ended') this.#timer = setTimeout(() => this.#poll(), wait);
  }

  /** @param {TrainingState} told */
  #take(told) {
    this.told = told;
    this.#after = told.after;
    for (const event of told.events) this.#happened(event);
    if (told.ended && !told.events.length) this.phase = 'ended';
    else if (this.begun) this.phase = 'running';
    else this.phase = told.running ? 'warming' : 'line';
  }

  /** @param {TrainingEvent} event */
  #happened(event) {
    if (event.begun) {
      this.begun = event;
      Object.assign(this, { losses: [], norms: [], looks: [] }); // also when all of it comes again
    }
    if (event.losses && event.norms) {
      const from = /** @type {number} */ (event.step) - event.losses.length;
      this.losses = [...this.losses.slice(0, from), ...event.losses];
      this.norms = [...this.norms.slice(0, from), ...event.norms];
    }
    if (event.unseen !== undefined || event.shot !== undefined) {
      const look = /** @type {Look} */ (event);
      this.looks = [...this.looks.filter(({ step }) => step < look.step), look];
    }
    if (event.ended) {
      this.ended = event;
      if (event.failed) this.trouble = event.failed;
    }
  }

  #tell() {
    page.tell('trained');
  }
}

/**
 * What an endpoint answers; throws an Error with its sentence, or with none if nobody answers.
 * @param {string} endpoint
 * @param {unknown[]} data
 */
export async function ask(endpoint, data) {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ data });
  let answer;
  try {
    answer = await fetch(`gradio_api/run/${endpoint}`, { method: 'POST', headers, body });
  } catch {
    throw new Error('');
  }
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error ?? '');
  return told.data[0];
}
