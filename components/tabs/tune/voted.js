// What votes have done: the dice of five prompts, and at the end what was favoured and what went wrong.

import { all, finder, make, rowHead } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { change, number, percent, whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { bars, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { tellWhere } from '../../parts/where.js';
import { begun, first, now, voted } from './voting.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Key } from '../../page/words.js'
 * @import { VotedBegun, VotedLook, VotedTold } from '../../values'
 * @typedef {VotedBegun['favoured'][0]} Favoured
 */

const SAMPLES = 4; // of those that are shown
const NAMED = 6; // words that are gone

/** @param {Widget<null>} widget */
export default function votedCard(widget) {
  return new VotedCard(widget);
}

class VotedCard {
  #die = 0;

  /** @param {Widget<null>} widget */
  constructor(widget) {
    const $ = finder(widget.element);
    this.$ = $;
    this.element = widget.element;
    this.at = $('.at input', HTMLInputElement);
    choosing($('.dice'));
    this.at.addEventListener('input', () =>
      voted.choose(voted.shots[Number(this.at.value)]?.step ?? null),
    );
    $('.stop').addEventListener('click', () => voted.stop());
    $('.forget').addEventListener('click', () => voted.forget());
    $('[data-do=csv]').addEventListener('click', save);
    widget.hear('trained', () => this.#draw());
    this.#draw();
  }

  #draw() {
    const { $ } = this;
    const { phase, done, steps, name } = voted;
    $('.card').hidden = phase === 'none';
    const share = steps ? done / steps : 0;
    $('.progress i').style.width = `${100 * share}%`;
    $('.progress').setAttribute('aria-valuenow', String(Math.round(100 * share)));
    $('.stop', HTMLButtonElement).disabled = phase === 'ended' || phase === 'sent';
    tellWhere($('.where'), voted);
    const ended = phase === 'ended' && !voted.ended?.failed;
    const open = $('.open', HTMLAnchorElement);
    open.toggleAttribute('href', ended);
    if (ended)
      open.href = `of/${name}/?${new URLSearchParams({ tab: 'write', text: 'The farmer' })}`;
    const [start, look] = [begun(), now()];
    $('.found').hidden = !look;
    for (const part of all(this.element, '.told')) part.hidden = !look?.told;
    $('.favours').hidden = !start;
    if (look) this.#step(look);
    if (look) this.#faces(look);
    if (look?.told) this.#told(look.told, look.per_byte ?? 0);
    if (start) this.#favours(start, look?.told ?? null);
  }

  /** @param {VotedLook} look */
  #step({ step }) {
    const { $ } = this;
    const { shots } = voted;
    const said = text('tune.step', { n: whole(step) });
    $('.at').hidden = shots.length < 2;
    this.at.max = String(Math.max(0, shots.length - 1));
    this.at.value = String(shots.findIndex((each) => each.step === step));
    this.at.setAttribute('aria-valuetext', said);
    $('.at output').textContent = whole(step);
    $('.note').textContent = said;
  }

  /** @param {VotedLook} look */
  #faces({ step, dice, margin, agrees }) {
    const { $ } = this;
    const prompts = dice.map(({ prompt }) => prompt);
    fill($('.dice'), text('voted.after'), prompts, this.#die, (i) => {
      this.#die = i;
      this.#draw();
    });
    bars(
      $('.two'),
      dice[this.#die].faces.map(([piece, was, is]) => ({
        label: make('span', '', ...letters(piece)),
        value: is,
        raw: was,
        text: percent(is),
        more: percent(was),
      })),
    );
    const slots = { m: number(margin, 2), p: percent(agrees), b: String(begun()?.leash ?? '') };
    if (step) put($('.margin'), 'voted.margin', slots);
    else put($('.margin'), 'voted.no_margin');
  }

  /**
   * @param {VotedTold} found
   * @param {number} perByte
   */
  #told(found, perByte) {
    const { $ } = this;
    const { more, less, of, share, lost, different, again } = found;
    const slots = { more, less, of, what: aim(found.wanted) };
    if (share) {
      const [p, low, high] = share.map(percent);
      const key = more > less ? 'voted.right_way' : 'voted.wrong_way';
      put($('.unseen'), key, { ...slots, p, low, high });
    } else put($('.unseen'), 'voted.no_way', slots);
    const [bits, before] = [found.bits, first()?.per_byte ?? 0];
    put($('.bits'), 'voted.bits', {
      bits: number(bits, 2),
      before: number(before, 3),
      now: number(perByte, 3),
    });
    const words = lost.slice(0, NAMED).map(([word, n]) => `${word} (${n})`);
    const names = words.join(', ') + (lost.length > NAMED ? ' …' : '');
    const [was, is] = different;
    const [earlier, after] = again.map(percent);
    const counts = { was, is, before: earlier, after, of };
    if (lost.length) put($('.lost'), 'voted.lost', { ...counts, n: lost.length, names });
    else put($('.lost'), 'voted.none_lost', counts);
    $('.cast').replaceChildren(...found.some.slice(0, SAMPLES).map(sample));
  }

  /**
   * @param {VotedBegun} start
   * @param {VotedTold | null} found
   */
  #favours(start, found) {
    const { $ } = this;
    const rows = [...start.favoured].sort((a, b) => Number(sure(b)) - Number(sure(a)));
    const some = (/** @type {boolean} */ above) =>
      rows.filter((row) => sure(row) && row[1] > 0 === above).map(([name]) => named(name));
    const [more, less] = [some(true), some(false)];
    const names = [
      ...(more.length ? [text('voted.more_of', { what: more.join(', ') })] : []),
      ...(less.length ? [text('voted.less_of', { what: less.join(', ') })] : []),
    ].join('; ');
    if (names) put($('.favours-say'), 'voted.favours', { n: start.votes, names });
    else put($('.favours-say'), 'voted.favours_none', { n: start.votes });
    $('tbody').replaceChildren(...rows.map((row) => line(row, found)));
  }
}

