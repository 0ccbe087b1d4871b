// What is written, as files.

import { TOKEN, quoted } from '../../page/csv.js';
import { saveCsv, saveJson } from '../../page/export.js';

/**
 * @import { Controls } from '../../page/types.js'
 * @import { Branches, Rolled } from './branches.js'
 */

const HEAD = [TOKEN, 'id', 'probability', 'chance of the end', 'temperature, top-k, top-p'];

/** @param {Rolled[]} tokens */
export function saveTable(tokens) {
  const rows = tokens.map(({ piece, id, p, ends, load }) => [quoted(piece), id, p, ends, load]);
  saveCsv('written.csv', [HEAD, ...rows]);
}

/**
 * @param {string} prompt
 * @param {Controls} controls
 * @param {Branches} branches
 */
export function saveTree(prompt, controls, { all, at }) {
  const names = all.map(({ name }) => name);
  saveJson('written.json', {
    prompt,
    controls,
    open: at,
    names,
    branches: all.map(({ tokens }) => tokens),
  });
}
