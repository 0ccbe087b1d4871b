// What the program of a card takes from it, beside the prompt, the token and the controls.

/** @typedef {string | number | string[] | string[][]} Plain */

/** @type {Record<string, () => Record<string, Plain>>} by the view's name, as in `data-print` */
export const handed = {};
