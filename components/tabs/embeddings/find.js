// Finds tokens by what was typed.

/**
 * Exactly what was typed comes first: with its space, without, in any case; if there is none, all that contain it.
 * @param {string[]} pieces
 * @param {string} typed
 * @returns {number[]} ids
 */
export function find(pieces, typed) {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return [];
  const ids = [...pieces.keys()];
  const same = ids.filter((id) => pieces[id].trim().toLowerCase() === wanted);
  if (!same.length) return ids.filter((id) => pieces[id].toLowerCase().includes(wanted));
  return same.sort((a, b) => closeness(pieces[a], typed) - closeness(pieces[b], typed));
}

/**
 * @param {string} piece
 * @param {string} typed
 */
function closeness(piece, typed) {
  if (piece === typed) return 0;
  if (piece === ` ${typed}`) return 1;
  return piece.trim() === typed.trim() ? 2 : 3;
}
