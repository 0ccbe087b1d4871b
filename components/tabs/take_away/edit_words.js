// Edits in words.

import { boxed } from '../../page/tokens.js';
import { say, text } from '../../page/words.js';

/**
 * @import { Child } from '../../page/dom.js'
 * @import { ReadEdit, TakeAwayValue } from '../../values'
 */

/**
 * What an edit does; until Python has read it, its line.
 * @param {string} line
 * @param {Pick<TakeAwayValue, "said" | "pieces"> | null} value
 * @returns {Child[]}
 */
export function wordsOf(line, value) {
  const read = value?.said[line];
  return read && value ? (said(read, value.pieces) ?? [line]) : [line];
}

/**
 * @param {ReadEdit} edit
 * @param {string[]} pieces of the text
 */
function said({ kind, fields, piece }, pieces) {
  const at = (/** @type {string} */ field) => {
    const index = Number(fields[field]);
    return pieces[index] === undefined ? text('edit.token_no', { index }) : boxed(pieces[index]);
  };
  const { layer, head, id, by, text: words, source, token, other, tensor, index, value } = fields;
  const { neuron, channel } = fields;
  const does = text(fields.how === 'mean' ? 'edit.mean' : 'edit.off');
  switch (kind) {
    case 'head':
      return say('edit.head', { layer, head, does });
    case 'network':
      return say('edit.network', { layer, does });
    case 'edge':
      return say('edit.edge', { token: at('token'), other: at('other'), layer, head });
    case 'token': {
      const as = piece === null ? text('edit.id', { id }) : boxed(piece);
      return say('edit.token', { token: at('token'), at: token, as });
    }
    case 'order':
      return say('edit.order', {
        token: at('token'),
        at: token,
        other: at('other'),
        other_at: other,
      });
    case 'places':
      return say(fields.places === 'off' ? 'edit.no_places' : 'edit.shuffled');
    case 'shift':
      return say('edit.shifted', { by });
    case 'patch':
      return say('edit.patch', { layer, token: at('token'), source, words });
    case 'number':
      return say('edit.number', { tensor, index, value });
    case 'weight':
      return say('edit.weight', { layer, neuron, channel, value });
    case 'bias':
      return say('edit.bias', { layer, neuron, value });
    default:
      return null;
  }
}