function save() {
  const [start, found] = [begun(), now()?.told];
  if (!start) return;
  const head = ['counted', 'chosen less rejected', 'low', 'high', 'before', 'tuned'];
  const rows = start.favoured.map((row, i) => [...row, ...(found?.counts[i].slice(1) ?? ['', ''])]);
  saveCsv('votes.csv', [head, ...rows]);
}

/** @param {[prompt: string, was: string, is: string]} said */
const sample = ([prompt, was, is]) =>
  make(
    'li',
    '',
    make('span', 'given', prompt),
    make('span', 'less', was || text('train.silent')),
    make('b', '', is || text('train.silent')),
  );

/**
 * Whether chance does not explain it: its interval leaves out 0.
 * @param {Favoured} row
 */
const sure = ([, , low, high]) => low > 0 || high < 0;

/**
 * A feature in words; a word that is counted is its own name.
 * @param {string} name
 */
const named = (name) =>
  name.startsWith('“') ? name : text(/** @type {Key} */ (`voted.counts_${name}`));

/**
 * What was voted for, in words.
 * @param {string} wanted
 */
function aim(wanted) {
  const rule = begun()?.rule;
  if (rule) return text(/** @type {Key} */ (`voted.wants_${rule}`));
  const less = wanted.startsWith('-');
  return text(less ? 'voted.less_of' : 'voted.more_of', {
    what: named(less ? wanted.slice(1) : wanted),
  });
}

/**
 * A row: the difference, its interval around 0, and how it stands on unseen prompts.
 * @param {Favoured} row
 * @param {VotedTold | null} found
 */
function line(row, found) {
  const [name, mean, low, high] = row;
  const most = Math.max(Math.abs(low), Math.abs(high), 1e-9);
  const place = (/** @type {number} */ x) => 50 + (48 * x) / most;
  const [arm, dot] = [make('i'), make('b')];
  arm.style.left = `${place(low)}%`;
  arm.style.width = `${place(high) - place(low)}%`;
  dot.style.left = `${place(mean)}%`;
  const shown = make('td', 'arm', make('span', 'track', make('u'), arm, dot));
  shown.title = text('voted.arm', { low: number(low), high: number(high) });
  const counts = found?.counts.find(([each]) => each === name);
  const unseen = counts ? `${number(counts[1])} → ${number(counts[2])}` : '';
  return make(
    'tr',
    sure(row) ? 'sure' : '',
    rowHead(named(name)),
    make('td', '', change(mean)),
    shown,
    make('td', '', unseen),
  );
}
