// What else a tuning has moved: bits of unseen texts, sums after Orwell, other dice, weights by part.

import { finder, make, rowHead } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { number, percent, range, whole } from '../../page/numbers.js';
import { bars } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { before, begun, now } from './tuning.js';
import { broken, mended } from './moved.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { TuneLook } from '../../values'
 */

const NAMED = 4; // sums in a sentence

/** @param {Widget<null>} widget */
export default function elsewhere(widget) {
  const $ = finder(widget.element);
  const tell = () => {
    const [was, is] = [before(), now()];
    $('.card').hidden = !was;
    if (!was || !is) return;
    put($('.note'), 'tune.step', { n: whole(is.step) });
    forgets($('.forgets'), was, is);
    tellSums($('.broke'), was, is);
    put($('.lead-says'), 'tune.after', { lead: begun()?.orwell ?? '' });
    $('.tables').replaceChildren(
      table(text('tune.base'), was.sums.after),
      table(text('tune.tuned'), is.sums.after),
    );
    bars(
      $('.dice'),
      is.dice.map(([phrase, word, p], i) => ({
        label: `${phrase} ${word}`,
        value: p,
        raw: was.dice[i][2],
        text: percent(p),
        more: percent(was.dice[i][2]),
      })),
    );
    const ways = Object.entries(is.moved);
    const most = Math.max(...ways.map(([, way]) => way), 1e-9);
    bars(
      $('.moved'),
      ways.map(([part, way]) => ({ label: part, value: way, text: number(100 * way, 2) + ' %' })),
      most,
    );
  };
  $('[data-do=csv]').addEventListener('click', save);
  widget.hear('trained', tell);
  tell();
}

/**
 * @param {HTMLElement} node
 * @param {TuneLook} was
 * @param {TuneLook} is
 */
function forgets(node, was, is) {
  const slots = { before: number(was.per_byte, 3), after: number(is.per_byte, 3) };
  if (!is.step) put(node, 'tune.knows', slots);
  else if (is.per_byte > was.per_byte * 1.01) put(node, 'tune.forgets', slots);
  else put(node, 'tune.keeps', slots);
}

/**
 * @param {HTMLElement} node
 * @param {TuneLook} was
 * @param {TuneLook} is
 */
function tellSums(node, was, is) {
  if (!is.step) return node.replaceChildren();
  const [lost, won] = [
    broken(was.sums.after, is.sums.after),
    mended(was.sums.after, is.sums.after),
  ];
  const named = (/** @type {string[]} */ all) =>
    all.slice(0, NAMED).join(', ') + (all.length > NAMED ? ' …' : '');
  const slots = { lost: lost.length, won: won.length, names: named(lost), fixed: named(won) };
  if (lost.length && won.length) put(node, 'tune.both_sums', slots);
  else if (lost.length) put(node, 'tune.lost_sums', slots);
  else if (won.length) put(node, 'tune.won_sums', slots);
  else put(node, 'tune.same_sums');
}

/**
 * Nine rows of nine sums, each cell as dark as its right answer is likely.
 * @param {string} title
 * @param {number[][]} chances
 */
function table(title, chances) {
  const head = make('tr', '', make('th', '', '+'), ...range(9, 1).map((b) => column(b)));
  const rows = chances.map((row, i) =>
    make('tr', '', rowHead(String(i + 1)), ...row.map((p, k) => cell(p, i + 1, k + 1))),
  );
  return make(
    'figure',
    '',
    make('figcaption', '', title),
    make('table', '', make('thead', '', head), make('tbody', '', ...rows)),
  );
}

/** @param {number} b */
function column(b) {
  const made = make('th', '', String(b));
  made.scope = 'col';
  return made;
}

/**
 * @param {number} p
 * @param {number} a
 * @param {number} b
 */
function cell(p, a, b) {
  const low = p < 0.5;
  const made = make('td', low ? 'low' : '', low ? String(Math.round(100 * p)) : '');
  made.style.background = `color-mix(in srgb, var(--chance) ${100 * p}%, var(--sunk))`;
  made.title = text('tune.cell', { sum: `${a}+${b}=${a + b}`, p: percent(p) });
  made.setAttribute('aria-label', made.title);
  return made;
}

function save() {
  const [was, is] = [before(), now()];
  if (!was || !is) return;
  const rows = range(81).map((i) => {
    const [a, b] = [Math.floor(i / 9), i % 9];
    const chances = [was.sums.after, is.sums.after, was.sums.plain, is.sums.plain];
    return [`${a + 1}+${b + 1}`, ...chances.map((each) => each[a][b])];
  });
  const dice = is.dice.map(([phrase, word, p], i) => [
    `${phrase} ${word}`,
    was.dice[i][2],
    p,
    '',
    '',
  ]);
  const head = [
    'sum or phrase',
    'before',
    'tuned',
    'before, without Orwell',
    'tuned, without Orwell',
  ];
  saveCsv('moved.csv', [
    head,
    ['bits a byte', was.per_byte, is.per_byte, '', ''],
    ...rows,
    ...dice,
  ]);
}
