// How many numbers fall where: heights are square roots of counts.

import { svg, svgText } from '../page/dom.js';
import { number, whole } from '../page/numbers.js';
import { text } from '../page/words.js';
import { heights } from './bins.js';

const WIDTH = 480;
const HEIGHT = 80;
const BELOW = 18; // pixels, for the numbers below
const EDGE = 40; // pixels around an end in which 0 is not named

/**
 * @param {SVGSVGElement} plot
 * @param {number[]} counts
 * @param {number[]} edges the ends
 */
export function histogram(plot, counts, [from, to]) {
  plot.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT + BELOW}`);
  plot.setAttribute('aria-label', text('tensor.histogram', { from: number(from), to: number(to) }));
  const step = WIDTH / counts.length;
  const bars = heights(counts, HEIGHT).map((height, i) => {
    const title = svg('title', {}, text('tensor.bin', { n: whole(counts[i]) }));
    const box = { x: i * step, y: HEIGHT - height, width: step - 1, height };
    return svg('rect', { ...box, class: 'bin' }, title);
  });
  const ends = [tick(0, 'start', number(from)), tick(WIDTH, 'end', number(to))];
  plot.replaceChildren(...bars, ...ends, ...zero(from, to));
}

/**
 * @param {number} x
 * @param {string} anchor
 * @param {string} said
 */
const tick = (x, anchor, said) =>
  svgText(said, { x, y: HEIGHT + 14, 'text-anchor': anchor, class: 'tick' });

/**
 * @param {number} from
 * @param {number} to
 */
function zero(from, to) {
  const x = (WIDTH * -from) / (to - from);
  if (!(from < 0 && to > 0) || x <= EDGE || x >= WIDTH - EDGE) return [];
  return [svg('line', { x1: x, x2: x, y1: 0, y2: HEIGHT, class: 'zero' }), tick(x, 'middle', '0')];
}
