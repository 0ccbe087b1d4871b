// A text that is written token by token: glasses, the die of one of them, and branches.

import { finder } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import { clamp } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { text } from '../../page/words.js';
import { Branches, MOST } from './branches.js';
import { Compared } from './compared.js';
import { saveTable, saveTree } from './files.js';
import { askedOf, linkOf, loadOf, loadsOf } from './loads.js';
import { Namer } from './namer.js';
import { Paper } from './paper.js';
import { unlinked } from './tree.js';
import { TreeView } from './tree_view.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Loaded, Written } from '../../values'
 * @import { Kept } from './tree.js'
 */

const STEPS = 120; // tokens that one press writes at most

/** @param {Widget<Written, { vocab_size: number }>} widget */
export default function writing(widget) {
  return new Writing(widget);
}

class Writing {
  #branches = new Branches();
  #run = 0;
  #load = ''; // how the dice of this run are loaded
  #pending = false; // write as soon as the page shows what was tried
  #busy = false;
  #full = false;
  #trouble = '';

  /** @type {number | null} the token whose die is open; null: the last */
  #chosen = null;

  #prompt = '';

  /** @type {Loaded | null} the die of what comes first */
  #first = null;

  /** @type {{ kept: Kept[], from: number } | null} branches whose tokens are to come, and the place of the first */
  #awaited = null;

