const KINDS = { word: 'word piece', digit: 'digit', punct: 'punctuation or space', colour: 'colour of a pixel', note: 'note', control: 'control', fragment: 'part of a character' };
const term = (name, className, ...children) => [make('dt', '', name), make('dd', className, ...children)];
let shown = null;
function entry(id, found) {
  const places = props.value.ids.flatMap((each, i) => (each === id ? [i] : []));
  return [
    ...term('id', 'mono', `${whole(id)} of ${whole(props.value.n_tokens)}`),
    ...term('kind', '', KINDS[found.kind]),
    ...term(found.n_bytes === 1 ? '1 byte' : `${found.n_bytes} bytes`, 'mono', found.hex),
    ...term('starts with a space', '', found.spaced ? 'yes: a new word begins' : 'no'),
    ...term('here at', 'mono', places.join(', ')),
    ...term('beside it in the list', '', ...found.beside.flatMap((each, i) => [i ? '  ' : '', boxed(each.piece), ` ${whole(each.id)}`])),
  ];
}
function origin(found) {
  const { steps, n_bytes, kind } = found, last = steps.at(-1), total = whole(props.value.n_merges);
  if (last) return [boxed(found.piece), ' was joined from ', boxed(last.pieces[0]), ' + ', boxed(last.pieces[1]), ' by ', bold(`merge ${whole(last.rank)}`), ` of ${total}; earlier ones joined more frequent pairs.`];
  if (n_bytes === 1) return [boxed(found.piece), ' is ', bold('a single byte'), ': one of the 256 from which every text can be spelled.'];
  return [boxed(found.piece), ' has ', bold('a line of its own'), `, set by hand: no merge makes it, and it is never cut. Kind: ${KINDS[kind]}.`];
}
const rung = (each) => make('li', '', make('span', 'rank', `merge ${whole(each.rank)}`),
  make('span', '', boxed(each.pieces[0]), ' + ', boxed(each.pieces[1]), ' = ', boxed(each.pieces[2])));
function mark(index) {
  const id = props.value?.ids?.[index], found = props.value?.details?.[id];
  if (!found) { empty(); return; }
  shown = found;
  say($('h2'), 'Token ', boxed(found.piece));
  $('header .note').textContent = `position ${index}`;
  say($('.say'), ...origin(found));
  $('dl').replaceChildren(...entry(id, found));
  $('h3').textContent = found.steps.length > 1 ? 'Built from bytes, in the order of training' : '';
  $('ol').replaceChildren(...(found.steps.length > 1 ? found.steps.map(rung) : []));
}
function empty() {
  shown = null;
  say($('h2'), 'Token');
  for (const part of ['header .note', 'h3', 'dl', 'ol']) $(part).replaceChildren();
  say($('.say'), 'Type a sentence above, then select one of its tokens.');
}
exporting({
  csv: () => shown && download('token.csv', csv([['merge', 'left', 'right', 'joined'], ...shown.steps.map((each) => [each.rank, ...each.pieces])]), 'text/csv'),
});
live(() => {}, mark);
