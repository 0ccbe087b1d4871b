// A sample cut into what stands so in a corpus and what does not.

/**
 * @import { CopiedSpan, TwoSample } from '../../values'
 * @typedef {object} Part
 * @property {string} said
 * @property {CopiedSpan | null} span where it stands; null: it does not
 */

/**
 * Where spans overlap, the longer one is shown.
 * @param {TwoSample} sample
 * @returns {Part[]}
 */
export function parts({ tokens, spans }) {
  /** @type {(CopiedSpan | null)[]} */
  const owner = tokens.map(() => null);
  for (const span of spans.toSorted((a, b) => a.length - b.length))
    owner.fill(span, span.start, span.start + span.length);
  /** @type {Part[]} */
  const found = [];
  tokens.forEach(([piece], i) => {
    const last = found.at(-1);
    if (last && last.span === owner[i]) last.said += piece;
    else found.push({ said: piece, span: owner[i] });
  });
  return found;
}
