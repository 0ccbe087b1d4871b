// The two dice of one note: its pitch, then its length.

import { chance, rgb } from '../../page/colours.js';
import { quoted } from '../../page/csv.js';
import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, percent } from '../../page/numbers.js';
import { contrasting } from '../../page/ramps.js';
import { bars, boxed, readable } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { nested } from '../../parts/areas.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { NoteDieValue, NoteFace, OneDie } from '../../values'
 */

const ROOM = 20; // per cent of a side: less holds no name

/** @param {Widget<NoteDieValue>} widget */
export default function noteDie(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    $('.two').hidden = !value;
    if (!value) {
      put($('h2'), 'note.title');
      $('.wait').hidden = true;
      put($('.say'), 'note.empty');
      return;
    }
    const fell = value.pitch.faces.find((face) => face.fell);
    const whole = Boolean(value.length);
    put($('h2'), whole ? 'note.of' : fell ? 'note.last' : 'note.next', { n: value.place / 2 + 1 });
    $('.two').classList.toggle('single', !whole);
    $('.wait').hidden = whole || Boolean(fell);
    draw($('.one'), value.pitch);
    draw($('.long'), value.length);
    tell($('.say'), value);
    widget.view.tell('rolled', value);
  });
}

/** What stands on a face: a name without its brackets, or a piece of text. */
const named = (/** @type {string} */ piece) =>
  piece === '<eot>' ? text('note.end') : readable(piece.replace(/^<(.+)>$/, '$1'));

/**
 * @param {HTMLElement} root
 * @param {OneDie | null} die
 */
function draw(root, die) {
  const $ = finder(root);
  $('.square').hidden = $('.bars').hidden = !die;
  if (!die) return;
  const faces = die.faces.filter(({ p }) => p > 0.0005);
  $('.square').replaceChildren(...square(faces));
  $('.square').setAttribute(
    'aria-label',
    faces
      .slice(0, 3)
      .map(({ piece, p }) => `${named(piece)} ${percent(p)}`)
      .join(', '),
  );
  bars($('.bars'), [...die.faces.map(row), ...(die.others > 0.0005 ? [others(die.others)] : [])]);
}

/** @param {NoteFace} face */
const row = ({ piece, p, raw, fell }) => ({
  label: named(piece),
  value: p,
  raw,
  text: percent(p),
  fell,
});

/** @param {number} p */
const others = (p) => ({ label: text('note.others'), value: p, text: percent(p) });

/**
 * Each token owns its share of the square, likeliest first.
 * @param {NoteFace[]} faces
 */
function square(faces) {
  return nested(faces.map(({ p }) => p)).map(({ x, y, w, h }, i) => {
    const { piece, p, fell } = faces[i];
    const slice = make('i', fell ? 'fell' : '', w > ROOM && h > ROOM ? named(piece) : '');
    Object.assign(slice.style, { left: `${x}%`, top: `${y}%`, width: `${w}%`, height: `${h}%` });
    const colour = chance(p);
    slice.style.background = rgb(colour);
    slice.style.color = contrasting(colour);
    slice.title = `${named(piece)} ${percent(p)}`;
    return slice;
  });
}

/**
 * @param {Element} line
 * @param {NoteDieValue} value
 */
function tell(line, { pitch, length }) {
  const [one, other] = [pitch, length].map((die) => die?.faces.find((face) => face.fell));
  const bits = (/** @type {NoteFace} */ face) => number(-Math.log2(Math.max(face.raw, 1e-12)), 1);
  const said = one && { token: boxed(named(one.piece)), p: percent(one.p), bits: bits(one) };
  if (!said) put(line, 'note.waits', { bits: number(pitch.entropy, 1) });
  else if (!other) put(line, 'note.fell', said);
  else put(line, 'note.both', { ...said, length: boxed(named(other.piece)), more: bits(other) });
}

/** @param {NoteDieValue} value */
function save({ pitch, length }) {
  const lines = [pitch, length].flatMap((die, i) =>
    (die?.faces ?? []).map(({ piece, id, p, raw }) => [
      i ? 'length' : 'pitch',
      quoted(piece),
      id,
      p,
      raw,
    ]),
  );
  saveCsv('note.csv', [['die', 'token (JSON)', 'id', 'probability', 'before shaping'], ...lines]);
}
