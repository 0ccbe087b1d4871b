// The selected token: its entry in the vocabulary, and the merges that built it.

import { TOKEN, quoted } from '../../page/csv.js';
import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { boxed } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Widget } from '../../page/types.js'
 * @import { Detail, Rung, TokenCardValue } from '../../values'
 * @typedef {'word' | 'digit' | 'punct' | 'colour' | 'note' | 'control' | 'fragment'} Kind
 */

const NAMED = ['control', 'colour', 'note']; // kinds that nothing cuts

/** @param {Widget<TokenCardValue>} widget */
export default function tokenCard(widget) {
  const { element, watch } = widget;
  const detail = (/** @type {number} */ index) => {
    const id = widget.value?.ids[index];
    return id === undefined ? undefined : widget.value?.details[id];
  };
  exporting(widget, { csv: ({ ids }) => save(ids[page.selected], detail(page.selected)) });
  watch(
    () => {},
    (index) => {
      const { value } = widget;
      const found = detail(index);
      if (value && found) draw(element, value, index, found);
      else empty(element);
    },
  );
}

/** @param {HTMLElement} element */
function empty(element) {
  const $ = finder(element);
  put($('h2'), 'card.title');
  for (const part of ['header .note', 'h3', 'dl', 'ol']) $(part).replaceChildren();
  put($('.say'), 'card.empty');
}

/**
 * @param {HTMLElement} element
 * @param {TokenCardValue} value
 * @param {number} index
 * @param {Detail} found
 */
function draw(element, value, index, found) {
  const $ = finder(element);
  put($('h2'), 'card.of', { token: boxed(found.piece) });
  put($('header .note'), 'card.position', { index });
  $('.say').replaceChildren(...origin(found, value));
  $('dl').replaceChildren(...entry(value, value.ids[index], found));
  const built = found.steps.length > 1;
  $('h3').replaceChildren(
    ...(built ? say(value.of_bytes ? 'card.built' : 'card.built_characters') : []),
  );
  $('ol').replaceChildren(...(built ? found.steps.map(rung) : []));
}

/**
 * How the token came to be.
 * @param {Detail} found
 * @param {TokenCardValue} value
 */
function origin({ piece, steps, n_bytes, kind }, { n_merges: merges, of_bytes }) {
  const token = boxed(piece);
  if (steps.length) {
    const { pieces, rank } = steps[steps.length - 1];
    const [left, right] = pieces.map(boxed);
    return say('card.joined', { token, left, right, rank: whole(rank), all: whole(merges) });
  }
  if (NAMED.includes(kind)) return say('card.by_hand', { token, kind: nameOf(kind) });
  return say(n_bytes === 1 && of_bytes ? 'card.byte' : 'card.listed', { token });
}

/** @param {string} kind */
const nameOf = (kind) => text(`token_kinds.${/** @type {Kind} */ (kind)}`);

/**
 * @param {TokenCardValue} value
 * @param {number} id
 * @param {Detail} found
 */
function entry({ ids, n_tokens }, id, { kind, n_bytes, hex, spaced, beside }) {
  const places = ids.flatMap((each, i) => (each === id ? [i] : []));
  const bytes = text('card.bytes', { n: n_bytes });
  const others = beside.flatMap((each, i) => [
    i ? '  ' : '',
    boxed(each.piece),
    ` ${whole(each.id)}`,
  ]);
  return [
    ...term(text('card.id'), 'mono', text('card.id_is', { id: whole(id), all: whole(n_tokens) })),
    ...term(text('card.kind'), '', nameOf(kind)),
    ...term(bytes, 'mono', hex),
    ...term(text('card.spaced'), '', text(spaced ? 'card.spaced_yes' : 'card.spaced_no')),
    ...term(text('card.here'), 'mono', places.join(', ')),
    ...term(text('card.beside'), '', ...others),
  ];
}

/**
 * @param {string} name
 * @param {string} className
 * @param {Child[]} children
 */
const term = (name, className, ...children) => [
  make('dt', '', name),
  make('dd', className, ...children),
];

/** @param {Rung} step */
function rung({ rank, pieces }) {
  const [left, right, joined] = pieces.map(boxed);
  const name = make('span', 'rank', ...say('card.merge', { rank: whole(rank) }));
  return make('li', '', name, make('span', '', left, ' + ', right, ' = ', joined));
}

/**
 * A row for each merge; for a byte or a name, which no merge makes, one row without.
 * @param {number} id
 * @param {Detail | undefined} found
 */
function save(id, found) {
  if (!found) return;
  const made = found.steps.map(({ rank, pieces }) => [rank, ...pieces.map(quoted)]);
  const lines = made.length ? made : [['', '', '', quoted(found.piece)]];
  const columns = ['left (JSON)', 'right (JSON)', 'joined (JSON)'];
  const own = [quoted(found.piece), id, found.kind, found.hex];
  const rows = lines.map((line) => [...own, ...line]);
  saveCsv('token.csv', [[TOKEN, 'id', 'kind', 'bytes in hex', 'merge', ...columns], ...rows]);
}
