// A map of weights as a table.

import { placed } from '../page/csv.js';
import { saveCsv } from '../page/export.js';
import { text } from '../page/words.js';

/** @import { Attended } from '../page/types.js' */

/** @param {Attended} map */
export function saveTable({ pieces, at }) {
  const rows = pieces.map((piece, row) => [
    placed(piece, row),
    ...pieces.map((_, column) => at(row, column)),
  ]);
  saveCsv('attention.csv', [[text('map.csv'), ...pieces.map(placed)], ...rows]);
}
