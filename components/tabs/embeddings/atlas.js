// Draws the map of the vocabulary: points, names, rings.

import { css, sharp } from '../../page/colours.js';
import { trimmed } from '../../page/tokens.js';
import { KINDS, markOf } from './marks.js';
import { overlap } from './plan.js';

/**
 * @import { Camera } from './camera.js'
 * @import { Kind } from './marks.js'
 * @import { Point, Rect } from './plan.js'
 * @typedef {object} Shown ids of tokens
 * @property {number | undefined} chosen the selected one
 * @property {number[]} near its neighbours
 * @property {number[]} named whatever is selected
 * @property {number[]} rings those pointed at or found
 * @property {number[]} middle of those found, the current one
 */

const GRID = 80; // pixels
const FAINT = 0.45; // word pieces, of which there are thousands

export class Atlas {
  /** @type {Point[]} where each token is on the canvas */
  places = [];

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {string[]} pieces
   * @param {string[]} kinds
   */
  constructor(canvas, pieces, kinds) {
    this.canvas = canvas;
    this.pieces = pieces;
    this.every = [...pieces.keys()];
    /** @type {Map<Kind, Set<number>>} */
    this.ofKind = new Map(
      KINDS.map((kind) => [kind, new Set(this.every.filter((id) => kinds[id] === kind))]),
    );
  }

  /**
   * @param {Camera} camera
   * @param {Shown} shown
   */
  draw(camera, { chosen, near, named, rings, middle }) {
    camera.size = [this.canvas.clientWidth || 1, this.canvas.clientHeight || 1];
    const pen = sharp(this.canvas, ...camera.size);
    pen.fillStyle = css('--card');
    pen.fillRect(0, 0, ...camera.size);
    this.places = this.every.map((id) => camera.place(id));
    if (camera.flat) grid(pen, camera);
    this.#points(pen, this.every, 4, FAINT);
    this.#lines(pen, chosen, near);
    this.#points(pen, [...near, ...named, ...rings], 5, 1);
    this.#rings(pen, rings, 10, 2.5);
    this.#rings(pen, middle, 15, 3);
    const own = chosen === undefined ? [] : [chosen];
    const wanted = [...own, ...middle, ...rings.toReversed(), ...near, ...named];
    this.#labels(pen, new Set(wanted), chosen, camera.size);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number[]} ids
   * @param {number} r
   * @param {number} faint how opaque word pieces are
   */
  #points(pen, ids, r, faint) {
    for (const [kind, members] of this.ofKind) {
      const [path, line] = markOf(kind, r);
      const mark = new Path2D(path);
      pen.strokeStyle = pen.fillStyle = css(`--k-${kind}`);
      pen.lineWidth = 2;
      pen.globalAlpha = kind === 'word' ? faint : 1;
      for (const id of ids) {
        if (!members.has(id)) continue;
        const [x, y] = this.places[id];
        pen.translate(x, y);
        if (line) pen.stroke(mark);
        else pen.fill(mark);
        pen.translate(-x, -y);
      }
    }
    pen.globalAlpha = 1;
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number | undefined} chosen
   * @param {number[]} near
   */
  #lines(pen, chosen, near) {
    if (chosen === undefined) return;
    pen.strokeStyle = css('--ink');
    pen.lineWidth = 1.4;
    for (const id of near) {
      pen.beginPath();
      pen.moveTo(...this.places[chosen]);
      pen.lineTo(...this.places[id]);
      pen.stroke();
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number[]} ids
   * @param {number} r
   * @param {number} width
   */
  #rings(pen, ids, r, width) {
    pen.strokeStyle = css('--ink');
    pen.lineWidth = width;
    for (const id of ids) {
      pen.beginPath();
      pen.arc(...this.places[id], r, 0, 7);
      pen.stroke();
    }
  }

  /**
   * Names beside their points, the most wanted first; one that would cover another is left out.
   * @param {CanvasRenderingContext2D} pen
   * @param {Set<number>} ids
   * @param {number | undefined} chosen
   * @param {[width: number, height: number]} size
   */
  #labels(pen, ids, chosen, [width, height]) {
    /** @type {Rect[]} */
    const taken = [];
    pen.textBaseline = 'middle';
    for (const id of ids) {
      const own = id === chosen;
      const text = trimmed(this.pieces[id]);
      const [x, y] = this.places[id];
      if (x < 0 || y < 0 || x > width || y > height) continue;
      pen.font = `${own ? 700 : 550} ${own ? 16 : 14}px ${css('--mono')}`;
      const box = room([x, y], pen.measureText(text).width, own, (rect) =>
        isFree(rect, width, taken),
      );
      if (!box) continue;
      taken.push(box);
      write(pen, text, box, y, own);
    }
  }

  /**
   * The token that is nearest to a place, if one is near.
   * @param {number} x
   * @param {number} y
   * @returns {number | null}
   */
  at(x, y, near = 14) {
    const away = (/** @type {number} */ id) =>
      Math.hypot(this.places[id][0] - x, this.places[id][1] - y);
    const best = this.every.reduce((least, id) => (away(id) < away(least) ? id : least), 0);
    return away(best) < near ? best : null;
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Camera} camera
 */
function grid(pen, { size: [width, height], x: dx, y: dy }) {
  pen.strokeStyle = css('--line');
  pen.lineWidth = 0.6;
  pen.beginPath();
  for (let x = (width / 2 + dx) % GRID; x < width; x += GRID) {
    pen.moveTo(x, 0);
    pen.lineTo(x, height);
  }
  for (let y = (height / 2 + dy) % GRID; y < height; y += GRID) {
    pen.moveTo(0, y);
    pen.lineTo(width, y);
  }
  pen.stroke();
}

/**
 * Where the name of a point stands: on it, if it is the selected one's, else beside it where there is room.
 * @param {Point} point
 * @param {number} wide
 * @param {boolean} own
 * @param {(rect: Rect) => boolean} isFree
 * @returns {Rect | undefined}
 */
function room([x, y], wide, own, isFree) {
  if (own) return [x - wide / 2 - 9, y - 14, wide + 18, 28];
  /** @type {Rect[]} */
  const sides = [
    [x + 9, y - 9, wide + 2, 18],
    [x - 11 - wide, y - 9, wide + 2, 18],
  ];
  return sides.find(isFree);
}

/**
 * @param {Rect} rect
 * @param {number} width
 * @param {Rect[]} taken
 */
function isFree(rect, width, taken) {
  const [left, , wide] = rect;
  return left >= 0 && left + wide <= width && !taken.some((each) => overlap(each, rect));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {Rect} box
 * @param {number} y
 * @param {boolean} own
 */
function write(pen, text, box, y, own) {
  if (own) {
    pen.fillStyle = css('--ink');
    pen.beginPath();
    pen.roundRect(...box, 6);
    pen.fill();
  } else {
    pen.strokeStyle = css('--card');
    pen.lineWidth = 4;
    pen.strokeText(text, box[0], y);
  }
  pen.fillStyle = css(own ? '--on-ink' : '--ink');
  pen.fillText(text, own ? box[0] + 9 : box[0], y);
}
