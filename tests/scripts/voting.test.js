// Votes: a list for each who votes, undo, and what is sent.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Votes } from '../../components/tabs/tune/votes.js';

const two = { prompt: 'One day', seed: 1, said: ['a', 'b'], ids: [[1], [2, 3]] };

test('the chosen side comes first, and the last vote can be taken back', () => {
  const votes = new Votes();
  votes.choose(two, 1);
  votes.choose(two, 0);
  assert.deepEqual(votes.of('')[0], {
    prompt: 'One day',
    chosen: [2, 3],
    rejected: [1],
    said: ['b', 'a'],
  });
  assert.deepEqual(votes.sent('')[1], { prompt: 'One day', chosen: [1], rejected: [2, 3] });
  votes.undo();
  assert.equal(votes.of('').length, 1);
  votes.undo();
  votes.undo();
  assert.deepEqual(votes.of(''), []);
});

test('a rule has votes of its own', () => {
  const votes = new Votes();
  votes.choose(two, 0);
  votes.set('she', votes.of(''));
  votes.set('', []);
  assert.equal(votes.of('she').length, 1);
  assert.equal(votes.sent('word').length, 0);
});
