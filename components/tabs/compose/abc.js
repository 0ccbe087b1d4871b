// A tune as ABC, the notation that abcjs draws: https://abcnotation.com/wiki/abc:standard:v2.1

import { barsOf } from './notes.js';

/**
 * @import { Note } from './notes.js'
 * @typedef {object} Score
 * @property {string[]} pitches names of all, from the lowest up
 * @property {string} metre "3/4"
 * @property {number} bar sixteenths
 * @property {string} key "D minor"; "": none is known
 * @property {number} beats a minute
 * @property {boolean} ended
 */

const SHARPS = ['F', 'C', 'G', 'D', 'A', 'E', 'B'];
const FIFTHS = /** @type {Record<string, number>} */ ({
  'C major': 0,
  'G major': 1,
  'D major': 2,
  'A major': 3,
  'E major': 4,
  'B major': 5,
  'F major': -1,
  'A minor': 0,
  'E minor': 1,
  'B minor': 2,
  'D minor': -1,
  'G minor': -2,
  'C minor': -3,
  'F minor': -4,
});
const FLATS = /** @type {Record<string, string>} */ ({ C: 'D', D: 'E', F: 'G', G: 'A', A: 'B' });
const MARKS = ['_', '=', '^'];
const FILLING = [16, 8, 4, 2, 1];

/**
 * How many sharps the signature has; flats count below 0. Unknown keys have none.
 * @param {string} key
 */
export const fifths = (key) => FIFTHS[key] ?? 0;

/**
 * Letter, octave and accidental (−1, 0, 1) of a pitch such as "A#4": in keys with flats it is B flat.
 * @param {string} name
 * @param {string} key
 */
export function spelled(name, key) {
  const [, letter, sharp, octave] = /** @type {string[]} */ (name.match(/^([A-G])(#?)(\d)$/));
  if (!sharp) return { letter, octave: Number(octave), accidental: 0 };
  if (fifths(key) < 0) return { letter: FLATS[letter], octave: Number(octave), accidental: -1 };
  return { letter, octave: Number(octave), accidental: 1 };
}

/**
 * @param {string} key
 * @param {string} letter
 */
function signed(key, letter) {
  const n = fifths(key);
  if (n > 0) return SHARPS.indexOf(letter) < n ? 1 : 0;
  return SHARPS.indexOf(letter) >= SHARPS.length + n ? -1 : 0;
}

/**
 * One note without its length. An accidental holds to the end of its bar, which `heard` remembers.
 * @param {string} name
 * @param {string} key
 * @param {Record<string, number>} heard
 */
function letters(name, key, heard) {
  const { letter, octave, accidental } = spelled(name, key);
  const place = `${letter}${octave}`;
  const mark = (heard[place] ?? signed(key, letter)) === accidental ? '' : MARKS[accidental + 1];
  heard[place] = accidental;
  if (octave >= 5) return mark + letter.toLowerCase() + "'".repeat(octave - 5);
  return mark + letter + ','.repeat(4 - octave);
}

/** @param {string} key */
const short = (key) => key.replace(' major', '').replace(' minor', 'm') || 'C';

/**
 * The notes, bar by bar.
 * @param {Note[]} notes
 * @param {Score} score
 */
function music(notes, { pitches, bar, key }) {
  const bars = barsOf(notes, bar);
  return bars.map(({ at, length }) => {
    /** @type {Record<string, number>} */
    const heard = {};
    return notes
      .filter((note) => note.at >= at && note.at < at + length)
      .map(({ pitch, length: long }) => {
        const name = pitch === null ? 'z' : letters(pitches[pitch], key, heard);
        return long === 1 ? name : `${name}${long}`;
      })
      .join(' ');
  });
}

/**
 * A tune as a file.
 * @param {Note[]} notes
 * @param {Score} score
 * @param {string} title
 */
export function written(notes, score, title = '') {
  const named = title.replace(/[\p{C}%\\\s]+/gu, ' ').trim();
  return [
    ...head(score, named),
    `${music(notes, score).join(' | ')} |${score.ended ? ']' : ''}`,
    '',
  ].join('\n');
}

/**
 * The same to be drawn: `until` sixteenths are filled with empty bars, so that the lines go on.
 * @param {Note[]} notes
 * @param {Score} score
 * @param {number} until
 */
export function drawn(notes, score, until) {
  const bars = music(notes, score);
  const ends = notes.length ? notes[notes.length - 1].at + notes[notes.length - 1].length : 0;
  const last = barsOf(notes, score.bar).at(-1);
  let left = Math.max(0, until - ends);
  if (last && last.length < score.bar && left && !score.ended) {
    const room = Math.min(left, score.bar - last.length);
    bars[bars.length - 1] += ` ${empty(room)}`;
    left -= room;
  }
  const more = score.ended
    ? []
    : Array.from({ length: Math.ceil(left / score.bar) }, (_, i) =>
        empty(Math.min(score.bar, left - i * score.bar)),
      );
  const closed = score.ended ? '|]' : '|';
  return [...head(score, ''), `${[...bars, ...more].join(' | ')} ${closed}`, ''].join('\n');
}

/** @param {number} length */
function empty(length) {
  let left = length;
  return FILLING.flatMap((part) => {
    const n = Math.floor(left / part);
    left -= n * part;
    return Array.from({ length: n }, () => `x${part}`);
  }).join(' ');
}

/**
 * @param {Score} score
 * @param {string} title
 */
const head = ({ metre, beats, key }, title) => [
  'X:1',
  ...(title ? [`T:${title}`] : []),
  `M:${metre}`,
  'L:1/16',
  `Q:1/4=${beats}`,
  `K:${short(key)}`,
];
