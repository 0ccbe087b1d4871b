// Areas of the die, the tree of rolls, the lens over a map of weights, the histogram.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { halve, nested, place } from '../../components/parts/areas.js';
import { heights } from '../../components/parts/bins.js';
import {
  around,
  cellSize,
  fitting,
  holding,
  latest,
  lensOf,
  moved,
  radius,
  toldOf,
} from '../../components/parts/lens.js';
import { partsOf } from '../../components/tabs/dice/forks.js';

const UNIT = { x: 0, y: 0, w: 1, h: 1 };

/** @type {(a: number, b: number) => void} */
const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('a square of shares 1/2, 1/4, 1/4 is cut across, its right half down', () => {
  const tree = halve([0.5, 0.25, 0.25], 1, 1);
  const boxes = place(tree, [0.5, 0.25, 0.25], UNIT);
  assert.deepEqual(boxes, [
    { x: 0, y: 0, w: 0.5, h: 1 },
    { x: 0.5, y: 0, w: 0.5, h: 0.5 },
    { x: 0.5, y: 0.5, w: 0.5, h: 0.5 },
  ]);
});

test('areas are the shares, also where a tree is resized', () => {
  const tree = halve([0.4, 0.3, 0.2, 0.1], 1, 1);
  for (const shares of [
    [0.4, 0.3, 0.2, 0.1],
    [0.97, 0.01, 0.01, 0.01],
    [0.25, 0.25, 0.25, 0.25],
  ]) {
    const boxes = place(tree, shares, { x: 12, y: 12, w: 376, h: 376 });
    boxes.forEach(({ w, h }, i) => near((w * h) / 376 ** 2, shares[i]));
  }
});

test('a share of 0 has no area, and a tree of zeros is halved', () => {
  const tree = halve([0.5, 0.5], 1, 1);
  assert.equal(place(tree, [1, 0], UNIT)[1].w, 0);
  assert.equal(place(tree, [0, 0], UNIT)[0].w, 0.5);
});

test('one share owns everything', () => {
  assert.deepEqual(place(halve([1], 1, 1), [1], UNIT), [UNIT]);
});

test('nested shares: 1/2 at the left, then half of the rest above', () => {
  assert.deepEqual(nested([2, 1, 1]), [
    { x: 0, y: 0, w: 50, h: 100 },
    { x: 50, y: 0, w: 50, h: 50 },
    { x: 50, y: 50, w: 50, h: 50 },
  ]);
});

test('the tree of rolls: heights are products of probabilities, what is left follows', () => {
  const branch = (/** @type {number} */ id, /** @type {number} */ p) => ({ id, piece: `${id}`, p });
  const forks = [
    { path: [], branches: [branch(7, 0.5), branch(8, 0.25)] },
    { path: [7], branches: [branch(9, 0.5)] },
  ];
  const parts = partsOf(forks, 100).map(({ depth, top, height, path }) => [
    depth,
    top,
    height,
    path.join(),
  ]);
  assert.deepEqual(parts, [
    [0, 0, 50, '7'],
    [1, 0, 25, '7,9'],
    [1, 25, 25, '7'], // all others after 7
    [0, 50, 25, '8'],
    [0, 75, 25, ''], // all others
  ]);
});

test('branches lower than a pixel are left out, their place is kept', () => {
  const forks = [{ path: [], branches: [{ id: 1, piece: 'a', p: 0.005 }] }];
  const parts = partsOf(forks, 100);
  assert.deepEqual(
    parts.map(({ branch, top }) => [branch, top]),
    [[null, 0.5]],
  );
});

test('a lens is as large as can be read and stays on the map', () => {
  assert.equal(fitting(92 + 16 + 12 * 30), 30);
  assert.equal(cellSize(92 + 16 + 400, 10), 40);
  assert.equal(cellSize(92 + 16 + 400, 3), 84);
  assert.deepEqual(around({ row: 10, col: 2 }, { row: 19, col: 6 }, 30, 100), {
    size: 10,
    top: 10,
    left: 2,
  });
  assert.deepEqual(around({ row: 98, col: 99 }, { row: 99, col: 98 }, 30, 100), {
    size: 6,
    top: 94,
    left: 94,
  });
  assert.equal(around({ row: 0, col: 0 }, { row: 90, col: 90 }, 30, 100).size, 30);
  assert.deepEqual(moved({ size: 10, top: 5, left: 0 }, -8, 100), { size: 10, top: 0, left: 0 });
});

test('on a phone fewer tokens are drawn, each large enough for a finger: the last ones', () => {
  assert.equal(fitting(328), 11);
  assert.ok(cellSize(328, fitting(328)) >= 22);
  assert.deepEqual(latest(11, 40), { size: 11, top: 29, left: 29 });
  assert.deepEqual(latest(11, 4), { size: 4, top: 0, left: 0 });
});

test('a lens follows the row and the column', () => {
  const lens = { size: 10, top: 20, left: 20 };
  assert.deepEqual(holding(lens, 25, null, 100), lens);
  assert.deepEqual(holding(lens, 40, null, 100), { size: 10, top: 35, left: 35 });
  assert.deepEqual(holding(lens, 25, 3, 100), { size: 10, top: 20, left: 0 });
});

test('a lens is told in the address and comes back from it, as far as it fits', () => {
  const [wide, phone] = [92 + 16 + 12 * 30, 328];
  const lens = { size: 10, top: 20, left: 15 };
  assert.deepEqual(lensOf(toldOf(lens), wide, 100), lens);
  assert.deepEqual(lensOf('20 15 99', wide, 40), { size: 30, top: 10, left: 10 });
  assert.deepEqual(lensOf('20 15 30', phone, 40), { size: 11, top: 20, left: 15 });
  assert.equal(lensOf(toldOf(lens), wide, 25), null); // all of it is large
  assert.equal(lensOf(toldOf(null), phone, 40), null);
  for (const told of [undefined, '1 2', '1 2 x', '-1 2 3', '0 0 0']) {
    assert.deepEqual(lensOf(told, phone, 40), latest(11, 40));
    assert.equal(lensOf(told, wide, 40), null);
  }
});

test('the area of a pip is the weight', () => {
  assert.equal(radius(1, 24), 10);
  assert.equal(radius(0.25, 24), 5);
});

test('bars of a histogram are square roots of counts', () => {
  assert.deepEqual(heights([0, 1, 4, 16], 80), [0, 20, 40, 80]);
});
