// Where the longest runs of a written text stand in what the model has read.

import { finder, make } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { number, percent, whole } from '../../page/numbers.js';
import { readable } from '../../page/tokens.js';
import { put, say, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Found, FoundLine, FoundRun } from '../../values'
 */

const SOON_MS = 100; // whoever walks faster through the branches asks about the last one alone

/** @param {Widget<Found>} widget */
export default function whereFrom(widget) {
  const $ = finder(widget.element);
  let run = 0;
  let timer = 0;

  /** @type {Found | null} */
  let shown = null;
  widget.hear('written', ({ ids }) => {
    run = ids.length ? Date.now() : 0;
    clearTimeout(timer);
    if (!run) {
      $('.card').hidden = true;
      widget.view.tell('found', null);
      return;
    }
    timer = setTimeout(() => {
      widget.send({ run, ids });
      widget.trigger('find');
    }, SOON_MS);
  });
  exporting(widget, {
    csv: () => {
      const rows = (shown?.runs ?? []).map((each) => [each.text, each.length, each.times]);
      saveCsv('where-from.csv', [['run', 'tokens', 'times'], ...rows]);
    },
  });
  widget.watch((value) => {
    if (!value || !('runs' in value) || value.run !== run) return;
    shown = value;
    $('.card').hidden = false;
    draw($, value);
    widget.view.tell('found', value);
  });
}

/**
 * @param {import('../../page/dom.js').Finder} $
 * @param {Found} found
 */
function draw($, found) {
  const { runs, covered, unseen, of_unseen, sample } = found;
  $('.found').replaceChildren(...runs.map(row));
  $('.found').hidden = !runs.length;
  const within = covered.filter(Boolean).length;
  $('.shares').replaceChildren(
    ...(sample ? share('where.this', within, covered.length) : []),
    ...(sample ? share('where.unseen', unseen, of_unseen) : []),
  );
  const told = $('.told');
  if (!sample) return put(told, 'where.unknown');
  const part = { sample: whole(sample), hand: whole(found.by_hand) };
  const about = found.read
    ? say('where.part', { ...part, share: percent(sample / found.read), read: whole(found.read) })
    : say('where.part_of', part);
  const none = runs.length ? [] : [...say('where.none'), ' '];
  const memory = say('where.memory', { mb: number(found.megabytes, 1) });
  told.replaceChildren(...none, ...say('where.sign'), ' ', ...about, ' ', ...memory);
}

/**
 * @param {FoundRun} run
 * @param {number} i
 */
function row({ text: words, times, lines }, i) {
  const head = make(
    'summary',
    '',
    make('span', 'run', String(i + 1)),
    make('span', 'words', readable(words)),
    make('span', 'times', ...say('where.times', { n: times })),
  );
  return make('li', '', make('details', '', head, ...lines.map(quote)));
}

/** @param {FoundLine} line */
function quote({ before, run, after, source }) {
  const from = source ? text('where.file', { file: source }) : text('where.generated');
  const cite = make('cite', '', from);
  return make('blockquote', '', readable(before), make('b', '', readable(run)), after, cite);
}

/**
 * @param {'where.this' | 'where.unseen'} key
 * @param {number} within
 * @param {number} all
 */
function share(key, within, all) {
  const part = all ? within / all : 0;
  const fill = make('i');
  fill.style.width = `${100 * part}%`;
  const bar = make('span', 'whole', fill);
  bar.dataset.share = String(part);
  return [
    make('span', '', ...say(key)),
    bar,
    make('span', 'share', text('where.share', { share: percent(part), n: within, all })),
  ];
}
