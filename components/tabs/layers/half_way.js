const body = $('tbody');
function draw(value) {
  $('table').hidden = !value;
  if (!value) { body.replaceChildren(); say($('.say')); return; }
  const answer = value.rows.at(-1).top[0], first = value.rows.findIndex((row, i) => value.rows.slice(i).every((later) => later.rank === 1));
  say($('.answer'), 'chance of ', boxed(answer.piece));
  say($('.say'), 'After ', boxed(value.piece), ' the model says ', boxed(answer.piece), first === 0 ? ', from the embedding on.' : first === value.rows.length - 1 ? ', and only the last step decides.' : `; it leads for good after ${value.rows[first].name.replace(/^(\d+) (.*)$/, 'the $2 of layer $1')}.`);
  body.replaceChildren(...value.rows.map((row) => {
    const made = make('tr', '', make('th', '', row.name), make('td', '', make('span', 'likeliest', ...row.top.slice(0, 2).flatMap(({ piece, p }) => [boxed(piece), make('span', 'p', percent(p))]))), make('td', 'chance', bar(row.answer), make('span', 'value', percent(row.answer))), make('td', 'rank', whole(row.rank)));
    made.firstChild.scope = 'row';
    return made;
  }));
}
exporting({ csv: ({ rows }) => download('logit_lens.csv', csv([['after', 'first', 'p', 'second', 'p', 'third', 'p', 'p of the answer', 'its rank'], ...rows.map((row) => [row.name, ...row.top.flatMap(({ piece, p }) => [piece, p]), row.answer, row.rank])]), 'text/csv') });
function mark() {
  const layer = page.state.views.layers?.layer;
  for (const row of body.rows) row.classList.toggle('open', row.firstChild.textContent.startsWith(`${layer} `));
}
hear('wanted', mark);
live(draw, mark);
