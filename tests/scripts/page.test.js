// Ramps, numbers, keys, the address.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addressed } from '../../components/page/address.js';
import { arrow, step, stepInLines } from '../../components/page/keys.js';
import { floats, largestFirst, percent, reach } from '../../components/page/numbers.js';
import { along, channels, contrasting, signedStep, word } from '../../components/page/ramps.js';

test('a ramp goes straight from colour to colour, and not beyond', () => {
  const ramp = ['#000000', '#640000', '#64c800'].map(channels);
  assert.deepEqual(along(ramp, 0), [0, 0, 0]);
  assert.deepEqual(along(ramp, 0.25), [50, 0, 0]);
  assert.deepEqual(along(ramp, 0.75), [100, 100, 0]);
  assert.deepEqual(along(ramp, 1), [100, 200, 0]);
  assert.deepEqual(along(ramp, 7), [100, 200, 0]);
  assert.deepEqual(along(ramp, -1), [0, 0, 0]);
});

test('a signed ramp has 0 in its middle', () => {
  assert.equal(signedStep(0, 3), 255);
  assert.equal(signedStep(-3, 3), 0);
  assert.equal(signedStep(9, 3), 510);
});

test('a word of colour is opaque, red first', () => {
  assert.equal(word([1, 2, 3]), 0xff030201);
});

test('black on light, white on dark', () => {
  assert.equal(contrasting([255, 255, 255]), '#000');
  assert.equal(contrasting([1, 43, 57]), '#fff');
});

test('numbers come back from base64', () => {
  const bytes = new Uint8Array(new Float32Array([1.5, -2]).buffer);
  assert.deepEqual([...floats(btoa(String.fromCharCode(...bytes)))], [1.5, -2]);
});

test('percentages', () => {
  assert.equal(percent(0), '0');
  assert.equal(percent(0.0009), '< 0.1 %');
  assert.equal(percent(0.5), '50.0 %');
  assert.equal(percent(0.9994), '99.9 %');
  assert.equal(percent(0.99984), '> 99.9 %');
  assert.equal(percent(1), '100.0 %');
});

test('the largest first, ties in their order; the reach of a ramp', () => {
  assert.deepEqual(largestFirst([1, 3, 3, 2]), [1, 2, 3, 0]);
  assert.equal(reach(Array.from({ length: 101 }, (_, i) => -i)), 99);
  assert.equal(reach([0, 0]), 1);
});

test('arrow keys stop at the ends', () => {
  assert.equal(step('ArrowRight', 4, 5), 4);
  assert.equal(step('ArrowLeft', 0, 5), 0);
  assert.equal(step('Home', 3, 5), 0);
  assert.equal(step('End', 3, 5), 4);
  assert.equal(step('a', 3, 5), undefined);
  assert.equal(stepInLines('ArrowDown', 3, 20, 8), 11);
  assert.equal(stepInLines('ArrowUp', 3, 20, 8), -5);
  assert.deepEqual(arrow('ArrowUp'), [-1, 0]);
});

const STATE = {
  tab: 'dice',
  text: 'a b',
  token: null,
  count: 2,
  edits: [],
  edited: true,
  views: {},
};

test('the address holds the tab, the text and its controls, and keeps what is not ours', () => {
  const views = { dice: { values: { seed: 7 } }, attention: { values: { layer: 0 } } };
  const state = { ...STATE, views: { dice: { seed: 9, own: 'x'.repeat(65) } } };
  const query = addressed('?utm=kept&layer=3&token=2', state, views);
  assert.equal(query, 'utm=kept&tab=dice&text=a+b&seed=9');
});

test('a text that makes the address too long is left out', () => {
  const query = addressed(
    '?edited=false',
    { ...STATE, text: 'x'.repeat(4000), token: 3, edits: ['a', 'b'] },
    {},
  );
  assert.equal(query, 'tab=dice&token=3&edits=a%0Ab');
});
