// Two corpora: which, what one expects of them, and the start of both trainings.

import { finder, make } from '../../page/dom.js';
import { whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { put, say, text } from '../../page/words.js';
import { ownFile } from '../../parts/own_file.js';
import { pair, SIDES } from './pair.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @typedef {object} Options
 * @property {string[]} experiments
 * @property {number} tenths
 * @property {number[]} steps
 * @property {number} bytes of a text
 */

const ANSWERS = 3;
const SETTLE_MS = 200; // while a slider is pulled

/** @param {Widget<null, Options>} widget */
export default function corporaCard(widget) {
  return new CorporaCard(widget);
}

class CorporaCard {
  #timer = 0;

  #shown = '';

  /** @param {Widget<null, Options>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.a = this.$('.own-a textarea', HTMLTextAreaElement);
    this.b = this.$('.own-b textarea', HTMLTextAreaElement);
    for (const run of [...pair.runs, pair.without]) run.watched = () => widget.view.isOpen();
    for (const name of ['.experiment', '.guess', '.steps']) choosing(this.$(name));
    const { $ } = this;
    $('.tenths input', HTMLInputElement).addEventListener('input', (event) => {
      const { value } = /** @type {HTMLInputElement} */ (event.target);
      widget.view.turn({ tenths: Number(value) });
    });
    for (const [name, area] of Object.entries({ '.own-a': this.a, '.own-b': this.b }))
      ownFile(
        $(`${name} [type=file]`, HTMLInputElement),
        widget.options.bytes,
        (own) => (area.value = own),
        (size) => put($('.state'), 'train.too_large', size),
      );
    $('.take').addEventListener('click', () => this.#make());
    $('.go').addEventListener('click', () => pair.start());
    $('.stop').addEventListener('click', () => pair.stop());
    $('.forget').addEventListener('click', () => this.#forget());
    for (const name of /** @type {const} */ (['corpora', 'trained']))
      widget.hear(name, () => this.#tell());
    widget.hear('wanted', () => this.#follow());
    widget.hear('opened', () => this.#open());
    this.#open();
    this.#tell();
  }

  get #experiment() {
    return this.widget.options.experiments[this.widget.view.dial('experiment') || 0];
  }

  async #open() {
    if (!this.widget.view.isOpen()) return;
    if (!(await pair.restore(this.widget.view.dial('tenths')))) {
      const { trouble } = pair;
      await this.#make();
      pair.trouble = trouble;
      this.#tell();
    }
    this.#follow();
  }

  async #forget() {
    await pair.forget();
    this.#make();
  }

  /** Other dials: other corpora. What the address has trained stays until then. */
  #follow() {
    const { view } = this.widget;
    if (!view.isOpen() || Number.isNaN(view.dial('experiment'))) return;
    const dials = `${this.#experiment} ${view.dial('tenths')}`;
    this.#draw();
    if (dials === this.#shown) return;
    const first = !this.#shown;
    this.#shown = dials;
    if (first && (pair.made || pair.names.some(Boolean))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#make(), first ? 0 : SETTLE_MS);
  }

  #make() {
    pair.guess = null;
    const { a, b } = this;
    const texts = { own: [a.value], two: [a.value, b.value] }[this.#experiment] ?? [];
    return pair.make(this.#experiment, this.widget.view.dial('tenths'), texts);
  }

  #draw() {
    const { $ } = this;
    const { options, view } = this.widget;
    const name = this.#experiment;
    const words = options.experiments.map((each) => text(/** @type {Key} */ (`data.is_${each}`)));
    const at = options.experiments.indexOf(name);
    fill($('.experiment'), '', words, at, (i) => view.turn({ experiment: i }));
    put($('.setup'), /** @type {Key} */ (`data.about_${name}`));
    $('.tenths').hidden = name !== 'skew';
    $('.texts').hidden = name !== 'own' && name !== 'two';
    $('.own-b').hidden = name !== 'two';
    put($('.own-a .name'), name === 'two' ? 'data.text_a' : 'data.text_own');
    const input = $('.tenths input', HTMLInputElement);
    input.max = String(options.tenths);
    input.value = String(view.dial('tenths'));
    $('.tenths output').textContent = text('data.tenths', { n: view.dial('tenths') * 10 });
    put($('.asks'), /** @type {Key} */ (`data.ask_${name}`));
    this.#guesses();
  }

  #guesses() {
    const name = this.#experiment;
    const keys = Array.from({ length: ANSWERS }, (_, i) => `data.answer_${name}_${i}`);
    const said = keys.map((key) => text(/** @type {Key} */ (key)));
    fill(this.$('.guess'), text('data.guess'), said, pair.guess ?? -1, (i) => pair.choose(i));
  }

  #tell() {
    const { $ } = this;
    const { made, trouble, working, busy } = pair;
    const failed = pair.runs.map((run) => run.trouble).find(Boolean) ?? '';
    $('.go', HTMLButtonElement).disabled = !made || working || busy;
    $('.stop', HTMLButtonElement).disabled = !working;
    put($('.go'), pair.done ? 'data.again' : 'data.go');
    $('.kept').hidden = !pair.names.some(Boolean);
    $('.state').classList.toggle('bad', Boolean(trouble || failed));
    if (trouble || failed) $('.state').textContent = trouble || failed;
    else if (pair.changed) put($('.state'), 'data.changed');
    else if (!made && this.#experiment === 'two') put($('.state'), 'data.two_first');
    else $('.state').replaceChildren();
    this.#sizes();
    this.#guesses();
    this.#steps();
  }

  /** Nothing to choose before there are corpora: an experiment has steps of its own. */
  #steps() {
    const { made } = pair;
    const place = this.$('.steps');
    if (!made) {
      place.replaceChildren();
      return;
    }
    const known = [...new Set([...this.widget.options.steps, made.steps])].sort((x, y) => x - y);
    const at = known.indexOf(made.steps);
    fill(place, text('data.n_steps'), known.map(whole), at, (i) => {
      made.steps = known[i];
      this.#tell();
    });
  }

  #sizes() {
    const lines = (pair.made?.sides ?? []).flatMap((rows, side) => {
      const size = rows.reduce((sum, row) => sum + row.length + 1, 0);
      const named = text(/** @type {Key} */ (`data.side_${pair.experiment}_${side}`));
      const counted = say('data.size', { n: rows.length, letters: whole(size) });
      return [make('dt', '', SIDES[side]), make('dd', '', named, ': ', ...counted)];
    });
    this.$('.sizes').replaceChildren(...lines);
  }
}
