// A sentence with a hole, and both dice over it.

import { button, finder, keepingFocus, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { percent } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { readable } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { HoleFace, HoleSide, HoleValue } from '../../values'
 */

const SIDES = /** @type {const} */ (['back', 'both']);

/** @param {Widget<HoleValue>} widget */
export default function hole(widget) {
  const $ = finder(widget.element);
  exporting(widget, { csv: save });
  widget.watch((value) => {
    $('.card').hidden = !value;
    if (!value) return;
    put($('.note'), value.chosen ? 'mask.chosen' : 'mask.helps_most');
    keepingFocus(widget.element, () => $('.hidable').replaceChildren(...line(value)));
    for (const side of SIDES) {
      $(`.side.${side} .seen`).replaceChildren(...seen(value, side === 'both'));
      $(`.side.${side} .faces`).replaceChildren(...faces(value[side]));
    }
    tell($('.say'), value);
  });
}

/** @param {HoleValue} value */
function line({ pieces, place, backs, boths }) {
  return pieces.map((piece, i) => {
    const made = button('', () => page.select(i), make('span', '', readable(piece)));
    made.dataset.focus = String(i);
    made.setAttribute('aria-pressed', String(i === place));
    if (i >= backs.length) return made;
    for (const [side, p] of /** @type {const} */ ([
      ['back', backs[i]],
      ['both', boths[i]],
    ])) {
      const bar = make('i');
      bar.style.width = `${100 * p}%`;
      made.append(make('u', side, bar));
    }
    const said = { token: piece.trim() || piece, back: percent(backs[i]), both: percent(boths[i]) };
    made.title = text('mask.token', said);
    return made;
  });
}

/**
 * What a model may see of the text.
 * @param {HoleValue} value
 * @param {boolean} both
 */
function seen({ pieces, place }, both) {
  const [before, after] = [pieces.slice(0, place).join(''), pieces.slice(place + 1).join('')];
  const gap = make('b', '', '\u2009?\u2009');
  return [
    before,
    gap,
    both || !after ? after : make('s', '', '·'.repeat(Math.min(12, after.length))),
  ];
}

/** @param {HoleSide} side */
function faces({ faces: all, others }) {
  const rest = { piece: text('mask.others'), kind: 'word', p: others, true: false };
  return [...all.map((face) => row(face)), row(rest, 'others')];
}

/**
 * @param {HoleFace} face
 * @param {string} className
 */
function row({ piece, p, true: right }, className = '') {
  const bar = make('i');
  bar.style.width = className ? '0' : `${100 * p}%`; // all others together are no face
  const name = make('span', 'piece', className ? piece : readable(piece));
  const made = make('div', `face ${className}`, name, make('span', 'track', bar));
  made.append(make('span', 'value', percent(p)));
  made.classList.toggle('true', right);
  if (right) name.title = text('mask.true');
  return made;
}

/**
 * @param {HTMLElement} node
 * @param {HoleValue} value
 */
function tell(node, { pieces, place, back, both }) {
  const slots = {
    token: pieces[place].trim() || pieces[place],
    back: percent(back.true),
    both: percent(both.true),
  };
  const gained = back.bits - both.bits;
  put(
    node,
    Math.abs(gained) < 0.1 ? 'mask.same' : gained > 0 ? 'mask.better' : 'mask.worse',
    slots,
  );
}

/** @param {HoleValue} value */
function save({ pieces, backs, boths, place, back, both }) {
  const dice = SIDES.flatMap((side) =>
    ({ back, both })[side].faces.map(({ piece, p }) => [`die of ${place}, ${side}`, piece, p, '']),
  );
  const rows = backs.map((p, i) => [i, pieces[i], p, boths[i]]);
  saveCsv('holes.csv', [['place', 'token', 'looking back', 'both ways'], ...rows, ...dice]);
}
