// What is taken away, as far as it is shown.

/**
 * The edits of the pass that the tabs show; none: the plain one.
 * @param {Pick<import('./types.js').State, 'edits' | 'edited'>} state
 */
export const shown = ({ edits, edited }) => (edited ? edits : []);
