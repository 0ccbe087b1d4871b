// How the map is looked at: along two directions, or turned in three; both zoomed about the middle and shifted.

const START = { zoom: 1, x: 0, y: 0, turn: 0.6, tilt: 0.35 };
const NEAREST = 40; // zoom
const FARTHEST = 0.5;
const MOST_TILT = 1.5; // radians
const DRAG = 150; // pixels for one radian

/** @param {Float32Array} coordinates of points: x, y, z for each */
function endsOf(coordinates) {
  return [0, 1, 2].map((k) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = k; i < coordinates.length; i += 3) {
      low = Math.min(low, coordinates[i] || 0);
      high = Math.max(high, coordinates[i] || 0);
    }
    return { middle: (low + high) / 2, reach: (high - low) / 2 || 1 };
  });
}

/**
 * Points of two coordinates with a third of 0, so that a camera can look at them.
 * @param {Float32Array} flat x and y for each point
 */
export function deepened(flat) {
  const deep = new Float32Array((flat.length / 2) * 3);
  for (let i = 0; i < flat.length / 2; i++) deep.set([flat[2 * i], flat[2 * i + 1]], 3 * i);
  return deep;
}

/** Puts points onto a canvas. */
export class Camera {
  flat = true;
  zoom = START.zoom;
  x = START.x; // pixels, shifted
  y = START.y;
  turn = START.turn;
  tilt = START.tilt;

  /** @type {[width: number, height: number]} */
  size = [1, 1];

  /** @param {Float32Array} coordinates x, y, z for each point */
  constructor(coordinates) {
    this.coordinates = coordinates;
    this.ends = endsOf(coordinates);
  }

  reset() {
    Object.assign(this, START);
  }

  /** How it looks, for the address; null: as at first. Shifts are shares of the canvas. */
  get told() {
    const { zoom, x, y, turn, tilt, size } = this;
    const [across, down] = [x / size[0], y / size[1]];
    const first = START.zoom === zoom && !x && !y && turn === START.turn && tilt === START.tilt;
    const numbers = [zoom, across, down, turn, tilt].map((n) => Number(n.toFixed(4)));
    return first ? null : numbers.join(' ');
  }

  /** @param {string | undefined} told what `told` once said; anything else changes nothing */
  take(told) {
    const numbers = (told ?? '').split(' ').map(Number);
    if (numbers.length !== 5 || !numbers.every(Number.isFinite)) return;
    const [zoom, across, down, turn, tilt] = numbers;
    this.zoom = Math.max(FARTHEST, Math.min(NEAREST, zoom));
    this.x = across * this.size[0];
    this.y = down * this.size[1];
    this.turn = turn;
    this.tilt = Math.max(-MOST_TILT, Math.min(MOST_TILT, tilt));
  }

  /** Pixels for one unit: the same along every direction. */
  get unit() {
    const [width, height] = this.size;
    const [a, b, c] = this.ends.map(({ reach }) => reach);
    const flat = Math.min((width / 2 - 24) / a, (height / 2 - 20) / b);
    const round = (Math.min(width, height) / 2 - 12) / (0.8 * Math.hypot(a, b, c));
    return this.zoom * (this.flat ? flat : round);
  }

  /**
   * Where a point is on the canvas.
   * @param {number} i
   * @returns {[x: number, y: number]}
   */
  place(i) {
    const [a, b, c] = this.ends.map(({ middle }, k) => this.coordinates[3 * i + k] - middle);
    const [width, height] = this.size;
    let [across, up] = [a, b];
    if (!this.flat) {
      const [sin, cos] = [Math.sin(this.turn), Math.cos(this.turn)];
      const depth = c * cos - a * sin;
      across = a * cos + c * sin;
      up = b * Math.cos(this.tilt) - depth * Math.sin(this.tilt);
    }
    const { unit } = this;
    return [width / 2 + this.x + across * unit, height / 2 + this.y - up * unit];
  }

  /**
   * @param {number} dx pixels
   * @param {number} dy
   */
  move(dx, dy) {
    if (this.flat) {
      this.x += dx;
      this.y += dy;
    } else {
      this.turn += dx / DRAG;
      this.tilt = Math.max(-MOST_TILT, Math.min(MOST_TILT, this.tilt + dy / DRAG));
    }
  }

  /**
   * The point at x, y of the canvas stays where it is.
   * @param {number} factor
   */
  magnify(factor, x = this.size[0] / 2, y = this.size[1] / 2) {
    const zoom = Math.max(FARTHEST, Math.min(NEAREST, this.zoom * factor));
    const by = zoom / this.zoom;
    this.x = (x - this.size[0] / 2) * (1 - by) + this.x * by;
    this.y = (y - this.size[1] / 2) * (1 - by) + this.y * by;
    this.zoom = zoom;
  }

  /**
   * A point into the middle, near enough to read what is around it.
   * @param {number} i
   */
  centre(i, least = 3) {
    this.zoom = Math.max(this.zoom, least);
    this.x = this.y = 0;
    const [x, y] = this.place(i);
    this.x = this.size[0] / 2 - x;
    this.y = this.size[1] / 2 - y;
  }
}
