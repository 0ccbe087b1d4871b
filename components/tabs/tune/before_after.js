// Progress, and the die and the words after one prompt: of the model as it was, and as it is by now.

import { finder, make } from '../../page/dom.js';
import { quoted, TOKEN } from '../../page/csv.js';
import { saveCsv } from '../../page/export.js';
import { handed } from '../../page/handed.js';
import { percent, whole } from '../../page/numbers.js';
import { bars, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { filled } from '../../parts/glass.js';
import { packed } from '../../parts/packed.js';
import { ask } from '../../parts/training.js';
import { tellWhere } from '../../parts/where.js';
import { before, begun, now, showExamples, tuning } from './tuning.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Packed, TunedBoth } from '../../values'
 * @typedef {TunedBoth['faces']} Faces
 * @typedef {TunedBoth['said'][0]} Said
 */

const MIXES = 20; // places of the slider
const SHORT = 60; // characters of a prompt that its field shows whole
const SETTLE_MS = 150; // while it is pulled

/** @param {Widget<Packed | string>} widget */
export default function beforeAfter(widget) {
  return new BeforeAfter(widget);
}

class BeforeAfter {
  /** @type {TunedBoth | null} what was asked after the end */
  #answer = null;

  #name = '';

  #timer = 0;

  #waits = 0; // the newest question

  /** @param {Widget<Packed | string>} widget */
  constructor(widget) {
    this.widget = widget;
    const $ = finder(widget.element);
    this.$ = $;
    this.at = $('.at input', HTMLInputElement);
    this.mix = $('.mix input', HTMLInputElement);
    this.field = $('.asking input', HTMLInputElement);
    $('.stop').addEventListener('click', () => tuning.stop());
    $('.forget').addEventListener('click', () => tuning.forget());
    this.at.addEventListener('input', () => {
      this.#answer = null;
      tuning.choose(tuning.shots[Number(this.at.value)]?.step ?? null);
    });
    this.mix.addEventListener('input', () => {
      this.#said();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), SETTLE_MS);
    });
    $('.asking').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask();
    });
    $('.download').addEventListener('click', () => {
      put($('.state'), 'train.packing');
      widget.send(tuning.name);
      widget.trigger('pack');
    });
    $('[data-do=csv]').addEventListener('click', () => this.#save());
    handed['tune.before_after'] = () => ({
      prompt: this.#shown?.prompt ?? '',
      mix: Number(this.mix.value) / MIXES,
      run: tuning.name,
      ...(this.#answer ? {} : { step: tuning.look?.step ?? 0 }),
    });
    widget.watch((value) => packed(value, 'tuned', $('.state'), 'tune.packed'));
    widget.hear('trained', () => this.#tell());
    this.#tell();
  }

  /** What is shown: what was asked last, or the look that is chosen. */
  get #shown() {
    if (this.#answer) return this.#answer;
    const [was, is] = [before(), now()];
    if (!was || !is) return null;
    const prompt = begun()?.beginning ?? '';
    return { prompt, faces: is.faces, said: [was.said, is.said] };
  }

  #tell() {
    const { $ } = this;
    const { phase, done, steps, name } = tuning;
    if (name !== this.#name) {
      this.#name = name;
      this.#answer = null;
      this.mix.value = String(MIXES);
      this.field.value = '';
      $('.state').replaceChildren();
    }
    $('.begin').hidden = phase !== 'none';
    showExamples($('.begin ul'));
    $('.body').hidden = $('.out').hidden = phase === 'none';
    const share = steps ? done / steps : 0;
    $('.progress i').style.width = `${100 * share}%`;
    $('.progress').setAttribute('aria-valuenow', String(Math.round(100 * share)));
    $('.stop', HTMLButtonElement).disabled = phase === 'ended' || phase === 'sent';
    tellWhere($('.where'), tuning);
    const ended = phase === 'ended' && !tuning.ended?.failed;
    $('.mix').hidden = $('.asking').hidden = !ended;
    $('.download', HTMLButtonElement).disabled = !ended;
    const open = $('.open', HTMLAnchorElement);
    open.toggleAttribute('href', ended);
    const prompt = begun()?.beginning ?? '';
    if (ended) {
      const query = new URLSearchParams({ tab: 'dice', text: prompt });
      open.href = `of/${name}/?${query}`;
      if (!this.field.value) this.field.value = prompt.replaceAll('\n', ' ');
    }
    this.#steps();
    this.#said();
    this.#draw();
  }

  #steps() {
    const { shots, look } = tuning;
    this.$('.at').hidden = shots.length < 2;
    this.at.max = String(Math.max(0, shots.length - 1));
    this.at.value = String(look ? shots.indexOf(look) : 0);
    const said = look ? text('tune.step', { n: whole(look.step) }) : '';
    this.$('.at output').textContent = look ? whole(look.step) : '';
    this.at.setAttribute('aria-valuetext', said);
    put(this.$('.note'), 'tune.step', { n: whole(look?.step ?? 0) });
  }

  #said() {
    const said = percent(Number(this.mix.value) / MIXES);
    this.$('.mix output').textContent = said;
    this.mix.setAttribute('aria-valuetext', said);
  }

  #draw() {
    const { $ } = this;
    const shown = this.#shown;
    $('.two').hidden = $('.legend').hidden = $('.sides').hidden = !shown;
    $('.asked').textContent = shown?.prompt ?? '';
    $('.asked').hidden = !$('.asking').hidden && (shown?.prompt.length ?? 0) <= SHORT;
    if (!shown) return;
    bars(
      $('.two'),
      shown.faces.map(([piece, was, is]) => ({
        label: make('span', '', ...letters(piece)),
        value: is,
        raw: was,
        text: percent(is),
        more: percent(was),
      })),
    );
    glasses($('.was'), shown.said[0]);
    glasses($('.is'), shown.said[1]);
  }

  async #ask() {
    const { $ } = this;
    const { name } = tuning;
    const turn = ++this.#waits;
    const own = this.field.value;
    const prompt = own === begun()?.beginning?.replaceAll('\n', ' ') ? begun()?.beginning : own;
    try {
      const answer = await ask('tuned', [name, prompt, Number(this.mix.value) / MIXES, 1]);
      if (turn !== this.#waits || name !== tuning.name) return;
      this.#answer = answer;
      put($('.state'), 'tune.far', { p: percent(answer.far) });
      $('.state').classList.remove('bad');
      this.#draw();
    } catch (error) {
      $('.state').textContent = /** @type {Error} */ (error).message || text('train.lost');
      $('.state').classList.add('bad');
    }
  }

  #save() {
    const shown = this.#shown;
    if (!shown) return;
    const rows = shown.faces.map(([piece, was, is]) => [shown.prompt, quoted(piece), was, is]);
    saveCsv('tuned.csv', [['prompt', TOKEN, 'before', 'tuned'], ...rows]);
  }
}

/**
 * @param {HTMLElement} node
 * @param {Said} said
 */
function glasses(node, said) {
  const made = said.map(([piece, p]) => filled(make('span'), { piece, p }));
  node.replaceChildren(...(made.length ? made : [make('span', 'muted', text('train.silent'))]));
}
