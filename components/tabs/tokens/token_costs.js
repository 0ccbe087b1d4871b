const NAMES = { bytes: 'bytes', characters: 'characters', words: 'words', pieces: 'BPE pieces' };
function line(way) {
  const share = make('td', way.share > 1 ? 'over' : '', percent(way.share));
  const vocabulary = way.vocabulary === null ? 'every word' : whole(way.vocabulary);
  const name = make('th', '', NAMES[way.name]);
  name.scope = 'row';
  return make('tr', way.name === 'pieces' ? 'read' : '', name,
    make('td', '', whole(way.count)), make('td', '', number(way.bytes_per_token, 1)), share, make('td', '', whole(way.weights)), make('td', '', vocabulary));
}
function draw(value) {
  $('.wide').hidden = $('p.note').hidden = !value;
  $('tbody').replaceChildren(...(value?.ways ?? []).map(line));
  if (!value) { say($('.say'), 'Type a sentence above to see what its cuts cost.'); return; }
  const of = Object.fromEntries(value.ways.map((way) => [way.name, way])), times = of.bytes.weights / of.pieces.weights;
  say($('.say'), 'A BPE piece covers ', bold(`${number(of.pieces.bytes_per_token, 1)} bytes`), ' on average. Byte by byte, attention would compute ',
    bold(`${number(times, 1)} times`), ' as many weights.');
  $('p.note').textContent = `Context: share of the ${whole(value.context)} tokens that the model can hold. Weights a head: each token looks at itself and all before it. `
    + 'Bytes and BPE pieces can spell any text; a word that is missing from a list of words cannot be read at all.';
}
exporting({
  csv: ({ ways }) => download('costs.csv', csv([['cut', 'tokens', 'bytes per token', 'share of context', 'weights per head', 'vocabulary'],
    ...ways.map((way) => [way.name, way.count, way.bytes_per_token, way.share, way.weights, way.vocabulary ?? ''])]), 'text/csv'),
});
live(draw);
