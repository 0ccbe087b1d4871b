// Both dice on one prompt, and where in the unseen text the two differ most.

import { button, finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { handed } from '../../page/handed.js';
import { percent, whole } from '../../page/numbers.js';
import { quoted, TOKEN } from '../../page/csv.js';
import { boxed, letters, readable } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { packed } from '../../parts/packed.js';
import { ask } from '../../parts/training.js';
import { drawFaces } from './faces.js';
import { pair } from './pair.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { MovedDie, Packed, TwoDice, TwoFace } from '../../values'
 */

/** @param {Widget<Packed | string>} widget */
export default function differs(widget) {
  return new Differs(widget);
}

class Differs {
  /** @type {TwoDice | null} */
  #dice = null;

  #asked = '';

  /** @param {Widget<Packed | string>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.field = this.$('input', HTMLInputElement);
    this.$('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask();
    });
    this.$('[data-do=csv]').addEventListener('click', () => this.#save());
    this.$('.download').addEventListener('click', () => {
      put(this.$('.state'), 'train.packing');
      widget.send(pair.names.join(' '));
      widget.trigger('pack');
    });
    handed['data.differs'] = () => {
      const [one, other] = pair.names;
      return { prompt: this.#dice?.prompt ?? '', one, other };
    };
    widget.watch((value) => packed(value, 'both-models', this.$('.state'), 'data.packed'));
    widget.hear('corpora', () => this.#tell());
    this.#tell();
  }

  #tell() {
    const { differences } = pair;
    this.$('.card').hidden = !differences;
    if (!differences) {
      this.#asked = '';
      return;
    }
    const names = pair.names.join(' ');
    if (this.#asked === names) return;
    this.#asked = names;
    this.field.value = differences.prompt;
    this.$('.moved').replaceChildren(...differences.moved.map((die) => this.#moved(die)));
    this.#ask();
  }

  async #ask() {
    const { $, field } = this;
    const names = pair.names.join(' ');
    try {
      const dice = await ask('two_dice', [...pair.names, field.value]);
      if (names !== pair.names.join(' ')) return;
      this.#dice = dice;
      put($('.state'), 'data.far', { p: percent(dice.far), n: whole(dice.tokens) });
      $('.state').classList.remove('bad');
      drawFaces($('.pairs'), ['A', 'B'], dice.faces, (face) => this.#name(face, dice));
    } catch (error) {
      $('.state').textContent = /** @type {Error} */ (error).message || text('train.lost');
      $('.state').classList.add('bad');
    }
  }

  /**
   * @param {TwoFace} face
   * @param {TwoDice} dice
   */
  #name({ id, piece, chances }, { prompt }) {
    const side = chances[1] > chances[0] ? 1 : 0;
    const name = button('', () => pair.trace(side, prompt, id, piece), ...letters(piece));
    name.title = text('data.where', { token: readable(piece) });
    return name;
  }

  /** @param {MovedDie} die */
  #moved({ before, piece, chances }) {
    const said = make('span', 'text', ...before.map(readable), ' ', boxed(piece));
    const [a, b] = chances.map(percent);
    const both = make('span', 'both', ...say('data.a_b', { a, b }));
    return button('die', () => this.#open(before.join('')), said, both);
  }

  /** @param {string} prompt */
  #open(prompt) {
    this.field.value = prompt;
    this.#ask();
    this.field.focus();
  }

  #save() {
    const { differences } = pair;
    if (!differences || !this.#dice) return;
    const { prompt, faces } = this.#dice;
    const rows = faces.map(({ piece, chances }) => [prompt, quoted(piece), ...chances]);
    const moved = differences.moved.map(({ before, piece, chances }) => [
      before.join(''),
      quoted(piece),
      ...chances,
    ]);
    saveCsv('dice.csv', [['prompt', TOKEN, 'A', 'B'], ...rows, ...moved]);
  }
}
