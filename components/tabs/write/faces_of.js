// The die of one written token, as bars: any other face can be taken.

import { button, finder, make } from '../../page/dom.js';
import { number, percent } from '../../page/numbers.js';
import { boxed, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Loaded, Token } from '../../values'
 * @param {HTMLElement} card
 * @param {Token | Loaded | null} token the die alone: nothing has fallen yet
 * @param {{ byHand: boolean, take: (id: number) => void }} how
 */
export function facesOf(card, token, { byHand, take }) {
  const $ = finder(card);
  $('.others').replaceChildren(...(token ? rows(token, take) : []));
  if (!token) {
    put($('h2'), 'write.die_none');
    $('.say').replaceChildren();
    $('.end-say').replaceChildren();
    return;
  }
  put($('.end-say'), 'id' in token ? 'write.ends' : 'write.may_end', { p: percent(token.ends) });
  if (!('id' in token)) {
    put($('h2'), 'write.die_next');
    put($('.say'), 'write.waits');
    return;
  }
  put($('h2'), 'write.die', { token: boxed(token.piece) });
  const said = { p: percent(token.p), bits: number(-Math.log2(Math.max(token.p, 1e-12)), 1) };
  put($('.say'), byHand ? 'write.by_hand' : 'write.had', said);
}

/**
 * @param {Token | Loaded} token
 * @param {(id: number) => void} take
 */
function rows(token, take) {
  const { others } = token;
  const fell = 'id' in token ? token : null;
  const known = !fell || others.some(({ id }) => id === fell.id);
  const faces = known ? others : [...others, fell];
  const most = Math.max(...faces.map((face) => face.p), 1e-9);
  return faces.flatMap((face) => {
    const own = face.id === fell?.id;
    const long = make('span', 'long track', make('i'));
    /** @type {HTMLElement} */ (long.firstChild).style.width = `${(100 * face.p) / most}%`;
    long.dataset.p = String(face.p);
    const act = own
      ? make('span', 'muted', text('write.is_in'))
      : button('take', () => take(face.id), text('write.take'));
    if (!own)
      act.setAttribute('aria-label', `${text('write.take')}: ${face.piece.trim() || face.piece}`);
    return [
      make('span', own ? 'name own' : 'name', ...letters(face.piece)),
      long,
      make('span', 'p', percent(face.p)),
      act,
    ];
  });
}
