// Faces of two dice, a row each: its bar on both sides.

import { make } from '../../page/dom.js';
import { percent } from '../../page/numbers.js';
import { bar } from '../../page/tokens.js';

/** @import { TwoFace } from '../../values' */

/**
 * @param {HTMLElement} node
 * @param {[string, string]} sides what stands above both columns
 * @param {TwoFace[]} faces
 * @param {(face: TwoFace) => HTMLElement} name
 */
export function drawFaces(node, sides, faces, name) {
  const heads = ['', ...sides.flatMap((side) => [side, ''])];
  const first = make('div', 'face', ...heads.map((head) => make('span', 'head', head)));
  const rows = faces.map((face) => {
    const bars = face.chances.flatMap((p, i) => [
      bar(p, i ? 'b' : 'a'),
      make('span', 'value', percent(p)),
    ]);
    return make('div', 'face', name(face), ...bars);
  });
  node.replaceChildren(first, ...rows);
}
