// Mean cosine of two positions by their distance, as curves.

import { svg, svgText } from '../../page/dom.js';
import { range } from '../../page/numbers.js';
import { text } from '../../page/words.js';
import { HEIGHT, LOW, MARGIN, scales } from './scales.js';

/** @typedef {{ learned: Float32Array, waves: Float32Array }} Curves */

const APART = 20; // between two rules, where no picture has lines

/**
 * @param {SVGSVGElement} plot
 * @param {Curves} curves
 * @param {number} line pixels in a line of a picture; 0: no pictures
 */
export function drawDistances(plot, curves, line) {
  const width = plot.clientWidth || 480;
  const farthest = curves.learned.length - 1;
  const scale = scales(width, farthest);
  plot.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
  plot.setAttribute('aria-label', text('positions.curves', { farthest }));
  plot.replaceChildren(
    ...rules(farthest, line || APART, scale),
    ...levels(width, scale),
    curve('waves', curves.waves, scale),
    curve('', curves.learned, scale),
  );
}

/**
 * @param {number} farthest
 * @param {number} each
 * @param {ReturnType<typeof scales>} scale
 */
function rules(farthest, each, { x }) {
  return range(Math.floor(farthest / each) + 1).flatMap((k) => {
    const d = k * each;
    const rule = { class: 'rule', d: `M${x(d)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}` };
    return [svg('path', rule), tick(x(d), HEIGHT - 6, String(d), 'middle')];
  });
}

/**
 * @param {number} width
 * @param {ReturnType<typeof scales>} scale
 */
function levels(width, { y }) {
  return [0, 0.5, 1].flatMap((cosine) => {
    const d = `M${MARGIN.left} ${y(cosine)}H${width - MARGIN.right}`;
    const rule = svg('path', { class: cosine ? 'rule' : 'zero', d });
    return [rule, tick(MARGIN.left - 5, y(cosine) + 4, String(cosine), 'end')];
  });
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} said
 * @param {string} anchor
 */
const tick = (x, y, said, anchor) => svgText(said, { x, y, 'text-anchor': anchor, class: 'tick' });

/**
 * @param {string} name
 * @param {Float32Array} cosines
 * @param {ReturnType<typeof scales>} scale
 */
function curve(name, cosines, { x, y }) {
  const points = Array.from(
    cosines,
    (c, d) => `${x(d).toFixed(1)} ${y(Math.max(LOW, c)).toFixed(1)}`,
  );
  return svg('path', { class: `curve ${name}`, d: `M${points.join('L')}` });
}
