// The tree of the next rolls as boxes: a column for each roll, a height for each probability.

/**
 * @import { Branch, Fork } from '../../values'
 * @typedef {object} Part
 * @property {number} depth its column
 * @property {number} top
 * @property {number} height
 * @property {number[]} path ids up to it
 * @property {Branch | null} branch null: all other tokens together
 */

const LEAST = 0.7; // pixels; what is lower is not drawn
const LEAST_BEFORE = 1; // pixels; nothing follows what is lower

/**
 * All boxes, a branch before what follows it.
 * @param {Fork[]} forks
 * @param {number} height of the whole
 * @returns {Part[]}
 */
export function partsOf(forks, height) {
  const byPath = new Map(forks.map((fork) => [fork.path.join(), fork]));
  return grow(byPath, [], 0, height);
}

/**
 * @param {Map<string, Fork>} byPath
 * @param {number[]} path
 * @param {number} top
 * @param {number} height
 * @returns {Part[]}
 */
function grow(byPath, path, top, height) {
  const fork = byPath.get(path.join());
  if (!fork || height < LEAST_BEFORE) return [];
  const depth = path.length;
  let at = top;
  const parts = fork.branches.flatMap((branch) => {
    const box = { depth, top: at, height: height * branch.p, path: [...path, branch.id], branch };
    at += box.height;
    if (box.height < LEAST) return [];
    return [box, ...grow(byPath, box.path, box.top, box.height)];
  });
  const rest = top + height - at;
  if (rest > LEAST_BEFORE) parts.push({ depth, top: at, height: rest, path, branch: null });
  return parts;
}
