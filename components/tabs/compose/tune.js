// A tune, as it is rolled, played and changed by hand: staff and piano roll, and what is to be pressed.

import { finder } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { floats } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { Composer } from './composer.js';
import { abcOf, saving } from './files.js';
import { Hands } from './hands.js';
import { lengthOf } from './notes.js';
import { Playing, follow } from './playing.js';
import { Requests } from './requests.js';
import { Score } from './score.js';
import { abcjs } from './staff.js';
import { label, tellBars, tellButtons, tellNote, tellState, tellTaught } from './tune_words.js';
import { lengths, typing } from './typing.js';

/**
 * @import { NoteDieValue, TuneOffer } from '../../values'
 * @import { Tune } from './composer.js'
 * @import { Abcjs } from './staff.js'
 */

const QUARTER = 4; // sixteenths
const NONE = { metre: '4/4', bar: 16, asked: { key: '' }, beats: 92, caption: '' };

/** @param {Tune} widget */
export default function tune(widget) {
  return new TuneCard(widget);
}

class TuneCard {
  /** @type {number | null} the note whose die is open; null: the next */
  #chosen = null;

  /** @type {ArrayLike<number> | null} chances on the open die */
  #die = null;

  /** @type {{ length: number, p: number }[]} those on its second die, if that is loaded */
  #lengths = [];

  /** @type {{ note: number, weight: number }[]} */
  #arcs = [];

  /** @type {Abcjs | null} */
  #library = null;

  #frame = 0;
  #trouble = '';
  #length = QUARTER; // of a note that is set

  /** @param {Tune} widget */
  constructor(widget) {
    const { element, options } = widget;
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(element);
    this.score = new Score(this.$('.score', SVGSVGElement), this.$('.bench'));
    this.composer = new Composer(widget, {
      begun: (another) => this.#begin(another),
      fell: ({ die }, at) => {
        if (die && at % 2 === 0) this.#die = floats(die);
      },
      shown: (watched) => {
        if (watched) this.#choose(Math.floor((this.sheet.tokens.length - 1) / 2));
        this.#draw();
      },
      ended: () => {
        this.#choose(null);
        if (this.sheet.reading.ended) this.$('.scroll').scrollLeft = 0; // it is played from there
        this.#draw();
      },
    });
    this.sheet = this.composer.sheet;
    this.requests = new Requests(this.$('.request'), options.wordings);
    this.playing = new Playing(
      element,
      this.score,
      () => this.#saved,
      () => this.#draw(),
    );
    widget.signal.addEventListener('abort', () => this.playing.stop());
    this.hands = this.#handed();
    this.#listen();
    this.#hear();
    widget.watch((value) => {
      if (value && 'tokens' in value) this.composer.take(value);
      else if (value && 'asked' in value) this.#offered(value); // not what was sent from here
    });
  }

  /** @param {TuneOffer} offer */
  #offered(offer) {
    if (!this.#library) void this.#load();
    this.requests.tell(offer.asked);
    this.composer.offered(offer);
    if (!this.composer.busy) this.#choose(this.#chosen);
    this.#draw();
  }

