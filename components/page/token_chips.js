// The prompt's tokens as chips: the selection that all tabs share.

import { around, button, finder, make } from './dom.js';
import { step } from './keys.js';
import { number, percent, whole } from './numbers.js';
import { page } from './page.js';
import { sticking } from './stuck.js';
import { explaining } from './term.js';
import { colourOf, letters, swatch } from './tokens.js';
import { put, text } from './words.js';

/**
 * @import { Widget } from './types.js'
 * @import { TokenChipsValue } from '../values'
 */

const LARGEST = 24; // pixels of a pip of weight 1
const SEEN = 0.003; // weights below are not drawn
const LOOKED = 0.05; // chips with more stand out

/** @type {[least: number, level: 'own' | 'rare'][]} share of its own texts that are at least as surprising */
const LEVELS = [
  [0.15, 'own'],
  [0.03, 'rare'],
];

/**
 * How familiar a text is, in a word.
 * @param {number} share of unseen texts that surprise the model at least as much
 */
export const levelOf = (share) => LEVELS.find(([least]) => share >= least)?.[1] ?? 'foreign';

/** In these tabs the prompt is a caption: of a picture, or of a clip, for which nothing is known. */
const CAPTIONS = ['paint', 'animate'];
const SMALL = [...CAPTIONS, 'compose']; // what is asked for here the model has mostly read in small letters

/** @param {Widget<TokenChipsValue>} widget */
export default function tokenChips(widget) {
  const { element, hear, watch } = widget;
  const list = finder(element)('.chips');
  const weigh = () => weighAll(list);
  listen(list);
  sticking(list);
  hear('weighed', weigh);
  hear('opened', () => {
    weigh();
    count(element, widget.value);
  });
  watch(
    (value) => draw(element, list, value),
    (index) => mark(list, index),
    false,
  );
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} list
 * @param {TokenChipsValue | null} value
 */
function draw(element, list, value) {
  const focused = list.contains(document.activeElement);
  list.replaceChildren(
    ...(value?.pieces ?? []).map((_, i) => slot(/** @type {TokenChipsValue} */ (value), i)),
  );
  count(element, value);
  if (value) page.counted(value.pieces.length); // before there is one, the address may have selected a token
  weighAll(list);
  if (focused) chipAt(list, page.selected)?.focus();
}

/**
 * @param {TokenChipsValue} value
 * @param {number} i
 */
function slot({ ids, pieces, kinds }, i) {
  const chip = make('span', 'chip', ...letters(pieces[i]));
  chip.dataset.index = String(i);
  chip.dataset.kind = kinds[i];
  chip.setAttribute('role', 'option');
  chip.setAttribute('aria-label', text('chips.token', { i, piece: JSON.stringify(pieces[i]) }));
  if (kinds[i] === 'colour') chip.prepend(swatch(colourOf(ids[i])));
  return make('span', 'slot', chip, make('span', 'socket'));
}

/**
 * @param {HTMLElement} element
 * @param {TokenChipsValue | null} value
 */
function count(element, value) {
  const $ = finder(element);
  const n = value?.pieces.length ?? 0;
  if (!value || value.message) $('.words').textContent = value?.message ?? '';
  else put($('.words'), 'chips.count', { n: whole(n), limit: value.limit });
  $('.hint').replaceChildren(value?.hint ?? '', ...withCare(value));
  $('.light').replaceChildren(...light(value));
  $('.gauge i').style.width = value ? `${Math.min(100, (100 * n) / value.limit)}%` : '0';
  $('.count').classList.toggle('over', Boolean(value?.message));
}

/**
 * The prompt as what the model has read is written, one click away.
 * @param {TokenChipsValue | null} value
 */
function withCare(value) {
  if (!value?.careful || SMALL.includes(page.state.tab)) return [];
  const write = button('link', () => page.write(value.careful), value.careful);
  return [text('chips.careful'), ' ', write];
}

/**
 * How familiar the prompt is to the model, in a word that explains itself; where it is painted, as a caption.
 * @param {TokenChipsValue | null} value
 */
function light(value) {
  const { tab } = page.state;
  const paints = CAPTIONS.includes(tab);
  const share = value && !value.message ? value[paints ? 'as_caption' : 'familiar'] : null;
  if (share === null || tab === CAPTIONS[1]) return [];
  const level = levelOf(share);
  const shown = { share: percent(share) };
  const is = paints ? text(`light.${level}_caption`, shown) : text(`light.${level}_is`, shown);
  const told = explaining(text(`light.${level}`), is);
  told.dataset.level = level;
  return [told];
}

/**
 * @param {HTMLElement} list
 * @param {number} index
 * @returns {HTMLElement | undefined}
 */
const chipAt = (list, index) =>
  /** @type {HTMLElement | undefined} */ (list.children[index]?.firstElementChild);

/**
 * @param {HTMLElement} list
 * @param {number} index
 */
function mark(list, index) {
  for (let i = 0; i < list.children.length; i++) {
    const chip = /** @type {HTMLElement} */ (chipAt(list, i));
    chip.setAttribute('aria-selected', String(i === index));
    chip.tabIndex = i === index ? 0 : -1; // one Tab stop; the arrow keys move inside
  }
}

/**
 * Under each chip: its position, or a pip whose area is the weight that the open view gives it.
 * @param {HTMLElement} list
 */
function weighAll(list) {
  const { weights } = page;
  for (const [i, { firstElementChild: chip, lastElementChild: socket }] of [
    ...list.children,
  ].entries()) {
    chip?.classList.toggle('looked', (weights?.[i] ?? 0) > LOOKED);
    if (socket instanceof HTMLElement) weighOne(socket, i, weights);
  }
}

/**
 * @param {HTMLElement} socket
 * @param {number} i
 * @param {ArrayLike<number> | null} weights
 */
function weighOne(socket, i, weights) {
  if (!weights) {
    socket.replaceChildren(String(i));
    socket.title = '';
    return;
  }
  const weight = weights[i];
  const pip = make('i');
  const side = weight > SEEN ? `${LARGEST * Math.sqrt(Math.min(1, weight))}px` : '0';
  pip.style.width = pip.style.height = side;
  socket.title = weight === undefined ? '' : number(weight, 3);
  socket.replaceChildren(pip);
}

/** @param {HTMLElement} list */
function listen(list) {
  const indexOf = (/** @type {Event} */ event) =>
    Number(around(event, '.chip')?.dataset.index ?? NaN);
  const pick = (/** @type {number} */ index) => {
    page.select(index);
    chipAt(list, index)?.focus();
  };
  list.addEventListener('click', (event) => {
    if (indexOf(event) >= 0) pick(indexOf(event));
  });
  list.addEventListener('keydown', (event) => {
    const next = step(event.key, indexOf(event), list.children.length);
    if (next === undefined) return;
    event.preventDefault();
    pick(next);
  });
}
