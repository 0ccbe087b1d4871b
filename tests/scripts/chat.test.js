// The turns of a conversation, the text that they make, and what an address holds of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  above,
  endOf,
  fallenOf,
  linkOf,
  promptOf,
  textOf,
  Turns,
  unlinked,
} from '../../components/tabs/chat/turns.js';

/** @param {string[]} pieces */
const tokens = (...pieces) =>
  pieces.map((piece) => ({
    id: 1,
    piece,
    p: 0.5,
    kind: piece === '<eot>' ? 'control' : 'word',
    ends: 0,
    others: [],
  }));

/** @param {number} fallen */
const reading = (fallen) => ({ head: [], asked: [], fallen, tokens: 9, familiar: null });

test('an edited turn begins a branch, and what followed it comes back with it', () => {
  const turns = new Turns();
  turns.ask('one', 1);
  turns.ask('two', 2);
  turns.ask('three', 3);
  turns.ask('TWO', 2, 1);
  assert.deepEqual(
    turns.path.map(({ asked }) => asked),
    ['one', 'TWO'],
  );
  assert.deepEqual(turns.branches(1), [1, 2]);
  turns.turn(1, -1);
  assert.deepEqual(
    turns.path.map(({ asked }) => asked),
    ['one', 'two', 'three'],
  );
  turns.turn(1, -1); // there is none before
  assert.deepEqual(turns.branches(1), [0, 2]);
});

test('what was refused is no turn', () => {
  const turns = new Turns();
  turns.ask('one', 1);
  turns.drop(turns.ask('', 2));
  assert.equal(turns.path.length, 1);
  assert.deepEqual(turns.branches(1), [0, 0]);
  turns.clear();
  assert.deepEqual(turns.path, []);
});

test('the text of a turn has what was read, without what fell out and without the end', () => {
  const turns = new Turns();
  for (const asked of ['a', 'b', 'c']) {
    const turn = turns.ask(asked, 1);
    turn.said[0] = tokens(asked.toUpperCase(), '!', '<eot>');
    turn.read = reading(asked === 'c' ? 1 : 0);
  }
  const head = above(' You are Rex. ', '', 'A passage.');
  assert.equal(head, 'You are Rex.\nA passage.\n');
  assert.equal(promptOf(turns.path, 1, head), `${head}<user>a<assistant>A!<user>b<assistant>`);
  assert.equal(promptOf(turns.path, 2, ''), '<user>b<assistant>B!<user>c<assistant>');
  assert.equal(fallenOf(turns.path), 1);
  assert.equal(textOf(tokens('It', ' is', '<eot>')), 'It is');
  assert.equal(endOf(tokens('It')), null);
});

test('an address holds questions of any letters, and others hold nothing', () => {
  const kept = { system: 'a=b', passage: '<img onerror=1>\n#', asked: ['🦊 مرحبا', 'x & y'] };
  assert.deepEqual(unlinked(linkOf(kept)), kept);
  assert.ok(!linkOf(kept).includes('='));
  for (const link of [
    '',
    '%',
    '{}',
    linkOf({ ...kept, asked: [] }),
    encodeURIComponent('{"asked":[1]}'),
  ])
    assert.equal(unlinked(link), null);
});
