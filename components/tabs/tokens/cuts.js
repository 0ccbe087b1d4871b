const NAMES = { characters: 'Characters', words: 'Words', pieces: 'BPE pieces' };
const NOTES = {
  characters: 'one for each letter, sign and space; below: its code point in Unicode',
  words: 'cut at spaces and signs',
  pieces: 'what the model reads; below: the id, its line in the vocabulary',
};
const ways = $('.ways');
const rowsOf = () => [...ways.querySelectorAll('.chips')];
const chipsOf = (list) => [...list.querySelectorAll('.chip')];

function chip(row, i) {
  const piece = row.pieces[i], made = make('button', 'chip', ...letters(piece));
  made.type = 'button';
  made.tabIndex = i ? -1 : 0;                                // one Tab stop a row; the arrow keys move inside
  made.dataset.start = row.spans[i][0]; made.dataset.end = row.spans[i][1];
  if (row.kinds) made.dataset.kind = row.kinds[i];
  if (row.kinds?.[i] === 'colour') made.prepend(swatch(colourOf(row.ids[i])));
  made.setAttribute('aria-label', `${row.name} ${i}: ${JSON.stringify(piece)}`);
  const below = props.value.as_bytes ? row.hex[i] : row.codes?.[i] ?? (row.ids ? whole(row.ids[i]) : '');
  return make('span', 'slot', made, make('span', 'socket', below));
}
function way(row) {
  const list = make('div', 'chips', ...row.pieces.map((_, i) => chip(row, i))), hidden = row.count - row.pieces.length;
  list.dataset.way = row.name;
  list.setAttribute('role', 'group'); list.setAttribute('aria-label', NAMES[row.name]);
  if (hidden) list.append(make('span', 'hidden', `and ${whole(hidden)} more, not drawn`));
  const note = props.value.as_bytes ? 'below: its bytes in UTF-8, written in hex' : NOTES[row.name];
  const name = row.count === 1 ? row.name.slice(0, -1) : row.name;
  return make('div', 'way', make('p', 'name', NAMES[row.name], make('span', '', note)),
    make('p', 'total', make('b', '', whole(row.count)), make('span', '', name)), list);
}
const covers = ([a, b], [c, d]) => a < d && c < b;
// What the rows have in common, and the first word that is no single piece.
function sentence([characters, words, pieces]) {
  const inside = words.spans.map((span) => pieces.pieces.filter((_, i) => covers(pieces.spans[i], span)));
  const one = inside.filter((found, i) => found.length === 1 && found[0].length === words.pieces[i].length).length;
  const cut = inside.findIndex((found) => found.length > 1);
  const parts = cut < 0 ? [] : inside[cut].flatMap((piece, i) => [i ? ' + ' : '', boxed(piece)]);
  return [bold(`${whole(one)} of ${whole(words.count)}`), ' words here are one piece', ...(cut < 0 ? ['.'] : ['; ', boxed(words.pieces[cut]), ' is read as ', ...parts, '.']),
    ` ${whole(characters.count)} characters become `, bold(`${whole(pieces.count)} numbers`), '.'];
}
function draw(value) {
  for (const button of element.querySelectorAll('[data-bytes]')) button.setAttribute('aria-pressed', Number(button.dataset.bytes) === (value?.as_bytes ?? 0));
  $('.toggle').hidden = !value;
  if (!value) {
    say($('.say'));
    ways.replaceChildren(make('p', 'empty', 'Type a sentence above to see how it is cut.'));
    return;
  }
  say($('.say'), ...sentence(value.rows));
  ways.replaceChildren(...value.rows.map(way));
}
function mark(index) {
  const pieces = rowsOf().at(-1);
  if (!pieces) return;
  chipsOf(pieces).forEach((each, i) => { each.setAttribute('aria-pressed', i === index); each.tabIndex = i === Math.max(0, index) ? 0 : -1; });
}
function tint(target) {
  const own = target?.closest('.chips'), span = target && [Number(target.dataset.start), Number(target.dataset.end)];
  for (const list of rowsOf()) {
    const found = chipsOf(list).filter((each) => {
      const looked = Boolean(target) && list !== own && covers(span, [Number(each.dataset.start), Number(each.dataset.end)]);
      each.classList.toggle('looked', looked);
      return looked;
    });
    const first = found[0]?.parentNode, top = first && first.offsetTop - list.offsetTop;
    if (first && (top < list.scrollTop || top + first.offsetHeight > list.scrollTop + list.clientHeight)) list.scrollTop = top;
  }
}
const chipAt = (event) => event.target.closest?.('.chip');
ways.addEventListener('pointerover', (event) => { if (chipAt(event)) tint(chipAt(event)); });
ways.addEventListener('pointerleave', () => tint(ways.querySelector('.chip:focus-visible')));
ways.addEventListener('focusin', (event) => { if (chipAt(event)) tint(chipAt(event)); });
ways.addEventListener('focusout', () => tint(null));
ways.addEventListener('click', (event) => {                  // the token that holds the first byte of what was clicked
  const at = chipAt(event);
  if (at) select(props.value.rows.at(-1).spans.findIndex(([, end]) => end > Number(at.dataset.start)));
});
ways.addEventListener('keydown', (event) => {
  const at = chipAt(event), all = at ? chipsOf(at.closest('.chips')) : [];
  const next = step(event.key, all.indexOf(at), all.length);
  if (next === undefined || !at) return;
  event.preventDefault();
  at.tabIndex = -1; all[next].tabIndex = 0; all[next].focus();
});
$('.toggle').addEventListener('click', (event) => {
  if (event.target.dataset.bytes) page.turn('tokens', { as_bytes: Number(event.target.dataset.bytes) });
});
exporting({
  csv: ({ rows }) => download('tokens.csv', csv([['cut', 'index', 'piece', 'start', 'end', 'bytes', 'id'],
    ...rows.flatMap((row) => row.pieces.map((piece, i) => [row.name, i, piece, ...row.spans[i], row.hex[i], row.ids?.[i] ?? '']))]), 'text/csv'),
});
live(draw, mark);
