// How fast what was rolled is shown: one at each press, also at one that came too early.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../components/parts/pace.js';

function paced() {
  /** @type {string[][]} */
  const shown = [];
  /** @type {Pace<string>} */
  const pace = new Pace((more) => shown.push(more));
  return { pace, shown };
}

test('all at once unless asked', () => {
  const { pace, shown } = paced();
  pace.take(['a', 'b']);
  assert.deepEqual(shown, [['a', 'b']]);
});

test('one at each press, and none is lost that came before there was anything', () => {
  const { pace, shown } = paced();
  pace.speed = 'step';
  pace.step();
  pace.take(['a', 'b', 'c']);
  assert.deepEqual(shown, [['a']]);
  pace.step();
  assert.deepEqual(shown, [['a'], ['b']]);
  pace.clear();
  pace.step();
  pace.clear();
  pace.take(['d']);
  assert.equal(shown.length, 2);
});
