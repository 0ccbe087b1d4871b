// A conversation, drawn: as bubbles with the base beside each answer, or as the one text that is read.

import { button, make } from '../../page/dom.js';
import { number, percent } from '../../page/numbers.js';
import { explaining } from '../../page/term.js';
import { levelOf } from '../../page/token_chips.js';
import { bars, boxed, letters } from '../../page/tokens.js';
import { say, text } from '../../page/words.js';
import { filled } from '../../parts/glass.js';
import { endOf, promptOf } from './turns.js';

/**
 * @import { Turn } from './turns.js'
 * @typedef {{ place: number, side: number, at: number }} Chosen a token whose die is open
 * @typedef {object} Acts
 * @property {(chosen: Chosen) => void} choose
 * @property {(place: number | null) => void} edit
 * @property {(place: number, asked: string) => void} branch
 * @property {(place: number, by: number) => void} turn
 * @typedef {object} Shown
 * @property {Turn[]} path
 * @property {number} fallen
 * @property {string} head
 * @property {number} most characters of a question
 * @property {Chosen | null} chosen
 * @property {number | null} edited
 * @property {(place: number) => [number, number]} branches
 * @property {boolean} busy
 */

/**
 * A turn as bubbles.
 * @param {Shown} shown
 * @param {number} place
 * @param {Acts} acts
 */
export function bubbles(shown, place, acts) {
  const turn = shown.path[place];
  const made = make('li', place < shown.fallen ? 'turn fallen' : 'turn');
  const asked = shown.edited === place ? form(shown, place, acts) : question(shown, place, acts);
  const [with_, without] = [0, 1].map((side) => {
    const said = make('p', 'said', ...glasses(turn, place, side, shown.chosen, acts));
    const heading = make('h3', '', text(side ? 'chat.without' : 'chat.with'));
    return make('div', side ? 'answer base' : 'answer', heading, said);
  });
  if (turn.read) with_.append(inside(shown, place));
  made.append(asked, make('div', 'two', with_, without));
  if (shown.chosen?.place === place) made.append(die(turn, shown.chosen));
  return made;
}

/**
 * @param {Shown} shown
 * @param {number} place
 * @param {Acts} acts
 */
function question({ path, branches, busy }, place, acts) {
  const { asked, read } = path[place];
  const edit = button('button quiet', () => acts.edit(place), text('chat.edit'));
  edit.dataset.focus = `edit${place}`;
  edit.disabled = busy;
  const [open, n] = branches(place);
  const walk = n < 2 ? [] : [walker(place, open, n, busy, acts)];
  return make(
    'div',
    'me',
    make('p', 'asked', asked),
    make('span', 'beside', ...light(read?.familiar ?? null), ...walk, edit),
  );
}

/**
 * @param {number} place
 * @param {number} open
 * @param {number} n
 * @param {boolean} busy
 * @param {Acts} acts
 */
function walker(place, open, n, busy, acts) {
  const [back, on] = /** @type {const} */ ([-1, 1]).map((by) => {
    const made = button('button quiet', () => acts.turn(place, by), by < 0 ? '‹' : '›');
    made.setAttribute('aria-label', text(by < 0 ? 'chat.before' : 'chat.after'));
    made.dataset.focus = `walk${by}${place}`;
    made.disabled = busy || (by < 0 ? open === 0 : open === n - 1);
    return made;
  });
  return make('span', 'walk', back, text('chat.of', { i: open + 1, n }), on);
}

/**
 * @param {Shown} shown
 * @param {number} place
 * @param {Acts} acts
 */
function form({ path, most }, place, acts) {
  const field = make('input');
  field.value = path[place].asked;
  field.maxLength = most;
  field.dataset.focus = 'edited';
  field.setAttribute('aria-label', text('chat.edit'));
  const send = make('button', 'button do', text('chat.branch'));
  const leave = button('button', () => acts.edit(null), text('chat.cancel'));
  const made = make('form', 'me editing', field, send, leave);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    acts.branch(place, field.value);
  });
  return made;
}

