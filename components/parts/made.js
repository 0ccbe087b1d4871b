// Something that the model made: a text with its copied spans, a picture with its palette, a tune as a roll.

import { button, make, svg } from '../page/dom.js';
import facts from '../page/facts.js';
import { number } from '../page/numbers.js';
import { page } from '../page/page.js';
import { swatch, trimmed } from '../page/tokens.js';
import { say, text } from '../page/words.js';
import { dab, small } from './small.js';

/** @import { MadeValue } from '../values' */

/** @type {Record<string, { tab: string, draw: (made: MadeValue) => (Node | string)[] }>} */
const KINDS = {
  text: { tab: 'write', draw: words },
  picture: { tab: 'paint', draw: picture },
  tune: { tab: 'compose', draw: (made) => [roll(made)] },
};

/** @type {Record<string, import('../page/words.js').Key>} */
const BITS = { text: 'uses.bits_text', picture: 'uses.bits_picture', tune: 'uses.bits_tune' };

/**
 * What it was asked for, what it made, what that cost, and the way to the tab that makes it again.
 * @param {MadeValue} made
 */
export function madeOf(made) {
  const { tab, draw } = KINDS[made.kind];
  const drawn = make('figure', `work ${made.kind}`);
  const bits = say(BITS[made.kind], {
    n: number(made.bits * Math.max(1, made.cells.length), made.cells.length ? 1 : 2),
  });
  const open = button('link', () => reopen(tab, made), text('uses.open', { tab: titleOf(tab) }));
  drawn.append(
    make('figcaption', '', trimmed(made.asked)),
    ...draw(made),
    make('p', 'muted foot', ...bits, ' ', open),
  );
  return drawn;
}

/** @param {string} tab */
const titleOf = (tab) => text(/** @type {import('../page/words.js').Key} */ (`${tab}.title`));

/**
 * The tab that makes it, with the same prompt, temperature and seed.
 * @param {string} tab
 * @param {MadeValue} made
 */
function reopen(tab, { asked, temperature, seed }) {
  const { views } = page.state;
  const turned = { ...views, [tab]: { ...views[tab], temperature, seed } };
  page.go({ tab, text: asked, token: null, edits: [], views: turned });
}

/**
 * The text; what stands word for word in what was read is marked.
 * @param {MadeValue} made
 */
function words({ text: whole, copied }) {
  const shown = make('p', 'words');
  let at = 0;
  const letters = [...whole]; // as Python counts them
  for (const { start, end, source } of copied) {
    const mark = make('mark', '', letters.slice(start, end).join(''));
    mark.title = source ? text('where.file', { file: source }) : text('where.generated');
    shown.append(letters.slice(at, start).join(''), mark);
    at = end;
  }
  shown.append(letters.slice(at).join('') || (at ? '' : '∅'));
  return [shown];
}

/**
 * The picture, and how many pixels each colour has.
 * @param {MadeValue} made
 */
function picture({ cells }) {
  const canvas = small();
  dab(canvas, cells);
  canvas.setAttribute('role', 'img');
  /** @type {Map<number, number>} */
  const counted = new Map();
  for (const cell of cells) counted.set(cell, (counted.get(cell) ?? 0) + 1);
  const colours = [...counted].sort((a, b) => b[1] - a[1]);
  canvas.ariaLabel = colours.map(([cell, n]) => `${facts.colours[cell]} ${n}`).join(', ');
  const squares = colours.map(([cell, n]) => {
    const square = swatch(cell);
    square.title = `${facts.colours[cell]}: ${n}`;
    return square;
  });
  return [canvas, make('span', 'palette', ...squares)];
}

/**
 * The notes as Compose draws them: pitch upwards, time to the right, a line at each bar.
 * @param {MadeValue} made
 */
function roll({ notes, bar }) {
  const sung = notes.flatMap(([pitch]) => (pitch === null ? [] : [pitch]));
  const [low, high] = [Math.min(...sung, 60), Math.max(...sung, 0)];
  const total = notes.reduce((sum, [, length]) => sum + length, 0);
  const root = svg('svg', {
    viewBox: `0 0 ${Math.max(bar, total)} ${Math.max(1, high - low + 1)}`,
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': text('uses.notes', { n: notes.length }),
  });
  for (let at = 0; bar && at <= total; at += bar)
    root.append(svg('line', { x1: at, x2: at, y1: 0, y2: high - low + 1 }));
  let at = 0;
  for (const [pitch, length] of notes) {
    const place = { x: at, width: length * 0.94, height: 0.9 };
    if (pitch !== null) root.append(svg('rect', { ...place, y: high - pitch + 0.05 }));
    at += length;
  }
  return root;
}
