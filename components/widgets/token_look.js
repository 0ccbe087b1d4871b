const who = $('.who'), root = $('.bars'), note = $('.note');
const SHOWN = 6;
function mark(row) {
  const map = page.attended, value = props.value;
  if (!value || !map || row < 0 || row >= map.n) { root.replaceChildren(); who.replaceChildren('a token'); note.textContent = ''; return; }
  who.replaceChildren(boxed(map.pieces[row]));
  note.textContent = `layer ${value.layer}, head ${value.head}`;
  const columns = [...Array(row + 1).keys()].sort((a, b) => map.at(row, b) - map.at(row, a)).slice(0, SHOWN);
  bars(root, columns.map((k) => {
    const label = make('span', '', ...letters(map.pieces[k])), weight = map.at(row, k);
    label.append(make('small', '', ` ${k}`));
    return { label, value: weight, text: number(weight) };
  }));
}
hear('attended', () => mark(selected()));
live(() => {}, mark);
