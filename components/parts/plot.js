// One figure of Plotly within a card: drawn, zoomed by hand and keys, told in a table, and handed out.

import { dark } from '../page/colours.js';
import { button, make } from '../page/dom.js';
import { saveCsv, saveDrawing } from '../page/export.js';
import { number, whole } from '../page/numbers.js';
import { text } from '../page/words.js';
import { plain, plotly, ready } from './plotly.js';
import { tableOf } from './plot_table.js';
import { moved, ticksOf, zoomable } from './plot_zoom.js';

/** @import { Drawn, Figure, Pressed } from './plotly.js' */

const ROWS = 200; // of the table; all are in the file
const NARROW = 500; // pixels: a finger that drags scrolls the page
const CONFIG = {
  displayModeBar: false,
  displaylogo: false,
  doubleClick: false,
  responsive: false,
  scrollZoom: false,
  showTips: false,
  typesetMath: false,
  plotlyServerURL: '',
  topojsonURL: '',
};

const ABOVE = { orientation: 'h', y: 1.02, yanchor: 'bottom', len: 1 }; // a scale of colours, on a phone

const turn = () => new Promise((done) => setTimeout(done));

export class Plot {
  /** @type {Figure | null} */
  #figure = null;

  /** @type {Partial<ReturnType<typeof ticksOf>>} names along the axes, as they were drawn last */
  #ticks = {};

  #listens = false;
  #fresh = true; // no zoom of before is kept
  #queue = Promise.resolve();

