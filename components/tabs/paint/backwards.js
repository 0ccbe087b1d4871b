// Read backwards: which of several captions a picture fits best, and which pixels say so.

import { button, finder, keepingFocus, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { change, number, percent } from '../../page/numbers.js';
import { bar } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { savePicture } from '../../parts/picture.js';
import { differing, drawRead, pixelsOf } from './fits.js';

/**
 * @import { Painting, Widget } from '../../page/types.js'
 * @import { BackwardsValue, Fit } from '../../values'
 */

const STEP = 37; // from one drawn digit to the next: all hundred come by
const DIGITS = 100;
const OWN = 4; // captions of a visitor
/** @type {Record<string, import('../../page/words.js').Key>} what is said of a caption of this kind */
const NOTES = {
  asked: 'backwards.kind_asked',
  other: 'backwards.kind_other',
  own: 'backwards.kind_own',
};

/** @param {Widget<BackwardsValue>} widget */
export default function backwards(widget) {
  return new Backwards(widget);
}

class Backwards {
  #run = 0;
  #busy = false;

  /** @type {Painting | null} what is on the canvas, when it is whole */
  #painting = null;

  /** @type {number | null} the drawn digit that is asked about; null: the painting */
  #digit = null;

  /** @type {string[]} the visitor's captions */
  #own = [];

  /** @type {string | null} the caption that is set against the best */
  #chosen = null;

  /** @param {Widget<BackwardsValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.$ = finder(widget.element);
    this.field = this.$('.adding input', HTMLInputElement);
    this.#painting = widget.view.told('painted') ?? null;
    widget.hear('painted', (painting) => {
      this.#painting = painting;
      this.#refresh();
    });
    widget.hear('opened', () => {
      if (!widget.view.isOpen()) this.#stop();
    });
    this.$('.canvas-too').addEventListener('click', () => this.#ask(null));
    this.$('.drawn').addEventListener('click', () =>
      this.#ask(((this.#digit ?? 0) + STEP) % DIGITS),
    );
    this.$('.stop').addEventListener('click', () => this.#stop());
    widget.hear('again', () => this.#stop());
    this.$('.adding').addEventListener('submit', (event) => this.#add(event));
    exporting(widget, {
      csv: (value) => save(value),
      png: ({ colours }) => savePicture({ colours }),
    });
    widget.watch((value) => this.#take(value));
  }

  /** @param {number | null} digit */
  #ask(digit) {
    this.#digit = digit;
    this.#chosen = null;
    this.#send();
  }

  #send() {
    this.#run = Date.now();
    this.#busy = true;
    const { caption, colours } = this.#painting ?? { caption: '', colours: [] };
    const of = this.#digit === null ? { caption, colours } : { digit: this.#digit };
    this.widget.send({ run: this.#run, own: this.#own, ...of });
    this.widget.trigger('fit');
    this.#refresh();
  }

  #stop() {
    if (!this.#busy) return;
    this.#busy = false;
    this.widget.trigger('stop');
    this.#refresh();
  }

  /** @param {Event} event */
  #add(event) {
    event.preventDefault();
    const caption = this.field.value.trim();
    const said = this.#own.length >= OWN ? text('backwards.enough', { most: OWN }) : '';
    this.$('.wrong').textContent = caption ? said : text('backwards.empty');
    if (!caption || said || this.#busy) return;
    this.#own = [...new Set([...this.#own, caption])];
    this.#send();
  }

  /** @param {BackwardsValue | null} value */
  #take(value) {
    if (value && 'rows' in value && value.run === this.#run) {
      this.#busy &&= !value.over;
      if (value.over) this.#answer(value);
    }
    this.#refresh();
  }

  /** @param {BackwardsValue} value all of it */
  #answer({ rows, refused }) {
    this.$('.wrong').textContent = refused;
    this.field.setAttribute('aria-invalid', String(Boolean(refused)));
    if (refused) this.#own = this.#own.filter((own) => rows.some((row) => row.caption === own));
    else this.field.value = '';
  }

  /** What is drawn: the last value that has rows. */
  get #shown() {
    const { value } = this.widget;
    return value && 'rows' in value ? value : null;
  }

  #refresh() {
    const { $ } = this;
    const value = this.#shown;
    const rows = value?.rows ?? [];
    $('.canvas-too', HTMLButtonElement).disabled = this.#busy || !this.#painting;
    $('.drawn', HTMLButtonElement).disabled = this.#busy;
    $('.stop', HTMLButtonElement).disabled = !this.#busy;
    $('.out').hidden = $('.sheet').hidden = !rows.length;
    $('.fits').dataset.read = this.#busy ? 'busy' : String(rows.length);
    this.#tell(value, rows);
    if (!value || !rows.length) return;
    keepingFocus($('.fits'), () => this.#list(value));
    this.#look(value);
  }

  /**
   * @param {BackwardsValue | null} value
   * @param {Fit[]} rows
   */
  #tell(value, rows) {
    const line = this.$('.say');
    if (value?.message) line.textContent = value.message;
    else if (!rows.length) put(line, this.#painting ? 'backwards.ready' : 'backwards.unpainted');
    else if (this.#busy) put(line, 'backwards.busy', { n: rows.length, of: value?.of ?? 0 });
    else line.replaceChildren(...verdict(rows));
    this.$('.note').replaceChildren(...(rows.length ? say('backwards.lower') : []));
  }

  /** @param {BackwardsValue} value */
  #list({ rows, caption }) {
    const [best] = rows;
    const full = Math.max(...rows.map(({ bits }) => bits)) || 1;
    const heads = ['backwards.caption', 'backwards.whole', 'backwards.more', 'backwards.share'];
    const [first, ...others] = heads.map((key) =>
      make('span', '', text(/** @type {'backwards.more'} */ (key))),
    );
    const head = make('p', 'heads', first, make('span'), ...others);
    const drawn = rows.map((row) => {
      const made = button(
        'fit',
        () => this.#choose(row.caption),
        ...cells(row, best, full, caption),
      );
      made.dataset.focus = row.caption;
      made.dataset.bits = String(row.bits);
      made.setAttribute('aria-pressed', String(row.caption === this.#chosen));
      return made;
    });
    this.$('.fits').replaceChildren(head, ...drawn);
  }

  /** @param {string} caption */
  #choose(caption) {
    this.#chosen = this.#chosen === caption ? null : caption;
    this.#refresh();
  }

  /** @param {BackwardsValue} value */
  #look({ rows, colours, digit, caption }) {
    const [best] = rows;
    const chosen = rows.find((row) => row.caption === this.#chosen && row !== best);
    const apart = chosen ? differing(pixelsOf(chosen), pixelsOf(best)) : null;
    const canvas = this.$('.read', HTMLCanvasElement);
    drawRead(canvas, colours, apart?.bits ?? null);
    canvas.setAttribute('aria-label', text('backwards.picture_of', { caption }));
    if (chosen && apart)
      put(this.$('.which'), 'backwards.pixels', {
        caption: chosen.caption,
        n: apart.most,
      });
    else if (digit !== null) put(this.$('.which'), 'backwards.drawn', { caption });
    else put(this.$('.which'), 'backwards.press');
  }
}

