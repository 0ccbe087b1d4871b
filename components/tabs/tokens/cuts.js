// One text three times: as characters, as words and as the tokens of the model.

import { quoted } from '../../page/csv.js';
import { all, around, button, finder, make, scrollTo } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { step } from '../../page/keys.js';
import { range, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { boxed, colourOf, letters, swatch } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { covers, inside } from './spans.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { CutInfo, CutsValue } from '../../values'
 * @import { Span } from './spans.js'
 */

const WORD = /[\p{L}\p{N}]/u;

/** @param {Widget<CutsValue>} widget */
export default function cuts(widget) {
  return new Cuts(widget);
}

class Cuts {
  /** @param {Widget<CutsValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.ways = this.$('.ways');
    this.#listenToChips();
    for (const toggle of all(widget.element, '[data-bytes]')) {
      const asBytes = Number(toggle.dataset.bytes);
      toggle.addEventListener('click', () => this.view.turn({ as_bytes: asBytes }));
    }
    exporting(widget, { csv: save });
    widget.watch(
      (value) => this.#draw(value),
      (index) => this.#mark(index),
    );
  }

  /** @param {CutsValue | null} value */
  #draw(value) {
    for (const toggle of all(this.widget.element, '[data-bytes]')) {
      const pressed = Number(toggle.dataset.bytes) === (value?.as_bytes ?? 0);
      toggle.setAttribute('aria-pressed', String(pressed));
    }
    this.$('.toggle').hidden = !value;
    this.$('.say').replaceChildren();
    if (value) {
      tell(this.$('.say'), value.rows);
      this.ways.replaceChildren(...value.rows.map((row) => way(row, Boolean(value.as_bytes))));
    } else this.ways.replaceChildren(make('p', 'empty', ...say('cuts.empty')));
  }

  get #lists() {
    return all(this.ways, '.chips');
  }

  /** @param {number} index of the selected token */
  #mark(index) {
    const pieces = this.#lists[2];
    if (!pieces) return;
    for (const [i, chip] of all(pieces, '.chip').entries()) {
      chip.setAttribute('aria-pressed', String(i === index));
      chip.tabIndex = i === Math.max(0, index) ? 0 : -1;
    }
  }

  /**
   * Finds a chip in the other rows.
   * @param {HTMLElement | null} chip
   */
  #tint(chip) {
    const own = chip?.closest('.chips');
    for (const list of this.#lists) {
      const found = all(list, '.chip').filter((other) => {
        const looked = chip !== null && list !== own && covers(spanOf(chip), spanOf(other));
        other.classList.toggle('looked', looked);
        return looked;
      });
      if (found.length) scrollTo(list, found[0].parentElement);
    }
  }

  #listenToChips() {
    const { ways } = this;
    const over = (/** @type {Event} */ event) => {
      const chip = around(event, '.chip');
      if (chip) this.#tint(chip);
    };
    ways.addEventListener('pointerover', over);
    ways.addEventListener('focusin', over);
    ways.addEventListener('pointerleave', () =>
      this.#tint(ways.querySelector('.chip:focus-visible')),
    );
    ways.addEventListener('focusout', () => this.#tint(null));
    ways.addEventListener('click', (event) => this.#select(event));
    ways.addEventListener('keydown', (event) => walk(event));
  }

  /**
   * The token that holds the first byte of what was clicked.
   * @param {Event} event
   */
  #select(event) {
    const chip = around(event, '.chip');
    const pieces = this.widget.value?.rows[2];
    if (!chip || !pieces) return;
    const [start] = spanOf(chip);
    page.select(pieces.spans.findIndex(([, end]) => end > start));
  }
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const chip = around(event, '.chip');
  const list = chip?.closest('.chips');
  if (!chip || !list) return;
  const chips = all(list, '.chip');
  const next = step(event.key, chips.indexOf(chip), chips.length);
  if (next === undefined) return;
  event.preventDefault();
  chip.tabIndex = -1;
  chips[next].tabIndex = 0;
  chips[next].focus();
}

/**
 * @param {HTMLElement} chip
 * @returns {Span}
 */
const spanOf = ({ dataset }) => [Number(dataset.start), Number(dataset.end)];

/**
 * @param {CutInfo} row
 * @param {boolean} asBytes
 */
function way(row, asBytes) {
  const { name, count, pieces } = row;
  const list = make('div', 'chips', ...pieces.map((_, i) => slot(row, i, asBytes)));
  list.dataset.way = name;
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', text(`cut.${name}`));
  const hidden = count - pieces.length;
  if (hidden) list.append(make('span', 'hidden', ...say('tokens.more', { n: whole(hidden) })));
  const note = make('span', '', ...say(asBytes ? 'cuts.in_bytes' : `cuts.${name}_are`));
  const unit = text(`cuts.unit_${name}`, { n: count });
  const total = make('p', 'total', make('b', '', whole(count)), make('span', '', unit));
  return make('div', 'way', make('p', 'name', text(`cut.${name}`), note), total, list);
}

/**
 * @param {CutInfo} row
 * @param {number} i
 * @param {boolean} asBytes
 */
function slot({ name, pieces, spans, hex, codes, ids, kinds }, i, asBytes) {
  const chip = button('chip', () => {}, ...letters(pieces[i]));
  chip.tabIndex = i ? -1 : 0; // one Tab stop a row; the arrow keys move inside
  [chip.dataset.start, chip.dataset.end] = spans[i].map(String);
  if (kinds) chip.dataset.kind = kinds[i];
  if (ids && kinds?.[i] === 'colour') chip.prepend(swatch(colourOf(ids[i])));
  const label = { name: text(`cuts.unit_${name}`, { n: 1 }), i, piece: JSON.stringify(pieces[i]) };
  chip.setAttribute('aria-label', text('cuts.chip', label));
  const plain = codes?.[i] ?? (ids ? whole(ids[i]) : '');
  return make('span', 'slot', chip, make('span', 'socket', asBytes ? hex[i] : plain));
}

/**
 * What the rows have in common, and the first word that is no single piece.
 * @param {Element} line
 * @param {CutInfo[]} rows
 */
function tell(line, [characters, words, pieces]) {
  const named = range(words.pieces.length).filter((i) => WORD.test(words.pieces[i])); // the others are signs
  const found = words.spans.map((span) => inside(pieces.spans, span).map((i) => pieces.pieces[i]));
  const one = named.filter(
    (i) => found[i].length === 1 && found[i][0].length === words.pieces[i].length,
  );
  const cut = named.find((i) => found[i].length > 1) ?? -1;
  const parts = (found[cut] ?? []).flatMap((piece, i) => [...(i ? [' + '] : []), boxed(piece)]);
  put(line, cut < 0 ? 'cuts.sentence' : 'cuts.sentence_cut', {
    one: whole(one.length),
    words: whole(named.length),
    word: cut < 0 ? '' : boxed(words.pieces[cut]),
    parts,
    characters: whole(characters.count),
    pieces: whole(pieces.count),
  });
}

/** @param {CutsValue} value */
function save({ rows }) {
  const columns = ['cut', 'index', 'piece (JSON)', 'start', 'end', 'bytes', 'id'];
  const lines = rows.flatMap(({ name, pieces, spans, hex, ids }) =>
    pieces.map((piece, i) => [name, i, quoted(piece), ...spans[i], hex[i], ids?.[i] ?? '']),
  );
  saveCsv('tokens.csv', [columns, ...lines]);
}
