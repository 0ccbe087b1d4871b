// ABC that somebody typed, as notes that the model knows; or one sentence that says where and why it is none.

import { whole } from '../../page/numbers.js';
import { text } from '../../page/words.js';
import { idsOf, midi } from './notes.js';

/**
 * @import { Notes } from '../../values'
 * @import { Abcjs, Sounding } from './staff.js'
 */

const MOST_CHARACTERS = 5000;
const WARNING = /(?:Line:|^)(\d+):(\d+): (.*?)(?::| {2}|$)/;
const NEAR = 1e-4; // sixteenths: abcjs rounds

/**
 * The ids of what is typed. Throws an Error whose message is for people.
 * @param {Abcjs} library
 * @param {Notes} alphabet
 * @param {string} abc
 * @returns {number[]}
 */
export function idsFrom(library, alphabet, abc) {
  if (!abc.trim()) throw new Error(text('compose.abc_empty'));
  if (abc.length > MOST_CHARACTERS)
    throw new Error(
      text('compose.abc_long', { n: whole(abc.length), most: whole(MOST_CHARACTERS) }),
    );
  const tunes = library.parseOnly(withHead(abc));
  if (tunes.length > 1) throw new Error(text('compose.abc_two'));
  const [{ warnings }] = tunes;
  if (warnings?.length) throw new Error(where(warnings[0], abc));
  const tracks = tunes[0]
    .setUpAudio({ chordsOff: true })
    .tracks.map((track) => track.filter(({ cmd }) => cmd === 'note'));
  const sounding = tracks.filter((track) => track.length);
  if (sounding.length > 1) throw new Error(text('compose.abc_voices'));
  if (!sounding.length) throw new Error(text('compose.abc_none'));
  return ids(alphabet, sounding[0]);
}

/**
 * Without a line for the length and the key, abcjs takes others than people mean.
 * @param {string} abc
 */
const withHead = (abc) => (/^K:/m.test(abc) ? abc : `L:1/8\nK:C\n${abc}`);

/**
 * @param {string} warning with tags of HTML in it
 * @param {string} abc
 */
function where(warning, abc) {
  const found = WARNING.exec(warning);
  if (!found) return text('compose.abc_wrong');
  const [, line, column, why] = found;
  const shift = withHead(abc) === abc ? 0 : 2;
  const at = Number(line) - shift;
  const letter = abc.split('\n')[at - 1]?.[Number(column) - 1] ?? '';
  return text('compose.abc_where', { line: at, column, letter, why: why.toLowerCase() });
}

/**
 * @param {Notes} alphabet
 * @param {Sounding[]} track
 */
function ids(alphabet, track) {
  let end = 0;
  return track.flatMap(({ pitch, start, duration }, i) => {
    const [at, length] = [start * 16, duration * 16];
    const n = i + 1;
    if (at < end - NEAR) throw new Error(text('compose.abc_chord', { n }));
    const rests = silence(alphabet, at - end, n);
    end = at + length;
    const place = pitch - midi(0);
    if (!(place in alphabet.pitches)) {
      const [low, high] = [alphabet.pitches[0], alphabet.pitches[alphabet.pitches.length - 1]];
      throw new Error(text('compose.abc_pitch', { n, low, high }));
    }
    const known = alphabet.lengths.find(({ sixteenths }) => Math.abs(sixteenths - length) < NEAR);
    if (!known) throw new Error(text('compose.abc_length', { n, lengths: named(alphabet) }));
    return [...rests, ...idsOf(alphabet, place, known.sixteenths)];
  });
}

/**
 * As few rests as last that long.
 * @param {Notes} alphabet
 * @param {number} length
 * @param {number} n the note behind it
 */
function silence(alphabet, length, n) {
  const rests = [];
  let left = length;
  for (const { sixteenths } of alphabet.lengths.toReversed())
    while (left > sixteenths - NEAR) {
      rests.push(...idsOf(alphabet, null, sixteenths));
      left -= sixteenths;
    }
  if (left > NEAR) throw new Error(text('compose.abc_rest', { n }));
  return rests;
}

/** @param {Notes} alphabet */
const named = ({ lengths }) => lengths.map(({ name }) => name).join(', ');
