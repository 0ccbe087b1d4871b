// The tokens of a tune, read as notes: a pitch and a length by turns. What cannot be read is left as it is, and told.

/**
 * @import { Notes } from '../../values'
 * @typedef {{ first: number, pitch: number | null, length: number, at: number }} Note
 *   `first`: the place of its first token; `pitch`: half steps above the lowest, null: a rest; `length` and `at`:
 *   sixteenths
 * @typedef {object} Reading
 * @property {Note[]} notes
 * @property {number} length sixteenths of all
 * @property {boolean} pending a pitch has fallen, its length not yet
 * @property {number | null} odd the place of the first token that cannot stand there; none is read from there on
 * @property {boolean} ended
 * @typedef {{ at: number, length: number, full: number }} Bar `length`: the sixteenths it has; `full`: those that fit
 */

const LOWEST = 48; // C3 as a number of MIDI
const A4 = 69;

/**
 * What a first token of a note says; undefined if it is none.
 * @param {Notes} alphabet
 * @param {number} id
 */
export function pitchOf({ pitches, first }, id) {
  const pitch = id - first;
  if (pitch === pitches.length) return null;
  return pitch >= 0 && pitch < pitches.length ? pitch : undefined;
}

/**
 * What a second token says, in sixteenths.
 * @param {Notes} alphabet
 * @param {number} id
 * @returns {number | undefined}
 */
export const lengthOf = ({ pitches, lengths, first }, id) =>
  lengths[id - first - pitches.length - 1]?.sixteenths;

/**
 * The two ids of a note.
 * @param {Notes} alphabet
 * @param {number | null} pitch
 * @param {number} length one of the alphabet's
 */
export function idsOf({ pitches, lengths, first }, pitch, length) {
  const place = lengths.findIndex(({ sixteenths }) => sixteenths === length);
  return [first + (pitch ?? pitches.length), first + pitches.length + 1 + place];
}

/**
 * @param {Notes} alphabet
 * @param {number[]} ids
 * @returns {Reading}
 */
export function read(alphabet, ids) {
  /** @type {Reading} */
  const reading = { notes: [], length: 0, pending: false, odd: null, ended: false };
  for (let i = 0; i < ids.length; i += 2) {
    const pitch = pitchOf(alphabet, ids[i]);
    if (pitch === undefined) {
      if (ids[i] === alphabet.end) reading.ended = true;
      else reading.odd = i;
      break;
    }
    if (i + 1 === ids.length) {
      reading.pending = true;
      break;
    }
    const length = lengthOf(alphabet, ids[i + 1]);
    if (length === undefined) {
      reading.odd = i + 1;
      break;
    }
    reading.notes.push({ first: i, pitch, length, at: reading.length });
    reading.length += length;
  }
  return reading;
}

/**
 * Bars are counted through: one that its last note makes too long stays so, and the next begins after it.
 * @param {Note[]} notes
 * @param {number} full sixteenths of a bar
 */
export function barsOf(notes, full) {
  /** @type {Bar[]} */
  const bars = [];
  for (const { at, length } of notes) {
    const last = bars[bars.length - 1];
    if (last && last.length < full) last.length += length;
    else bars.push({ at, length, full });
  }
  return bars;
}

/**
 * Number of the bar and of the beat in it, both from 1, at `at` sixteenths; behind the last note bars go on.
 * @param {Bar[]} bars
 * @param {number} at
 * @param {number} full
 * @param {number} beat sixteenths
 */
export function counted(bars, at, full, beat) {
  let index = bars.findLastIndex((bar) => bar.at <= at);
  let start = bars[index]?.at ?? 0;
  const lasts = Math.max(full, bars[index]?.length ?? 0);
  if (index < 0) index = 0;
  if (at - start >= lasts) {
    const more = Math.floor((at - start - lasts) / full) + 1;
    start += lasts + (more - 1) * full;
    index += more;
  }
  return { bar: index + 1, beat: Math.floor((at - start) / beat) + 1 };
}

/** @param {number} pitch */
export const midi = (pitch) => LOWEST + pitch;

/**
 * In hertz, equal temperament.
 * @param {number} pitch
 */
export const frequency = (pitch) => 440 * 2 ** ((midi(pitch) - A4) / 12);