  async #load() {
    try {
      this.#library = await abcjs();
      this.#trouble = '';
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error);
    }
    this.#draw();
  }

  /** @param {boolean} another */
  #begin(another) {
    this.playing.rewind();
    if (another) this.score.plan.afresh();
    this.#trouble = '';
    this.#chosen = null;
    this.#arcs = this.#lengths = [];
    this.#draw();
  }

  #handed() {
    return new Hands(this.score, this.sheet, facts.notes, {
      choose: (note) => this.#choose(note),
      set: (note, pitch, length) => this.#set(note, pitch, length),
      remove: (note) => this.#change(() => this.sheet.remove(note), note),
      moved: () => this.#overlay(),
      chosen: () => this.#chosen ?? this.sheet.notes.length,
      length: () => this.#length,
    });
  }

  /** @param {number | null} note null: the next */
  #choose(note) {
    const n = this.sheet.notes.length;
    const { made, offer } = this.composer;
    this.#chosen = note === null || note >= n ? null : note;
    this.#arcs = this.#lengths = [];
    this.#overlay();
    if (!made || !offer) return;
    const place = 2 * (this.#chosen ?? n);
    const { temperature } = place < this.sheet.tokens.length ? made : offer;
    this.widget.send({ caption: made.caption, temperature, ids: this.sheet.ids, place });
    this.widget.trigger('inspect');
  }

  /**
   * @param {number} note
   * @param {number | null} pitch
   * @param {number} length
   */
  #set(note, pitch, length) {
    const more = note >= this.sheet.notes.length;
    this.#change(() => this.sheet.set(note, pitch, length), more ? null : note);
    void this.playing.player.sound(pitch, length, this.#saved.kind.beats);
  }

  /**
   * @param {() => void} act
   * @param {number | null} note that is chosen then
   */
  #change(act, note) {
    this.composer.stop();
    this.playing.stop();
    this.#trouble = '';
    act();
    this.hands.cursor = null;
    this.composer.tellAddress();
    this.#choose(note);
    this.#draw();
  }

  get #saved() {
    const { metre, bar, asked, beats, caption } = this.composer.made ?? this.composer.offer ?? NONE;
    const { notes, ended } = this.sheet.reading;
    const { pitches } = facts.notes;
    const kind = { pitches, metre, bar, key: asked.key, ended, beats: this.playing.beats(beats) };
    return { notes, caption, kind };
  }

  get #shown() {
    const { notes, pending } = this.sheet.reading;
    const falling = this.composer.busy && !pending ? notes.length - 1 : notes.length;
    const { cursor } = this.hands;
    const over = { die: this.#die, lengths: this.#lengths, arcs: this.#arcs, cursor };
    return { sheet: this.sheet, kind: this.#saved.kind, chosen: this.#chosen ?? falling, ...over };
  }

  /** Once a frame: tokens may come faster. */
  #draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#tell();
      if (!this.#library || !this.composer.offer || !this.view.isOpen()) return;
      this.score.draw(this.#library, this.#shown);
      this.playing.show();
      if (this.composer.busy)
        follow(this.score.root, this.score.plan.xOf(this.sheet.reading.length));
    });
  }

  #overlay() {
    if (!this.#library || !this.composer.offer) return;
    if (this.score.over(this.#shown)) this.#draw();
  }

  #tell() {
    const { composer, sheet } = this;
    const { busy, offer, made, stale, full } = composer;
    const now = { sheet, offer, made, busy, stale, full, trouble: this.#trouble };
    tellNote(this.$('.note'), now);
    tellTaught(this.$('.taught'), offer);
    tellState(this.$('.state'), now);
    tellBars(this.$('.check'), now);
    tellButtons(this.$, composer);
    this.$('.scroll').setAttribute('aria-label', label(sheet, this.#chosen));
    this.score.root.dataset.composed = busy ? 'busy' : String(sheet.tokens.length);
  }

  #listen() {
    const { composer, widget } = this;
    const press = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      this.$(name).addEventListener('click', act);
    press('.on', () => composer.compose(Infinity, composer.afresh));
    press('.one', () => composer.compose(this.sheet.reading.pending ? 1 : 2, false));
    press('.stop', () => composer.stop());
    press('.undo', () => this.#change(() => this.sheet.undo(), null));
    press('.again', () => {
      composer.later();
      widget.trigger('again');
    });
    press('.inside', () => this.#open());
    composer.pace.listen(widget.element, () => this.#tell());
    lengths(this.$('.lengths'), facts.notes, QUARTER, (length) => {
      this.#length = length;
      const note = this.sheet.notes[this.#chosen ?? -1];
      if (note) this.#set(this.#chosen ?? 0, note.pitch, length);
    });
    const abc = () => (this.sheet.notes.length ? abcOf(this.#saved) : '');
    const take = (/** @type {number[]} */ ids) => {
      composer.become(this.sheet.byHand(ids));
      composer.tellAddress();
      this.#choose(null);
    };
    typing(widget.element, facts.notes, { library: () => this.#library, abc, take });
    saving(
      widget,
      this.score.root,
      () => this.#saved,
      (message) => {
        this.#trouble = message;
        this.#tell();
      },
    );
  }

  #hear() {
    const { hear } = this.widget;
    hear('rolled', (die) => this.#rolled(die));
    hear('arcs', ({ place, arcs }) => {
      if (place !== 2 * this.#shown.chosen) return;
      this.#arcs = arcs;
      this.#overlay();
    });
    hear('tried', () => {
      if (this.view.isOpen()) this.composer.later();
    });
    hear('walked', () => this.composer.walked());
    hear('opened', () => {
      if (!this.view.isOpen()) {
        this.composer.stop();
        this.playing.stop();
      } else this.#draw();
    });
  }

  /**
   * A die is open: what it holds is drawn, and what was set by hand gets its numbers.
   * @param {NoteDieValue} die
   */
  #rolled({ place, whole, length, bits }) {
    if (place !== 2 * this.#shown.chosen) return;
    this.#die = floats(whole);
    this.#lengths = (length?.faces ?? []).flatMap(({ id, p }) => {
      const found = lengthOf(facts.notes, id);
      return found ? [{ length: found, p }] : [];
    });
    this.sheet.price(bits);
    this.#overlay();
    this.#tell();
  }

  /** All that the model read becomes the prompt: the other tabs then open the same pass. */
  #open() {
    const { made } = this.composer;
    if (!made) return;
    const notes = this.sheet.tokens.map(({ piece }) => piece).join('');
    page.go({ tab: this.widget.options.opens, token: null, text: made.start + notes });
  }
}
