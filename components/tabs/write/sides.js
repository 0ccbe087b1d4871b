// One prompt and seed under two to four settings, side by side.

import { button, finder, keepingFocus, make } from '../../page/dom.js';
import { TOKEN, quoted } from '../../page/csv.js';
import { exporting, saveCsv } from '../../page/export.js';
import { clamp, number, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put, say, text } from '../../page/words.js';
import { columns, partAt } from './glasses.js';
import { EDITS, NOTHING, SECOND, changesOf, settingsOf, toldOf } from './settings.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { SidesValue, Token } from '../../values'
 * @import { Setting } from './settings.js'
 * @typedef {{ layers: number, heads: number, two: boolean }} Options
 */

const MOST = 4;
const HOTTEST = 2;
const NOTE = 'sides';

/** @param {Widget<SidesValue, Options>} widget */
export default function sides(widget) {
  return new Sides(widget);
}

class Sides {
  #run = 0;
  #busy = false;

  /** @type {Setting[]} */
  #settings;

  /** @type {{ setting: Setting, tokens: Token[] }[]} what is written, and how it was asked for */
  #texts = [];

  #prompt = '';
  #trouble = '';

  /** @param {Widget<SidesValue, Options>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.#settings = settingsOf(page.state.notes[NOTE], widget.options);
    this.$('.both').addEventListener('click', () => this.#write());
    this.$('.stop').addEventListener('click', () => this.#stop());
    this.$('.more').addEventListener('click', () => {
      this.#set([...this.#settings, { temperature: 0.7, change: NOTHING }]);
    });
    widget.hear('opened', () => {
      if (!widget.view.isOpen()) this.#stop();
      this.#drawSettings(); // an address may hold edits
    });
    widget.hear('edited', () => this.#drawSettings());
    widget.hear('walked', () => {
      this.#settings = settingsOf(page.state.notes[NOTE], widget.options);
      this.#drawSettings();
    });
    exporting(widget, { csv: () => this.#saveCsv() });
    widget.watch((value) => this.#take(value));
    widget.hear('again', () => this.#busy && this.#write());
    this.#drawSettings();
  }

  /** @param {Setting[]} settings */
  #set(settings) {
    this.#settings = settings;
    page.note(NOTE, toldOf(settings));
    this.#drawSettings();
  }

  #write() {
    this.#run = Date.now();
    this.#busy = true;
    this.#prompt = page.state.text;
    this.#texts = this.#settings.map((setting) => ({ setting, tokens: [] }));
    const asked = this.#settings.map(({ temperature, change }) => ({
      temperature,
      second: change === SECOND,
      changes: changesOf(change, page.state.edits),
    }));
    this.widget.send({ run: this.#run, sides: asked });
    this.widget.trigger('write');
    this.#draw();
  }

  #stop() {
    if (!this.#busy) return;
    this.#busy = false;
    this.widget.trigger('stop');
    this.#draw();
  }

  /** @param {SidesValue | null} value */
  #take(value) {
    if (value && 'tokens' in value && value.run === this.#run && this.#busy) {
      for (const [i, tokens] of value.tokens.entries()) this.#texts[i].tokens.push(...tokens);
      this.#busy = !value.over;
      this.#trouble = value.message;
    }
    this.#draw();
  }

  #draw() {
    const { $ } = this;
    $('.both', HTMLButtonElement).disabled = this.#busy;
    $('.stop', HTMLButtonElement).disabled = !this.#busy;
    $('.out').hidden = !this.#texts.length;
    const state = $('.state');
    state.textContent = this.#busy ? text('sides.busy') : this.#trouble;
    state.classList.toggle('bad', Boolean(this.#trouble) && !this.#busy);
    const part = partAt(this.#texts.map(({ tokens }) => tokens));
    const done = this.#texts.length && !this.#busy && !this.#trouble;
    if (!done) put($('.note'), 'sides.is', { seed: Number(this.widget.view.controls.seed) });
    else if (part === null) put($('.note'), 'sides.same');
    else put($('.note'), 'sides.part', { n: part + 1 });
    columns(
      $('.columns'),
      this.#prompt,
      this.#texts.map(({ setting, tokens }) => ({ head: headOf(setting), tokens })),
    );
    $('.columns').dataset.written = this.#busy ? 'busy' : String(this.#texts.length);
  }

  #drawSettings() {
    const { options } = this.widget;
    const few = this.#settings.length <= 2;
    const made = this.#settings.map((setting, i) => {
      /** @param {Partial<Setting>} patch */
      const turn = (patch) =>
        this.#set(this.#settings.map((each, at) => (at === i ? { ...each, ...patch } : each)));
      const heat = make('input');
      heat.dataset.focus = `heat${i}`;
      Object.assign(heat, { type: 'number', min: '0', max: String(HOTTEST), step: '0.05' });
      heat.value = String(setting.temperature);
      heat.addEventListener('change', () => {
        const said = heat.value === '' ? setting.temperature : Number(heat.value);
        turn({ temperature: clamp(said, 0, HOTTEST) });
      });
      const list = make('select', '', ...optionsOf(options, page.state.edits.length));
      list.value = setting.change;
      list.dataset.focus = `change${i}`;
      list.addEventListener('change', () => turn({ change: list.value }));
      const away = button('button quiet', () => this.#set(this.#settings.toSpliced(i, 1)), '×');
      away.setAttribute('aria-label', text('sides.away', { n: i + 1 }));
      return make(
        'fieldset',
        'setting',
        make('legend', '', text('sides.setting', { n: i + 1 })),
        make('label', '', text('dice.temperature'), heat),
        make('label', '', text('sides.change'), list),
        ...(few ? [] : [away]),
      );
    });
    keepingFocus(this.$('.settings'), () => this.$('.settings').replaceChildren(...made));
    this.$('.more', HTMLButtonElement).disabled = this.#settings.length >= MOST;
  }

  #saveCsv() {
    const rows = this.#texts.flatMap(({ setting: { temperature, change }, tokens }) =>
      tokens.map(({ piece, id, p }) => [temperature, change, quoted(piece), id, p]),
    );
    saveCsv('settings.csv', [['temperature', 'change', TOKEN, 'id', 'probability'], ...rows]);
  }
}

/** @param {Setting} setting */
function headOf({ temperature, change }) {
  const heat = make(
    'span',
    'differs',
    text('sides.temperature', { temperature: number(temperature) }),
  );
  if (change === NOTHING) return make('p', 'column-head', heat);
  const said =
    change === EDITS ? 'sides.edits' : change === SECOND ? 'sides.second' : 'sides.head_off';
  return make(
    'p',
    'column-head',
    heat,
    ' ',
    make('span', 'differs', ...say(said, { head: change })),
  );
}

/**
 * What can be chosen.
 * @param {Options} options
 * @param {number} edits how many there are
 */
function optionsOf({ layers, heads, two }, edits) {
  const option = (/** @type {string} */ value, /** @type {string} */ said) => {
    const made = make('option', '', said);
    made.value = value;
    return made;
  };
  const taken = option(EDITS, text('sides.edits_n', { n: edits }));
  return [
    option(NOTHING, text('sides.nothing')),
    taken,
    ...(two ? [option(SECOND, text('sides.second'))] : []),
    ...range(layers).flatMap((layer) =>
      range(heads).map((head) => {
        const name = `${layer}.${head}`;
        return option(name, text('sides.head_off', { head: name }));
      }),
    ),
  ];
}
