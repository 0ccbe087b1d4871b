// How the dice of a branch were loaded: along its tokens, and as a link says it.

import { linked } from './tree.js';

/**
 * @import { Controls } from '../../page/types.js'
 * @import { Branch, Branches } from './branches.js'
 * @import { Kept } from './tree.js'
 */

/**
 * Temperature, top-k and top-p.
 * @param {Controls} controls
 */
export const loadOf = ({ temperature, top_k, top_p }) => [temperature, top_k, top_p].join(',');

/** @param {string} load */
export const temperatureOf = (load) => Number(load.split(',')[0]);

/**
 * @param {Branch} branch
 * @returns {Kept}
 */
function keptOf({ tokens, hands, name }) {
  /** @type {Kept['loads']} */
  const loads = [];
  for (const { load } of tokens) {
    const last = loads[loads.length - 1];
    if (last?.[1] === load) last[0] += 1;
    else loads.push([1, load]);
  }
  return { ids: tokens.map(({ id }) => id), hands: [...hands], loads, name };
}

/**
 * The load of each token.
 * @param {Kept} kept
 */
export const loadsOf = ({ loads }) =>
  loads.flatMap(([n, load]) => Array.from({ length: n }, () => load));

/**
 * The same for Python: numbers.
 * @param {Kept} kept
 */
export const askedOf = ({ ids, loads }) => ({
  ids,
  loads: loads.map(([n, load]) => [n, ...load.split(',').map(Number)]),
});

/**
 * The tree as an address holds it; null where nothing is written.
 * @param {Branches} branches
 * @param {number} vocabulary
 */
export function linkOf({ all, at }, vocabulary) {
  const any = all.some(({ tokens, name }) => tokens.length || name);
  return any ? linked(all.map(keptOf), at, vocabulary) : null;
}
