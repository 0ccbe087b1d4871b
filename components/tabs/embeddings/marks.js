// How the map draws a token: a shape for each kind, and the legend that explains it.

import { TOKEN, quoted } from '../../page/csv.js';
import { make, svg } from '../../page/dom.js';
import { whole } from '../../page/numbers.js';
import { text } from '../../page/words.js';

/** @typedef {'word' | 'digit' | 'punct' | 'colour' | 'note' | 'control'} Kind */

/** @type {Kind[]} */
export const KINDS = ['word', 'digit', 'punct', 'colour', 'note', 'control'];

/**
 * @param {number} r
 */
const circle = (r) => `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`;

/** @type {Record<Kind, (r: number) => [path: string, line?: boolean]>} one point's mark, around 0, 0 */
const MARKS = {
  word: (r) => [circle(r * 0.75)],
  digit: (r) => [`M${-r} ${-r}H${r}V${r}H${-r}Z`],
  punct: (r) => [`M${-r} 0H${r}M0 ${-r}V${r}`, true],
  colour: (r) => [`M0 ${-1.4 * r}L${1.4 * r} 0L0 ${1.4 * r}L${-1.4 * r} 0Z`],
  note: (r) => [`M0 ${-1.3 * r}L${1.25 * r} ${r}H${-1.25 * r}Z`],
  control: (r) => [circle(r), true],
};

/**
 * @param {Kind} kind
 * @param {number} r
 */
export const markOf = (kind, r) => MARKS[kind](r);

/** @param {Kind} kind */
export const nameOf = (kind) => text(`kinds.${kind}`);

/**
 * The kinds that occur, and how often.
 * @param {string[]} kinds
 */
export function keyTo(kinds) {
  const counts = KINDS.map((kind) => kinds.filter((each) => each === kind).length);
  return KINDS.flatMap((kind, i) => (counts[i] ? [entry(kind, counts[i])] : []));
}

/**
 * @param {Kind} kind
 * @param {number} count
 */
function entry(kind, count) {
  const [d, line] = markOf(kind, 4.5);
  const colour = `var(--k-${kind})`;
  const paint = { fill: line ? 'none' : colour, stroke: line ? colour : 'none' };
  const mark = svg('path', { d, ...paint, 'stroke-width': 2, transform: 'translate(8 8)' });
  const drawn = svg('svg', { width: 16, height: 16, 'aria-hidden': 'true' }, mark);
  return make('span', 'pip', drawn, `${nameOf(kind)} ${whole(count)}`);
}

/**
 * All that the map places, as a table.
 * @param {string[]} pieces
 * @param {Kind[]} kinds
 * @param {Float32Array} coordinates x, y, z for each token
 * @param {Float32Array | null} [laid] x, y by t-SNE, if there are any
 * @returns {(string | number)[][]}
 */
export function placesOf(pieces, kinds, coordinates, laid) {
  const columns = ['id', TOKEN, 'kind', 'x', 'y', 'z', ...(laid ? ['t-SNE x', 't-SNE y'] : [])];
  const lines = pieces.map((piece, id) => [
    id,
    quoted(piece),
    kinds[id],
    ...coordinates.subarray(3 * id, 3 * id + 3),
    ...(laid?.subarray(2 * id, 2 * id + 2) ?? []),
  ]);
  return [columns, ...lines];
}
