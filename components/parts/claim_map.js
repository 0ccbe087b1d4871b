// A map of two numbers: how much is right in each field, and where what was read goes.

import { make, rowHead } from '../page/dom.js';
import { text } from '../page/words.js';

/** @import { GridValue } from '../values' */

/**
 * @param {string} title
 * @param {GridValue} grid
 */
export function mapOf(title, { names, shares, told, n }) {
  const heads = ['+', ...names].map((name) => {
    const head = make('th', '', name);
    head.scope = 'col';
    return head;
  });
  const rows = names.map((a, i) =>
    make(
      'tr',
      '',
      rowHead(a),
      ...names.map((b, k) => {
        const slots = { a, b, n, hits: Math.round(n * shares[i][k]) };
        return field(
          text(told[i][k] ? 'limits.field_told' : 'limits.field', slots),
          shares[i][k],
          told[i][k],
        );
      }),
    ),
  );
  const body = make('table', 'map', make('caption', '', title));
  body.append(make('thead', '', make('tr', '', ...heads)), make('tbody', '', ...rows));
  return body;
}

/**
 * @param {string} about
 * @param {number} share
 * @param {boolean} told
 */
function field(about, share, told) {
  const made = make('td', told ? 'told' : '');
  made.style.setProperty('--share', `${100 * share}%`);
  made.title = about;
  made.setAttribute('aria-label', about);
  return made;
}

/**
 * Its fields as lines of a table: part, field, share, no interval, samples, whether what was read goes there.
 * @param {string} part
 * @param {GridValue} grid
 */
export const fieldsOf = (part, { names, shares, told, n }) =>
  names.flatMap((a, i) =>
    names.map((b, k) => [part, `${a} + ${b}`, shares[i][k], '', '', n, told[i][k] ? 1 : 0]),
  );