/** @param {number | null} share */
function light(share) {
  if (share === null) return [];
  const level = levelOf(share);
  const is = text(/** @type {'light.own_is'} */ (`light.${level}_is`), { share: percent(share) });
  const told = explaining(text(/** @type {'light.own'} */ (`light.${level}`)), is);
  told.dataset.level = level;
  return [told];
}

/**
 * @param {Turn} turn
 * @param {number} place
 * @param {number} side
 * @param {Chosen | null} chosen
 * @param {Acts} acts
 */
function glasses(turn, place, side, chosen, acts) {
  const said = turn.said[side];
  const made = said.map((token, at) => {
    const glass = filled(
      button('', () => acts.choose({ place, side, at })),
      token,
    );
    glass.dataset.focus = `${place}.${side}.${at}`;
    glass.setAttribute('aria-label', glass.title);
    const open = chosen?.place === place && chosen.side === side && chosen.at === at;
    glass.setAttribute('aria-pressed', String(open));
    return glass;
  });
  if (turn.state === 'waits' || turn.state === 'busy' || endOf(said)) return made;
  const why = turn.state === 'stopped' ? 'chat.stopped' : side ? 'chat.beside_cut' : 'chat.cut';
  return [...made, make('span', 'muted', ` ${text(said.length ? why : 'chat.silent')}`)];
}

/**
 * @param {Shown} shown
 * @param {number} place
 */
function inside({ path, head }, place) {
  const link = make('a', 'inside', text('chat.inside'));
  const query = new URLSearchParams({ tab: 'layers', text: promptOf(path, place, head) });
  link.href = `of/chat/?${query}`;
  link.target = '_blank';
  link.rel = 'noopener';
  link.title = text('chat.inside_is');
  return link;
}

/**
 * @param {Turn} turn
 * @param {Chosen} chosen
 */
function die({ said }, { side, at }) {
  const token = said[side][at];
  const made = make('div', 'die');
  if (!token) return made;
  const { piece, p, id, ends, others } = token;
  const faces = others.some((face) => face.id === id) ? others : [...others, token];
  const drawn = make('div', 'bars');
  bars(
    drawn,
    faces.map((face) => ({
      label: make('span', '', ...letters(face.piece)),
      value: face.p,
      text: percent(face.p),
      fell: face.id === id,
    })),
  );
  const slots = { p: percent(p), bits: number(-Math.log2(Math.max(p, 1e-12)), 1) };
  made.append(
    make('h3', '', ...say('chat.die', { token: boxed(piece) })),
    make('p', 'muted', ...say('chat.had', { ...slots, end: percent(ends) })),
    drawn,
  );
  return made;
}

/**
 * The one text: what stands above, the turns with their tokens, those that fell out struck through.
 * @param {Shown} shown
 * @param {Acts} acts
 */
export function whole({ path, fallen, chosen }, acts) {
  const last = path.findLast(({ read }) => read);
  const head = (last?.read?.head ?? []).map((piece) => token(piece, 'given'));
  const turns = path.map((turn, place) => {
    const asked = (turn.read?.asked ?? [turn.asked]).map((piece) => token(piece, 'given'));
    const said = glasses(turn, place, 0, chosen, acts);
    const over = endOf(turn.said[0]) && place < path.length - 1; // the next <user> stands there
    const parts = [
      mark('<user>'),
      ...asked,
      mark('<assistant>'),
      ...(over ? said.slice(0, -1) : said),
    ];
    return make('span', place < fallen ? 'part fallen' : 'part', ...parts);
  });
  return [...head, ...turns];
}

/**
 * @param {string} piece
 * @param {string} className
 */
const token = (piece, className) => make('span', `token ${className}`, ...letters(piece));

/** @param {string} name */
const mark = (name) => make('span', 'token mark', name);

export const dieOf = die;
