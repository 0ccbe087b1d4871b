// The sound of a tune: one oscillator a note, in any audio context, so that what is heard and what is saved are one.

import { frequency } from './notes.js';

/**
 * @import { Note } from './notes.js'
 */

const RATE = 44100;
const ATTACK_S = 0.012;
const RELEASE_S = 0.06;
const LOUD = 0.32;
const PARTIALS = [0, 1, 0.42, 0.22, 0.1, 0.06, 0.03]; // strengths of the harmonics, the fundamental at 1
const TAIL_S = 0.4;

/**
 * Seconds of a sixteenth.
 * @param {number} beats quarters a minute
 */
export const sixteenth = (beats) => 15 / beats;

/**
 * Schedules notes, the first time at `begin`; what lies before `from` sixteenths is left out. The oscillators.
 * @param {BaseAudioContext} context
 * @param {Note[]} notes
 * @param {{ beats: number, begin: number, from?: number }} how
 */
export function schedule(context, notes, { beats, begin, from = 0 }) {
  const wave = context.createPeriodicWave(
    new Float32Array(PARTIALS.length),
    Float32Array.from(PARTIALS),
  );
  return notes.flatMap(({ pitch, at, length }) => {
    if (pitch === null || at + length <= from) return [];
    const start = begin + Math.max(0, at - from) * sixteenth(beats);
    const end = begin + (at + length - from) * sixteenth(beats);
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.setPeriodicWave(wave);
    oscillator.frequency.value = frequency(pitch);
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUD, start + ATTACK_S);
    volume.gain.exponentialRampToValueAtTime(
      LOUD / 4,
      Math.max(start + 2 * ATTACK_S, end - RELEASE_S),
    );
    volume.gain.linearRampToValueAtTime(0, end);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(end);
    return [oscillator];
  });
}

/**
 * The tune as a WAV file: mono, 16 bits.
 * @param {Note[]} notes
 * @param {number} beats
 */
export async function waveOf(notes, beats) {
  const length = notes.reduce((sum, note) => sum + note.length, 0);
  const samples = Math.ceil(RATE * (length * sixteenth(beats) + TAIL_S));
  const context = new OfflineAudioContext(1, samples, RATE);
  schedule(context, notes, { beats, begin: 0 });
  const heard = (await context.startRendering()).getChannelData(0);
  const file = new DataView(new ArrayBuffer(44 + 2 * samples));
  /** @type {[at: number, word: string][]} */
  const words = [
    [0, 'RIFF'],
    [8, 'WAVEfmt '],
    [36, 'data'],
  ];
  for (const [at, word] of words)
    for (let i = 0; i < word.length; i++) file.setUint8(at + i, word.charCodeAt(i));
  // format 1 (plain numbers), one channel, rate, bytes a second, bytes a sample, bits a sample
  for (const [at, n] of [
    [4, 36 + 2 * samples],
    [16, 16],
    [24, RATE],
    [28, 2 * RATE],
    [40, 2 * samples],
  ])
    file.setUint32(at, n, true);
  for (const [at, n] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ])
    file.setUint16(at, n, true);
  heard.forEach((x, i) => file.setInt16(44 + 2 * i, Math.max(-1, Math.min(1, x)) * 32767, true));
  return new Blob([file], { type: 'audio/wav' });
}
