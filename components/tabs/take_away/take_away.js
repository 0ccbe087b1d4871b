// The drawer "take it away": parts are switched off, and two dice stand side by side.

import { rgb, signed } from '../../page/colours.js';
import { TOKEN, quoted } from '../../page/csv.js';
import { all, button, finder, keepingFocus, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { change, floats, number, percent, range } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { contrasting } from '../../page/ramps.js';
import { boxed, letters, readable, written } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { Plot } from '../../parts/plot.js';
import { EditForm } from './edit_form.js';
import { wordsOf } from './edit_words.js';
import { lineOf } from './forms.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Figure } from '../../parts/plotly.js'
 * @import { Changed, NothingTaken, TakeAwayValue } from '../../values'
 * @typedef {Widget<TakeAwayValue | NothingTaken, { tabs: string[], address: string }>} Drawer
 */

const SEEN = 0.005; // smaller changes are 0

/** @param {Drawer} widget */
export default function takeAway(widget) {
  return new TakeAway(widget);
}

/** @param {number} x */
const changed = (x) => (Math.abs(x) < SEEN ? '0' : change(x));

/** @param {string} line */
function toggle(line) {
  const { edits } = page.state;
  const without = edits.filter((edit) => edit !== line);
  page.set({ edits: without.length < edits.length ? without : [...edits, line] });
}

class TakeAway {
  /** @param {Drawer} widget */
  constructor(widget) {
    this.widget = widget;
    this.element = widget.element;
    this.$ = finder(widget.element);
    this.drawer = this.$('details', HTMLDetailsElement);
    this.slopes = new Plot(this.$('.plot'), undefined, true);
    this.form = new EditForm(widget.element, widget.options.address);
    this.$('.reset').addEventListener('click', () => this.#giveAllBack());
    this.drawer.addEventListener('toggle', () => this.#opened());
    widget.hear('opened', () => this.#placed());
    widget.hear('edited', () => this.#placed());
    widget.hear('edited', () => this.#drawEdits());
    widget.hear('tried', () => {
      if (page.state.edits.length) this.element.scrollIntoView({ block: 'nearest' });
    });
    exporting(widget, { csv: save });
    widget.watch((value) => this.#draw(value));
    this.#placed();
  }

  /** The value, where there are dice to show. */
  get #dice() {
    const { value } = this.widget;
    return value && 'tokens' in value ? value : null;
  }

  /** Below the tabs that look inside; open from the start where something is taken away. */
  #placed() {
    this.element.hidden = !this.widget.options.tabs.includes(page.state.tab);
    const { edits, notes } = page.state;
    if (edits.length || (notes.drawer === '1' && !page.drawer)) this.drawer.open = true;
    this.#opened();
  }

  #opened() {
    if (page.drawer === this.drawer.open) return;
    page.drawer = this.drawer.open;
    page.note('drawer', page.drawer ? 1 : null);
  }

  #giveAllBack() {
    page.set({ edits: [] });
    this.form.add.focus(); // the button that was pressed is gone
  }

  /** @param {TakeAwayValue | NothingTaken | null} value */
  #draw(value) {
    const trouble = this.$('.trouble');
    trouble.hidden = !value?.message;
    trouble.textContent = value?.message ?? '';
    const dice = this.#dice;
    for (const part of all(this.element, '.two > :not(.trouble), .mattered')) part.hidden = !dice;
    this.#drawEdits();
    this.form.draw(dice);
    if (!dice) return;
    this.#drawSlopes(dice);
    this.#drawPairs(dice);
    this.#drawContinued(dice);
    keepingFocus(this.$('.grid'), () => this.#drawEffects(dice));
  }

  #drawEdits() {
    const { edits } = page.state;
    const list = this.$('.edits');
    const within = list.contains(document.activeElement);
    keepingFocus(list, () => list.replaceChildren(...edits.map((edit, i) => this.#edit(edit, i))));
    if (within && !list.contains(document.activeElement)) {
      (all(list, '.back').at(-1) ?? this.form.add).focus();
    }
    this.$('.none').hidden = edits.length > 0;
    this.$('.reset').hidden = edits.length === 0;
    this.$('.tally').textContent = edits.length ? text('away.tally', { n: edits.length }) : '';
  }

  /**
   * @param {string} edit
   * @param {number} i
   */
  #edit(edit, i) {
    const reason = this.#dice?.refused[edit];
    const back = button('back', () => toggle(edit), '×');
    back.title = text('away.back');
    back.setAttribute('aria-label', text('away.back_edit', { edit }));
    back.dataset.focus = String(i); // the next one takes its place
    const words = make('span', '', ...wordsOf(edit, this.#dice));
    if (reason) words.append(make('span', 'reason', reason));
    return make('li', reason ? 'refused' : '', words, back);
  }

  /** @param {TakeAwayValue} value */
  #drawSlopes({ slopes }) {
    this.$('.plot').hidden = !slopes;
    this.slopes.show(/** @type {Figure | null} */ (slopes), text('away.slopes'));
  }

  /** @param {TakeAwayValue} value */
  #drawPairs({ tokens, divergence_bits, edits, refused }) {
    const names = [text('away.before'), text('away.after'), text('away.change')];
    const heads = names.map((name) => make('span', 'word', name));
    this.$('.pairs').replaceChildren(make('span'), ...heads, ...tokens.flatMap(pair));
    if (!edits.length) put(this.$('.say'), 'away.hint');
    else if (edits.every((edit) => refused[edit])) put(this.$('.say'), 'away.not_done');
    else this.#tell(tokens, divergence_bits);
  }

  /**
   * @param {Changed[]} tokens
   * @param {number} apart bits
   */
  #tell(tokens, apart) {
    const moved = (/** @type {Changed} */ { before, after }) => Math.abs(after - before);
    const most = tokens.reduce((best, each) => (moved(each) > moved(best) ? each : best));
    const [before, after] = [percent(most.before), percent(most.after)];
    const said = { token: boxed(most.piece), bits: number(apart) };
    if (before === after) put(this.$('.say'), 'away.unmoved', { ...said, share: before });
    else put(this.$('.say'), 'away.went', { ...said, before, after });
  }

  /** @param {TakeAwayValue} value */
  #drawContinued({ continued: { before, after }, said: read, edits, refused }) {
    const shifted = edits.some((edit) => !refused[edit] && read[edit]?.kind === 'shift');
    const cut = shifted && after.length < before.length ? [text('away.places_end')] : [];
    const said = (/** @type {string[]} */ pieces) =>
      pieces.length ? readable(pieces.join('')) : text('away.full');
    this.$('.on').replaceChildren(
      make('dt', '', text('away.on_before')),
      make('dd', '', said(before)),
      make('dt', '', text('away.on_after')),
      make('dd', '', after.length || !cut.length ? said(after) : '', ...cut.map(noted)),
    );
  }

  /**
   * One cell for each head and network: how much the likeliest token's ln p changes when it alone is off.
   * @param {TakeAwayValue} value
   */
  #drawEffects(value) {
    const { effects, sizes } = value;
    if (!effects) {
      put(this.$('.note'), 'away.too_much');
      return;
    }
    const cells = floats(effects.cells);
    const columns = sizes.heads + 1;
    const limit = Math.max(...cells.map(Math.abs), 1e-6);
    const grid = this.$('.grid');
    put(this.$('.mattered h3'), 'away.which', { token: boxed(effects.token) });
    grid.style.gridTemplateColumns = `auto repeat(${columns}, minmax(0, 1fr))`;
    const heads = range(sizes.heads).map((head) => text('heads.head', { head }));
    const names = [text('heads.layer'), ...heads, text('away.network')];
    const rows = range(sizes.layers).flatMap((layer) => [
      make('span', 'word', String(layer)),
      ...range(columns).map((head) =>
        cell(value, { layer, head }, cells[layer * columns + head], limit),
      ),
    ]);
    grid.replaceChildren(...names.map((name) => make('span', 'word', name)), ...rows);
    put(this.$('.note'), 'away.note', { logprob: number(effects.logprob) });
  }
}

/** @param {string} words */
const noted = (words) => make('span', 'muted', ` ${words}`);

/** @param {Changed} token */
function pair({ piece, before, after, change: moved }) {
  return [
    make('span', 'label', ...letters(piece)),
    written(before, 'before'),
    written(after, 'after'),
    make('span', `change ${moved < 0 ? 'less' : 'more'}`, changed(moved)),
  ];
}

/**
 * @param {TakeAwayValue} value
 * @param {{ layer: number, head: number }} place the head after the last is the network
 * @param {number} x
 * @param {number} limit
 */
function cell({ forms, sizes, edits }, { layer, head }, x, limit) {
  const how = 'off';
  const line =
    head < sizes.heads
      ? lineOf(forms.head, { layer, head, how })
      : lineOf(forms.network, { layer, how });
  const colour = signed(x, limit);
  const made = button('cell', () => toggle(line), changed(x));
  made.title = text('away.cell', { line, change: change(x, 3) });
  made.setAttribute('aria-label', made.title);
  made.setAttribute('aria-pressed', String(edits.includes(line)));
  made.style.background = rgb(colour);
  made.style.color = contrasting(colour);
  made.dataset.value = String(x);
  made.dataset.focus = line;
  return made;
}

/** @param {TakeAwayValue | NothingTaken} value */
function save(value) {
  if (!('tokens' in value)) return;
  const done = value.edits.filter((edit) => !value.refused[edit]).join('; ');
  const columns = [TOKEN, 'id', 'before', 'after', 'change of ln p', 'edits'];
  const lines = value.tokens.map(({ piece, id, before, after, change: moved }) => [
    quoted(piece),
    id,
    before,
    after,
    moved,
    done,
  ]);
  saveCsv('taken_away.csv', [columns, ...lines]);
}
