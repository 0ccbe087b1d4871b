// The die of one pixel: a face for each colour.

import { finder, make } from '../page/dom.js';
import { exporting, saveCsv } from '../page/export.js';
import facts from '../page/facts.js';
import { number, percent, sum } from '../page/numbers.js';
import { bars, swatch } from '../page/tokens.js';
import { put, say } from '../page/words.js';
import { nested } from './areas.js';
import { where } from './picture.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { ColourFace, PixelDieValue } from '../values'
 */

const SHOWN = 8;
const SEEN = 0.0005; // less has no part of the square

/** @param {Widget<PixelDieValue, { frames: number }>} widget */
export default function pixelDie(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    $('.pair').hidden = !value;
    $('.note').replaceChildren();
    if (!value) {
      put($('.say'), 'pixel.empty');
      return;
    }
    $('.note').textContent = where(value.pixel, widget.options.frames);
    const faces = value.faces.filter(({ p }) => p > SEEN);
    $('.square').replaceChildren(...square(faces), ...thrown(faces, value.colour));
    bars(
      $('.bars'),
      value.faces.slice(0, SHOWN).map((face) => row(face, value.colour)),
    );
    tell($('.say'), value);
  });
}

/**
 * @param {ColourFace} face
 * @param {number | null} fell
 */
const row = ({ colour, name, p, raw }, fell) => ({
  label: make('span', '', swatch(colour), name),
  value: p,
  raw,
  text: percent(p),
  fell: colour === fell,
});

/**
 * @param {Element} line
 * @param {PixelDieValue} value
 */
function tell(line, { faces, colour }) {
  const fell = faces.find((face) => face.colour === colour);
  const entropy = sum(faces.map(({ p }) => (p ? -p * Math.log2(p) : 0)));
  const first = fell
    ? say('pixel.fell', { colour: fell.name, bits: number(-Math.log2(fell.raw), 1) })
    : say('pixel.unpainted');
  const fair = Math.log2(facts.colours.length);
  line.replaceChildren(...first, ' ', ...say('pixel.entropy', { bits: number(entropy, 2), fair }));
}

/**
 * Each colour owns its share of the square, likeliest first.
 * @param {ColourFace[]} faces
 */
function square(faces) {
  return nested(faces.map(({ p }) => p)).map(({ x, y, w, h }, i) => {
    const { colour, name, p } = faces[i];
    const slice = make('i');
    Object.assign(slice.style, { left: `${x}%`, top: `${y}%`, width: `${w}%`, height: `${h}%` });
    slice.style.background = facts.palette[colour];
    slice.title = `${name} ${percent(p)}`;
    return slice;
  });
}

/**
 * The throw: a pip that falls onto the colour that was painted.
 * @param {ColourFace[]} faces
 * @param {number | null} fell
 */
function thrown(faces, fell) {
  const i = faces.findIndex(({ colour }) => colour === fell);
  if (i < 0) return [];
  const { x, y, w, h } = nested(faces.map(({ p }) => p))[i];
  const pip = make('b', 'pip');
  Object.assign(pip.style, { left: `${x + w / 2}%`, top: `${y + h / 2}%` });
  return [pip];
}

/** @param {PixelDieValue} value */
function save({ faces }) {
  const lines = faces.map(({ name, p, raw }) => [name, p, raw]);
  saveCsv('pixel.csv', [['colour', 'probability', 'before shaping'], ...lines]);
}
