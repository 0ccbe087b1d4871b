// What the cards of Data compute for themselves.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { apart } from '../../components/parts/bits.js';
import { parts } from '../../components/tabs/data/spans.js';
import { cutAt, found, neighbours, wordsOf } from '../../components/tabs/data/table.js';

const rows = ['The fox sees the crow.', 'A crow sees the fox, the FOX runs', '<b>the</b> fox'];
const kinds = ['one', 'two', 'one'];

test('rows are found whatever the size of their letters, by kind, with their places', () => {
  assert.deepEqual(
    found(rows, kinds, 'FOX', '').map(({ at }) => at),
    [0, 1, 2],
  );
  assert.deepEqual(found(rows, kinds, 'crow', 'two'), [{ at: 1, text: rows[1], kind: 'two' }]);
  assert.deepEqual(found(rows, [], 'nobody', ''), []);
  assert.equal(found(rows, [], '', '').length, 3);
});

test('words are letters of any alphabet, or numbers', () => {
  assert.deepEqual(wordsOf('Größe, don’t 42! שלום 🦊'), ['größe', 'don’t', '42', 'שלום']);
});

test('neighbours are counted within a row, the most frequent first', () => {
  const { times, before, after } = neighbours(rows, 'Fox', 2);
  assert.equal(times, 4);
  assert.deepEqual(before, [
    ['the', 3],
    ['b', 1],
  ]);
  assert.deepEqual(after, [
    ['runs', 1],
    ['sees', 1],
  ]);
  assert.deepEqual(neighbours(rows, 'wolf', 2), { times: 0, before: [], after: [] });
});

test('a text is cut where something stands in it, and nothing is lost', () => {
  assert.deepEqual(cutAt(rows[1], 'fox'), ['A crow sees the ', 'fox', ', the ', 'FOX', ' runs']);
  for (const sought of ['fox', '', 'x', 'nobody', '<b>'])
    for (const row of [...rows, 'İİ fox']) assert.equal(cutAt(row, sought).join(''), row);
});

test('a sample is cut into spans; where two overlap the longer one is shown whole', () => {
  const tokens = /** @type {[string, number][]} */ ([...'abcdefgh'].map((piece) => [piece, 0.5]));
  const short = { start: 0, length: 4, times: 2, row: 0 };
  const long = { start: 2, length: 5, times: 1, row: 3 };
  assert.deepEqual(parts({ tokens, spans: [short, long] }), [
    { said: 'ab', span: short },
    { said: 'cdefg', span: long },
    { said: 'h', span: null },
  ]);
  assert.deepEqual(parts({ tokens: [], spans: [] }), []);
});

test('names at the ends of lines keep apart from each other and from the axis', () => {
  assert.deepEqual(apart([200, 100]), [200, 100]);
  assert.deepEqual(apart([100, 95, 90]), [100, 80, 60]);
  assert.deepEqual(apart([40, 39, 3, 2]), [68, 48, 28, 8]);
  assert.deepEqual(apart([]), []);
});