/**
 * @param {Fit} row
 * @param {Fit} best
 * @param {number} full bits of the longest bar
 * @param {string} asked
 */
function cells({ caption, kind, bits, share }, best, full, asked) {
  const mark = make('u');
  mark.style.left = `${(100 * best.bits) / full}%`;
  const shown =
    kind === 'own'
      ? [make('span', 'hand', caption)]
      : kind === 'changed'
        ? marked(caption, asked)
        : [caption];
  const note = NOTES[kind] ? [make('i', '', text(NOTES[kind]))] : [];
  return [
    make('span', 'what', ...shown, ...note),
    bar(bits / full, '', mark),
    make('span', 'value', text('backwards.n_bits', { bits: number(bits, 1) })),
    make(
      'span',
      'more',
      bits === best.bits ? text('backwards.best_mark') : change(bits - best.bits, 1),
    ),
    make('span', 'share', percent(share)),
  ];
}

/**
 * The words that differ are bold.
 * @param {string} caption
 * @param {string} asked
 */
function marked(caption, asked) {
  const words = asked.split(' ');
  return caption
    .split(' ')
    .flatMap((word, i) => [
      ...(i ? [' '] : []),
      word === words[i] || /^an?$/i.test(word) ? word : make('b', '', word),
    ]);
}

/** @param {Fit[]} rows the best first, several */
function verdict(rows) {
  const [best, next] = rows;
  const place = rows.findIndex(({ kind }) => kind === 'asked');
  if (!next) return say('backwards.alone', { caption: best.caption, bits: number(best.bits, 1) });
  const said = { caption: best.caption, next: next.caption };
  if (place === 0)
    return say('backwards.asked', { ...said, bits: number(next.bits - best.bits, 1) });
  const behind = number(rows[place].bits - best.bits, 1);
  return say('backwards.other', { ...said, bits: behind, place: place + 1, of: rows.length });
}

/** @param {BackwardsValue} value */
function save({ rows }) {
  const lines = rows.map(({ caption, kind, bits, share }) => [caption, kind, bits, share]);
  saveCsv('captions.csv', [['caption', 'kind', 'bits', 'share'], ...lines]);
}
