// What the cards of Animate compute for themselves.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changed, shares, step } from '../../components/tabs/animate/moved.js';

const shape = { side: 8, frames: 4 };

test('what changed has another colour one frame earlier; the first frame has none before it', () => {
  const colours = Array(256).fill(2);
  assert.deepEqual(changed(colours, 64), []);
  colours[70] = 5;
  assert.deepEqual(changed(colours, 64), [70, 134]); // it came, and it went
  assert.deepEqual(changed(colours.slice(0, 100), 64), [70]);
  assert.deepEqual(changed([1, 2, 3], 64), []);
});

test('shares add up, and the same place is 64 pixels earlier', () => {
  const pixel = 140;
  const weights = Float32Array.from({ length: 32 + pixel }, (_, i) => i + 1);
  const parts = shares(weights, { pixel, pads: 20, each: 64, before: 32 });
  assert.equal(parts.same, 32 + pixel - 64 + 1);
  assert.equal(parts.clip, 32);
  const total = ((32 + pixel) * (33 + pixel)) / 2;
  assert.equal(
    Object.values(parts).reduce((a, b) => a + b, 0),
    total,
  );
  assert.equal(parts.padding, (20 * 21) / 2);
  assert.equal(parts.caption, (31 * 32) / 2 - parts.padding);
  const own = Array.from({ length: pixel - 128 }, (_, i) => 33 + 128 + i);
  assert.equal(
    parts.own,
    own.reduce((a, b) => a + b, 0),
  );
});

test('in the first frame nothing went to earlier ones', () => {
  const parts = shares(new Float32Array(32 + 9).fill(1), {
    pixel: 9,
    pads: 0,
    each: 64,
    before: 32,
  });
  assert.deepEqual(parts, { same: 0, earlier: 0, own: 9, caption: 31, clip: 1, padding: 0 });
});

test('arrows walk across frames and stop at the edges', () => {
  assert.equal(step(7, 'ArrowRight', shape), 64); // from frame 1 into frame 2, in the same row
  assert.equal(step(64, 'ArrowLeft', shape), 7);
  assert.equal(step(0, 'ArrowLeft', shape), undefined);
  assert.equal(step(255, 'ArrowRight', shape), undefined);
  assert.equal(step(3, 'ArrowUp', shape), undefined);
  assert.equal(step(3, 'ArrowDown', shape), 11);
  assert.equal(step(70, 'PageDown', shape), 134);
  assert.equal(step(70, 'PageUp', shape), 6);
  assert.equal(step(6, 'PageUp', shape), undefined);
  assert.equal(step(6, 'x', shape), undefined);
});
