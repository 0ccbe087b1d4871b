// Whether the colours of pixels lie near the colour words: a bar for each, and what they show together.

import { finder, make } from '../../page/dom.js';
import { mean, number, whole } from '../../page/numbers.js';
import { colourOf, swatch } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';

/** @import { PixelColour } from '../../values' */

/**
 * @param {HTMLElement} root
 * @param {PixelColour[]} colours
 */
export function drawColours(root, colours) {
  const $ = finder(root);
  root.hidden = !colours.length;
  if (!colours.length) return;
  const average = mean(colours.map(({ own }) => own));
  put($('.colour-say'), average < 0.5 ? 'vocabulary.colours_apart' : 'vocabulary.colours_near', {
    nearer: colours.filter(({ own, median }) => own > median).length,
    all: colours.length,
    first: whole(colours.filter(({ rank }) => rank === 1).length),
    mean: number(average),
  });
  const low = Math.min(0, ...colours.flatMap(({ own, median }) => [own, median]));
  $('.pixels').replaceChildren(...colours.map((colour) => line(colour, low)));
}

/**
 * @param {PixelColour} colour
 * @param {number} low the cosine at the left end; at the right it is 1
 */
function line({ name, id, own, median, rank }, low) {
  const share = (/** @type {number} */ x) => `${((x - low) / (1 - low)) * 100}%`;
  const [fill, tick, zero] = [make('i'), make('u'), make('s')];
  fill.style.left = share(Math.min(0, own));
  fill.style.width = `${(Math.abs(own) / (1 - low)) * 100}%`;
  tick.style.left = share(median);
  zero.style.left = share(0);
  const label = make('span', 'label', swatch(colourOf(id)), name);
  const bar = make('span', 'bar', fill, tick, zero);
  const made = make('div', 'colour', label, bar, make('span', 'value', number(own)));
  made.title = text('vocabulary.colour', { median: number(median), rank: ranked(rank - 1) });
  return made;
}

/** @param {number} nearer words that are nearer than the own one */
function ranked(nearer) {
  if (nearer === 0) return text('vocabulary.nearest');
  return text('vocabulary.nearer', { n: nearer });
}
