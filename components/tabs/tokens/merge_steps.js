// Byte-pair encoding at work: the typed text from bytes to tokens, one merge at a time.

import { quoted } from '../../page/csv.js';
import { finder, make, scrollTo } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { step } from '../../page/keys.js';
import { clamp, number, whole } from '../../page/numbers.js';
import { boxed } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { begun, chip, times } from './merge_words.js';
import { replay } from './replay.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { MergeStep, MergeStepsValue, NotMerged } from '../../values'
 * @import { Part } from './replay.js'
 */

const WHOLE_MS = 20_000; // all merges of a long text
const STEP_MS = { least: 250, most: 900, first: 300 };
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {Widget<MergeStepsValue | NotMerged>} widget */
export default function mergeSteps(widget) {
  return new MergeSteps(widget);
}

class MergeSteps {
  #at = 0; // merges made

  /** @type {Part[][]} the text after 0, 1, ... of them */
  #states = [[]];

  #shown = ''; // the value that is drawn
  #timer = 0; // 0: it does not play

  /** @param {Widget<MergeStepsValue | NotMerged>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.chips = this.$('.chips');
    this.log = this.$('ol');
    this.range = this.$('input', HTMLInputElement);
    this.play = this.$('.play', HTMLButtonElement);
    this.#listen();
    widget.hear('opened', () => {
      if (this.#timer) this.#pause();
    });
    exporting(widget, { csv: () => this.#save() });
    widget.watch((value) => this.#draw(value));
  }

  get #last() {
    return this.#states.length - 1;
  }

  /** What there is to play; null: nothing. */
  get #value() {
    const { value } = this.widget;
    return value && 'steps' in value ? value : null;
  }

  /** @param {MergeStepsValue | NotMerged | null} said */
  #draw(said) {
    const value = this.#value;
    this.$('.both').hidden = !value;
    this.$('.out').hidden = !value;
    const shown = value ? JSON.stringify(value) : '';
    if (value && shown === this.#shown) return; // another card was turned: keep the place
    this.#shown = shown;
    this.#pause();
    if (value) this.#fill(value);
    else if (said && 'message' in said) this.$('.say').textContent = said.message;
    else put(this.$('.say'), 'merges.empty');
  }

  /** @param {MergeStepsValue} value */
  #fill(value) {
    const { steps, sample, drawn, bytes } = value;
    this.#states = replay(value);
    this.#at = 0;
    this.range.max = String(this.#last);
    this.$('.columns .often').textContent = sample ? text('merges.in_sample') : '';
    this.$('.log').hidden = !steps.length;
    this.log.replaceChildren(...steps.map((each, i) => this.#line(each, i)));
    this.$('.rest').replaceChildren();
    if (drawn < bytes)
      put(this.$('.rest'), 'merges.rest', { drawn: whole(drawn), bytes: whole(bytes) });
    this.#label();
    this.#render();
  }

  #render() {
    const value = this.#value;
    if (!value) return;
    this.#drawChips(value);
    this.#drawPlayer();
    const made = value.steps[this.#at - 1];
    this.$('.say').replaceChildren(...(made ? this.#joined(value, made) : begun(value)));
    this.#label();
    this.#follow();
  }

  /** @param {MergeStepsValue} value */
  #drawChips({ steps }) {
    const parts = this.#states[this.#at];
    const fresh = new Set(steps[this.#at - 1]?.places);
    const soon = (steps[this.#at]?.places ?? []).flatMap((place, k) => [place + k, place + k + 1]);
    const next = new Set(soon);
    /** @type {HTMLElement[]} */
    const words = [];
    for (const [i, part] of parts.entries()) {
      if (part.word !== parts[i - 1]?.word) words.push(make('span', 'word'));
      words[words.length - 1].append(chip(part, fresh.has(i), next.has(i)));
    }
    this.chips.replaceChildren(...words);
    const seen = this.chips.querySelector('.fresh') ?? this.chips.querySelector('.next');
    scrollTo(this.chips, /** @type {HTMLElement | null} */ (seen), 8);
  }

  #drawPlayer() {
    const [at, last] = [this.#at, this.#last];
    this.range.value = String(at);
    this.range.style.setProperty('--range_progress', `${last ? (100 * at) / last : 0}%`);
    this.range.setAttribute('aria-valuetext', text('merges.at', { at, last }));
    this.$('.at').textContent = `${at} / ${last}`;
    this.$('.back', HTMLButtonElement).disabled = at === 0;
    this.$('.on', HTMLButtonElement).disabled = at === last;
    this.range.disabled = this.play.disabled = last === 0;
  }

  #label() {
    const ended = this.#at > 0 && this.#at === this.#last;
    if (this.#timer) put(this.play, 'merges.pause');
    else if (still.matches) put(this.play, ended ? 'merges.to_start' : 'merges.to_end');
    else put(this.play, ended ? 'merges.again' : 'merges.play');
    this.$('.say').setAttribute('aria-live', this.#timer ? 'off' : 'polite');
  }

  /**
   * What the last merge did.
   * @param {MergeStepsValue} value
   * @param {MergeStep} made
   */
  #joined({ n_merges, sample, drawn, bytes }, { rank, pieces, places, often }) {
    const [left, right, joined] = pieces.map(boxed);
    const said = {
      left,
      right,
      joined,
      rank: whole(rank),
      all: whole(n_merges),
      here: times(places.length),
    };
    const millions = number((sample ?? 0) / 1e6, 1);
    const merge = sample
      ? say('merges.joined_sample', { ...said, often: times(often ?? 0), millions })
      : say('merges.joined', said);
    const n = this.#states[this.#at].length;
    const count = text('tokens.count', { n: whole(n) });
    if (this.#at !== this.#last) return [...merge, ' ', ...say('merges.so_far', { count })];
    const what = drawn < bytes ? text('merges.these', { n: whole(drawn) }) : text('merges.this');
    return [...merge, ' ', ...say('merges.done', { count, what })];
  }

  /** The list's lit line stays in sight; the page itself does not scroll. */
  #follow() {
    const { log } = this;
    for (const [i, line] of [...log.children].entries()) {
      line.setAttribute('aria-selected', String(i + 1 === this.#at));
      line.classList.toggle('done', i < this.#at);
    }
    const line = /** @type {HTMLElement | undefined} */ (log.children[this.#at - 1]);
    if (line) log.setAttribute('aria-activedescendant', line.id);
    else log.removeAttribute('aria-activedescendant');
    requestAnimationFrame(() => {
      log.scrollTop = line ? line.offsetTop - log.offsetTop - log.clientHeight / 2 : 0;
    });
  }

  /**
   * @param {MergeStep} each
   * @param {number} i
   */
  #line({ rank, pieces, often }, i) {
    const [left, right, joined] = pieces.map(boxed);
    const pair = make('span', 'pair', left, ' + ', right, ' = ', joined);
    const count = make('span', 'often', often === null ? '' : whole(often));
    const made = make('li', '', make('span', 'rank', whole(rank)), pair, count);
    made.id = `${this.widget.element.id}_${i + 1}`;
    made.setAttribute('role', 'option');
    made.addEventListener('click', () => this.#go(i + 1));
    return made;
  }

  #pause() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#label();
  }

  /** @param {number} place */
  #go(place) {
    this.#pause();
    this.#at = place;
    this.#render();
  }

  #run() {
    if (!this.widget.element.isConnected || this.#at === this.#last) {
      this.#pause();
      return;
    }
    this.#at += 1;
    const wait = clamp(WHOLE_MS / this.#last, STEP_MS.least, STEP_MS.most);
    this.#timer = this.#at < this.#last ? setTimeout(() => this.#run(), wait) : 0;
    this.#render();
  }

  #start() {
    if (this.#timer) {
      this.#pause();
      return;
    }
    const ended = this.#at === this.#last;
    if (still.matches) {
      this.#go(ended ? 0 : this.#last);
      return;
    }
    if (ended) this.#at = 0;
    this.#timer = setTimeout(() => this.#run(), STEP_MS.first);
    this.#render();
  }

  #listen() {
    this.play.addEventListener('click', () => this.#start());
    this.$('.back').addEventListener('click', () => this.#go(Math.max(0, this.#at - 1)));
    this.$('.on').addEventListener('click', () => this.#go(Math.min(this.#last, this.#at + 1)));
    this.range.addEventListener('input', () => this.#go(Number(this.range.value)));
    this.$('.both').addEventListener('keydown', (event) => {
      const across = { ArrowUp: 'ArrowLeft', ArrowDown: 'ArrowRight' }[event.key];
      const key = event.target === this.log && across ? across : event.key;
      const next = step(key, this.#at, this.#states.length);
      if (next === undefined) return;
      event.preventDefault();
      this.#go(next);
    });
  }

  #save() {
    const steps = this.#value?.steps ?? [];
    const columns = [
      'step',
      'rank',
      'left (JSON)',
      'right (JSON)',
      'joined (JSON)',
      'times here',
      'times in the sample',
      'tokens after it',
    ];
    const lines = steps.map(({ rank, pieces, places, often }, i) => [
      i + 1,
      rank,
      ...pieces.map(quoted),
      places.length,
      often ?? '',
      this.#states[i + 1].length,
    ]);
    saveCsv('merges.csv', [columns, ...lines]);
  }
}
