// The line below a picture that leaves the page: what it is of, where it is from, and when.

const MOST = 60; // characters of the prompt
const WIDE = 0.56; // of the size of type, a character on average
const SIZE = { most: 12, least: 5 };

/**
 * The first characters of a text, in one line.
 * @param {string} text
 */
export function shortened(text, most = MOST) {
  const letters = [...text.trim()];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
}

/** @param {Date} date */
export const dated = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/**
 * Lines of a caption and their size of type, so that they fit into `width`: one line, or else two.
 * @param {string} prompt
 * @param {string} source
 * @param {number} width
 */
export function laidOut(prompt, source, width) {
  const together = [prompt, source].filter(Boolean).join(' · ');
  const lines = WIDE * SIZE.most * together.length <= width ? [together] : [prompt, source];
  const shown = lines.filter(Boolean);
  const longest = Math.max(...shown.map((line) => line.length));
  const size = Math.max(SIZE.least, Math.min(SIZE.most, width / (WIDE * longest)));
  return { lines: shown, size };
}
