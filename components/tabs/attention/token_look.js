const who = $('.who'), root = $('.to'), from = $('.from'), note = $('.note');
const SHOWN = 6;
function mark(row) {
  const map = page.attended;
  if (!map || row < 0 || row >= map.n) { root.replaceChildren(); from.replaceChildren(); who.replaceChildren('a token'); note.textContent = ''; return; }
  who.replaceChildren(boxed(map.pieces[row]));
  note.textContent = map.through ? `rollout to layer ${map.layer}` : `layer ${map.layer}, head ${map.head}`;
  const strongest = (indices, weigh) => indices.sort((a, b) => weigh(b) - weigh(a)).slice(0, SHOWN).map((k) => {
    const label = make('span', '', ...letters(map.pieces[k]));
    label.append(make('small', '', ` ${k}`));
    return { label, value: weigh(k), text: number(weigh(k)) };
  });
  bars(root, strongest([...Array(row + 1).keys()], (k) => map.at(row, k)));
  bars(from, strongest(Array.from({ length: map.n - row - 1 }, (_, i) => row + 1 + i), (q) => map.at(q, row)));
  $('.nobody').hidden = row < map.n - 1;
}
hear('attended', () => mark(selected()));
live(() => {}, mark);
