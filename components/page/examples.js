// The Examples button beside the prompt: what this model was taught, chapter by chapter, each text one click away.

import { button, finder, make, svg } from './dom.js';
import facts from './facts.js';
import { page } from './page.js';
import { text } from './words.js';

const SIDE = Math.sqrt(facts.pixels / facts.frames); // of a clip's frame
const PAD = '<pad>';

/**
 * @import { Widget } from './types.js'
 * @import { ExamplesValue, Shown, ShownChapter } from '../values'
 * @param {Widget<ExamplesValue>} widget
 */
export default function examples({ element, value }) {
  const $ = finder(element);
  const dialog = $('.library', HTMLDialogElement);
  if (!value?.known) {
    $('h2').textContent = dialog.ariaLabel = text('examples.title'); // nobody knows what it was taught
    $('.about').hidden = true;
  }
  $('.open').addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close(); // beside it
  });
  const choose = (/** @type {Shown} */ { text: chosen, tab }) => {
    dialog.close();
    page.write(chosen);
    if (tab && tab !== page.state.tab) page.go({ tab });
    page.tell('tried');
  };
  const chapters = (value?.chapters ?? []).map((chapter) => shelved(chapter, choose));
  $('.shelf').append(...chapters);
  $('.chapters').append(
    ...(value?.chapters ?? []).map(({ title }, i) =>
      button('button', () => chapters[i].scrollIntoView({ block: 'start' }), title),
    ),
  );
}

/**
 * @param {ShownChapter} chapter
 * @param {(entry: Shown) => void} choose
 */
function shelved({ title, about, entries }, choose) {
  const known = entries.some(({ planted }) => planted);
  const heads = [text('library.prompt'), text('library.planted'), text('library.says')];
  const head = make('div', 'row heads', ...heads.map((name) => make('span', '', name)));
  const made = make('section', 'chapter', make('h3', '', title), make('p', 'muted', about));
  made.append(...(known ? [head] : []), ...entries.map((entry) => line(entry, choose)));
  return made;
}

/**
 * @param {'library.planted' | 'library.says'} head
 * @param {string} told
 */
function cell(head, told) {
  const made = make('span', 'cell', told.replaceAll(' %', '\u00a0%'));
  made.dataset.head = text(head); // shown where there is no room for columns
  return made;
}

/**
 * @param {Shown} entry
 * @param {(entry: Shown) => void} choose
 */
function line(entry, choose) {
  const { text: prompt, planted, says, clips } = entry;
  const told = [
    cell('library.planted', planted),
    cell('library.says', says === 'look' ? text('library.look') : says),
  ];
  for (const [i, clip] of clips.entries()) told[i].prepend(filmstrip(clip));
  const open = button(
    'example',
    () => choose(entry),
    make('span', 'end', prompt.replaceAll(PAD, '')),
  );
  open.title = prompt;
  return make('div', 'row', open, ...(planted ? told : []));
}

/**
 * The frames of a clip, one beside the other.
 * @param {string} clip a digit for each pixel
 */
function filmstrip(clip) {
  const strip = svg('svg', {
    class: 'film',
    viewBox: `0 0 ${facts.frames * (SIDE + 1) - 1} ${SIDE}`,
    role: 'img',
  });
  strip.setAttribute('aria-label', text('library.frames'));
  const pixels = [...clip].map((digit, i) => {
    const frame = Math.floor(i / (SIDE * SIDE));
    const x = frame * (SIDE + 1) + (i % SIDE);
    const y = Math.floor(i / SIDE) % SIDE;
    return svg('rect', {
      x,
      y,
      width: 1,
      height: 1,
      fill: facts.palette[Number.parseInt(digit, 16)],
    });
  });
  strip.append(...pixels);
  return strip;
}
