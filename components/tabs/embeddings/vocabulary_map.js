// The whole vocabulary as points: embeddings seen along the directions in which they spread most.

import { all, around, finder, pointed } from '../../page/dom.js';
import { exporting, saveCanvas, saveCsv } from '../../page/export.js';
import { arrow } from '../../page/keys.js';
import { floats, percent, sum, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { boxed } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { Atlas } from './atlas.js';
import { Camera, deepened } from './camera.js';
import { find } from './find.js';
import { keyTo, nameOf, placesOf } from './marks.js';
import { drawColours } from './pixel_colours.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { VocabularyMapValue, VocabularyTable } from '../../values'
 * @import { Kind } from './marks.js'
 * @typedef {Widget<VocabularyMapValue, { address: string }>} Map
 */

const STEP = 24; // pixels that an arrow key moves by
const WHEEL = 400; // pixels of a wheel for a factor of e
/** @type {Record<string, number>} */
const ZOOMS = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, 0: 0 };

/** @param {Map} widget */
export default async function vocabularyMap(widget) {
  const table = page.step === null ? '' : (await widget.filled).table;
  const answer = await fetch(new URL(table || widget.options.address, document.baseURI));
  return new VocabularyMap(widget, await answer.json());
}

class VocabularyMap {
  /** @type {number | null} */
  #hovered = null;

  /** @type {number[]} ids */
  #found = [];

  #current = 0; // of the tokens found, the one in the middle

  /** @type {[x: number, y: number] | null} the last place of the pointer that drags */
  #dragged = null;

  /**
   * @param {Map} widget
   * @param {VocabularyTable} table
   */
  constructor(widget, table) {
    this.widget = widget;
    this.table = table;
    this.kinds = /** @type {Kind[]} */ (table.kinds.split(' '));
    this.coordinates = floats(table.coordinates);
    this.laid = table.tsne ? floats(table.tsne) : null;
    this.pca = new Camera(this.coordinates); // three directions
    this.tsne = this.laid && new Camera(deepened(this.laid));
    this.camera = this.pca;
    this.$ = finder(widget.element);
    this.canvas = this.$('canvas', HTMLCanvasElement);
    this.search = this.$('input', HTMLInputElement);
    this.atlas = new Atlas(this.canvas, table.pieces, this.kinds);
    widget.view.tell('vocabulary', { pieces: table.pieces, kinds: this.kinds }); // cards let a token be typed
    this.#about();
    this.#listenToPointer();
    this.#listenToTools();
    exporting(widget, { png: () => saveCanvas('map.png', this.canvas), csv: () => this.#save() });
    widget.watch(() => this.#draw());
    const { layout, camera } = page.state.notes;
    if (layout === 'deep' || layout === 'flat') this.#turn(layout);
    this.camera.take(camera);
    this.#render();
  }

  /** The address says how the map is looked at. */
  #looked() {
    const first = this.tsne ? 'tsne' : 'flat';
    page.note('layout', this.#layout === first ? null : this.#layout);
    page.note('camera', this.camera.told);
  }

  /** What is the same for every prompt. */
  #about() {
    const { unread, colours } = this.table;
    const { n, all: pieces, sample } = unread ?? { n: 0, all: 0, sample: 0 };
    const said = { n: whole(n), all: whole(pieces), sample: whole(sample) };
    put(this.$('.say'), n ? 'vocabulary.unread' : 'vocabulary.close', said);
    drawColours(this.$('.colours'), colours);
    this.$('.legend').append(...keyTo(this.kinds));
  }

  #draw() {
    this.#note();
    this.#kept();
    const layout = this.#layout;
    for (const button of all(this.widget.element, '[data-layout]')) {
      button.setAttribute('aria-pressed', String(button.dataset.layout === layout));
    }
    this.$('[data-layout=tsne]').hidden = !this.tsne;
    this.#rest();
    this.#render();
  }

  get #layout() {
    if (this.camera === this.tsne) return 'tsne';
    return this.camera.flat ? 'flat' : 'deep';
  }

