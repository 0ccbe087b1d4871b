// Tables as text for spreadsheets: one row names the columns, and no cell is ever a formula.

/**
 * A token as JSON writes it: the quotes around it keep a spreadsheet from reading "=1" as a formula, and nothing of the
 * token is changed. Columns of tokens say so in their names.
 * @param {string} piece
 */
export const quoted = (piece) => JSON.stringify(piece);

/** The name of a column of tokens. */
export const TOKEN = 'token (JSON)';

/**
 * A token and its place, which tells it from others that read alike.
 * @param {string} piece
 * @param {number} i
 */
export const placed = (piece, i) => `${i} ${quoted(piece)}`;

/**
 * A field of a line. What is no token and would be a formula gets an apostrophe, as spreadsheets want it.
 * @param {string | number} x
 */
function field(x) {
  if (typeof x === 'number') return String(x);
  const plain = /^[=+\-@\t\r]/.test(x) ? `'${x}` : x;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** @param {(string | number)[][]} rows */
export const csv = (rows) => `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
