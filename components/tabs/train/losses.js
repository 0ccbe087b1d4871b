// How surprised the model is while it learns: curve, verdict, the newest sample, a film.

import { finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { step as stepped } from '../../page/keys.js';
import { clamp, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put, text } from '../../page/words.js';
import { filled } from '../../parts/glass.js';
import { Plot } from '../../parts/plot.js';
import { coloursOf, dab } from '../../parts/small.js';
import { tellWhere } from '../../parts/where.js';
import { film } from './film.js';
import { curve } from './curve.js';
import { tellVerdict } from './said_words.js';
import { training } from './training.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { LossesValue } from '../../values'
 * @import { Figure } from '../../parts/plotly.js'
 */

const DRAWN_MS = 300; // between two drawings of the curve

/** @param {Widget<LossesValue>} widget */
export default function losses(widget) {
  return new Losses(widget);
}

class Losses {
  #waits = false;

  /** @type {number[]} the steps of the film */
  #frames = [];

  /** @param {Widget<LossesValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.plot = new Plot(this.$('.plot'));
    this.$('.stop').addEventListener('click', () => training.stop());
    this.$('.film').addEventListener('keydown', (event) => this.#key(event));
    this.$('[data-do=png]').addEventListener('click', () => this.plot.save('learning.png', 'png'));
    this.$('[data-do=csv]').addEventListener('click', save);
    this.$('.film-of').addEventListener('change', () => {
      const { value } = this.$('.film-of select', HTMLSelectElement);
      page.note('film', value === '0' ? null : value);
      this.#draw();
    });
    widget.hear('trained', () => this.#tell());
    widget.watch(() => this.#draw());
    this.#tell();
  }

  #tell() {
    const { $ } = this;
    const { phase, done, steps } = training;
    const share = steps ? done / steps : 0;
    $('.progress i').style.width = `${100 * share}%`;
    $('.progress').setAttribute('aria-valuenow', String(Math.round(100 * share)));
    $('.stop', HTMLButtonElement).disabled =
      phase === 'none' || phase === 'ended' || phase === 'sent';
    tellWhere($('.where'), training);
    tellVerdict($('.verdict'), training);
    this.#newest();
    if (this.#waits) return;
    this.#waits = true;
    setTimeout(() => {
      this.#waits = false;
      this.#draw();
    }, DRAWN_MS);
  }

  #newest() {
    const { $ } = this;
    const { look, begun } = training;
    $('.newest').hidden = !look?.die;
    $('.painted').hidden = !look?.picture;
    $('.run').hidden = training.phase === 'none';
    if (!look) return;
    const said = (look.said ?? []).map(([piece, p]) => filled(make('span'), { piece, p }));
    const given = make('span', 'given', begun?.beginning ?? '');
    $('.written-text').replaceChildren(...(look.picture ? [] : [given, ...said]));
    if (look.picture) {
      dab($('.painted', HTMLCanvasElement), coloursOf(look.picture));
      $('.painted').setAttribute(
        'aria-label',
        text('train.painted', { caption: begun?.caption ?? '' }),
      );
    }
  }

  #draw() {
    const empty = /** @type {Figure | undefined} */ (this.widget.value?.figure);
    if (!empty) return;
    const figure = curve(empty, training, this.plot.node.clientWidth);
    this.plot.show(figure, this.$('.verdict').textContent ?? '');
    const { look, begun } = training;
    const head = this.#heads(look?.heads?.shape ?? []);
    this.#frames = film(this.$('.film'), training, head);
    if (!look || !begun) this.$('.film-says').replaceChildren();
    else if (look.picture) put(this.$('.film-says'), 'train.film_paints');
    else put(this.$('.film-says'), 'train.film_says', { beginning: begun.beginning ?? '' });
  }

  /**
   * Offers all heads; the layer and the head that the film shows.
   * @param {number[]} shape of what they look at: layers and heads first
   * @returns {[number, number]}
   */
  #heads([layers = 0, heads = 0]) {
    const list = this.$('.film-of select', HTMLSelectElement);
    this.$('.film-of').hidden = layers * heads < 2;
    if (list.length !== layers * heads) {
      const names = range(layers * heads).map((i) => placed(i, heads));
      list.replaceChildren(
        ...names.map(([layer, head], i) => new Option(text('train.head', { layer, head }), `${i}`)),
      );
    }
    const noted = Number(page.state.notes.film ?? 0);
    const chosen = noted in list.options ? noted : 0;
    list.value = String(chosen);
    return placed(chosen, heads || 1);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const frames = this.#frames;
    if (event.key === 'Escape') {
      training.choose(null);
      return;
    }
    const at = training.at === null ? frames.length - 1 : frames.indexOf(training.at);
    const next = stepped(event.key, at, frames.length);
    if (next === undefined) return;
    event.preventDefault();
    training.choose(frames[clamp(next, 0, frames.length - 1)]);
  }
}

/**
 * The layer and the head of a head's number.
 * @param {number} i
 * @param {number} heads of a layer
 * @returns {[number, number]}
 */
const placed = (i, heads) => [Math.floor(i / heads), i % heads];

/** Each step with what was read, and what was measured there. */
function save() {
  const unseen = new Map(training.looks.map((look) => [look.step, look]));
  const lines = training.losses.map((bits, i) => {
    const look = unseen.get(i + 1);
    return [
      i + 1,
      bits,
      training.norms[i],
      look?.unseen ?? '',
      look?.per_byte ?? '',
      look?.seconds ?? '',
    ];
  });
  const head = [
    'step',
    'bits a token, read',
    'gradient norm',
    'unseen',
    'bits a byte, unseen',
    'seconds',
  ];
  saveCsv('learning.csv', [head, ...lines]);
}
