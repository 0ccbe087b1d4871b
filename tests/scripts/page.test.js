// Ramps, numbers, keys, the address.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addressed, lasting, notesOf } from '../../components/page/address.js';
import { dated, laidOut, shortened } from '../../components/page/caption.js';
import { csv, placed, quoted } from '../../components/page/csv.js';
import { arrow, step, stepInLines } from '../../components/page/keys.js';
import {
  change,
  floats,
  largestFirst,
  number,
  percent,
  reach,
} from '../../components/page/numbers.js';
import {
  along,
  channels,
  contrasting,
  signedStep,
  unsignedStep,
  word,
} from '../../components/page/ramps.js';
import { fill } from '../../components/page/slots.js';

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

test('a ramp of one sign begins at 0', () => {
  assert.equal(unsignedStep(0, 3), 0);
  assert.equal(unsignedStep(1.5, 3), 255);
  assert.equal(unsignedStep(9, 3), 510);
});

test('what rounds to 0 has no sign', () => {
  assert.equal(number(-0.001), '0.00');
  assert.equal(number(-0), '0.00');
  assert.equal(number(-0.006), '−0.01');
  assert.equal(change(0.001), '0.00');
  assert.equal(change(-0.004), '0.00');
  assert.equal(change(0.5), '+0.50');
});

test('a token in a table is JSON, whole, and never a formula', () => {
  for (const piece of ['=1+1', '+', '-', '@x', ' the', 'a"b', '\n', '\t']) {
    const said = csv([[quoted(piece)]]).trimEnd();
    const cell = said.slice(1, -1).replaceAll('""', '"');
    assert.equal(JSON.parse(cell), piece);
    assert.equal(cell[0], '"');
  }
  assert.equal(placed('=', 3), '3 "="');
  assert.equal(csv([['=1', -1, '']]), `"'=1",-1,""\r\n`);
});

test('a caption has a short prompt and fits', () => {
  assert.equal(shortened('a'.repeat(60)), 'a'.repeat(60));
  assert.equal(shortened('😀'.repeat(61)), `${'😀'.repeat(59)}…`);
  assert.equal(dated(new Date(2026, 0, 9)), '2026-01-09');
  assert.deepEqual(laidOut('The sky', 'Dice', 400), { lines: ['The sky · Dice'], size: 12 });
  const { lines, size } = laidOut('x'.repeat(60), 'Dice · 2026-01-09', 300);
  assert.deepEqual(lines, ['x'.repeat(60), 'Dice · 2026-01-09']);
  assert.ok(size < 12 && size * 0.56 * 60 <= 300.001);
  assert.deepEqual(laidOut('', 'Dice', 400).lines, ['Dice']);
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
  notes: {},
};

test('the address holds the tab, the text and its controls, and keeps what is not ours', () => {
  const views = {
    dice: { values: { seed: 7 }, texts: { own: 'as at first' } },
    attention: { values: { layer: 0 }, texts: {} },
  };
  const state = { ...STATE, views: { dice: { seed: 9, own: 'as at first' } } };
  const { query, whole } = addressed('?utm=kept&layer=3&token=2', state, views);
  assert.equal(query, 'utm=kept&tab=dice&text=a+b&seed=9');
  assert.equal(whole, true);
  const other = { ...STATE, views: { dice: { seed: 9, own: 'mine' } } };
  assert.equal(addressed('', other, views).query, 'tab=dice&text=a+b&seed=9&own=mine');
  const long = { ...STATE, views: { dice: { own: 'x'.repeat(5000) } } };
  assert.deepEqual(addressed('', long, views), {
    query: 'tab=dice&text=a+b',
    hash: '',
    whole: false,
  });
});

test('notes of the open tab and of the page are in the address', () => {
  const state = { ...STATE, tab: 'paint', notes: { pixel: '17', layout: 'pca', drawer: '1' } };
  assert.equal(addressed('?layout=old', state, {}).query, 'tab=paint&text=a+b&pixel=17&drawer=1');
  assert.deepEqual(notesOf('?pixel=17&text=x&drawer=1'), { pixel: '17', drawer: '1' });
});

test('another text is looked at anew, the drawer stays', () => {
  assert.deepEqual(lasting({ lens: '0 0 9', column: '3', drawer: '1' }), { drawer: '1' });
});

test('a text that makes the address too long is left out', () => {
  const told = addressed(
    '?edited=false',
    { ...STATE, text: 'x'.repeat(4000), token: 3, edits: ['a', 'b'] },
    {},
  );
  assert.deepEqual(told, { query: 'tab=dice&token=3&edits=a%0Ab', hash: '', whole: false });
});

test('a noun takes the form that fits its number', () => {
  const said = (/** @type {number | string} */ n) =>
    fill('{n} {n|roll|rolls} of {all}', { n, all: 9 });
  assert.deepEqual(said(1), ['1 roll of 9']);
  assert.deepEqual(said('1'), ['1 roll of 9']);
  assert.deepEqual(said(0), ['0 rolls of 9']);
  assert.deepEqual(said('1,001'), ['1,001 rolls of 9']);
});
