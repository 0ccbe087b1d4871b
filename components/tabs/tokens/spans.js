// Ways to cut one text, compared by the bytes that their pieces cover.

/** @typedef {[start: number, end: number]} Span bytes, from and up to */

/**
 * Whether two spans share a byte.
 * @param {Span} one
 * @param {Span} other
 */
export const covers = ([a, b], [c, d]) => a < d && c < b;

/**
 * The indices of the spans that share a byte with `span`.
 * @param {Span[]} spans
 * @param {Span} span
 */
export const inside = (spans, span) => [...spans.keys()].filter((i) => covers(spans[i], span));
