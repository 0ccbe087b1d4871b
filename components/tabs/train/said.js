// The same beginning, continued at each step: tokens as glasses; or the same caption, painted.

import { finder, keepingFocus, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { whole } from '../../page/numbers.js';
import { put, text } from '../../page/words.js';
import { filled } from '../../parts/glass.js';
import { coloursOf, dab, small } from '../../parts/small.js';
import { spread } from './film.js';
import { training } from './training.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Look } from './training.js'
 */

const ROWS = 12;
const SCALE = 4; // pixels of a painted pixel

/** @param {Widget<null>} widget */
export default function said(widget) {
  const $ = finder(widget.element);
  const tell = () => {
    const { shots, begun, look } = training;
    $('.card').hidden = !shots.length;
    if (!begun) return;
    if (begun.caption) put($('.note'), 'train.caption', { caption: begun.caption });
    else put($('.note'), 'train.begins', { beginning: begun.beginning ?? '' });
    keepingFocus(widget.element, () => {
      const rows = spread(shots, begun.caption ? shots.length : ROWS);
      $('.samples').replaceChildren(...rows.map((each) => row(each, each === look)));
      $('.samples').classList.toggle('pictures', Boolean(begun.caption));
    });
  };
  $('[data-do=csv]').addEventListener('click', save);
  widget.hear('trained', tell);
  tell();
}

/**
 * @param {Look} look
 * @param {boolean} chosen
 */
function row(look, chosen) {
  const made = make('button', 'sample', make('span', 'step', whole(look.step)));
  made.type = 'button';
  made.dataset.focus = String(look.step);
  made.setAttribute('aria-pressed', String(chosen));
  made.addEventListener('click', () => training.choose(look.step));
  if (look.picture) {
    const canvas = small(SCALE);
    dab(canvas, coloursOf(look.picture));
    made.append(canvas);
  } else {
    const glasses = (look.said ?? []).map(([piece, p]) => filled(make('span'), { piece, p }));
    const none = glasses.length ? [] : [make('span', 'muted', text('train.silent'))];
    made.append(make('span', 'written-text', ...glasses, ...none));
  }
  return made;
}

function save() {
  const lines = training.shots.flatMap(({ step, said: tokens }) =>
    (tokens ?? []).map(([piece, p], i) => [step, i, piece, p]),
  );
  saveCsv('said.csv', [['step', 'place', 'token', 'probability'], ...lines]);
}
