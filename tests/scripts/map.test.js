// The map of the vocabulary: its camera, fitting, finding; the curves of positions.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Camera, deepened } from '../../components/tabs/embeddings/camera.js';
import { find } from '../../components/tabs/embeddings/find.js';
import { fit, overlap } from '../../components/tabs/embeddings/plan.js';
import { taken } from '../../components/tabs/embeddings/spaced.js';

/** Three points: x from -1 to 1, y from -1 to 3, z from 0 to 0. */
function camera() {
  const made = new Camera(new Float32Array([-1, -1, 0, 1, 1, 0, 0, 3, 0]));
  made.size = [248, 240];
  return made;
}

/** @type {(a: number[], b: number[]) => void} */
const near = (a, b) =>
  a.forEach((x, i) => assert.ok(Math.abs(x - b[i]) < 1e-6, `${a} is not ${b}`));

test('flat: the middle of the points is the middle of the canvas, one unit for both directions', () => {
  const made = camera();
  assert.equal(made.unit, 50); // (240 / 2 - 20) / 2, less than (248 / 2 - 24) / 1
  near(made.place(1), [124 + 50, 120]);
  near(made.place(2), [124, 120 - 100]);
});

test('dragging shifts, magnifying keeps the point under the pointer', () => {
  const made = camera();
  made.move(10, -4);
  near(made.place(1), [184, 116]);
  made.magnify(2, 184, 116);
  near(made.place(1), [184, 116]);
  assert.equal(made.unit, 100);
  made.magnify(1e9);
  assert.equal(made.zoom, 40);
  made.reset();
  near(made.place(1), [174, 120]);
});

test('a token that is found comes into the middle', () => {
  const made = camera();
  made.centre(2);
  near(made.place(2), [124, 120]);
  assert.equal(made.zoom, 3);
});

test('deep: a quarter turn brings z to the right', () => {
  const made = new Camera(new Float32Array([0, 0, -1, 0, 0, 1]));
  made.size = [200, 200];
  made.flat = false;
  made.tilt = 0;
  made.turn = Math.PI / 2;
  const unit = 88 / (0.8 * Math.hypot(1, 1, 1));
  near(made.place(1), [100 + unit, 100]);
  made.move(0, 1e6);
  assert.equal(made.tilt, 1.5);
});

test('flat points get a third coordinate of 0', () => {
  assert.deepEqual([...deepened(new Float32Array([1, 2, 3, 4]))], [1, 2, 0, 3, 4, 0]);
});

test('points fit into the drawing with one scale', () => {
  const put = fit(
    [
      [0, 0],
      [4, 1],
    ],
    460,
    160,
  );
  near(put([0, 0]), [30, 130]); // 100 pixels a unit
  near(put([4, 1]), [430, 30]);
  near(put([2, 0.5]), [230, 80]);
});

test('rectangles overlap where they share area, not where they touch', () => {
  assert.ok(overlap([0, 0, 10, 10], [9, 9, 5, 5]));
  assert.ok(!overlap([0, 0, 10, 10], [10, 0, 5, 5]));
});

test('what was typed is found first as it was typed', () => {
  const pieces = ['red', ' red', ' Red', ' tired', ' blue'];
  assert.deepEqual(find(pieces, 'red'), [0, 1, 2]);
  assert.deepEqual(find(pieces, ' red'), [1, 0, 2]);
  assert.deepEqual(find(pieces, 'ire'), [3]);
  assert.deepEqual(find(pieces, '  '), []);
});

test('a typed word means the token with the space before it, if there is one', () => {
  const ids = new Map([
    ['king', 1],
    ['␣king', 2],
    ['ing', 3],
    ['␣queen', 4],
    ['7', 5],
  ]);
  assert.deepEqual(taken(ids, 'king'), { id: 2, form: 'spaced' });
  assert.deepEqual(taken(ids, 'king', true), { id: 1, form: 'exact' }); // from the list
  assert.deepEqual(taken(ids, ' king'), { id: 2, form: 'exact' });
  assert.deepEqual(taken(ids, '␣king'), { id: 2, form: 'exact' });
  assert.deepEqual(taken(ids, 'queen'), { id: 4, form: 'spaced' });
  assert.deepEqual(taken(ids, 'ing'), { id: 3, form: 'bare' });
  assert.deepEqual(taken(ids, '7'), { id: 5, form: 'exact' });
  assert.equal(taken(ids, 'unheard'), null);
});
