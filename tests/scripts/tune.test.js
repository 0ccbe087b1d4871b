// Tunes: tokens as notes, notes as ABC, and a sheet that is changed by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { drawn, fifths, spelled, written } from '../../components/tabs/compose/abc.js';
import {
  barsOf,
  counted,
  frequency,
  idsOf,
  midi,
  read,
} from '../../components/tabs/compose/notes.js';
import { Sheet } from '../../components/tabs/compose/sheet.js';

const NAMES = 'C C# D D# E F F# G G# A A# B'.split(' ');
const pitches = [3, 4, 5, 6].flatMap((octave) => NAMES.map((name) => `${name}${octave}`));
const lengths = Object.entries({
  '1/16': 1,
  '1/8': 2,
  '3/16': 3,
  '1/4': 4,
  '3/8': 6,
  '1/2': 8,
  '3/4': 12,
  '1/1': 16,
});
const alphabet = {
  pitches,
  lengths: lengths.map(([name, sixteenths]) => ({ name, sixteenths })),
  first: 32,
  end: 0,
};
const C4 = pitches.indexOf('C4');

/** @param {string} said */
const ids = (said) => new Sheet(alphabet).named(said).map(({ id }) => id);

/** @param {string} said */
const notesOf = (said) => read(alphabet, ids(said)).notes;

const score = { pitches, metre: '3/4', bar: 12, key: '', beats: 92, ended: true };

test('a pitch and a length make a note; what cannot stand there ends the reading', () => {
  const reading = read(alphabet, [...ids('C4 1/4 rest 1/8 A#5 3/4'), 0]);
  assert.deepEqual(reading.notes, [
    { first: 0, pitch: C4, length: 4, at: 0 },
    { first: 2, pitch: null, length: 2, at: 4 },
    { first: 4, pitch: pitches.indexOf('A#5'), length: 12, at: 6 },
  ]);
  assert.equal(reading.length, 18);
  assert.ok(reading.ended && reading.odd === null && !reading.pending);
  assert.equal(read(alphabet, [...ids('C4 1/4'), 500, 34]).odd, 2);
  assert.equal(read(alphabet, [...ids('C4'), 500]).odd, 1);
  assert.equal(read(alphabet, ids('1/4 C4')).odd, 0);
  assert.ok(read(alphabet, ids('C4 1/4 D4')).pending);
  assert.deepEqual(idsOf(alphabet, C4, 4), ids('C4 1/4'));
  assert.deepEqual(idsOf(alphabet, null, 16), ids('rest 1/1'));
});

test('a bar that is too long stays so, and the next begins after it', () => {
  const bars = barsOf(notesOf('C4 1/2 D4 1/2 E4 1/4 F4 1/2 G4 1/4'), 12);
  assert.deepEqual(
    bars.map(({ at, length }) => [at, length]),
    [
      [0, 16],
      [16, 12],
      [28, 4],
    ],
  );
  assert.deepEqual(counted(bars, 20, 12, 4), { bar: 2, beat: 2 });
  assert.deepEqual(counted(bars, 15, 12, 4), { bar: 1, beat: 4 });
  assert.deepEqual(counted(bars, 41, 12, 4), { bar: 4, beat: 1 });
  assert.deepEqual(counted([], 0, 12, 4), { bar: 1, beat: 1 });
});

test('A4 is 440 hertz, and C4 number 60 of MIDI', () => {
  assert.equal(frequency(pitches.indexOf('A4')), 440);
  assert.equal(midi(C4), 60);
});

test('accidentals hold to the end of their bar; keys with flats spell flats', () => {
  const notes = notesOf('F4 1/4 F#4 1/4 F#4 1/4 F#4 1/4 F4 1/2');
  assert.match(written(notes, score), /K:C\nF4 \^F4 F4 \| \^F4 =F8 \|\]/);
  assert.match(written(notes, { ...score, key: 'G major' }), /K:G\n=F4 \^F4 F4 \| F4 =F8/);
  const flats = notesOf('A#4 1/4 D#3 1/4 C6 1/16');
  assert.match(written(flats, { ...score, key: 'D minor' }), /K:Dm\nB4 _E,4 c' \|\]/);
  assert.deepEqual(spelled('A#4', 'F major'), { letter: 'B', octave: 4, accidental: -1 });
  assert.equal(fifths('E major'), 4);
});

test('a title cannot end its line, and empty bars are drawn, never saved', () => {
  const notes = notesOf('C4 1/4');
  const file = written(notes, score, 'a\nK:G % \\ tune\u0000');
  assert.ok(file.includes('T:a K:G tune\n'), file);
  assert.ok(!file.includes('x'));
  assert.match(drawn(notes, { ...score, ended: false }, 24), /C4 x8 \| x8 x4 \|/);
  assert.match(drawn(notes, score, 4), /C4 \|\]/);
});

test('a changed note leaves those behind it as they are, but they no longer follow', () => {
  const sheet = new Sheet(alphabet);
  const rolled = [...ids('C4 1/4 D4 1/4 E4 1/4'), 0].map((id) => ({ id, piece: '' }));
  sheet.become(rolled);
  sheet.set(1, C4, 8);
  assert.deepEqual(sheet.ids.slice(2, 4), ids('C4 1/2'));
  assert.ok(sheet.isHand(1) && !sheet.isHand(0) && sheet.isStale(2) && !sheet.isStale(1));
  assert.equal(sheet.given, 4);
  sheet.cutStale();
  assert.equal(sheet.tokens.length, 4);
  sheet.set(9, null, 4);
  assert.deepEqual(sheet.ids.slice(4), ids('rest 1/4'));
  sheet.undo();
  assert.equal(sheet.notes.length, 2);
  sheet.remove(0);
  assert.deepEqual(sheet.ids, ids('C4 1/2'));
});

test('what is said of a beginning brings it back', () => {
  const sheet = new Sheet(alphabet);
  sheet.become(sheet.named('C4 1/4 <img> G#5 3/16'), 4);
  assert.equal(sheet.said, 'C4 1/4 G#5 3/16');
  sheet.add(4, [{ id: 500, piece: 'x' }]);
  assert.ok(sheet.over);
  sheet.cutRolled();
  assert.equal(sheet.said, 'C4 1/4 G#5 3/16');
});
