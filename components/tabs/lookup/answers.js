// Three answers to one question, and where in the passage each comes from.

import { finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { handed } from '../../page/handed.js';
import { percent } from '../../page/numbers.js';
import { put, say, text } from '../../page/words.js';
import { filled } from '../../parts/glass.js';
import { looked } from './looked.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { LookAnswer, LookAnswers } from '../../values'
 */

const WAYS = /** @type {const} */ (['none', 'found', 'planted']);
const DARK = 0.55; // a look on which letters turn

/** @param {Widget<null>} widget */
export default function answers(widget) {
  const $ = finder(widget.element);
  const area = $('textarea', HTMLTextAreaElement);
  let shown = /** @type {LookAnswers | null} */ (null);
  const tell = () => {
    const { answers: told, hit } = looked;
    $('.card').hidden = !looked.found?.hits.length;
    $('.plant', HTMLButtonElement).disabled = looked.busy;
    widget.element.classList.toggle('pale', looked.busy);
    if (!told || !hit || told === shown) return;
    shown = told;
    put($('.note'), 'lookup.asked', { question: told.question });
    for (const way of WAYS) {
      const answer = told[way];
      const glasses = answer.said.map(([piece, p]) => filled(make('span'), { piece, p }));
      const silent = [make('span', 'muted', text('train.silent'))];
      $(`.${way} .told`).replaceChildren(...(glasses.length ? glasses : silent));
      $(`.${way} .source`).replaceChildren(...source(answer, way === 'none' ? '' : hit.name));
      if (way !== 'none') $(`.${way} .passage`).replaceChildren(...passage(answer));
    }
    area.value = told.passage;
    verdict($('.verdict'), told);
  };
  $('.plant').addEventListener('click', () => looked.plant(area.value));
  $('[data-do=csv]').addEventListener('click', () => {
    if (shown) save(shown);
  });
  handed['look_up.answers'] = () => ({
    question: shown?.question ?? '',
    found: shown?.found.pieces.join('') ?? '',
    planted: shown?.passage ?? '',
    place: shown?.place ?? -1,
    own: looked.own,
  });
  widget.hear('answered', tell);
  tell();
}

/**
 * @param {LookAnswer} answer
 * @param {string} name of what it was given; '': nothing
 */
function source({ said, copied }, name) {
  const sure = percent(said.reduce((all, [, p]) => all * p, 1));
  if (!name) return say('lookup.invented', { p: sure });
  return say(copied ? 'lookup.copied' : 'lookup.not_copied', { name, p: sure });
}

/** @param {LookAnswer} answer */
function passage({ pieces, looks, copied }) {
  return pieces.map((piece, i) => {
    const made = make('span', '', piece);
    made.style.setProperty('--look', `${Math.round(100 * looks[i])}%`);
    made.classList.toggle('dark', looks[i] > DARK);
    made.classList.toggle('copied', Boolean(copied && i >= copied[0] && i < copied[1]));
    made.title = percent(looks[i]);
    return made;
  });
}

/**
 * @param {HTMLElement} node
 * @param {LookAnswers} told
 */
function verdict(node, { found, planted, none }) {
  const slots = { found: found.text, planted: planted.text, none: none.text };
  if (planted.pieces.join('') === found.pieces.join('')) put(node, 'lookup.no_lie', slots);
  else if (planted.copied && planted.text !== found.text) put(node, 'lookup.believes', slots);
  else if (planted.text === found.text) put(node, 'lookup.unmoved', slots);
  else put(node, 'lookup.differs', slots);
}

/** @param {LookAnswers} told */
function save(told) {
  const rows = WAYS.flatMap((way) => {
    const { text: said, pieces, looks } = told[way];
    return [[way, said, '', ''], ...pieces.map((piece, i) => [way, '', piece, looks[i]])];
  });
  saveCsv('answers.csv', [['given', 'answer', 'token of the passage', 'strongest look'], ...rows]);
}
