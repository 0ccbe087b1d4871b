// The address of what the page shows.

/**
 * @import { About } from '../values'
 * @import { State } from './types.js'
 */

const MOST_CHARACTERS = 4000; // servers refuse long request lines
const MOST_IN_A_VALUE = 64;

/**
 * The query part of the address: `before`, with what the page owns in it replaced.
 * @param {string} before
 * @param {State} state
 * @param {Record<string, Pick<About, 'values'>>} views
 */
export function addressed(before, { tab, text, token, edits, edited, views: shown }, views) {
  const query = new URLSearchParams(before);
  for (const { values } of Object.values(views)) for (const name in values) query.delete(name);
  put(query, 'tab', tab);
  put(query, 'text', text);
  put(query, 'token', token);
  put(query, 'edits', edits.join('\n') || null);
  put(query, 'edited', edits.length && !edited ? false : null);
  for (const [name, value] of Object.entries(shown[tab] ?? {})) {
    if (String(value).length <= MOST_IN_A_VALUE) put(query, name, value);
  }
  if (query.toString().length > MOST_CHARACTERS) query.delete('text');
  return query.toString();
}

/**
 * @param {URLSearchParams} query
 * @param {string} name
 * @param {unknown} value null or undefined: none
 */
function put(query, name, value) {
  if (value === null || value === undefined) query.delete(name);
  else query.set(name, String(value));
}
