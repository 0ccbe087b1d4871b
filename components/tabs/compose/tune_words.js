// What the tune's card says.

import facts from '../../page/facts.js';
import { number, sum } from '../../page/numbers.js';
import { boxed } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { barsOf } from './notes.js';

/**
 * @import { TuneOffer } from '../../values'
 * @import { Finder } from '../../page/dom.js'
 * @import { Composer } from './composer.js'
 * @import { Sheet } from './sheet.js'
 * @typedef {object} Now
 * @property {Sheet} sheet
 * @property {TuneOffer | null} offer what would be composed
 * @property {TuneOffer | null} made what was
 * @property {boolean} busy
 * @property {boolean} stale the request has changed since
 * @property {boolean} full
 * @property {string} trouble
 */

/**
 * How far it is.
 * @param {Element} note
 * @param {Now} now
 */
export function tellNote(note, { sheet, made }) {
  const n = sheet.notes.length;
  if (!made || !sheet.tokens.length) {
    note.replaceChildren();
    return;
  }
  const spent = sum(sheet.tokens.map(({ bits }) => bits ?? 0));
  const bars = barsOf(sheet.notes, made.bar).length;
  put(note, 'compose.note', { n, bars, metre: made.metre, bits: number(spent, 0) });
}

/**
 * What the request asks that was never taught.
 * @param {Element} line
 * @param {TuneOffer | null} offer
 */
export function tellTaught(line, offer) {
  if (!offer) line.replaceChildren();
  else if (!offer.asked.mood) put(line, 'compose.no_mood');
  else if (offer.untaught.length)
    put(line, 'compose.untaught', { mood: offer.asked.mood, what: offer.untaught.join(', ') });
  else if (!offer.asked.metre) put(line, 'compose.no_metre', { metre: offer.metre });
  else line.replaceChildren();
}

/**
 * What to do next, or what came of it.
 * @param {Element} line
 * @param {Now} now
 */
export function tellState(line, { sheet, made, busy, stale, full, trouble }) {
  const { reading, tokens } = sheet;
  const n = reading.notes.length;
  if (trouble) line.replaceChildren(trouble);
  else if (busy) put(line, 'compose.busy', { n });
  else if (stale && made) put(line, 'compose.stale', { caption: made.caption });
  else if (!tokens.length) put(line, 'compose.hint');
  else if (sheet.stale !== null) put(line, 'compose.changed');
  else if (reading.odd !== null) {
    const key = reading.odd % 2 ? 'compose.odd_length' : 'compose.odd_pitch';
    put(line, key, { token: boxed(tokens[reading.odd].piece), n: Math.floor(reading.odd / 2) + 1 });
  } else if (reading.ended)
    put(line, 'compose.ended', { n, bars: made ? barsOf(reading.notes, made.bar).length : 0 });
  else if (full) put(line, 'compose.full');
  else put(line, 'compose.goes_on', { n });
}

/**
 * Bars that do not add up are told, never mended.
 * @param {Element} line
 * @param {Now} now
 */
export function tellBars(line, { sheet, made, busy }) {
  const { notes, ended } = sheet.reading;
  const bars = made && !busy ? barsOf(notes, made.bar) : [];
  const odd = bars
    .map((bar, i) => ({ ...bar, n: i + 1 }))
    .filter(({ length, full, n }) => (n < bars.length || ended ? length !== full : length > full));
  if (!odd.length) {
    line.replaceChildren();
    return;
  }
  const [{ n, length, full }] = odd;
  const said = {
    n,
    has: number(length / 4, length % 4 ? 2 : 0),
    full: number(full / 4, full % 4 ? 2 : 0),
  };
  put(line, odd.length > 1 ? 'compose.odd_bars' : 'compose.odd_bar', {
    ...said,
    more: odd.length - 1,
  });
}

/**
 * What each button does now, and which cannot be pressed.
 * @param {Finder} $
 * @param {Composer} composer
 */
export function tellButtons($, { sheet, busy, offer, stale, afresh }) {
  const some = sheet.tokens.length > 0;
  const rolled = sheet.tokens.length > sheet.given;
  put(
    $('.on'),
    !some || stale
      ? 'compose.compose'
      : !afresh
        ? 'compose.on'
        : rolled
          ? 'compose.again'
          : 'compose.compose',
  );
  const off = {
    on: busy || !offer,
    one: busy || !offer || (some && afresh),
    stop: !busy,
    undo: busy || !some,
    again: busy || !offer,
    inside: busy || !some,
  };
  for (const [name, disabled] of Object.entries(off))
    $(`.${name}`, HTMLButtonElement).disabled = disabled;
}

/**
 * What the score says to who does not see it.
 * @param {Sheet} sheet
 * @param {number | null} chosen
 */
export function label({ notes }, chosen) {
  const n = notes.length;
  if (!n) return text('compose.empty');
  if (chosen === null) return text('compose.label', { n });
  const { pitch } = notes[chosen];
  const name = pitch === null ? text('compose.rest') : facts.notes.pitches[pitch];
  return text('compose.label_note', { pitch: name, i: chosen + 1, n });
}
