const CUTS = { tokens: 'Yours', model_tokens: "The model's" };
const entries = (n) => `${whole(n)} entries`;
function way(value, name) {
  const pieces = value[name], count = value.counts[name], hidden = count - pieces.length;
  const list = make('div', 'chips', ...pieces.map((piece) => make('span', 'chip', ...letters(piece))));
  list.tabIndex = 0;
  list.setAttribute('role', 'group'); list.setAttribute('aria-label', `${CUTS[name]}: ${count} tokens`);
  if (hidden) list.append(make('span', 'hidden', `and ${whole(hidden)} more, not drawn`));
  return make('div', `way ${name}`, make('p', 'name', CUTS[name], make('span', '', entries(name === 'tokens' ? value.entries : value.model_entries))),
    make('p', 'total', make('b', '', whole(count)), make('span', '', count === 1 ? 'token' : 'tokens')), list);
}
function sentence({ counts, asked, entries: size, bytes, n_merges }) {
  const { tokens: mine, model_tokens: theirs } = counts, ended = size < asked;
  const told = ['Your tokenizer needs ', bold(mine === 1 ? '1 token' : `${whole(mine)} tokens`), ` for the prompt, the model's needs `, bold(whole(theirs)), '. '];
  if (!n_merges && !ended) return [...told, `With 256 entries there is one for each byte and nothing is learned: ${whole(bytes)} bytes.`];
  return ended ? [...told, `It stopped at ${entries(size)}: every word of your text is one piece by then.`] : told;
}
function latest({ rank, pieces, made }) {
  const item = make('li', '', boxed(pieces[2]), make('span', 'made', `${whole(made)} ×`));
  item.title = `merge ${whole(rank)}: ${JSON.stringify(pieces[0])} + ${JSON.stringify(pieces[1])}, made ${whole(made)} times in the text to learn from`;
  return item;
}
function facts({ sample: { characters, bytes, tokens } }) {
  return `The text to learn from: ${whole(characters)} characters, ${whole(tokens)} tokens when yours cuts it, ${number(bytes / tokens, 1)} bytes each. `
    + 'It is cut into words first, as for the model of this page, and names such as <red> are never cut.';
}
// A staircase: the prompt keeps its length until the next merge that it holds.
function curve({ lengths, counts, asked, model_entries }) {
  const most = lengths[0][1], high = (n) => 100 - (100 * n) / most, end = 744, theirs = counts.model_tokens;
  const path = lengths.map(([entries, n], i) => (i ? `H${entries - 256}V${high(n)}` : `M0 ${high(n)}`)).join('') + `H${end}`;
  $('path').setAttribute('d', path);
  const dot = $('.plot i'), level = $('.plot u');
  dot.style.left = `${(100 * (asked - 256)) / end}%`; dot.style.top = `${high(counts.tokens)}%`;
  level.style.top = `${high(theirs)}%`; level.hidden = theirs > most;
  $('.theirs').style.top = level.style.top; $('.theirs').hidden = level.hidden;
  $('.theirs').textContent = `the model's, with ${whole(model_entries)}: ${whole(theirs)}`;
  $('.most').textContent = whole(most);
  $('.plot').setAttribute('aria-label', `From ${most} tokens with 256 entries to ${lengths.at(-1)[1]} with 1,000; with ${asked} there are ${counts.tokens}`);
}
function draw(value) {
  const works = Boolean(value) && !value.message;
  $('.ways').hidden = $('.curve').hidden = $('.last').hidden = $('ol').hidden = $('.facts').hidden = $('.out').hidden = !works;
  if (!works) {
    const trouble = make('span', 'message', value ? `${value.message[0].toUpperCase()}${value.message.slice(1)}.` : 'Type a sentence above to see how yours cuts it.');
    trouble.classList.toggle('bad', Boolean(value));
    say($('.say'), trouble);
    return;
  }
  say($('.say'), ...sentence(value));
  $('.ways').replaceChildren(...Object.keys(CUTS).map((name) => way(value, name)));
  curve(value);
  const newest = value.merges.toReversed();
  $('.last').replaceChildren(newest.length ? (newest.length < value.n_merges ? `The ${newest.length} pieces learned last, of ${whole(value.n_merges)}` : `All ${newest.length} pieces, the last one first`) : 'No piece is learned', make('span', '', newest.length ? 'newest first; how often each is made in the text to learn from' : ''));
  $('ol').replaceChildren(...newest.map(latest));
  $('.facts').textContent = facts(value);
}
exporting({
  csv: (value) => value.counts && download('own_tokenizer.csv', csv([['list', 'number', 'piece', 'times made'],
    ...Object.entries(CUTS).flatMap(([name, cut]) => value[name].map((piece, i) => [`prompt, ${cut.toLowerCase()}`, i, piece, ''])),
    ...value.merges.map(({ rank, pieces, made }) => ['learned', rank, pieces[2], made])]), 'text/csv'),
});
live(draw);
