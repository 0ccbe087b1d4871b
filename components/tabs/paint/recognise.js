// A hundred digits, recognised by a model that was trained to paint: each with the digit that it was read as.

import { all, button, finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, percent } from '../../page/numbers.js';
import { put, say, text } from '../../page/words.js';
import { coloursOf, dab, small } from '../../parts/small.js';
import { oneStop, walking } from './tiles.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { RecogniseValue, Tile } from '../../values'
 */

/** @param {Widget<RecogniseValue>} widget */
export default function recognise(widget) {
  const { element, view } = widget;
  const $ = finder(element);
  let run = 0;
  let busy = false;
  /** @type {RecogniseValue | null} */
  let last = null;
  /** @type {Tile[]} */
  let tiles = [];
  const refresh = () => {
    $('.all', HTMLButtonElement).disabled = busy;
    $('.stop', HTMLButtonElement).disabled = !busy;
    $('.progress', HTMLProgressElement).value = tiles.length;
    $('.progress').hidden = !busy;
    $('.out').hidden = !tiles.length;
    $('.tiles').dataset.read = busy ? 'busy' : String(tiles.length);
    if (!last) put($('.say'), busy ? 'recognise.begins' : 'recognise.ready');
    else $('.say').replaceChildren(...verdict(last));
  };
  const open = (/** @type {number} */ i) => {
    for (const [at, each] of all(element, '.tile').entries())
      each.setAttribute('aria-pressed', String(at === i));
    put($('.which'), ...told(tiles[i]));
  };
  const take = (/** @type {RecogniseValue} */ value) => {
    last = value;
    tiles.push(...value.tiles);
    $('.tiles').append(...value.tiles.map((tile, i) => tileOf(tile, () => open(value.first + i))));
    oneStop(element, '.tile');
    busy = !value.over;
  };
  const stop = () => {
    if (!busy) return;
    busy = false;
    widget.trigger('stop');
    refresh();
  };
  $('.all').addEventListener('click', () => {
    run = Date.now();
    busy = true;
    last = null;
    tiles = [];
    $('.tiles').replaceChildren();
    $('.which').replaceChildren();
    widget.send({ run });
    widget.trigger('recognise');
    refresh();
  });
  $('.stop').addEventListener('click', stop);
  widget.hear('again', stop);
  walking($('.tiles'), '.tile');
  widget.hear('opened', () => view.isOpen() || stop());
  exporting(widget, { csv: () => save(tiles) });
  widget.watch((value) => {
    const fresh = value && 'tiles' in value && value.run === run && value.first === tiles.length;
    if (fresh && busy) take(value);
    refresh();
  });
}

/**
 * @param {Tile} tile
 * @param {() => void} press
 */
function tileOf({ digit, read, picture }, press) {
  const canvas = small(2);
  dab(canvas, coloursOf(picture));
  const made = button('tile', press, canvas, make('span', '', String(read)));
  made.classList.toggle('missed', digit !== read);
  made.setAttribute('aria-pressed', 'false');
  made.setAttribute('aria-label', text('recognise.tile', { digit, read }));
  return made;
}

/**
 * @param {Tile} tile
 * @returns {[import('../../page/words.js').Key, Record<string, string | number>]}
 */
function told({ digit, read, bits, least, caption }) {
  if (digit === read) return ['recognise.right', { caption, bits: number(bits, 1) }];
  return [
    'recognise.wrong',
    { caption, read, bits: number(bits, 1), less: number(bits - least, 1) },
  ];
}

/** @param {RecogniseValue} value */
function verdict({ n, hits, low, high, guessed, bits, confused: [digit, read, times] }) {
  const share = { n, hits, share: percent(hits / n), low: percent(low), high: percent(high) };
  return [
    ...say('recognise.verdict', share),
    ' ',
    ...say(guessed ? 'recognise.guessed' : 'recognise.better'),
    ' ',
    ...(times ? [...say('recognise.confused', { digit, read, times }), ' '] : []),
    ...say('recognise.cost', { bits: number(bits, 0) }),
  ];
}

/** @param {Tile[]} tiles */
function save(tiles) {
  const lines = tiles.map(({ caption, digit, read, bits, least }) => [
    caption,
    digit,
    read,
    bits,
    least,
  ]);
  saveCsv('digits.csv', [['caption', 'digit', 'read as', 'bits', 'bits as read'], ...lines]);
}
