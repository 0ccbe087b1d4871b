// A token that is compared with another, as a bar.

import { number } from '../../page/numbers.js';
import { listed } from '../../page/tokens.js';

/**
 * @import { Near } from '../../values'
 * @param {Near} near
 */
export const barOf = (near) => ({
  label: listed(near),
  value: near.cosine,
  text: number(near.cosine),
});
