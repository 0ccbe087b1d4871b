// Which numbers a field takes.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fits, fitting } from '../../components/page/fields.js';

const SEED = { field: 'seed', low: 0, high: 2 ** 32 - 1, whole: true, says: '' };
const HEAT = { field: 'temperature', low: 0, high: 2, whole: false, says: '' };

test('empty, impossible and broken numbers do not fit', () => {
  for (const value of [null, undefined, '', '7', NaN, -1, 2 ** 32, 1.5, true]) {
    assert.equal(fits(SEED, value), false);
  }
  for (const value of [0, 7, 2 ** 32 - 1]) assert.equal(fits(SEED, value), true);
  assert.equal(fits(HEAT, 0.05), true);
  assert.equal(fits(undefined, 'any text'), true);
});

test('what fits goes on', () => {
  Object.assign(globalThis, { document: { getElementById: () => null } });
  const limits = { seed: SEED, temperature: HEAT };
  const right = fitting(limits, ['seed', 'temperature', 'own'], [NaN, 1.5, 'a text']);
  assert.deepEqual(right, { temperature: 1.5, own: 'a text' });
});
