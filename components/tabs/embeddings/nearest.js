const row = (other) => ({ label: listed(other), value: other.cosine, text: number(other.cosine) });
function draw(value) {
  const here = value?.here ?? [];
  bars($('.all'), (value?.nearest ?? []).map(row));
  bars($('.here'), here.map(row));
  $('h3').textContent = here.length ? 'Other tokens of the prompt' : '';
  if (!value) { say($('.say'), 'Type a sentence above, then select one of its tokens.'); return; }
  const [first] = value.nearest;
  say($('.say'), 'Of all ', whole(value.n_others), ' others ', boxed(first.piece), ' points most nearly the way of ', boxed(value.piece), ': ',
    bold(number(first.cosine)), '. Half of them are below ', bold(number(value.median)), '.');
}
exporting({
  csv: ({ nearest, here }) => download('nearest.csv', csv([['list', 'id', 'token', 'cosine'],
    ...[['vocabulary', nearest], ['prompt', here]].flatMap(([name, list]) => list.map((other) => [name, other.id, other.piece, other.cosine]))]), 'text/csv'),
});
live(draw);
