// A film of the training: at seven steps a map of attention, or a picture, and a die.

import { cellsOn, chance, rgb, tints } from '../../page/colours.js';
import { keepingFocus, make } from '../../page/dom.js';
import { bytes, percent, range, whole } from '../../page/numbers.js';
import { STEPS } from '../../page/ramps.js';
import { readable } from '../../page/tokens.js';
import { text } from '../../page/words.js';
import { areas } from '../../parts/small_die.js';
import { coloursOf, dab, small } from '../../parts/small.js';

/**
 * @import { TrainingEvent } from '../../values'
 * @import { Look, training } from './training.js'
 */

const FRAMES = 7;
const FINE = 1e-3; // smaller faces are too many to be drawn
const WHOLE = 10_000; // an attention of 1

/**
 * Draws it; the steps that it shows.
 * @param {HTMLElement} root
 * @param {typeof training} run
 * @param {[layer: number, head: number]} head whose map is shown
 */
export function film(root, run, head) {
  const frames = spread(run.shots);
  const chosen = run.look;
  keepingFocus(root, () => {
    root.replaceChildren(
      ...frames.map((look) => {
        const made = make('button', 'frame', ...views(look, run.begun?.tokens ?? 0, head));
        made.type = 'button';
        made.dataset.focus = String(look.step);
        made.setAttribute('role', 'option');
        made.setAttribute('aria-selected', String(look === chosen));
        made.tabIndex = -1;
        made.prepend(make('span', 'step', whole(look.step)));
        made.addEventListener('click', () => run.choose(look.step));
        return made;
      }),
    );
  });
  root.hidden = !frames.length;
  return frames.map(({ step }) => step);
}

/**
 * At most so many, evenly spread; the first and the newest among them.
 * @param {Look[]} shots
 */
export function spread(shots, most = FRAMES) {
  if (shots.length <= most) return shots;
  return range(most).map((i) => shots[Math.round((i * (shots.length - 1)) / (most - 1))]);
}

/**
 * @param {Look} look
 * @param {number} tokens faces of its die
 * @param {[layer: number, head: number]} head
 */
function views(look, tokens, head) {
  const die = make('span', 'little-die');
  const shares = (look.die ?? []).map(([, p]) => p);
  const rest = Math.max(0, 1 - shares.reduce((sum, p) => sum + p, 0));
  const each = rest / Math.max(1, tokens - shares.length); // of all others: they are as pale as one of them
  const made = areas(
    [...shares, rest],
    [...shares, each].map((p) => rgb(chance(p))),
  );
  const side = `${100 * Math.sqrt(each)}cqw`;
  made[shares.length].classList.toggle('others', each > FINE); // a cell for each
  made[shares.length].style.backgroundSize = `${side} ${side}`;
  die.append(...made);
  const [first] = look.die ?? [];
  if (first) die.title = `${readable(first[0])} ${percent(first[1])}`;
  if (look.picture) {
    const canvas = small();
    dab(canvas, coloursOf(look.picture));
    return [canvas, die];
  }
  return look.heads ? [map(look.heads, ...head), die] : [die];
}

/**
 * @param {NonNullable<TrainingEvent['heads']>} heads
 * @param {number} layer
 * @param {number} head
 */
export function map({ shape, packed }, layer, head) {
  const weights = new Uint16Array(bytes(packed).buffer);
  const [, H, T] = shape;
  const first = (layer * H + head) * T * T;
  const canvas = make('canvas');
  const ramp = tints('chance');
  const tint = (/** @type {number} */ i) =>
    i % T > Math.floor(i / T) ? 0 : ramp[Math.round(STEPS * Math.sqrt(weights[first + i] / WHOLE))];
  canvas.width = canvas.height = T;
  cellsOn(canvas, T, T, tint);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', text('train.map', { layer, head }));
  return canvas;
}
