// Curves of a training: labels keep apart, shares have no decimals, steps stand where their logarithm is.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { scales, share, spread } from '../../components/tabs/time/curves.js';

test('labels stand where they belong, but 20 pixels apart and not beyond the end', () => {
  assert.deepEqual(spread([50, 120, 90], 192), [50, 120, 90]);
  assert.deepEqual(spread([50, 50, 55], 192), [50, 70, 90]);
  assert.deepEqual(spread([192, 192, 190], 192), [172, 192, 152]);
  assert.deepEqual(spread([], 192), []);
});

test('a share in few letters is never rounded to what it is not', () => {
  const said = [0, 0.0004, 0.001, 0.494, 0.996, 0.9997, 1].map(share);
  assert.deepEqual(said, ['0', '< 0.1 %', '0.1 %', '49 %', '99.6 %', '> 99.9 %', '100 %']);
});

test('equal factors are equally wide', () => {
  const { x, left, right } = scales(1200, { steps: [1, 10, 100, 1000] });
  assert.deepEqual([x(1), x(1000)], [left, right]);
  assert.ok(Math.abs(x(10) - x(1) - (x(100) - x(10))) < 1e-9);
  assert.equal(scales(1200, { steps: [7] }).x(7), 54); // one step alone
});