  /**
   * @param {HTMLElement} host an empty element with the class "plot"
   * @param {(pressed: Pressed['points'][0]) => void} [press]
   * @param {boolean} [told] whether its numbers stand beside it already
   */
  constructor(host, press = () => {}, told = false) {
    this.press = press;
    this.node = make('div', 'drawn');
    this.tools = make('p', 'zooms', ...this.#zooms());
    this.rows = make('div', 'numbers');
    this.rows.tabIndex = 0;
    this.rows.setAttribute('role', 'region');
    this.rows.setAttribute('aria-label', text('chart.numbers'));
    this.trouble = make('p', 'amiss');
    this.trouble.setAttribute('role', 'status');
    this.details = make('details', '', make('summary', '', text('chart.numbers')), this.rows);
    this.details.addEventListener('toggle', () => this.#tell());
    this.node.addEventListener('keydown', (event) => this.#key(event));
    host.replaceChildren(this.tools, this.node, this.trouble, ...(told ? [] : [this.details]));
    new ResizeObserver(() => this.#draw()).observe(this.node);
  }

  /**
   * @param {Figure | null} figure
   * @param {string} label what a screen reader says of it
   */
  show(figure, label) {
    if (figure?.layout.uirevision !== this.#figure?.layout.uirevision) this.#fresh = true;
    this.#figure = figure;
    this.node.setAttribute('role', 'img');
    this.node.setAttribute('aria-label', label);
    this.tools.hidden = !zoomable(figure);
    this.node.tabIndex = zoomable(figure) ? 0 : -1;
    this.#draw();
  }

  #draw() {
    this.#queue = this.#queue
      .then(() => this.#drawn())
      .catch((error) => {
        this.trouble.textContent = error.message;
      });
  }

  /** Nothing while its tab is closed: the observer comes back when it has a width. */
  async #drawn() {
    if (!this.#figure || !this.node.clientWidth) return;
    const library = await plotly();
    await turn(); // each chart in a task of its own: several together would hold the page up
    const [width, height] = [this.node.clientWidth, this.node.clientHeight];
    if (!width) return;
    const { data, layout } = ready(this.#figure);
    const drag = width < NARROW ? false : (layout.dragmode ?? false);
    if (!this.#fresh && zoomable(this.#figure)) this.#keep(layout);
    if (width < NARROW && layout.coloraxis) Object.assign(layout.coloraxis.colorbar, ABOVE);
    const sized = { ...layout, width, height, dragmode: drag };
    const node = await library.react(this.node, data, sized, CONFIG);
    if (!this.#listens) this.#listen(node);
    this.#fresh = false;
    this.#name();
    this.node.dataset.drawn = `${width} ${dark()}`;
    this.trouble.textContent = '';
    this.#tell();
  }

  /**
   * What was seen stays: only the numbers are others.
   * @param {Figure['layout']} layout
   */
  #keep(layout) {
    const axes = /** @type {any} */ (this.node)._fullLayout;
    for (const axis of /** @type {const} */ (['xaxis', 'yaxis']))
      Object.assign(layout[axis], { range: axes[axis].range, ...this.#ticks[axis] });
  }

  /** @param {Drawn} node */
  #listen(node) {
    this.#listens = true;
    node.on('plotly_doubleclick', () => this.#zoom('0'));
    node.on('plotly_click', ({ points: [point] }) => this.press(point));
    node.on('plotly_relayout', () => this.#name());
  }

  /** Rows and columns are named again after each zoom. */
  async #name() {
    const names = this.#figure?.layout.meta?.names;
    if (!names) return;
    const axes = /** @type {any} */ (this.node)._fullLayout;
    const next = ticksOf(names, axes);
    if (JSON.stringify(next) === JSON.stringify(this.#ticks)) return;
    this.#ticks = next;
    const { xaxis, yaxis } = next;
    (await plotly()).relayout(this.node, {
      'xaxis.tickvals': xaxis.tickvals,
      'xaxis.ticktext': xaxis.ticktext,
      'yaxis.tickvals': yaxis.tickvals,
      'yaxis.ticktext': yaxis.ticktext,
    });
  }

  #zooms() {
    const by = (/** @type {string} */ key) => () => this.#zoom(key);
    return [
      button('button', by('+'), '+'),
      button('button', by('-'), '−'),
      button('button', by('0'), text('chart.all')),
    ].map((made, i) => {
      made.setAttribute('aria-label', text(ZOOMS[i]));
      return made;
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.#zoom(event.key)) event.preventDefault();
  }

  /**
   * Whether the key did anything.
   * @param {string} key
   */
  #zoom(key) {
    if (!this.#figure || !zoomable(this.#figure) || !this.#listens) return false;
    const { xaxis, yaxis } = /** @type {any} */ (this.node)._fullLayout;
    const next = moved(this.#figure, { xaxis: xaxis.range, yaxis: yaxis.range }, key);
    if (next) plotly().then((library) => library.relayout(this.node, next));
    return Boolean(next);
  }

  /** The numbers that are drawn, as a table, while it is open. */
  #tell() {
    if (!this.details.open || !this.#figure) return;
    const [head, ...rows] = tableOf(ready(this.#figure));
    const cells = (/** @type {(string | number)[]} */ row, /** @type {'td' | 'th'} */ tag) =>
      make('tr', '', ...row.map((cell) => make(tag, '', shown(cell))));
    const table = make(
      'table',
      '',
      make('thead', '', cells(head, 'th')),
      make('tbody', '', ...rows.slice(0, ROWS).map((row) => cells(row, 'td'))),
    );
    const rest = rows.length - ROWS;
    const more = rest > 0 ? [make('p', 'muted', text('chart.more', { n: whole(rest) }))] : [];
    this.rows.replaceChildren(table, ...more);
  }

  /** @param {string} name of the file */
  saveCsv(name) {
    if (this.#figure) saveCsv(name, tableOf(ready(this.#figure)));
  }

  /**
   * @param {string} name of the file
   * @param {'png' | 'svg'} form
   */
  async save(name, form) {
    if (!this.#figure) return;
    const image = await (await plotly()).toImage(this.node, { format: 'svg' });
    saveDrawing(name, decodeURIComponent(image.slice(image.indexOf(',') + 1)), form);
  }
}

const ZOOMS = /** @type {const} */ (['chart.zoom_in', 'chart.zoom_out', 'chart.whole']);

/** @param {string | number} cell */
const shown = (cell) => (typeof cell === 'number' ? number(cell, 4) : plain(cell));
