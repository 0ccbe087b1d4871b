// Written tokens as glasses that are filled to their chance, and texts of them side by side.

import { make } from '../../page/dom.js';
import { number } from '../../page/numbers.js';
import { readable, shortened } from '../../page/tokens.js';
import { say } from '../../page/words.js';
import { filled } from '../../parts/glass.js';
import { bitsOf } from './branches.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { Token } from '../../values'
 * @typedef {{ head: Child, tokens: Token[] }} Column
 */

const BEFORE = 24; // letters of the prompt that stand before a text

/**
 * The first place at which not all texts have the same token; null if there is none.
 * @param {Token[][]} texts
 */
export function partAt(texts) {
  const most = Math.max(0, ...texts.map((tokens) => tokens.length));
  for (let i = 0; i < most; i++) {
    if (texts.some((tokens) => tokens[i]?.piece !== texts[0][i]?.piece)) return i;
  }
  return null;
}

/**
 * @param {Element} root
 * @param {string} prompt
 * @param {Column[]} given
 */
export function columns(root, prompt, given) {
  const part = partAt(given.map(({ tokens }) => tokens));
  const end = prompt.length > BEFORE ? `… ${prompt.slice(-BEFORE)}` : prompt;
  root.replaceChildren(
    ...given.map(({ head, tokens }) => {
      const glasses = tokens.map((token, i) => {
        const made = filled(make('span'), token);
        made.classList.toggle('parts', i === part);
        return made;
      });
      const told = make('p', 'written-text', make('span', 'given', readable(end)), ...glasses);
      return make('div', 'column', head, told, make('p', 'muted foot', ...foot(tokens)));
    }),
  );
}

/** @param {Token[]} tokens */
function foot(tokens) {
  if (!tokens.length) return [];
  const again = tokens.length - new Set(tokens.map(({ id }) => id)).size;
  const said = { n: tokens.length, bits: number(bitsOf(tokens), 1) };
  return [...say('write.note', said), ' · ', ...say('write.again', { n: again })];
}

/**
 * The beginning of a text, in one line.
 * @param {Token[]} tokens
 * @param {number} most characters
 */
export const line = (tokens, most) =>
  shortened(tokens.map(({ piece }) => piece).join('') || ' ', most);
