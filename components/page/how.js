// How it is computed: one line with the formula, which opens to our own source.

import { bold, finder, make } from './dom.js';
import { say, text } from './words.js';

/**
 * @import { Child } from './dom.js'
 * @import { Widget } from './types.js'
 * @import { HowValue, SourceLines } from '../values'
 */

/** @param {Widget<HowValue>} widget */
export default function how({ element, value }) {
  if (!value) return;
  const $ = finder(element);
  const { formula, sources } = value;
  const lines = sources.reduce((sum, source) => sum + count(source), 0);
  const where = say('how.where', { lines, paths: paths(sources) });
  const about = make('span', 'formula', formula, make('span', 'where', ' ', ...where));
  $('summary').append(bold(text('how.title')), about);
  $('.sources').append(...sources.map(figure));
}

/** @param {SourceLines} source */
const count = (source) => source.text.split('\n').length;

/**
 * Each once.
 * @param {SourceLines[]} sources
 * @returns {Child[]}
 */
function paths(sources) {
  const names = [...new Set(sources.map(({ path }) => path))];
  const and = ` ${text('how.and')} `;
  return names.flatMap((path, i) => [...(i ? [and] : []), make('code', '', path)]);
}

/** @param {SourceLines} source */
function figure(source) {
  const { path, line } = source;
  const code = make('pre', '', make('code', '', source.text));
  code.tabIndex = 0; // it scrolls sideways: reachable by keyboard
  const caption = text('how.lines', { path, first: line, last: line + count(source) - 1 });
  return make('figure', '', make('figcaption', '', caption), code);
}
