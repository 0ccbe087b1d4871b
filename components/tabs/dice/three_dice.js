const three = $('.three');
function draw(value) {
  $('.empty').hidden = Boolean(value); three.hidden = $('.say').hidden = $('.apart').hidden = !value;
  if (!value) return;
  say($('.say'), ...(value.ending.length ? ['In ', bold(whole(value.sample)), ' tokens of training text, ', ...value.ending.map(boxed), ' occurs ', bold(`${whole(value.times)} times`), '. What followed:'] : ['No ending of this text occurs 5 times in ', bold(whole(value.sample)), ' tokens of training text. All tokens counted:']));
  three.replaceChildren(make('span'), ...['in the data', '5-gram', 'transformer'].map((name) => make('span', 'word', name)), ...value.rows.flatMap(({ piece, count, data, ngram, model }) => {
    const first = written(data, 'data');
    first.title = `${whole(count)} times`;
    return [make('span', 'label', ...letters(piece)), first, written(ngram, 'ngram'), written(model, 'model')];
  }));
  $('.apart').textContent = `Kullback-Leibler divergence from the data: 5-gram ${number(value.ngram_bits)} bits, transformer ${number(value.model_bits)} bits. The data know this ending alone, the transformer the whole text.`;
}
exporting({ csv: ({ rows }) => download('three_dice.csv', csv([['token', 'id', 'count', 'data', '5-gram', 'transformer'], ...rows.map((row) => [row.piece, row.id, row.count, row.data, row.ngram, row.model])]), 'text/csv') });
live(draw);
