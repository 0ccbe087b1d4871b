const fields = [...element.querySelectorAll('[data-dial]')], list = $('datalist'), trouble = $('.trouble');
list.id = `${element.id || 'analogy'}-tokens`;
for (const field of fields) field.setAttribute('list', list.id);
const shown = (piece) => readable(piece.replace(/^ /, '␣'));  // in a text field a leading space must be seen
let ids = new Map();                                         // what is shown -> token id

function fill() {                                            // the map of the vocabulary has sent all pieces
  if (!page.vocabulary || ids.size) return;
  const { pieces, kinds } = page.vocabulary;
  pieces.forEach((piece, id) => { if (kinds[id] !== 'control' && !ids.has(shown(piece))) ids.set(shown(piece), id); });
  list.replaceChildren(...[...ids.keys()].map((name) => { const option = make('option'); option.value = name; return option; }));
}
function turned({ target }) {
  const typed = target.value.replace(/^ /, '␣'), id = ids.get(typed) ?? ids.get(`␣${typed}`);
  trouble.hidden = id !== undefined;
  if (id === undefined) say(trouble, typed ? `“${target.value}” is not one token of this vocabulary. Take one from the list; ␣ is a space before the word.` : 'Type a token, or take one from the list.');
  else page.turn('embeddings', { [target.dataset.dial]: id });
}
function draw(value) {
  for (const node of element.querySelectorAll('.card > :not(header, .trouble)')) node.hidden = !value;
  trouble.hidden = true;
  if (!value) return;
  const [a, b, c] = value.given, [first, second] = value.nearest;
  fields.forEach((field, i) => { if (field !== document.activeElement || !field.dataset.typing) field.value = shown(value.given[i].piece); });
  const sum = [boxed(a.piece), ' − ', boxed(b.piece), ' + ', boxed(c.piece)];
  const lead = second ? `, ahead of the next by ${number(first.cosine - second.cosine)}` : '';
  if (!first) say($('.say'), 'Nothing else is left to compare.');
  else say($('.say'), ...sum, ' points most nearly the way of ', boxed(first.piece), ': ', bold(number(first.cosine)), lead, '. ', ...(first.id === value.alone.id
    ? ['But that is the nearest to ', boxed(c.piece), ' even without the sum (', number(value.alone.cosine), ').']
    : ['Without the sum the nearest to ', boxed(c.piece), ' is ', boxed(value.alone.piece), ' (', number(value.alone.cosine), ').']));
  bars($('.bars'), value.nearest.map((other) => ({ label: listed(other), value: other.cosine, text: number(other.cosine) })));
  const given = value.given.map((other) => other.id).join();
  for (const node of [$('h3'), $('table'), $('table + p')]) node.hidden = !value.families.length;
  $('tbody').replaceChildren(...value.families.map((family) => row(family, given)));
}
function row({ name, shown: four, best, tried, first, alone }, given) {
  const [a, b, c, d] = four.map(({ piece }) => boxed(piece)), button = make('button', 'attempt', a, ' − ', b, ' + ', c), three = four.slice(0, 3).map(({ id }) => id);
  button.type = 'button';
  button.setAttribute('aria-pressed', three.join() === given);
  button.title = best ? 'the clearest of those that need the sum' : 'none of them needs the sum';
  button.addEventListener('click', () => page.turn('embeddings', { a: three[0], b: three[1], c: three[2] }));
  const made = make('tr', '', make('th', '', name), make('td', '', button), make('td', 'many', bold(whole(first)), ` of ${whole(tried)}`), make('td', 'many', whole(alone)));
  made.firstChild.scope = 'row';
  return made;
}
for (const field of fields) {
  field.addEventListener('focus', () => field.select());
  field.addEventListener('input', (event) => { field.dataset.typing = '1'; if (event.inputType === 'insertReplacementText' || !event.inputType) { delete field.dataset.typing; turned(event); } });
  field.addEventListener('change', (event) => { delete field.dataset.typing; turned(event); });
}
hear('vocabulary', fill);
fill();
exporting({ csv: ({ given, nearest }) => download('analogy.csv', csv([['part', 'id', 'token', 'cosine'], ...given.map(({ id, piece }, i) => ['abc'[i], id, piece, '']), ...nearest.map(({ id, piece, cosine }) => ['nearest', id, piece, cosine])]), 'text/csv') });
live(draw);
