// What votes have done: the dice of five prompts, and at the end what was favoured and what went wrong.

import { finder, make, rowHead } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { change, number, percent, whole } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { bars, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { tellWhere } from '../../parts/where.js';
import { begun, now, voted } from './voting.js';

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
  const $ = finder(widget.element);
  const at = $('.at input', HTMLInputElement);
  let die = 0;

  const draw = () => {
    const { phase, done, steps, name } = voted;
    $('.begin').hidden = phase !== 'none';
    $('.body').hidden = phase === 'none';
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
    const look = now();
    $('.found').hidden = !look;
    $('.told').hidden = !look?.told;
    $('.favours').hidden = !begun();
    if (look) looked(look);
    favours(begun(), look?.told ?? null);
  };

  /** @param {VotedLook} look */
  const looked = (look) => {
    const { shots } = voted;
    const said = text('tune.step', { n: whole(look.step) });
    $('.at').hidden = shots.length < 2;
    at.max = String(Math.max(0, shots.length - 1));
    at.value = String(shots.findIndex(({ step }) => step === look.step));
    at.setAttribute('aria-valuetext', said);
    $('.at output').textContent = whole(look.step);
    $('.note').textContent = said;
    const pick = (/** @type {number} */ i) => {
      die = i;
      draw();
    };
    const prompts = look.dice.map(({ prompt }) => prompt);
    fill($('.dice'), text('voted.after'), prompts, die, pick);
    bars(
      $('.two'),
      look.dice[die].faces.map(([piece, was, is]) => ({
        label: make('span', '', ...letters(piece)),
        value: is,
        raw: was,
        text: percent(is),
        more: percent(was),
      })),
    );
    const slots = {
      m: number(look.margin, 2),
      p: percent(look.agrees),
      b: String(begun()?.leash ?? ''),
    };
    if (look.step) put($('.margin'), 'voted.margin', slots);
    else put($('.margin'), 'voted.no_margin');
    if (look.told) told(look.told, look.per_byte ?? null);
  };

  /**
   * @param {VotedTold} found
   * @param {number | null} perByte
   */
  const told = (found, perByte) => {
    const { more, less, of, share, lost, different, again } = found;
    const slots = { more, less, of, what: aim(found.wanted) };
    if (share) {
      const [p, low, high] = share.map(percent);
      put($('.unseen'), more > less ? 'voted.right_way' : 'voted.wrong_way', {
        ...slots,
        p,
        low,
        high,
      });
    } else put($('.unseen'), 'voted.no_way', slots);
    const first = /** @type {VotedLook} */ (/** @type {unknown} */ (voted.looks[0])).per_byte;
    const bits = {
      bits: number(found.bits, 2),
      before: number(first ?? 0, 3),
      now: number(perByte ?? 0, 3),
    };
    put($('.bits'), 'voted.bits', bits);
    const words = lost.slice(0, NAMED).map(([word, n]) => `${word} (${n})`);
    const names = words.join(', ') + (lost.length > NAMED ? ' …' : '');
    const counts = {
      was: different[0],
      is: different[1],
      before: percent(again[0]),
      after: percent(again[1]),
      of,
    };
    if (lost.length) put($('.wrong'), 'voted.lost', { ...counts, n: lost.length, names });
    else put($('.wrong'), 'voted.none_lost', counts);
    $('.cast').replaceChildren(
      ...found.some
        .slice(0, SAMPLES)
        .map(([prompt, was, is]) =>
          make(
            'li',
            '',
            make('span', 'given', prompt),
            make('span', 'less', was),
            make('b', '', is),
          ),
        ),
    );
  };

  /**
   * @param {VotedBegun | null} start
   * @param {VotedTold | null} found
   */
  const favours = (start, found) => {
    if (!start) return;
    const rows = [...start.favoured].sort((a, b) => Number(sure(b)) - Number(sure(a)));
    const certain = rows.filter(sure);
    const names = certain.map((row) =>
      text(row[1] > 0 ? 'voted.more_of' : 'voted.less_of', { what: named(row[0]) }),
    );
    if (certain.length)
      put($('.favours-say'), 'voted.favours', { n: start.votes, names: names.join(', ') });
    else put($('.favours-say'), 'voted.favours_none', { n: start.votes });
    $('tbody').replaceChildren(...rows.map((row) => line(row, found)));
  };

  const save = () => {
    const [start, found] = [begun(), now()?.told];
    if (!start) return;
    const rows = start.favoured.map((row, i) => [
      ...row,
      ...(found?.counts[i].slice(1) ?? ['', '']),
    ]);
    saveCsv('votes.csv', [
      ['counted', 'chosen less rejected', 'low', 'high', 'before', 'tuned'],
      ...rows,
    ]);
  };

  choosing($('.dice'));
  at.addEventListener('input', () => voted.choose(voted.shots[Number(at.value)]?.step ?? null));
  $('.stop').addEventListener('click', () => voted.stop());
  $('.forget').addEventListener('click', () => voted.forget());
  $('[data-do=csv]').addEventListener('click', save);
  widget.hear('trained', draw);
  draw();
}

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
