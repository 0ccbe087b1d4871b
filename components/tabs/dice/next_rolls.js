// The next three rolls as a drawing: heights are probabilities; and where three ways of choosing lead.

import { chance, rgb } from '../../page/colours.js';
import { all, finder, make, svg, svgText } from '../../page/dom.js';
import { exporting, saveSvg } from '../../page/export.js';
import { number, percent } from '../../page/numbers.js';
import { contrasting } from '../../page/ramps.js';
import { sayingPlain } from '../../page/plain.js';
import { readable, shortened } from '../../page/tokens.js';
import { text } from '../../page/words.js';
import { partsOf } from './forks.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Branch, NextRollsValue, Way } from '../../values'
 * @import { Part } from './forks.js'
 */

const WIDTH = 480;
const LEAST = 280; // its height; more where the card beside is higher
const COLUMN = WIDTH / 3;
const GAP = 2;
const LABELLED = 9; // pixels of type; smaller is left out

/** @param {Widget<NextRollsValue>} widget */
export default function nextRolls(widget) {
  const $ = finder(widget.element);
  const tree = $('.tree', SVGSVGElement);
  sayingPlain(widget);
  exporting(widget, { svg: () => saveSvg('next_rolls.svg', tree) });
  const frame = $('.frame');
  new ResizeObserver(() => {
    if (widget.value) draw(tree, widget.value, heightOf(frame));
  }).observe(frame);
  widget.watch((value) => {
    for (const part of all(widget.element, '.frame, .legend, dl')) part.hidden = !value;
    tree.replaceChildren();
    if (!value) return;
    draw(tree, value, heightOf(frame));
    $('dl').replaceChildren(...value.ways.flatMap(told));
  });
}

/** @param {Element} frame */
const heightOf = ({ clientWidth, clientHeight }) =>
  Math.max(LEAST, Math.round((WIDTH * clientHeight) / clientWidth) || 0);

/**
 * @param {SVGSVGElement} tree
 * @param {NextRollsValue} value
 * @param {number} height
 */
function draw(tree, { nodes, ways }, height) {
  tree.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
  tree.replaceChildren(...partsOf(nodes, height).flatMap((part) => drawn(part, ways)));
  const likeliest = nodes[0].branches.map(({ piece, p }) => `${piece.trim()} ${percent(p)}`);
  tree.setAttribute('aria-label', text('ahead.label', { faces: likeliest.join(', ') }));
}

/**
 * @param {Part} part
 * @param {Way[]} ways
 */
function drawn(part, ways) {
  const { branch, height } = part;
  const box = boxOf(part);
  if (!branch) return [svg('rect', { class: 'others', ...box, rx: 3 })];
  const colour = chance(branch.p);
  const rounded = { rx: Math.min(6, height / 3), 'data-p': branch.p };
  const shape = svg('rect', { class: 'face', ...box, ...rounded });
  shape.style.fill = rgb(colour);
  shape.append(svg('title', {}, `${branch.piece} ${percent(branch.p)}`));
  return [shape, ...labels(part, branch, contrasting(colour)), ...marks(part, ways)];
}

/** @param {Part} part */
const boxOf = ({ depth, top, height }) => ({
  x: depth * COLUMN + GAP / 2,
  y: top + GAP / 2,
  width: COLUMN - GAP,
  height: Math.max(0.5, height - GAP),
});

/**
 * The token and its share, where there is room for them.
 * @param {Part} part
 * @param {Branch} branch
 * @param {string} ink
 */
function labels({ depth, top, height }, { piece, p }, ink) {
  const x = depth * COLUMN;
  const size = Math.min(18, height - 5);
  if (size < LABELLED) return [];
  const middle = top + height / 2;
  const room = Math.floor((COLUMN - 80) / (0.62 * size));
  const name = svgText(shortened(piece, room), {
    x: x + 20,
    y: middle + size * 0.35,
    'font-size': size,
  });
  const end = { x: x + COLUMN - 8, y: middle + size * 0.32, 'text-anchor': 'end' };
  const share = svgText(percent(p), { ...end, 'font-size': Math.min(13, size) });
  for (const made of [name, share]) {
    made.setAttribute('class', 'label');
    made.style.fill = ink;
  }
  return [name, share];
}

/**
 * A stroke at the left for each way of choosing that leads through here.
 * @param {Part} part
 * @param {Way[]} ways
 */
function marks({ depth, top, height, path }, ways) {
  const size = { width: 3, height: Math.max(2, height - 6), rx: 1.5 };
  return ways.flatMap(({ name, ids }, k) => {
    if (!path.every((id, i) => ids[i] === id)) return [];
    const at = { x: depth * COLUMN + 3 + 4 * k, y: top + 3 };
    return [svg('rect', { class: `way ${name}`, ...at, ...size })];
  });
}

/** @param {Way} way */
function told({ name, text: said, logprob }) {
  const chances = make('span', '', ` ${text('ahead.logprob', { logprob: number(logprob, 1) })}`);
  return [make('dt', '', text(`ways.${name}`), chances), make('dd', '', readable(said))];
}
