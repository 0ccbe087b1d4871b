// The address of what the page shows.

/**
 * @import { About } from '../values'
 * @import { State } from './types.js'
 */

const MOST_CHARACTERS = 4000; // servers refuse long request lines

/** What widgets note, and the tab it belongs to; none: the whole page. */
const NOTES = /** @type {Record<string, string>} */ ({
  painted: 'paint',
  pixel: 'paint',
  begun: 'compose', // notes before those that are rolled
  composed: 'compose', // how many tokens there are with them
  bpm: 'compose',
  animated: 'animate',
  clip_pixel: 'animate', // whose die is open
  run: 'train', // the name of a training
  film: 'train', // the head that its film shows
  run_a: 'data', // of the training on the first corpus
  run_b: 'data',
  run_without: 'data', // of the one without some rows
  tuned: 'tune', // the name of a tuning
  voted: 'tune', // of one by votes
  urn: 'tune', // of a class that votes together
  asked: 'look_up', // the question
  holes: 'mask', // places of hidden tokens
  layout: 'embeddings',
  camera: 'embeddings',
  positions: 'embeddings',
  weights: 'layers',
  lens: 'attention',
  column: 'attention',
  sides: 'write',
  measure: 'scale', // of the ladder
  zoom: 'scale',
  axis: 'scale', // of the law
  guess: 'scale', // bits
  grown: 'scale', // the name of the training of one size more
  pinned: 'through_time',
  skill: 'through_time',
  prompt: 'through_time', // which of the recorded ones
  role: 'through_time',
  caption: 'through_time',
  over_caption: 'through_time', // of one's own
  guessed: 'limits', // which of the three answers
  expected: 'uses', // the same there
  step: '', // of the training
  drawer: '',
  b: '', // the other prompt
  by: '', // who reads it, where two models are open
});

/** The same of what is long: it stands behind the #, which is sent to no server. */
const LONG = /** @type {Record<string, string>} */ ({
  tree: 'write',
  talk: 'chat',
  passages: 'look_up', // of one's own
});

const OF_TEXT = ['lens', 'column', 'tree', 'holes']; // places in one text: another one is looked at anew

/**
 * The notes that still hold when the text is another.
 * @param {Record<string, string>} notes
 */
export const lasting = (notes) =>
  Object.fromEntries(Object.entries(notes).filter(([name]) => !OF_TEXT.includes(name)));

/**
 * What an address notes.
 * @param {string} query
 * @param {string} hash
 */
export function notesOf(query, hash = '') {
  const found = [...new URLSearchParams(query)].filter(([name]) => name in NOTES);
  const [name, told] = hash.slice(1).split('=');
  return { ...Object.fromEntries(found), ...(name in LONG && told ? { [name]: told } : {}) };
}

/**
 * What the page shows before Python has restored it.
 * @param {string} query
 * @param {string} hash
 * @returns {State}
 */
export const initial = (query, hash) => ({
  tab: '',
  text: '',
  token: null,
  count: 0,
  edits: [],
  edited: true,
  views: {},
  notes: notesOf(query, hash),
});

/**
 * The query of the address, `before` with what the page owns in it replaced; its hash; and whether they say all.
 * @param {string} before
 * @param {State} state
 * @param {Record<string, Pick<About, 'values' | 'texts'>>} views
 */
export function addressed(before, state, views) {
  const { tab, text, token, edits, edited, notes, views: shown } = state;
  const query = new URLSearchParams(before);
  for (const { values } of Object.values(views)) for (const name in values) query.delete(name);
  put(query, 'tab', tab);
  put(query, 'text', text);
  put(query, 'token', token);
  put(query, 'edits', edits.join('\n') || null);
  put(query, 'edited', edits.length && !edited ? false : null);
  for (const [name, owner] of Object.entries(NOTES)) {
    put(query, name, owner && owner !== tab ? null : notes[name]);
  }
  const texts = views[tab]?.texts ?? {};
  for (const [name, value] of Object.entries(shown[tab] ?? {})) {
    put(query, name, value === texts[name] ? null : value); // a long text only where it is another than at first
  }
  let whole = true;
  for (const name of [...Object.keys(texts), 'text']) {
    if (query.toString().length <= MOST_CHARACTERS) break;
    whole &&= !query.has(name);
    query.delete(name);
  }
  const long = Object.keys(LONG).filter((name) => LONG[name] === tab && notes[name]);
  return {
    query: query.toString(),
    hash: long.map((name) => `#${name}=${notes[name]}`).join(''),
    whole,
  };
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
