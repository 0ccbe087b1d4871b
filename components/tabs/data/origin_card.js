// Where a face was learned: rows that hold it, and both dice, with them and without.

import { quoted, TOKEN } from '../../page/csv.js';
import { finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { percent, whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { boxed, letters, readable } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { ask } from '../../parts/training.js';
import { tellWhere } from '../../parts/where.js';
import { drawFaces } from './faces.js';
import { pair, SIDES } from './pair.js';
import { cutAt } from './table.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Origin, TwoDice } from '../../values'
 * @import { Face } from './pair.js'
 */

const LISTED = 40; // rows

/** @param {Widget<null>} widget */
export default function originCard(widget) {
  return new OriginCard(widget);
}

class OriginCard {
  /** @type {Face | null} */
  #face = null;

  /** @type {Origin | null} */
  #origin = null;

  /** @type {string[]} rows of the corpus as they were trained on */
  #rows = [];

  /** The training without rows whose dice are shown, or are asked for. */
  #shown = '';

  #leftOut = 0;

  /** @param {Widget<null>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    choosing(this.$('.ends'));
    this.$('.leave').addEventListener('click', () => this.#leave());
    this.$('[data-do=csv]').addEventListener('click', () => this.#save());
    for (const name of /** @type {const} */ (['corpora', 'trained']))
      widget.hear(name, () => this.#tell());
    widget.hear('traced', () => {
      this.#take();
      widget.element.scrollIntoView({ block: 'start' });
    });
    this.#tell();
  }

  async #take() {
    this.#face = pair.face;
    this.#origin = null;
    this.#shown = '';
    if (pair.without.name) pair.without.leave();
    await this.#look(0);
  }

  /** @param {number} length tokens; 0: as many as stand there */
  async #look(length) {
    const face = this.#face;
    if (!face) return;
    const name = pair.names[face.side];
    try {
      const [origin, corpus] = await Promise.all([
        ask('learned_from', [name, face.prompt, face.token, length]),
        ask('corpus', [name]),
      ]);
      if (face !== this.#face) return;
      this.#origin = origin;
      this.#rows = corpus.rows;
      this.$('.state').replaceChildren();
    } catch (error) {
      this.#fail(error);
    }
    this.#tell();
  }

  async #leave() {
    const [face, origin] = [this.#face, this.#origin];
    if (!face || !origin) return;
    this.#shown = '';
    this.$('.state').replaceChildren();
    const { side, prompt, token } = face;
    try {
      const asked = [pair.names[side], prompt, token, origin.length];
      const { name, left_out: n } = await ask('train_without', asked);
      this.#leftOut = n;
      pair.without.watch(name);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** All rows, not only those that are listed. */
  #save() {
    const [face, origin] = [this.#face, this.#origin];
    if (!face || !origin) return;
    const rows = origin.rows.map((row) => [
      SIDES[face.side],
      face.prompt,
      quoted(face.piece),
      row + 1,
      this.#rows[row] ?? '',
    ]);
    saveCsv('origin.csv', [['side', 'prompt', TOKEN, 'row', 'text'], ...rows]);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.$('.state').textContent = /** @type {Error} */ (error).message || text('train.lost');
    this.$('.state').classList.add('bad');
  }

  #tell() {
    const { $ } = this;
    const { without } = pair;
    $('.card').hidden = !pair.differences;
    if (!pair.differences) this.#face = null;
    $('.first').hidden = Boolean(this.#origin);
    $('.found').hidden = $('.out').hidden = !this.#origin;
    const [face, origin] = [this.#face, this.#origin];
    if (!face || !origin) return;
    this.#found(face, origin);
    const busy = Boolean(without.name) && without.phase !== 'ended';
    $('.leave', HTMLButtonElement).disabled = busy || !origin.of;
    put($('.leave'), 'data.leave_out', { n: origin.of });
    if (without.name) tellWhere($('.where'), without);
    else $('.where').replaceChildren();
    if (without.trouble) this.#fail(new Error(without.trouble));
    $('.after').hidden = without.phase !== 'ended' || !without.name;
    if (without.phase === 'ended' && without.begun && this.#shown !== without.name)
      this.#compare(face);
  }

  /**
   * @param {Face} face
   * @param {Origin} origin
   */
  #found({ side, prompt, piece }, origin) {
    const { $ } = this;
    const slots = { side: SIDES[side], token: boxed(piece), prompt: readable(prompt) };
    const chosen = origin.ngrams.find(({ length }) => length === origin.length);
    if (!chosen) put($('.say'), 'data.nowhere', slots);
    else put($('.say'), 'data.stands_in', { ...slots, n: origin.of, times: chosen.times });
    const ends = origin.ngrams.map(({ pieces, rows }) =>
      text('data.end', { end: readable(pieces.join('')), n: rows }),
    );
    const at = origin.ngrams.findIndex(({ length }) => length === origin.length);
    $('.ends').hidden = ends.length < 2;
    fill($('.ends'), '', ends, at, (i) => this.#look(origin.ngrams[i].length));
    const sought = chosen?.pieces.join('').trim() ?? '';
    const lines = origin.rows.slice(0, LISTED).map((row) => {
      const parts = cutAt(this.#rows[row] ?? '', sought);
      const told = parts.map((part, i) => (i % 2 ? make('mark', '', part) : part));
      return make('li', '', make('b', 'at', whole(row + 1)), ...told);
    });
    const rest = origin.of - lines.length;
    const more = rest > 0 ? [make('li', 'muted', ...say('data.more', { n: rest }))] : [];
    $('.rows').replaceChildren(...lines, ...more);
  }

  /** @param {Face} face */
  async #compare({ side, prompt, token, piece }) {
    const { $ } = this;
    const { name } = pair.without;
    this.#shown = name;
    try {
      /** @type {TwoDice} */
      const dice = await ask('two_dice', [pair.names[side], name, prompt]);
      if (name !== pair.without.name) return;
      const sides = /** @type {[string, string]} */ ([text('data.with'), text('data.without')]);
      put($('.after h3'), 'data.after_leaving', { prompt: readable(prompt) });
      drawFaces($('.pairs'), sides, dice.faces, (face) => {
        const label = make('span', 'label', ...letters(face.piece));
        if (face.id === token) label.classList.add('asked');
        return label;
      });
      const [before, after] = dice.faces.find(({ id }) => id === token)?.chances ?? [];
      const told = { token: boxed(piece), a: percent(before ?? 0), b: percent(after ?? 0) };
      if (before !== undefined) put($('.told'), 'data.went', { ...told, n: this.#leftOut });
      else $('.told').replaceChildren();
    } catch (error) {
      this.#fail(error);
    }
  }
}
