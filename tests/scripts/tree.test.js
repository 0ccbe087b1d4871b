// The tree of branches: where they part, in which rows they stand, and that a link holds all of it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { addressed, notesOf } from '../../components/page/address.js';
import { settingsOf, toldOf } from '../../components/tabs/write/settings.js';
import { common, linked, placed, unlinked, way } from '../../components/tabs/write/tree.js';

const A = [1, 2, 3, 4, 5, 6];
const LISTS = [A, [1, 2, 9], [1, 2, 3, 4, 8], [1, 2, 9, 7], [5]];

test('a branch parts from the earlier one that it shares most with', () => {
  assert.equal(common(A, LISTS[2]), 4);
  assert.deepEqual(
    placed(LISTS).map(({ of, common: n }) => [of, n]),
    [
      [-1, 0],
      [0, 2],
      [0, 4],
      [1, 3],
      [0, 0],
    ],
  );
});

test('each branch has a row of its own, and no line crosses another', () => {
  const places = placed(LISTS);
  const rows = places.map(({ row }) => row);
  assert.deepEqual([...rows].sort(), [0, 1, 2, 3, 4]);
  for (const [i, { of, common: at, row }] of places.entries()) {
    if (of < 0) continue;
    const between = places.filter((each) => each.row > places[of].row && each.row < row);
    assert.ok(
      between.every((each) => each.common >= at),
      `${i} crosses`,
    );
  }
});

test('the way to a branch follows those that it came from', () => {
  const places = placed(LISTS);
  assert.deepEqual(way(places, 3, 4), [
    { branch: 0, from: 0, to: 2 },
    { branch: 1, from: 2, to: 3 },
    { branch: 3, from: 3, to: 4 },
  ]);
});

/** @returns {import('../../components/tabs/write/tree.js').Kept[]} */
const fifty = () =>
  Array.from({ length: 50 }, (_, i) => ({
    ids: Array.from({ length: 60 }, (_, j) => (j < i ? j : (i * 997 + j * 31) % 4096)),
    hands: i ? [i] : [],
    loads: [
      [i + 1, '0.7,0,1'],
      [59 - i, '1.25,40,0.95'],
    ],
    name: ['', 'a/b, c=%d & "é" 🦊', '<img src=x>', 'שלום'][i % 4],
  }));

test('a link holds fifty branches, their dice and their names', () => {
  for (const vocabulary of [64, 4096, 4097, 151_936]) {
    const branches = fifty().map((branch) => ({
      ...branch,
      ids: branch.ids.map((id) => id % vocabulary),
    }));
    const link = linked(branches, 17, vocabulary);
    assert.match(link, /^[\w\-.~!*'()%,/]+$/); // what an address takes behind its #
    assert.deepEqual(unlinked(link, vocabulary), { at: 17, branches });
  }
});

test('what is no link of ours is none', () => {
  const link = linked(fifty(), 0, 4096);
  for (const wrong of [
    '',
    'x',
    '0',
    '1/',
    '99/-1,0,,,AB,',
    '0/7,2,,,AB,',
    '0/-1,0,,,A?,',
    '0/-1,0,,,AB,%',
    link.slice(1),
  ])
    assert.equal(unlinked(wrong, 4096), null, wrong);
  assert.equal(unlinked('0/-1,0,,,__,', 100), null); // an id that this vocabulary lacks
});

test('the tree stands behind the #, the settings before it', () => {
  const state = {
    tab: 'write',
    text: 'a',
    token: null,
    count: 1,
    edits: [],
    edited: true,
    views: {},
    notes: { tree: '0/-1,0,,,AB,', sides: '0.2 1.2~3.1' },
  };
  const { query, hash } = addressed('', state, {});
  assert.equal(query, 'tab=write&text=a&sides=0.2+1.2%7E3.1');
  assert.deepEqual(notesOf(query, hash), state.notes);
  assert.equal(addressed('', { ...state, tab: 'dice' }, {}).hash, '');
  assert.deepEqual(notesOf('', '#other=1'), {});
});

test('settings are told and read; what cannot be falls back to the first ones', () => {
  const options = { layers: 6, heads: 4, two: false };
  const told = '0 1.2~3.1 2~edits';
  assert.equal(toldOf(settingsOf(told, options)), told);
  for (const wrong of ['', '1', '0.2 x', '0.2 3', '0.2 1~6.0', '1 1 1 1 1', '0.2 1~second', '1 '])
    assert.equal(toldOf(settingsOf(wrong, options)), '0.2 1.2', wrong);
  assert.equal(toldOf(settingsOf('1 1~second', { ...options, two: true })), '1 1~second');
});