  /** @param {Widget<Written, { vocab_size: number }>} widget */
  constructor(widget) {
    this.widget = widget;
    const { element } = widget;
    const $ = finder(element);
    this.paper = new Paper(element, {
      choose: (place) => this.#choose(place),
      take: (id) => this.#takeFace(id),
    });
    $('.on').addEventListener('click', () => this.#write(STEPS));
    $('.one').addEventListener('click', () => this.#write(1));
    $('.stop').addEventListener('click', () => this.#stop());
    $('.undo').addEventListener('click', () => this.#undo());
    const card = $('.branches');
    this.compared = new Compared(card);
    const namer = new Namer(
      card,
      () => this.#branches.open,
      () => this.#rest(),
    );
    this.tree = new TreeView(card, {
      open: (i) => this.#open(i),
      walk: (by) => this.#walk(by),
      name: () => namer.begin(),
    });
    widget.hear('tried', () => this.#try());
    widget.hear('walked', () => this.#restore());
    widget.hear('again', () => this.#busy && (this.#stop(), this.#write(STEPS)));
    widget.hear('found', (found) => this.paper.mark(found));
    widget.hear('opening', (kept) => this.#add(kept));
    widget.hear('opened', () => {
      if (!widget.view.isOpen() && !this.#awaited) this.#stop(); // what a link holds comes in any case
    });
    exporting(widget, {
      csv: () => saveTable(this.#tokens),
      json: () => saveTree(this.#prompt, widget.view.controls, this.#branches),
    });
    widget.watch((value) => this.#take(value));
  }

  get #tokens() {
    return this.#branches.tokens;
  }

  get #over() {
    const last = this.#tokens[this.#tokens.length - 1];
    return this.#full || last?.kind === 'control';
  }

  /** @param {Written | null} value */
  #take(value) {
    if (!value) this.#empty();
    else if (!('tokens' in value)) return;
    else if (!value.run) this.#afresh(value);
    else if (value.run === this.#run && this.#busy) this.#more(value);
    else this.#draw(); // the theme has changed
  }

  /** There is no prompt that fits. */
  #empty() {
    if (!this.#prompt) return this.#draw();
    this.#stop();
    this.#prompt = '';
    this.#first = null;
    this.#branches.clear();
    this.#rest();
  }

  /** @param {Written} value */
  #more({ branch, first, tokens, over, full, message }) {
    const { all: every, open } = this.#branches;
    const kept = branch === undefined ? null : this.#awaited?.kept[branch];
    const loads = kept ? loadsOf(kept) : [];
    const into = kept ? every[(this.#awaited?.from ?? 0) + (branch ?? 0)] : open;
    if (tokens.length || kept) {
      const rolled = tokens.map((token, i) => ({ ...token, load: loads[i] ?? this.#load }));
      this.#branches.add(into, first, rolled);
    }
    this.#busy = !over;
    this.#full = over && full;
    this.#trouble = message ?? '';
    if (!over) return this.#draw();
    this.#awaited = null;
    this.#rest();
  }

  /** @param {Written} value */
  #afresh({ full, next }) {
    this.#first = next ?? null;
    if (this.#prompt === page.state.text && !this.#pending) return this.#draw();
    this.#stop();
    this.#prompt = page.state.text;
    this.#branches.clear();
    this.#chosen = null;
    this.#full = full;
    this.#trouble = '';
    if (this.#pending) this.#write(STEPS);
    else if (!this.#restore()) this.#rest();
    this.#pending = false;
  }

  /** Whether the address holds branches other than those that are here; they are read then. */
  #restore() {
    const { tree } = page.state.notes;
    if (!this.widget.view.isOpen() || !tree || tree === this.#link()) return false;
    const found = unlinked(tree, this.widget.options.vocab_size);
    if (!found || page.state.text !== this.#prompt) return false;
    this.#stop();
    this.#branches.put(found.branches, found.at);
    this.#read(found.branches, 0);
    return true;
  }

  /** @param {Kept} kept one more branch, which was written elsewhere on the page */
  #add(kept) {
    this.#stop();
    if (this.#tokens.length && !this.#fits()) return;
    if (this.#tokens.length) this.#branches.begin([]);
    this.#read([kept], this.#branches.at);
  }

  /**
   * Asks for the dice of tokens that are known.
   * @param {Kept[]} kept
   * @param {number} from
   */
  #read(kept, from) {
    this.#awaited = { kept, from };
    this.#begin();
    this.widget.send({ run: this.#run, branches: kept.map(askedOf) });
    this.widget.trigger('reread');
    this.#draw();
  }

  /** An experiment was pressed: it is written once Python has told its first die, or now if that is here. */
  #try() {
    if (!this.widget.view.isOpen()) return;
    const { value } = this.widget;
    this.#pending = true;
    if (this.widget.view.isSettled() && value) this.#afresh(value);
  }

  #begin() {
    this.#run = Date.now();
    this.#load = loadOf(this.widget.view.controls);
    this.#busy = true;
    this.#full = false;
    this.#trouble = '';
    this.#chosen = null;
  }

  /**
   * @param {number} steps
   * @param {number | null} taken a face that is taken first
   */
  #write(steps, taken = null) {
    if (this.#busy || (this.#over && taken === null)) return;
    this.#begin();
    const ids = this.#tokens.map(({ id }) => id);
    this.widget.send({ run: this.#run, ids, steps, taken });
    this.widget.trigger('write');
    this.#draw();
  }

  #stop() {
    if (!this.#busy) return;
    this.#busy = false;
    this.#awaited = null;
    this.widget.trigger('stop');
    this.#rest();
  }

  #undo() {
    this.#stop();
    this.#branches.drop();
    this.#open(this.#branches.at);
  }

  /**
   * Another face of the die that is open: the text goes on from there, as a branch of its own.
   * @param {number} id
   */
  #takeFace(id) {
    const place = this.#chosen ?? this.#tokens.length - 1;
    this.#stop();
    if (!this.#fits()) return;
    if (this.#tokens.length) this.#branches.part(place);
    this.#write(STEPS, id);
  }

  /** Whether one more branch does; it is said if not. */
  #fits() {
    if (!this.#branches.isFull) return true;
    this.#trouble = text('tree.full', { most: MOST });
    this.#draw();
    return false;
  }

  /** @param {number | null} place */
  #choose(place) {
    this.#chosen = place;
    this.#draw();
  }

  /**
   * Along the open branch.
   * @param {number} by
   */
  #walk(by) {
    const last = this.#tokens.length - 1;
    this.#choose(clamp((this.#chosen ?? last) + by, 0, last));
  }

  /** @param {number} i */
  #open(i) {
    this.#stop();
    this.#branches.at = i;
    this.#chosen = null;
    this.#full = false;
    this.#trouble = '';
    this.#rest();
  }

  #link = () => linkOf(this.#branches, this.widget.options.vocab_size);

  /** Nothing is being written: the address and the neighbours are told what stands here. */
  #rest() {
    this.#draw();
    if (this.#busy || !this.widget.view.isOpen()) return;
    const link = this.#link();
    if (link !== (page.state.notes.tree ?? null)) page.note('tree', link);
    this.widget.view.tell('written', { ids: this.#tokens.map(({ id }) => id) });
  }

  #draw() {
    this.paper.show({
      prompt: this.#prompt,
      branch: this.#branches.open,
      first: this.#first,
      chosen: this.#chosen,
      busy: this.#busy,
      full: this.#full,
      over: this.#over,
      trouble: this.#trouble,
      load: loadOf(this.widget.view.controls),
    });
    if (this.#busy && this.tree.drawn === this.#branches.all.length) return; // not for each token
    this.tree.show(this.#branches);
    this.compared.show(this.#branches, this.#prompt);
  }
}
