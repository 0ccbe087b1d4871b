// What is to scale in the tab Scale: areas of squares, and axes that count in factors.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIDE, nearest, pixel, sides, ticks, valueAt } from '../../components/tabs/scale/scales.js';

const rungs = [
  { name: 'neuron', low: 257, high: 257 },
  { name: 'this', low: 5_869_568, high: 5_869_568 },
  { name: 'gpt3', low: 1e12, high: 1.5e12 },
];

test('areas are counts, at whatever zoom', () => {
  for (const zoom of [1, 40]) {
    const found = sides(rungs, zoom);
    const unit = (SIDE * zoom) ** 2 / 1.5e12;
    for (const [i, { low, high }] of found.entries()) {
      assert.ok(Math.abs(low ** 2 / unit / rungs[i].low - 1) < 1e-9);
      assert.ok(Math.abs(high ** 2 / unit / rungs[i].high - 1) < 1e-9);
    }
  }
});

test('at the nearest the smallest fills the drawing', () => {
  assert.ok(Math.abs(sides(rungs, nearest(rungs))[0].low - SIDE) < 1e-6);
  assert.equal(nearest([rungs[2]]) > 1, true); // its lower end
  assert.equal(nearest([rungs[0]]), 1);
});

test('equal factors are equal lengths, and a pixel leads back to its value', () => {
  const scale = { low: 1, high: 1000, from: 300, to: 0 };
  assert.deepEqual(
    [1, 10, 100].map((value) => Math.round(pixel(scale, value))),
    [300, 200, 100],
  );
  for (const value of [1.3, 77, 640]) {
    assert.ok(Math.abs(valueAt(scale, pixel(scale, value)) / value - 1) < 1e-9);
  }
});

test('ticks are round and within', () => {
  assert.deepEqual(
    ticks({ low: 0.9, high: 3.4, from: 0, to: 1 }, [1, 1.5, 2, 3, 5]),
    [1, 1.5, 2, 3],
  );
  assert.deepEqual(ticks({ low: 8000, high: 2e5, from: 0, to: 1 }, [1]), [10_000, 100_000]);
});
