// Two corpora and the two trainings on them: what this tab shows.

import { page } from '../../page/page.js';
import { ask, Training } from '../../parts/training.js';
import { text } from '../../page/words.js';

/**
 * @import { Corpora, Differences } from '../../values'
 * @typedef {object} Face
 * @property {number} side
 * @property {string} prompt
 * @property {number} token
 * @property {string} piece
 */

export const SIDES = /** @type {const} */ (['A', 'B']);

class Pair {
  /** @type {Corpora | null} as the visitor has changed them */
  made = null;

  experiment = '';

  /** The trainings of both sides. */
  runs = [new Training('run_a'), new Training('run_b')];

  /** The same training as one of them, but for some rows. */
  without = new Training('run_without');

  /** The experiment that they were begun for. */
  trained = '';

  /** @type {Differences | null} */
  #differences = null;

  /** @type {number | null} which of three answers the visitor has guessed */
  guess = null;

  /** Whether rows were changed since they were made, or trained on. */
  changed = false;

  trouble = '';

  busy = false;

  /** What the table shall show: a side, and what is looked for. */
  sought = { side: 0, text: '' };

  /** @type {Face | null} a face of a die whose origin is looked for */
  face = null;

  #asked = 0;

  #compared = '';

  constructor() {
    page.addEventListener('trained', () => this.#follow());
  }

  /** Whether both are done, and left models. */
  get done() {
    return this.runs.every(({ phase, begun }) => phase === 'ended' && begun);
  }

  /** Whether they are of the experiment that is shown. */
  get shown() {
    return this.trained === this.experiment;
  }

  /** What is known to differ, of the experiment that is shown. */
  get differences() {
    return this.shown ? this.#differences : null;
  }

  /** Whether anything is being trained or waits. */
  get working() {
    return this.runs.some(({ phase }) => phase !== 'none' && phase !== 'ended');
  }

  /** Names of the trainings, as the endpoints take them. */
  get names() {
    return this.runs.map(({ name }) => name);
  }

  /**
   * The rows of an experiment, new.
   * @param {string} experiment
   * @param {number} tenths
   * @param {string[]} texts
   */
  async make(experiment, tenths, texts = []) {
    const asked = ++this.#asked;
    this.experiment = experiment;
    this.made = null;
    this.trouble = '';
    this.changed = false;
    this.#tell();
    if (experiment === 'two' && texts.every((one) => !one.trim())) return;
    try {
      const made = await ask('corpora', [experiment, tenths, texts]);
      if (asked === this.#asked) this.made = made;
    } catch (error) {
      if (asked === this.#asked) this.#fail(error);
    }
    this.#tell();
  }

  async start() {
    if (!this.made || this.busy) return;
    this.busy = true;
    this.trouble = '';
    this.#differences = null;
    this.#compared = '';
    this.#tell();
    const { sides, unseen, prompt, steps, layers, width, parts } = this.made;
    const corpora = { sides, unseen, prompt, steps, layers, width, parts };
    try {
      const { names } = await ask('train_two', [corpora, this.experiment, 1]);
      this.changed = false;
      this.trained = this.experiment;
      this.without.leave();
      this.runs.forEach((run, i) => run.watch(names[i]));
    } catch (error) {
      this.#fail(error);
    }
    this.busy = false;
    this.#tell();
  }

  stop() {
    for (const run of [...this.runs, this.without])
      if (run.name && run.phase !== 'ended') run.stop();
  }

  async forget() {
    const all = [...this.runs, this.without].filter(({ name }) => name);
    await Promise.all(all.map((run) => run.forget()));
    this.#differences = null;
    this.guess = null;
    this.#tell();
  }

  /**
   * What the address names: its trainings, and the rows that they read; false if they are gone.
   * @param {number} tenths
   */
  async restore(tenths) {
    const named = [...this.runs, this.without].map((run) => run.restore());
    if (!named.some(Boolean) || this.made || !this.runs.every(({ name }) => name)) return true;
    const asked = ++this.#asked;
    try {
      const [a, b] = await Promise.all(this.names.map((name) => ask('corpus', [name])));
      if (asked !== this.#asked) return true;
      this.experiment = this.trained = a.experiment ?? 'two';
      const sides = [a.rows, b.rows];
      const kinds = await kindsOf(this.experiment, tenths, sides);
      this.made = { ...a, sides, kinds, ask: [] };
    } catch (error) {
      this.#fail(error);
    }
    this.#tell();
    return Boolean(this.made);
  }

  /**
   * A row is another now; '': there is none any more.
   * @param {number} side
   * @param {number} at
   * @param {string} row
   */
  edit(side, at, row) {
    if (!this.made) return;
    const one = row.split(/\s+/).filter(Boolean).join(' ');
    const put = one ? [one] : [];
    this.made.sides[side] = this.made.sides[side].toSpliced(at, 1, ...put);
    const kind = put.map(() => text('data.is_changed'));
    if (this.made.kinds[side].length)
      this.made.kinds[side] = this.made.kinds[side].toSpliced(at, 1, ...kind);
    this.changed = true;
    this.#tell();
  }

  /**
   * Shows the rows of a side that hold something.
   * @param {number} side
   * @param {string} sought
   */
  seek(side, sought) {
    this.sought = { side, text: sought };
    page.tell('sought');
  }

  /**
   * Looks for where a side has learned a face.
   * @param {number} side
   * @param {string} prompt
   * @param {number} token
   * @param {string} piece
   */
  trace(side, prompt, token, piece) {
    this.face = { side, prompt, token, piece };
    page.tell('traced');
  }

  /**
   * Before it is known.
   * @param {number} guess
   */
  choose(guess) {
    if (this.differences) return;
    this.guess = guess;
    this.#tell();
  }

  /** Asks what differs, once both are done. */
  async #follow() {
    const names = this.names.join(' ');
    if (!this.done || this.#compared === names) return;
    this.#compared = names;
    try {
      const found = await ask('differences', this.names);
      if (names !== this.names.join(' ')) return;
      this.#differences = found;
    } catch (error) {
      this.#fail(error);
    }
    this.#tell();
  }

  /** @param {unknown} error */
  #fail(error) {
    this.trouble = /** @type {Error} */ (error).message || text('train.lost');
  }

  #tell() {
    page.tell('corpora');
  }
}

/**
 * The kinds of rows, as the prepared corpora have them; a row that stands in none was changed.
 * @param {string} experiment
 * @param {number} tenths
 * @param {string[][]} sides
 * @returns {Promise<string[][]>}
 */
async function kindsOf(experiment, tenths, sides) {
  if (experiment === 'two' || experiment === 'own') return [[], []];
  const made = await ask('corpora', [experiment, tenths, []]);
  return sides.map((rows, i) => {
    const known = new Map(
      made.sides[i].map((/** @type {string} */ row, /** @type {number} */ at) => [
        row,
        made.kinds[i][at],
      ]),
    );
    return rows.map((row) => known.get(row) ?? text('data.is_changed'));
  });
}

/** The one of this page. */
export const pair = new Pair();