  #note() {
    const { shares, channels, pieces } = this.table;
    const directions = this.camera.flat ? 2 : 3;
    const share = percent(sum(shares.slice(0, directions)));
    const laid = this.#layout === 'tsne';
    const note = this.$('.note');
    if (laid) put(note, 'vocabulary.note_tsne');
    else put(note, 'vocabulary.note', { directions, channels, share });
    const how = laid
      ? text('vocabulary.by_tsne')
      : text('vocabulary.in_directions', { directions });
    const said = { n: pieces.length, how };
    this.canvas.setAttribute('aria-label', text('vocabulary.label', said));
  }

  /** How far the flat map keeps neighbours together. */
  #kept() {
    const line = this.$('.kept');
    const [pca, tsne] = this.table.kept.map(percent);
    const { channels, near } = this.table;
    line.hidden = !this.tsne || !this.camera.flat;
    if (!this.tsne) return;
    const key = this.#layout === 'tsne' ? 'vocabulary.kept_tsne' : 'vocabulary.kept_pca';
    put(line, key, { neighbours: near, channels, pca, tsne });
  }

  #render() {
    const { value } = this.widget;
    const hovered = this.#hovered === null ? [] : [this.#hovered];
    this.atlas.draw(this.camera, {
      chosen: value?.id,
      near: value?.nearest ?? [],
      named: this.table.named,
      rings: [...this.#found, ...hovered],
      middle: this.#found.slice(this.#current, this.#current + 1),
    });
  }

  /** What the line below says when nothing is pointed at. */
  #rest() {
    const { value } = this.widget;
    const line = this.$('.reading');
    const { pieces, channels } = this.table;
    if (this.#found.length) this.#tellFound(line);
    else if (this.search.value) put(line, 'vocabulary.not_found', { typed: this.search.value });
    else if (value) {
      const said = { token: boxed(pieces[value.id]), n: value.nearest.length, channels };
      put(line, 'vocabulary.lines', said);
    } else put(line, 'vocabulary.point');
  }

  /** @param {Element} line */
  #tellFound(line) {
    const n = this.#found.length;
    const token = this.#described(this.#found[this.#current]);
    const more = { ...token, i: this.#current + 1, n: whole(n) };
    put(line, n > 1 ? 'vocabulary.found_many' : 'vocabulary.found', more);
  }

  /** @param {number} id */
  #described(id) {
    const token = boxed(this.table.pieces[id]);
    return { token, id: whole(id), kind: nameOf(this.kinds[id]) };
  }

  /** @param {number | null} id */
  #hover(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    if (id === null) this.#rest();
    else this.$('.reading').replaceChildren(...say('vocabulary.token', this.#described(id)));
    this.#render();
  }

  #find() {
    this.#found = find(this.table.pieces, this.search.value);
    this.#current = 0;
    this.#centre();
  }

  /** The current one of the found into the middle. */
  #centre() {
    if (this.#found.length) this.camera.centre(this.#found[this.#current]);
    else if (!this.search.value) this.camera.reset();
    this.#rest();
    this.#render();
    this.#looked();
  }

  /** @param {number} factor 0: all of the map */
  #zoom(factor) {
    if (factor) this.camera.magnify(factor);
    else this.camera.reset();
    this.#render();
    this.#looked();
  }

  /** @param {string} layout */
  #turn(layout) {
    this.camera = layout === 'tsne' && this.tsne ? this.tsne : this.pca;
    this.camera.flat = layout !== 'deep';
    this.camera.reset();
    this.#draw();
  }

  #listenToPointer() {
    const { canvas } = this;
    const drop = () => {
      this.#dragged = null;
      this.#looked();
    };
    canvas.addEventListener('pointerdown', (event) => {
      this.#dragged = [event.clientX, event.clientY];
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointerup', drop);
    canvas.addEventListener('pointercancel', drop);
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    canvas.addEventListener('click', (event) => this.#hover(this.#under(event)));
    canvas.addEventListener('pointerleave', () => this.#hover(null));
    canvas.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    canvas.addEventListener('keydown', (event) => this.#key(event));
    const resized = new ResizeObserver(() => this.#render());
    resized.observe(canvas);
  }

  #listenToTools() {
    this.$('.tools').addEventListener('click', (event) => {
      const { zoom, layout } = around(event, 'button')?.dataset ?? {};
      if (zoom) this.#zoom(Number(zoom));
      if (!layout) return;
      this.#turn(layout);
      this.#looked();
    });
    this.search.addEventListener('input', () => this.#find());
    this.search.addEventListener('keydown', (event) => {
      const n = this.#found.length;
      if (event.key !== 'Enter' || !n) return;
      event.preventDefault();
      this.#current = (this.#current + (event.shiftKey ? n - 1 : 1)) % n;
      this.#centre();
    });
  }

  /** @param {MouseEvent} event */
  #under(event) {
    return this.atlas.at(...pointed(event, this.canvas));
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#dragged) {
      this.#hover(this.#under(event));
      return;
    }
    const [x, y] = this.#dragged;
    this.camera.move(event.clientX - x, event.clientY - y);
    this.#dragged = [event.clientX, event.clientY];
    this.#render();
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (!event.ctrlKey && document.activeElement !== this.canvas) return; // else the page could not scroll past the map
    event.preventDefault();
    this.camera.magnify(Math.exp(-event.deltaY / WHEEL), ...pointed(event, this.canvas));
    this.#render();
    this.#looked();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const move = arrow(event.key);
    const factor = ZOOMS[event.key];
    if (move) {
      this.camera.move(move[1] * STEP, move[0] * STEP);
      this.#render();
      this.#looked();
    } else if (factor !== undefined) this.#zoom(factor);
    else return;
    event.preventDefault();
  }

  #save() {
    const { pieces } = this.table;
    saveCsv('map.csv', placesOf(pieces, this.kinds, this.coordinates, this.laid));
  }
}
