// What the cards of the tabs compute for themselves.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { softmax } from '../../components/tabs/attention/softmax.js';
import { columnsOf, layerOf, leadsFrom, stationOf } from '../../components/tabs/layers/stations.js';
import { firstOpen, weightsOf } from '../../components/parts/weights.js';
import { fieldsOf, lineOf } from '../../components/tabs/take_away/forms.js';
import { replay } from '../../components/tabs/tokens/replay.js';
import { covers, inside } from '../../components/tabs/tokens/spans.js';
import { depth, staircase } from '../../components/tabs/tokens/staircase.js';

test('softmax: shares are powers of e', () => {
  const [a, b] = softmax([Math.log(3), 0]);
  assert.ok(Math.abs(a - 0.75) < 1e-12 && Math.abs(b - 0.25) < 1e-12);
  assert.deepEqual(softmax([1000, 1000]), [0.5, 0.5]);
});

test('stations are the embedding, then two a layer', () => {
  assert.equal(stationOf('embedding'), null);
  assert.deepEqual(stationOf('3 network'), { layer: 3, half: 'network' });
  assert.deepEqual([0, 1, 2, 3, 4].map(layerOf), [0, 0, 0, 1, 1]);
});

test('an answer leads from where it stays first', () => {
  const ranks = (/** @type {number[]} */ ...all) => all.map((rank) => ({ rank }));
  assert.equal(leadsFrom(ranks(1, 2, 1, 1)), 2);
  assert.equal(leadsFrom(ranks(1, 1)), 0);
});

test('the weights of a layer and head, and the mean of its heads', () => {
  const numbers = new Float32Array([1, 2, 3, 4, 5, 6, 7, 8]); // 2 layers, 2 heads, 2 tokens
  assert.deepEqual([...weightsOf(numbers, [2, 2], { layer: 1, head: 0 })], [5, 6]);
  assert.deepEqual([...weightsOf(numbers, [2, 2], { layer: 1, head: null })], [6, 7]);
});

test('a square has as many columns as its list needs, and a model of one layer has a layer open', () => {
  assert.deepEqual([256, 10, 1].map(columnsOf), [16, 4, 1]);
  assert.deepEqual([1, 2, 6].map(firstOpen), [0, 0, 4]);
});

test('lines are written by the forms', () => {
  const form = 'edge {layer}.{head} {token}>{other}';
  assert.deepEqual(fieldsOf(form), ['layer', 'head', 'token', 'other']);
  assert.equal(lineOf(form, { layer: 1, head: 2, token: ' 3 ', other: 1 }), 'edge 1.2 3>1');
});

test('merges: two pieces become one at every place of a step', () => {
  const states = replay({
    start: ['a', 'b', 'a', 'b', 'c'],
    words: [0, 0, 1, 1, 1],
    names: [false, false, false, false, false],
    steps: [
      { rank: 1, pieces: ['a', 'b', 'ab'], places: [0, 1], often: null },
      { rank: 2, pieces: ['ab', 'c', 'abc'], places: [1], often: null },
    ],
  });
  const pieces = states.map((parts) => parts.map(({ piece }) => piece));
  assert.deepEqual(pieces, [
    ['a', 'b', 'a', 'b', 'c'],
    ['ab', 'ab', 'c'],
    ['ab', 'abc'],
  ]);
  assert.deepEqual(
    states[2].map(({ word }) => word),
    [0, 1],
  );
});

test('spans share a byte, or do not', () => {
  assert.ok(covers([0, 3], [2, 5]));
  assert.ok(!covers([0, 3], [3, 5]));
  const spans = /** @type {[number, number][]} */ ([
    [0, 2],
    [2, 4],
    [4, 6],
  ]);
  assert.deepEqual(inside(spans, [1, 3]), [0, 1]);
});

test('a staircase keeps the length until the next merge', () => {
  const steps = /** @type {[number, number][]} */ ([
    [256, 20],
    [260, 15],
    [300, 10],
  ]);
  assert.equal(depth(steps, 15), 25);
  assert.equal(staircase(steps, 744), 'M0 0H4V25H44V50H744');
});
