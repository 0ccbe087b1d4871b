// A rectangle cut into shares, so that areas are probabilities.

/**
 * @typedef {{ id: number }} Leaf
 * @typedef {{ across: boolean, a: Tree, b: Tree }} Cut
 * @typedef {Leaf | Cut} Tree
 * @typedef {{ x: number, y: number, w: number, h: number }} Box
 */

/**
 * A tree of cuts: each divides what it has as evenly as it can, along its longer side. Made once per context, from the
 * unshaped probabilities; afterwards it is only resized, so that a face keeps its place while the temperature moves.
 * @param {number[]} shares
 * @param {number} w
 * @param {number} h
 * @returns {Tree}
 */
export function halve(shares, w, h, ids = shares.map((_, i) => i)) {
  if (ids.length === 1) return { id: ids[0] };
  const total = ids.reduce((sum, i) => sum + shares[i], 0) || 1;
  const cut = middle(ids.map((i) => shares[i]));
  const [a, b] = [ids.slice(0, cut), ids.slice(cut)];
  const part = a.reduce((sum, i) => sum + shares[i], 0) / total;
  const across = w >= h;
  const [first, second] = across
    ? [halve(shares, w * part, h, a), halve(shares, w * (1 - part), h, b)]
    : [halve(shares, w, h * part, a), halve(shares, w, h * (1 - part), b)];
  return { across, a: first, b: second };
}

/**
 * How many of the first are nearest to half of all; both parts get one at least.
 * @param {number[]} shares
 */
function middle(shares) {
  const half = (shares.reduce((sum, share) => sum + share, 0) || 1) / 2;
  let [cut, gap, before] = [1, Infinity, 0];
  for (let k = 1; k < shares.length; k++) {
    before += shares[k - 1];
    if (Math.abs(before - half) < gap) {
      gap = Math.abs(before - half);
      cut = k;
    }
  }
  return cut;
}

/**
 * Where each share lies, by its index, when `node` fills the box.
 * @param {Tree} node
 * @param {number[]} shares
 * @param {Box} box
 * @param {Box[]} out
 */
export function place(node, shares, box, out = []) {
  if ('id' in node) {
    out[node.id] = box;
    return out;
  }
  const all = mass(node, shares);
  const part = all ? mass(node.a, shares) / all : 0.5;
  const { x, y, w, h } = box;
  if (node.across) {
    place(node.a, shares, { x, y, w: w * part, h }, out);
    place(node.b, shares, { x: x + w * part, y, w: w * (1 - part), h }, out);
  } else {
    place(node.a, shares, { x, y, w, h: h * part }, out);
    place(node.b, shares, { x, y: y + h * part, w, h: h * (1 - part) }, out);
  }
  return out;
}

/**
 * @param {Tree} node
 * @param {number[]} shares
 * @returns {number}
 */
function mass(node, shares) {
  return 'id' in node ? shares[node.id] : mass(node.a, shares) + mass(node.b, shares);
}

/**
 * Nested parts of a box of 100 by 100, the first the largest: each share cuts what is left along its longer side.
 * @param {number[]} shares
 * @returns {Box[]}
 */
export function nested(shares) {
  let rest = shares.reduce((sum, share) => sum + share, 0);
  let { x, y, w, h } = { x: 0, y: 0, w: 100, h: 100 };
  return shares.map((share) => {
    const part = rest ? Math.min(1, share / rest) : 0;
    const across = w >= h;
    const box = { x, y, w: across ? w * part : w, h: across ? h : h * part };
    if (across) [x, w] = [x + box.w, w * (1 - part)];
    else [y, h] = [y + box.h, h * (1 - part)];
    rest -= share;
    return box;
  });
}
