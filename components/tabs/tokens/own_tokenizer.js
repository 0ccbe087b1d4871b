// A tokenizer of one's own: what it learned, and the prompt cut by it beside the model's own cut.

import { quoted } from '../../page/csv.js';
import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, whole } from '../../page/numbers.js';
import { boxed, letters } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';
import { HIGH, depth, staircase } from './staircase.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Learned, NotLearned, OwnTokenizerValue } from '../../values'
 * @typedef {'tokens' | 'model_tokens'} Name
 */

/** @type {Name[]} */
const NAMES = ['tokens', 'model_tokens'];

/** @param {Widget<OwnTokenizerValue | NotLearned>} widget */
export default function ownTokenizer(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    const learned = value && 'counts' in value ? value : null;
    for (const part of ['.ways', '.curve', '.last', 'ol', '.facts', '.out'])
      $(part).hidden = !learned;
    if (learned) draw(widget.element, learned);
    else $('.say').replaceChildren(trouble(value && 'message' in value ? value.message : ''));
  });
}

/** @param {string} message */
function trouble(message) {
  if (!message) return make('span', 'message', ...say('own.empty'));
  return make('span', 'message bad', message);
}

/**
 * @param {HTMLElement} element
 * @param {OwnTokenizerValue} value
 */
function draw(element, value) {
  const $ = finder(element);
  $('.say').replaceChildren(...sentence(value));
  $('.ways').replaceChildren(...NAMES.map((name) => way(value, name)));
  curve(element, value);
  const newest = value.merges.toReversed();
  $('.last').replaceChildren(...headOf(newest.length, value.n_merges));
  $('ol').replaceChildren(...newest.map(latest));
  const { characters, bytes, tokens } = value.sample;
  const said = {
    characters: whole(characters),
    tokens: whole(tokens),
    each: number(bytes / tokens, 1),
  };
  const { model_entries: known, model_names: named } = value;
  const counts = { entries: whole(known), named: whole(named), all: whole(known + named) };
  const facts = say(value.alike ? 'own.facts' : 'own.facts_guest', said);
  $('.facts').replaceChildren(...facts, ' ', ...say('own.vocabulary', counts));
}

/** @param {OwnTokenizerValue} value */
function sentence({ counts, asked, entries, bytes, n_merges }) {
  const { tokens: n, model_tokens: theirs } = counts;
  const mine = text('tokens.count', { n: whole(n) });
  const needs = say('own.needs', { mine, theirs: whole(theirs) });
  if (entries < asked) return [...needs, ' ', ...say('own.ended', { entries: whole(entries) })];
  return n_merges ? needs : [...needs, ' ', ...say('own.bytes', { entries, bytes: whole(bytes) })];
}

/**
 * @param {OwnTokenizerValue} value
 * @param {Name} name
 */
function way(value, name) {
  const pieces = value[name];
  const count = value.counts[name];
  const hidden = count - pieces.length;
  const list = make(
    'div',
    'chips',
    ...pieces.map((piece) => make('span', 'chip', ...letters(piece))),
  );
  list.tabIndex = 0;
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', text('own.chips', { whose: text(`own_cut.${name}`), count }));
  if (hidden) list.append(make('span', 'hidden', ...say('tokens.more', { n: whole(hidden) })));
  const n = whole(name === 'tokens' ? value.entries : value.model_entries);
  const label = make(
    'p',
    'name',
    text(`own_cut.${name}`),
    make('span', '', ...say('own.entries', { n })),
  );
  const unit = make('span', '', ...say('own.unit', { n: count }));
  return make(
    'div',
    `way ${name}`,
    label,
    make('p', 'total', make('b', '', whole(count)), unit),
    list,
  );
}

/**
 * The prompt's length with each size of the vocabulary.
 * @param {HTMLElement} element
 * @param {OwnTokenizerValue} value
 */
function curve(element, { lengths, counts, asked, model_entries, least, most: largest }) {
  const $ = finder(element);
  const [[, most]] = lengths;
  const width = largest - least;
  const { tokens, model_tokens: theirs } = counts;
  const dot = $('.plot i');
  const level = `${depth(lengths, theirs)}%`;
  $('.plot svg', SVGSVGElement).setAttribute('viewBox', `0 0 ${width} ${HIGH}`);
  $('path', SVGPathElement).setAttribute('d', staircase(lengths, width));
  dot.style.left = `${(100 * (asked - least)) / width}%`;
  dot.style.top = `${depth(lengths, tokens)}%`;
  for (const part of ['.plot u', '.theirs']) {
    $(part).style.top = level;
    $(part).hidden = theirs > most;
  }
  put($('.theirs'), 'own.theirs', { entries: whole(model_entries), n: whole(theirs) });
  $('.most').textContent = whole(most);
  $('.ends :first-child').textContent = whole(least);
  put($('.ends :last-child'), 'own.entries', { n: whole(largest) });
  const last = lengths[lengths.length - 1][1];
  const said = { most, last, tokens, asked, from: whole(least), to: whole(largest) };
  $('.plot').setAttribute('aria-label', text('own.plot', said));
}

/**
 * @param {number} shown
 * @param {number} all
 */
function headOf(shown, all) {
  if (!shown) return [...say('own.none'), make('span')];
  const key = shown < all ? 'own.latest' : 'own.all';
  return [...say(key, { n: shown, all: whole(all) }), make('span', '', ...say('own.latest_are'))];
}

/** @param {Learned} merge */
function latest({ rank, pieces: [left, right, joined], made }) {
  const item = make('li', '', boxed(joined), make('span', 'made', `${whole(made)} ×`));
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
  item.title = text('own.merge', { rank: whole(rank), a, b, made: whole(made) });
  return item;
}

/** @param {OwnTokenizerValue | NotLearned} value */
function save(value) {
  if (!('counts' in value)) return;
  const lists = /** @type {const} */ ([
    ['prompt, yours', value.tokens],
    ["prompt, the model's", value.model_tokens],
  ]);
  const lines = lists.flatMap(([name, pieces]) =>
    pieces.map((piece, i) => [name, i, quoted(piece), '']),
  );
  const learned = value.merges.map(({ rank, pieces, made }) => [
    'learned',
    rank,
    quoted(pieces[2]),
    made,
  ]);
  saveCsv('own_tokenizer.csv', [
    ['list', 'number', 'piece (JSON)', 'times made'],
    ...lines,
    ...learned,
  ]);
}
