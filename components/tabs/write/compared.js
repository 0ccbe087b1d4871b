// Two branches side by side: the open one and another.

import { finder, make } from '../../page/dom.js';
import { text } from '../../page/words.js';
import { letterOf } from './branches.js';
import { columns, line } from './glasses.js';

/** @import { Branch, Branches } from './branches.js' */

export class Compared {
  /** @type {Branch | null} */
  #other = null;

  /** @param {HTMLElement} card */
  constructor(card) {
    const $ = finder(card);
    this.list = $('select', HTMLSelectElement);
    this.root = $('.columns');
    this.list.addEventListener('change', () => {
      this.#other = this.branches?.all[Number(this.list.value)] ?? null;
      this.#draw();
    });
  }

  /**
   * @param {Branches} branches
   * @param {string} prompt
   */
  show(branches, prompt) {
    this.branches = branches;
    this.prompt = prompt;
    const { all, open } = branches;
    const others = all.flatMap((branch, i) => (branch === open ? [] : [option(i, branch)]));
    this.list.replaceChildren(option(-1), ...others);
    this.#draw();
  }

  #draw() {
    const { branches, prompt } = this;
    const at = this.#other && branches ? branches.all.indexOf(this.#other) : -1;
    const shown = branches && at >= 0 && at !== branches.at ? [branches.at, at] : [];
    this.list.value = String(shown[1] ?? -1);
    const sides = shown.map((i) => {
      const branch = /** @type {Branches} */ (branches).all[i];
      return { head: make('b', '', named(i, branch)), tokens: branch.tokens };
    });
    columns(this.root, prompt ?? '', sides);
  }
}

/**
 * @param {number} i
 * @param {Branch} [branch]
 */
function option(i, branch) {
  const made = make('option', '', branch ? named(i, branch) : text('tree.nothing'));
  made.value = String(i);
  return made;
}

/**
 * @param {number} i
 * @param {Branch} branch
 */
function named(i, { name, tokens, hands }) {
  const words = name || line(tokens.slice(Math.max(0, ...hands)), 30);
  return text('write.branch', { letter: letterOf(i), words });
}
