// Which sums a tuning has broken, and which it has mended.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { broken, mended } from '../../components/tabs/tune/moved.js';

const table = (/** @type {Record<string, number>} */ others) =>
  Array.from({ length: 9 }, (_, a) =>
    Array.from({ length: 9 }, (__, b) => others[`${a + 1}+${b + 1}`] ?? 0.9),
  );

test('a sum is right if it falls more often than not', () => {
  const was = table({ '2+2': 0.3, '9+1': 0.5 });
  const is = table({ '2+2': 0.99, '3+2': 0.5, '4+5': 0.1, '9+1': 0.5 });
  assert.deepEqual(broken(was, is), ['3+2', '4+5']);
  assert.deepEqual(mended(was, is), ['2+2']);
  assert.deepEqual(broken(was, was), []);
});
