// What a request says, as fields: a choice writes the words for it into the prompt.

import { make } from '../../page/dom.js';
import { page } from '../../page/page.js';
import { text } from '../../page/words.js';

/**
 * @import { Asked } from '../../values'
 * @typedef {Record<string, Record<string, string>>} Wordings
 * @typedef {'mood' | 'tempo' | 'metre' | 'key'} Facet
 */

/** @type {Facet[]} */
const FACETS = ['mood', 'tempo', 'metre', 'key'];

export class Requests {
  /** @type {Record<string, HTMLSelectElement>} */
  #fields = {};

  /**
   * @param {Element} root
   * @param {Wordings} wordings
   */
  constructor(root, wordings) {
    this.wordings = wordings;
    for (const facet of FACETS) {
      const field = make('select');
      field.append(
        option('', text('compose.any')),
        ...Object.keys(wordings[facet]).map((name) => option(name, name)),
      );
      field.addEventListener('change', () => page.write(this.#words()));
      this.#fields[facet] = field;
      root.append(make('label', '', text(`compose.${facet}`), field));
    }
  }

  /** @param {Asked} asked what the prompt says */
  tell(asked) {
    for (const facet of FACETS) {
      const field = this.#fields[facet];
      const said = asked[facet];
      field.querySelector('.untaught')?.remove();
      if (said && !(said in this.wordings[facet])) field.append(option(said, said, 'untaught'));
      field.value = said;
    }
  }

  /** The request that says what the fields say. */
  #words() {
    const [mood, tempo, metre, key] = FACETS.map((facet) => {
      const { value } = this.#fields[facet];
      return this.wordings[facet][value] ?? (value && facet !== 'key' ? `in ${value}` : '');
    });
    const tails = [key, metre].filter(Boolean).join(', ');
    return [mood || text('compose.a_tune'), tempo, tails].filter(Boolean).join(' ');
  }
}

/**
 * @param {string} value
 * @param {string} label
 */
function option(value, label, className = '') {
  const made = make('option', className, label);
  made.value = value;
  return made;
}
