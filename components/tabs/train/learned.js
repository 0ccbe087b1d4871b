// What a training has made: a die, how far its weights went, and the model as a folder.

import { finder } from '../../page/dom.js';
import { handed } from '../../page/handed.js';
import { number, percent, whole } from '../../page/numbers.js';
import { bars, boxed } from '../../page/tokens.js';
import { put, say } from '../../page/words.js';
import { packed } from '../../parts/packed.js';
import { among } from './said_words.js';
import { training } from './training.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Packed, TrainingEvent } from '../../values'
 */

/**
 * Where the page of a training's model stands: beside that of another one, or below the shipped one's.
 * @param {string} name
 * @param {TrainingEvent} begun
 */
function apart(name, { beginning, caption }) {
  const query = new URLSearchParams({
    tab: caption ? 'paint' : 'dice',
    text: caption || (beginning ?? ''),
  });
  const up = /\/of\/[^/]+\/$/.test(location.pathname) ? '../' : 'of/';
  return `${up}${name}/?${query}`;
}

/** @param {Widget<Packed | string>} widget */
export default function learned(widget) {
  const $ = finder(widget.element);
  const [die, moved] = [$('.bars'), $('.moved')];
  const tell = () => {
    const { look, begun, phase } = training;
    $('.card').hidden = !look;
    if (!look || !begun) return;
    if (begun.caption) put($('h2'), 'train.middle');
    else put($('h2'), 'train.die_after', { beginning: begun.beginning ?? '' });
    put($('.note'), 'train.step', { n: whole(look.step) });
    const faces = look.die ?? [];
    bars(
      die,
      faces.map(([piece, p]) => ({ label: boxed(piece), value: p, text: percent(p) })),
    );
    const [piece, p] = faces[0];
    const slots = { n: whole(begun.tokens ?? 0), token: boxed(piece), p: percent(p) };
    const chosen = among(look.unseen);
    $('.say').replaceChildren(...say('train.face', { ...slots, among: chosen }));
    const ways = Object.entries(look.moved ?? {});
    const most = Math.max(...ways.map(([, way]) => way), 1e-9);
    bars(
      moved,
      ways.map(([part, way]) => ({ label: part, value: way, text: number(way, 2) })),
      most,
    );
    const made = phase === 'ended' && !training.ended?.failed;
    $('.download', HTMLButtonElement).disabled = !made;
    const open = $('.open', HTMLAnchorElement);
    open.toggleAttribute('href', made);
    if (made) open.href = apart(training.name, begun);
  };
  $('.download').addEventListener('click', () => {
    put($('.state'), 'train.packing');
    widget.send(training.name);
    widget.trigger('pack');
  });
  $('.forget').addEventListener('click', () => training.forget());
  widget.watch((value) => packed(value, 'your-model', $('.state'), 'train.packed'));
  handed['train.learned'] = () => {
    const { begun, look, name } = training;
    const beginning = begun?.beginning ?? '';
    return { beginning, prompt: begun?.caption || beginning, run: name, step: look?.step ?? 0 };
  };
  widget.hear('trained', tell);
  tell();
}
