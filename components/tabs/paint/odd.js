// What was never drawn, beside what was: a version of an animal, another animal of that version, the plain animal.

import { finder, keepingFocus, make } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import { number, range } from '../../page/numbers.js';
import { choosing, fill } from '../../page/radios.js';
import { put, text } from '../../page/words.js';
import { Album, cost, seedAfter } from './album.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { AlbumValue } from '../../values'
 */

const EACH = 4;
const KINDS = /** @type {const} */ (['odd.never', 'odd.often', 'odd.plain']);

/** @param {Widget<AlbumValue, { trios: string[][] }>} widget */
export default function odd(widget) {
  const { view, options } = widget;
  const $ = finder(widget.element);
  let chosen = 0;
  const album = new Album(widget);
  choosing($('.which'));

  function draw() {
    const names = options.trios.map(([never]) => never);
    fill($('.which'), '', names, chosen, (i) => {
      chosen = i;
      draw();
    });
    $('.go', HTMLButtonElement).disabled = album.busy;
    const { pictures } = album;
    $('.out').hidden = $('.pictures').hidden = !pictures.length;
    keepingFocus(widget.element, () => {
      const lines = pictures.length ? KINDS.map((kind, at) => line(text(kind), at)) : [];
      $('.pictures').replaceChildren(...lines);
    });
    put($('.say'), 'odd.is');
  }

  /**
   * @param {string} kind
   * @param {number} at
   */
  function line(kind, at) {
    const mine = range(EACH).map((i) => at * EACH + i);
    const { caption } = album.pictures[mine[0]];
    const drawn = mine.map((i) => {
      const said = { caption, bits: number(cost(album.pictures[i]), 1) };
      return album.figure(i, text('odd.one', said));
    });
    return make(
      'div',
      'trio',
      make('div', '', make('b', '', caption), make('span', '', kind)),
      ...drawn,
    );
  }

  $('.go').addEventListener('click', () => {
    const [seed, temperature] = [view.dial('seed'), view.dial('temperature')];
    const wanted = options.trios[chosen].flatMap((caption) =>
      range(EACH).map((i) => ({ caption, temperature, seed: seedAfter(seed, i) })),
    );
    album.start(wanted, { wanted });
  });
  exporting(widget, {
    png: () => album.savePicture('never-drawn.png', EACH),
    csv: () => album.saveNumbers('never-drawn.csv'),
  });
  album.watch(draw);
}
