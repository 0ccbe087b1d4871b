// What was recorded at one step, drawn: a die, what all heads do, and fifty hands; each with a sentence.

import { chance, css, rgb } from '../../page/colours.js';
import { make, svg, svgText } from '../../page/dom.js';
import { number, percent, range, sum, whole } from '../../page/numbers.js';
import { contrasting } from '../../page/ramps.js';
import { boxed, trimmed } from '../../page/tokens.js';
import { say, text } from '../../page/words.js';
import { coloursOf, dab, small } from '../../parts/small.js';
import { areas } from '../../parts/small_die.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { HistoryData, ReadOut } from '../../values'
 * @typedef {[piece: string, p: number][]} Faces
 */

const NAMED = 0.035; // of the die: a smaller face has no name
const TOLD = 0.09; // and with its chance beside it
const SCALE = 8; // pixels of the screen for one of a picture
const FIVE = 5; // fingers

/**
 * A square cut into the likeliest tokens and all others.
 * @param {Faces} faces
 */
export function dieOf(faces) {
  const others = Math.max(0, 1 - sum(faces.map(([, p]) => p)));
  const colours = faces.map(([, p]) => chance(p));
  const drawn = areas([...faces.map(([, p]) => p), others], [...colours.map(rgb), css('--sunk')]);
  for (const [i, [piece, p]] of faces.entries()) {
    drawn[i].dataset.p = String(p);
    drawn[i].style.color = contrasting(colours[i]);
    if (p >= NAMED) drawn[i].append(make('b', '', trimmed(piece)));
    if (p >= TOLD) drawn[i].append(make('span', '', percent(p)));
  }
  drawn[faces.length].classList.add('others');
  const die = make('div', 'square', ...drawn);
  die.setAttribute('role', 'img');
  const likely = faces.slice(0, 5).map(([piece, p]) => `${trimmed(piece)} ${percent(p)}`);
  die.setAttribute('aria-label', text('time.die_label', { faces: likely.join(', ') }));
  return die;
}

/**
 * @param {Faces} faces
 * @param {Faces} end those of the last step
 */
export function tellDie(faces, end) {
  const [piece, p] = faces[0];
  const token = boxed(piece);
  const after = end.find(([each]) => each === piece);
  if (after) return say('time.die_now', { token, p: percent(p), end: percent(after[1]) });
  return say('time.die_gone', { token, p: percent(p), n: end.length });
}

/**
 * A square for each head: layers down, heads across.
 * @param {number[][]} scores
 */
export function headsOf(scores) {
  const [layers, heads] = [scores.length, scores[0].length];
  const most = strongest(scores);
  const cells = scores.flatMap((row, layer) =>
    row.map((score, head) => {
      const made = make('i', '', score >= 0.1 ? number(score, 2) : '');
      const tint = chance(score);
      Object.assign(made.style, { background: rgb(tint), color: contrasting(tint) });
      made.dataset.score = String(score);
      made.classList.toggle('most', layer === most.layer && head === most.head);
      made.title = text('time.head_title', { layer, head, score: number(score, 2) });
      return made;
    }),
  );
  const grid = make('div', 'square heads', ...cells);
  grid.style.gridTemplate = `repeat(${layers}, 1fr) / repeat(${heads}, 1fr)`;
  grid.setAttribute('role', 'img');
  const { layer, head, score } = most;
  const said = { layer, head, score: number(score, 2) };
  grid.setAttribute('aria-label', text('time.heads_label', { layers, heads, ...said }));
  return grid;
}

/** @param {number[][]} scores */
function strongest(scores) {
  const all = scores.flatMap((row, layer) => row.map((score, head) => ({ layer, head, score })));
  return all.reduce((best, each) => (each.score > best.score ? each : best));
}

/**
 * @param {HistoryData} data
 * @param {string} role
 * @param {number[][]} scores
 */
export function tellHeads({ lines, clear, roles }, role, scores) {
  const { layer, head, score } = strongest(scores);
  const told = say('time.head_now', { layer, head, score: number(score, 2), role: roles[role] });
  const has = lines
    .filter((line) => line.roles[role])
    .map((line) => strongest(line.roles[role]).score >= clear);
  const steps = lines.filter((line) => line.roles[role]).map(({ step }) => step);
  const lost = has.lastIndexOf(false);
  const limit = number(clear, 1);
  if (lost < 0) return [...told, ' ', ...say('time.head_always', { limit })];
  if (lost === has.length - 1) return [...told, ' ', ...say('time.head_never', { limit })];
  return [...told, ' ', ...say('time.head_since', { limit, step: whole(steps[lost + 1]) })];
}

/**
 * @param {string} digits of the colours
 * @param {string} caption
 */
export function pictureOf(digits, caption) {
  const canvas = small(SCALE);
  dab(canvas, coloursOf(digits));
  canvas.className = 'square';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', text('time.picture_label', { caption }));
  return canvas;
}

/**
 * @param {string} digits
 * @param {string} end
 */
export function tellPicture(digits, end) {
  const same = range(digits.length).filter((i) => digits[i] === end[i]).length;
  return say('time.picture_now', { same, all: digits.length });
}

/**
 * How many hands have so many fingers; dashed, the last step.
 * @param {number[]} fingers
 * @param {number[]} end
 */
export function handsOf(fingers, end) {
  const most = Math.max(...fingers, ...end, 1);
  const [wide, high, floor] = [250, 214, 178];
  const step = (wide - 16) / fingers.length;
  const tall = (/** @type {number} */ n) => (150 * n) / most;
  const bars = fingers.flatMap((n, i) => {
    const at = { x: 12 + i * step, width: step - 6 };
    const last = end[i] ?? 0;
    const middle = at.x + at.width / 2;
    return [
      svg('rect', { ...at, y: floor - tall(last), height: tall(last), class: 'end' }),
      svg('rect', { ...at, y: floor - tall(n), height: tall(n), class: 'bar-now', 'data-n': n }),
      ...(n ? [svgText(whole(n), { x: middle, y: floor - tall(n) - 5, class: 'n' })] : []),
      svgText(String(i), { x: middle, y: floor + 18, class: 'n' }),
    ];
  });
  const axis = svg('path', { class: 'axis', d: `M8 20V${floor}H${wide - 2}` });
  const unit = svgText(text('time.fingers'), { x: wide - 2, y: high - 2, class: 'unit' });
  const drawn = svg(
    'svg',
    { viewBox: `0 0 ${wide} ${high}`, class: 'histogram' },
    ...bars,
    axis,
    unit,
  );
  drawn.setAttribute('role', 'img');
  const said = fingers.map((n, i) => `${i}: ${n}`).join(', ');
  drawn.setAttribute('aria-label', text('time.hands_label', { said }));
  return drawn;
}

/**
 * @param {number[]} fingers
 * @param {number[]} end
 */
export const tellHands = (fingers, end) =>
  say('time.hands_now', { five: fingers[FIVE] ?? 0, all: sum(fingers), end: end[FIVE] ?? 0 });

/**
 * The story: the beginning as it was given, then its tokens as glasses where their chances were recorded.
 * @param {ReadOut} line
 * @returns {Child[]}
 */
export function storyOf({ story, beginning, written }) {
  if (!written.length) return [story];
  const glasses = written.map(([piece, p]) => {
    const made = make('span', 'glass', piece.replaceAll('\n', '↵'));
    made.style.setProperty('--full', `${100 * p}%`);
    made.title = text('write.token', { token: trimmed(piece), p: percent(p) });
    return made;
  });
  return [make('span', 'given', beginning), ...glasses];
}
