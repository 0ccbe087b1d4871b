// What is typed into the form of the drawer.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { amiss, meant, plain } from '../../components/tabs/take_away/checks.js';

const PIECES = ['red', ' red', ' blue', 'Once'];

test('a token is found with its space or without, first as the one whose place it takes', () => {
  assert.equal(meant(PIECES, 'red', 'The'), 0);
  assert.equal(meant(PIECES, 'red', ' sky'), 1);
  assert.equal(meant(PIECES, ' red', 'The'), 1);
  assert.equal(meant(PIECES, '␣red', 'The'), 1);
  assert.equal(meant(PIECES, 'blue', 'The'), 2);
  assert.equal(meant(PIECES, ' Once', ' sky'), 3);
  assert.equal(meant(PIECES, 'unheard of', ' sky'), -1);
});

test('a number is written as an edit holds it', () => {
  assert.equal(plain(' 2,5 '), '2.5');
  assert.equal(plain('−1e3'), '-1000');
  assert.equal(plain('abc'), 'abc');
});

test('what does not fit is said, what fits is not', () => {
  const around = { axes: ['layer', 'token', 'neuron'], pieces: PIECES, like: ' sky' };
  const said = (/** @type {string} */ field, /** @type {string} */ typed) =>
    amiss(field, typed, around) !== null;
  for (const wrong of ['abc', '', '1e12', 'NaN', 'Infinity'])
    assert.ok(said('value', wrong), wrong);
  for (const right of ['2.5', '-10', '−3', '1e3', '.5']) assert.ok(!said('value', right), right);
  for (const wrong of ['', '1 2', '1 2 x', '1 2 3 4', '-1 2 3']) assert.ok(said('index', wrong));
  for (const right of ['1 2 3', '1.2 3', ' 0 0 0 ']) assert.ok(!said('index', right));
  assert.ok(said('text', '  ') && !said('text', 'The sky'));
  assert.ok(said('source', 'x') && !said('source', '2'));
  assert.ok(said('id', '') && said('id', 'unheard of') && !said('id', 'blue'));
  assert.ok(amiss('id', 'blue', { ...around, pieces: null }));
});
