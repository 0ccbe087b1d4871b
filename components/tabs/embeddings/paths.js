// One token's vector on its way through the layers, for every place where the token stands in the prompt. Paths start
// together, at the embedding, and part as the layers read what stands before the token.

import { css } from '../../page/colours.js';
import { finder, make, pen, svg, svgText } from '../../page/dom.js';
import { exporting, saveCsv, saveSvg } from '../../page/export.js';
import { step } from '../../page/keys.js';
import { clamp, floats, number, percent, range, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { boxed, readable } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { fit, overlap } from './plan.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { PathsValue } from '../../values'
 * @import { Point, Rect } from './plan.js'
 */

const NAMED = 24; // at most so many ends are named
const TALL = 18; // pixels of a name

/** @param {Widget<PathsValue>} widget */
export default function paths(widget) {
  return new Paths(widget);
}

class Paths {
  #places = new Float32Array();
  #station = 0;

  /** @param {Widget<PathsValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.plan = this.$('.plan', SVGSVGElement);
    this.strip = this.$('.alike');
    this.strip.addEventListener('keydown', (event) => this.#key(event));
    const resized = new ResizeObserver(() => this.#render());
    resized.observe(this.plan);
    exporting(widget, {
      svg: () => saveSvg('paths.svg', this.plan),
      csv: (value) => this.#save(value),
    });
    widget.watch((value) => this.#draw(value));
  }

  /** @param {PathsValue | null} value */
  #draw(value) {
    const compared = Boolean(value?.alike.length);
    this.plan.toggleAttribute('hidden', !value);
    for (const part of ['.legend', '.note']) this.$(part).toggleAttribute('hidden', !value);
    for (const part of ['.alike', 'h3', '.reading']) this.$(part).hidden = !compared;
    this.$('.empty').hidden = compared;
    if (value) this.#fill(value, compared);
    else this.#empty();
  }

  #empty() {
    put(this.$('h2'), 'paths.title');
    put(this.$('.empty'), 'paths.empty');
    this.$('.say').replaceChildren();
  }

  /**
   * @param {PathsValue} value
   * @param {boolean} compared
   */
  #fill(value, compared) {
    const { stations, piece, shares, at } = value;
    this.#places = floats(value.places);
    this.#station = Math.min(this.#station || stations - 1, stations - 1);
    put(this.$('h2'), 'paths.of', { token: boxed(piece) });
    put(this.$('.note'), 'paths.note', { share: percent(shares[0] + shares[1]) });
    if (compared) this.#compare(value);
    else {
      put(this.$('.say'), 'paths.single', { token: boxed(piece), at: at[0], stations });
      put(this.$('.empty'), 'paths.once');
    }
    this.#render();
  }

  /** @param {PathsValue} value */
  #compare({ alike, at, piece, stations }) {
    put(this.$('.say'), at.length === 2 ? 'paths.two' : 'paths.many', {
      token: boxed(piece),
      n: whole(at.length),
      first: number(alike[0]),
      last: number(alike[alike.length - 1]),
    });
    this.strip.setAttribute('aria-valuemax', String(stations - 1));
    this.strip.replaceChildren(...alike.map((cosine, s) => this.#column(cosine, s)));
  }

  /**
   * @param {number} cosine
   * @param {number} s
   */
  #column(cosine, s) {
    const fill = make('i');
    const column = make('span', 'column', fill);
    fill.style.height = `${Math.max(0, cosine) * 100}%`;
    column.addEventListener('pointerenter', () => this.#stop(s));
    column.addEventListener('click', () => this.#stop(s));
    return column;
  }

  /** @param {number} s */
  #stop(s) {
    if (s === this.#station) return;
    this.#station = s;
    this.#render();
  }

  /**
   * Where a token's stream is at a station, in numbers.
   * @param {PathsValue} value
   * @param {number} i
   * @param {number} s
   * @returns {Point}
   */
  #place({ stations }, i, s) {
    const k = 2 * (i * stations + s);
    return [this.#places[k], this.#places[k + 1]];
  }

  #render() {
    const { value } = this.widget;
    const { clientWidth: width, clientHeight: height } = this.plan;
    if (!value || !width) return;
    const { at, stations, own } = value;
    const count = at.length;
    const all = range(count).flatMap((i) => range(stations).map((s) => this.#place(value, i, s)));
    const put = fit(all, width, height);
    const lines = range(count).map((i) =>
      range(stations).map((s) => put(this.#place(value, i, s))),
    );
    const ownLast = range(count).sort((a, b) => Number(a === own) - Number(b === own));
    this.plan.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.plan.setAttribute('aria-label', text('paths.drawn', { n: count, stations }));
    this.plan.replaceChildren(
      ...axes(value.shares, width, height),
      ...ownLast.map((i) => this.#path(value, i, lines[i])),
      ...this.#names(
        value,
        lines.map((line) => line[stations - 1]),
      ),
    );
    this.#mark(value);
  }

  /** @param {PathsValue} value */
  #mark({ alike }) {
    const s = this.#station;
    for (const [k, column] of [...this.strip.children].entries())
      column.classList.toggle('open', k === s);
    if (!alike.length) return;
    put(this.$('.reading'), 'paths.reading', { station: named(s), cosine: number(alike[s]) });
    this.strip.setAttribute('aria-valuenow', String(s));
    this.strip.setAttribute('aria-valuetext', this.$('.reading').textContent);
  }

  /**
   * @param {PathsValue} value
   * @param {number} i
   * @param {Point[]} points
   */
  #path(value, i, points) {
    const thread = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
    const [x0, y0] = points[0];
    const dots = points.slice(1).map(([cx, cy], k) => {
      const r = k + 2 === points.length ? 6 : 3;
      return svg('circle', { cx, cy, r, class: 'dot' });
    });
    const [cx, cy] = points[this.#station];
    const ring = value.alike.length ? [svg('circle', { cx, cy, r: 9, class: 'ring' })] : [];
    const said = text('paths.place', { at: value.at[i], context: context(value, i) });
    const group = svg(
      'g',
      { class: i === value.own ? 'way own' : 'way' },
      svg('path', { d: `M${thread}`, class: 'thread' }),
      svg('path', { d: `M${x0 - 5} ${y0 - 5}h10v10h-10Z`, class: 'dot' }),
      ...dots,
      ...ring,
      svg('title', {}, said),
    );
    group.addEventListener('click', () => page.select(value.at[i]));
    return group;
  }

  /**
   * Each end is named by the words around it; a name that would cover another goes to the other side, or is left out.
   * @param {PathsValue} value
   * @param {Point[]} ends
   */
  #names(value, ends) {
    const { clientWidth: width, clientHeight: height } = this.plan;
    const context2d = pen(make('canvas'));
    /** @type {Rect[]} */
    const taken = [];
    const ownFirst = range(ends.length).sort(
      (a, b) => Number(b === value.own) - Number(a === value.own),
    );
    return ownFirst.slice(0, NAMED).flatMap((i) => {
      const own = i === value.own;
      const said = context(value, i);
      context2d.font = `${own ? 700 : 500} 14px ${css('--mono')}`;
      const spots = spotsAround(ends[i], context2d.measureText(said).width, width);
      const spot = spots.find((each) => isClear(each, ends[i], height, taken));
      if (!spot) return [];
      taken.push(spot);
      return [svgText(said, { x: spot[0], y: spot[1] + 13, class: own ? 'end own' : 'end' })];
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const next = step(event.key, this.#station, this.widget.value?.stations ?? 0);
    if (next === undefined) return;
    event.preventDefault();
    this.#stop(next);
  }

  /** @param {PathsValue} value */
  #save(value) {
    const columns = ['token', 'station', 'after', 'direction 1', 'direction 2', 'mean cosine'];
    const { at, stations, alike } = value;
    const lines = at.flatMap((token, i) =>
      range(stations).map((s) => [token, s, named(s), ...this.#place(value, i, s), alike[s] ?? '']),
    );
    saveCsv('paths.csv', [columns, ...lines]);
  }
}

/**
 * A station in words.
 * @param {number} s
 */
function named(s) {
  if (s === 0) return text('paths.the_embedding');
  return text(s % 2 ? 'paths.the_attention' : 'paths.the_network', { layer: (s - 1) >> 1 });
}

/**
 * The words around a place of the token.
 * @param {PathsValue} value
 * @param {number} i
 */
function context({ around, piece }, i) {
  const [before, after] = around[i].map((pieces) => pieces.join(''));
  return readable(`${before.replace(/^[\s.,;:!?"]+/, '')}${piece}${after}`.trim());
}

/**
 * @param {number[]} shares
 * @param {number} width
 * @param {number} height
 */
function axes([across, up], width, height) {
  const right = { x: width - 4, y: height - 6, class: 'axis', 'text-anchor': 'end' };
  const top = { x: 4, y: 14, class: 'axis', 'text-anchor': 'start' };
  return [
    svgText(text('paths.across', { share: percent(across) }), right),
    svgText(text('paths.up', { share: percent(up) }), top),
  ];
}

/**
 * Where a name of `wide` pixels may stand: right, left, above, below.
 * @param {Point} point
 * @param {number} wide
 * @param {number} width of the drawing
 * @returns {Rect[]}
 */
function spotsAround([x, y], wide, width) {
  const inside = (/** @type {number} */ left) => clamp(left, 4, Math.max(4, width - wide - 4));
  return [
    [inside(x + 11), y - 9, wide, TALL],
    [inside(x - 11 - wide), y - 9, wide, TALL],
    [inside(x - wide / 2), y - 28, wide, TALL],
    [inside(x - wide / 2), y + 11, wide, TALL],
  ];
}

/**
 * @param {Rect} spot
 * @param {Point} point that it names
 * @param {number} height of the drawing
 * @param {Rect[]} taken
 */
function isClear(spot, [x, y], height, taken) {
  const top = spot[1];
  if (top <= 0 || top + TALL >= height) return false;
  return !overlap(spot, [x - 8, y - 8, 16, 16]) && !taken.some((each) => overlap(spot, each));
}
