// The tune as files: MIDI by abcjs, from the same ABC that is saved; WAV from the sound that Play makes.

import { download, exporting, savePng } from '../../page/export.js';
import { text } from '../../page/words.js';
import { written } from './abc.js';
import { waveOf } from './sound.js';
import { abcjs } from './staff.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Score as Kind } from './abc.js'
 * @import { Note } from './notes.js'
 * @typedef {{ notes: Note[], kind: Kind, caption: string }} Saved
 */

/**
 * What the buttons in the head do.
 * @template V, O
 * @param {Widget<V, O>} widget
 * @param {SVGSVGElement} drawing
 * @param {() => Saved} saved
 * @param {(message: string) => void} refuse
 */
export function saving(widget, drawing, saved, refuse) {
  const some = (/** @type {(saved: Saved) => unknown} */ save) => () => {
    const now = saved();
    if (now.notes.length) save(now);
    else refuse(text('compose.nothing'));
  };
  exporting(widget, {
    midi: some(async (now) => {
      const library = await abcjs();
      const [file] = library.synth.getMidiFile(abcOf(now), { midiOutputType: 'binary' });
      download('tune.mid', new Blob([Uint8Array.from(file)], { type: 'audio/midi' }));
    }),
    wav: some(async ({ notes, kind }) => download('tune.wav', await waveOf(notes, kind.beats))),
    abc: some((now) => download('tune.abc', abcOf(now), 'text/vnd.abc')),
    png: some(() => savePng('tune.png', drawing)),
  });
}

/** @param {Saved} saved */
export const abcOf = ({ notes, kind, caption }) => written(notes, kind, caption);
