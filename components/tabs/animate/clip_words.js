// What the card says of a clip.

import facts from '../../page/facts.js';
import { number, sum } from '../../page/numbers.js';
import { put, text } from '../../page/words.js';
import { where } from '../../parts/picture.js';
import { changed } from './moved.js';
import { EACH } from './shape.js';

/**
 * @import { Finder } from '../../page/dom.js'
 * @import { Painted } from '../../parts/canvas_words.js'
 * @import { Roller } from '../../parts/roller.js'
 */

/**
 * What can be pressed.
 * @param {Finder} $
 * @param {Roller<{ opens: string }>} roller
 */
export function tellButtons($, { busy, count, offer, pace }) {
  const steps = busy && pace.speed === 'step';
  const disable = (/** @type {string} */ name, /** @type {boolean} */ off) => {
    $(name, HTMLButtonElement).disabled = off;
  };
  disable('.brush', (busy && !steps) || !offer);
  put($('.brush'), steps ? 'canvas.next' : count && !busy ? 'clip.animate_again' : 'clip.animate');
  disable('.stop', !busy);
  disable('.again', busy || !offer);
  disable('.veil', !count);
  disable('.moved', !count);
  disable('.inside', busy || !count);
}

/**
 * How far it is, or how it was rolled; a pixel under the pointer before all.
 * @param {Element} note
 * @param {Painted | null} done
 * @param {number} [i] that pixel
 */
export function tellPlace(note, done, i) {
  const count = done?.colours.length ?? 0;
  const colour = done && i !== undefined ? done.colours[i] : undefined;
  if (done && i !== undefined && colour !== undefined) {
    const about = { colour: facts.colours[colour], bits: number(done.bits[i], 1) };
    put(note, 'clip.pixel', { where: where(i, facts.frames), ...about });
  } else if (!done || !count) note.replaceChildren();
  else if (count < facts.pixels) put(note, 'canvas.at', { count, all: facts.pixels });
  else if (done.painted.length) put(note, 'clip.in_prompt');
  else put(note, 'canvas.how', { seed: done.seed, temperature: number(done.temperature) });
}

/**
 * What to do next, or what came of it.
 * @param {Element} line
 * @param {Painted | null} done
 * @param {{ busy: boolean, stale: boolean }} now
 */
export function tellState(line, done, { busy, stale }) {
  const count = done?.colours.length ?? 0;
  if (!done || (!count && !busy)) put(line, 'clip.hint');
  else if (stale && !busy) put(line, 'clip.stale', { caption: done.caption });
  else if (busy || count < facts.pixels) put(line, 'canvas.so_far', { count });
  else {
    const bits = number(sum(done.bits), 1);
    put(line, 'clip.told', { bits, n: changed(done.colours, EACH).length });
  }
}

/**
 * For who does not see it: the clip, and the pixel that is chosen.
 * @param {Element} board
 * @param {Painted | null} done
 * @param {number | null} chosen
 */
export function tellLabel(board, done, chosen) {
  const count = done?.colours.length ?? 0;
  const about = { caption: done?.caption ?? '', count };
  const label = count ? text('clip.label', about) : text('clip.empty');
  const colour = chosen === null ? undefined : done?.colours[chosen];
  const here = chosen === null ? '' : `. ${where(chosen, facts.frames)}`;
  board.setAttribute(
    'aria-label',
    label + here + (colour === undefined ? '' : `: ${facts.colours[colour]}`),
  );
}
