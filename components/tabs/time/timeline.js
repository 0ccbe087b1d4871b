// What the model could do: curves of its skills over its training, whose axis is a slider over the steps.

import { finder, make, pointed, radio, svg, svgText } from '../../page/dom.js';
import { exporting, saveCsv, savePng } from '../../page/export.js';
import { whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { check, choosing } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import {
  HIGH,
  axes,
  curveOf,
  eventsOf,
  handleAt,
  namesOf,
  nowOf,
  scales,
  share,
} from './curves.js';
import { Ticks, read } from './history.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Curve, HistoryData } from '../../values'
 * @import { Scales } from './curves.js'
 */

const TICK_MS = 250; // of Play
const FAR = 10; // steps that a page key goes

/** @param {Widget<null, { address: string }>} widget */
export default async function timeline(widget) {
  return new Timeline(widget, await read(widget.options.address));
}

class Timeline {
  #timer = 0;

  /** @type {Scales | null} */
  #scales = null;

  #values = svg('g');
  #handle = svg(
    'g',
    { class: 'handle', role: 'slider', tabindex: 0 },
    svg('rect', { class: 'lip', x: -12, y: -10, width: 24, height: 24, rx: 6 }),
    svg('rect', { class: 'block', x: -13, y: -13, width: 26, height: 24, rx: 6 }),
  );

  /**
   * @param {Widget<null, { address: string }>} widget
   * @param {HistoryData} data
   */
  constructor(widget, data) {
    this.view = widget.view;
    this.data = data;
    this.ticks = new Ticks(data);
    this.$ = finder(widget.element);
    this.drawing = this.$('.drawing', SVGSVGElement);
    this.radios = data.curves.map(({ key, name }) =>
      radio('button skill', () => this.#look(key), name),
    );
    this.$('.skills').append(...this.radios);
    choosing(this.$('.skills'));
    this.#press();
    this.#listen();
    exporting(
      { element: widget.element, value: data },
      {
        png: () => savePng('through-time.png', this.drawing),
        csv: () => save(data.curves),
      },
    );
    widget.hear('wanted', () => this.#show());
    widget.hear('themed', () => this.#draw());
    widget.hear('opened', () => this.#stop());
    new ResizeObserver(() => this.#draw()).observe(this.$('.chart'));
    this.#draw();
  }

  /** The key of the skill that is looked at. */
  get looked() {
    const { skill } = page.state.notes;
    const { curves } = this.data;
    return curves.some(({ key }) => key === skill) ? skill : (curves[0]?.key ?? '');
  }

  /** @param {string} key */
  #look(key) {
    page.note('skill', key === this.data.curves[0].key ? null : key);
  }

  #draw() {
    const width = this.$('.chart').clientWidth;
    if (!width) return;
    this.#scales = scales(width, this.ticks);
    const { data, looked } = this;
    const ordered = data.curves.toSorted(
      (a, b) => Number(a.key === looked) - Number(b.key === looked),
    );
    const { drawn, places } = namesOf(this.#scales, data.curves, looked);
    this.drawing.setAttribute('viewBox', `0 0 ${width} ${HIGH}`);
    this.drawing.replaceChildren(
      ...axes(this.#scales, this.ticks),
      ...eventsOf(this.#scales, this.#scales.narrow ? [] : data.events),
      ...ordered.map((curve) =>
        curveOf(/** @type {Scales} */ (this.#scales), curve, curve.key === looked),
      ),
      ...(this.#scales.narrow ? [] : drawn),
      ...(this.#scales.narrow ? [] : [unit(this.#scales.right)]),
      this.#values,
      this.#handle,
    );
    for (const [i, each] of this.radios.entries()) {
      each.style.top = this.#scales.narrow ? '' : `${places[i] - 10}px`;
      each.style.left = this.#scales.narrow ? '' : `${this.#scales.right + 24}px`;
    }
    this.$('.skills').classList.toggle('over', !this.#scales.narrow);
    this.drawn = looked;
    this.$('.card')
      .parentElement?.closest('.block')
      ?.setAttribute('style', `--tall: ${this.$('.card').offsetHeight}px`);
    this.#show();
  }

  #show() {
    if (!this.#scales) return;
    const { ticks, data, looked } = this;
    if (this.drawn !== looked) {
      this.#draw();
      return;
    }
    const { step, at, steps, last, pinned } = ticks;
    this.#values.replaceChildren(...nowOf(this.#scales, data.curves, step, looked));
    this.#handle.setAttribute('transform', handleAt(this.#scales, step));
    check(
      this.$('.skills'),
      (each) => each === this.radios[data.curves.findIndex(({ key }) => key === looked)],
    );
    const told = text('time.at', { step: whole(step), last: whole(last) });
    for (const [name, value] of Object.entries({
      'aria-valuemin': 0,
      'aria-valuemax': steps.length - 1,
      'aria-valuenow': at,
      'aria-valuetext': told,
      'aria-label': text('time.slider'),
    })) {
      this.#handle.setAttribute(name, String(value));
    }
    this.drawing.dataset.step = String(step);
    put(this.$('.where-now'), 'time.where', {
      step: whole(step),
      last: whole(last),
      i: at + 1,
      n: steps.length,
    });
    this.$('.say').replaceChildren(...this.#sentence());
    this.$('.back', HTMLButtonElement).disabled = at === 0;
    this.$('.on', HTMLButtonElement).disabled = this.$('.last', HTMLButtonElement).disabled =
      step === last;
    put(this.$('.pin'), pinned === null ? 'time.pin' : 'time.unpin', { step: whole(pinned ?? 0) });
  }

  /** What the skill that is looked at was at this step, and what is kept of the step. */
  #sentence() {
    const { ticks, data } = this;
    const { step, last } = ticks;
    const curve = data.curves.find(({ key }) => key === this.looked);
    const point = curve?.points.find((each) => each.step === step);
    const skill = make('span');
    if (curve && point) {
      const { right, asked, low, high } = point;
      put(skill, 'time.could_then', {
        skill: curve.name,
        right,
        asked,
        low: share(low),
        high: share(high),
      });
      if (ticks.line(step)?.rounded.includes('skills'))
        skill.append(' ', text('time.asked_rounded'));
    } else if (curve) put(skill, 'time.not_asked', { skill: curve.name });
    const kept = make('span');
    if (step === last) put(kept, data.ends_here ? 'time.is_last' : 'time.went_on');
    else put(kept, ticks.isWhole(step) ? 'time.is_whole' : 'time.is_recorded');
    return [skill, ' ', kept];
  }

  #press() {
    const acts = {
      back: () => this.ticks.go(this.ticks.at - 1),
      on: () => this.ticks.go(this.ticks.at + 1),
      last: () => this.ticks.go(this.ticks.steps.length - 1),
      pin: () => page.note('pinned', this.ticks.pinned === null ? this.ticks.step : null),
    };
    for (const [name, act] of Object.entries(acts)) {
      this.$(`.${name}`).addEventListener('click', () => {
        if (name !== 'pin') this.#stop();
        act();
      });
    }
    this.$('.play').addEventListener('click', () => this.#play());
    put(this.$('.play'), 'time.play');
  }

  #play() {
    if (this.#timer) {
      this.#stop();
      return;
    }
    if (this.ticks.step === this.ticks.last) this.ticks.go(0);
    put(this.$('.play'), 'time.stop');
    this.#timer = setInterval(() => {
      this.ticks.go(this.ticks.at + 1);
      if (this.ticks.step === this.ticks.last) this.#stop();
    }, TICK_MS);
  }

  #stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
    put(this.$('.play'), 'time.play');
  }

  #listen() {
    this.#handle.addEventListener('keydown', (event) =>
      this.#key(/** @type {KeyboardEvent} */ (event)),
    );
    const drag = (/** @type {PointerEvent} */ event) => {
      this.#stop();
      this.ticks.go(this.#nearest(pointed(event, this.drawing)[0]));
    };
    this.drawing.addEventListener('pointerdown', (event) => {
      const [x] = pointed(event, this.drawing);
      if (!this.#scales || x > this.#scales.right + 14) return;
      this.drawing.setPointerCapture(event.pointerId);
      this.#handle.focus({ preventScroll: true });
      event.preventDefault();
      drag(event);
    });
    this.drawing.addEventListener('pointermove', (event) => {
      if (this.drawing.hasPointerCapture(event.pointerId)) drag(event);
    });
  }

  /**
   * The number of the step that is drawn nearest to a place.
   * @param {number} x
   */
  #nearest(x) {
    const { steps } = this.ticks;
    const away = steps.map((step) => Math.abs((this.#scales?.x(step) ?? 0) - x));
    return away.indexOf(Math.min(...away));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { at, steps } = this.ticks;
    /** @type {Record<string, number>} */
    const to = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      PageUp: at + FAR,
      PageDown: at - FAR,
      Home: 0,
      End: steps.length - 1,
    };
    if (event.key === ' ') this.#play();
    else if (event.key in to) {
      this.#stop();
      this.ticks.go(to[event.key]);
    } else return;
    event.preventDefault();
  }
}

/** @param {number} right where the axis ends */
const unit = (right) => svgText(text('time.step'), { class: 'tick', x: right + 34, y: HIGH - 9 });

/** @param {Curve[]} curves */
function save(curves) {
  const rows = curves.flatMap(({ name, points }) =>
    points.map(({ step, right, asked, low, high }) => [name, step, right, asked, low, high]),
  );
  saveCsv('through-time.csv', [['skill', 'step', 'right', 'asked', 'low (95 %)', 'high'], ...rows]);
}
