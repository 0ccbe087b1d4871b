const SHOWN = 6;
let all = null, row = -1, col = 0, D = 0;
function draw(value) {
  for (const part of element.querySelectorAll('.card > :not(header)')) part.hidden = !value;
  $('.note').textContent = value ? `layer ${value.layer}, head ${value.head}` : '';
  all = value && Object.fromEntries(['q', 'k', 'v', 'z', 'scores', 'writes'].map((name) => [name, floats(value[name])]));
  if (all) D = all.q.length / value.pieces.length;
}
const of = (name, i, width = D) => all[name].subarray(i * width, (i + 1) * width);
// The row of scores up to the query itself, as attention weights.
function weights(n) {
  const mine = of('scores', row, n).subarray(0, row + 1), top = Math.max(...mine), raised = [...mine].map((x) => Math.exp(x - top)), sum = raised.reduce((a, b) => a + b);
  return raised.map((x) => x / sum);
}
function mark(index) {
  const value = props.value;
  if (!all || index < 0 || index >= value.pieces.length) return;
  row = index;
  const n = value.pieces.length, weight = weights(n), strongest = weight.indexOf(Math.max(...weight));
  col = page.column !== null && page.column !== undefined && page.column <= row ? page.column : strongest;
  const q = of('q', row), k = of('k', col), products = q.map((x, i) => x * k[i]), dot = products.reduce((a, b) => a + b, 0), score = of('scores', row, n)[col];
  say($('.say'), boxed(value.pieces[row]), ` at ${row} asks, `, boxed(value.pieces[col]), ` at ${col} answers`, col === strongest ? ', the strongest of its row.' : '. Press a cell of the map to change the pair.');
  strip($('[data-of=product]'), products, (i) => say($('.reading'), `number ${i}: ${number(q[i], 3)} × ${number(k[i], 3)} = `, bold(number(products[i], 3)), `; all ${D} add up to `, bold(number(dot, 3))));
  say($('.scaled'), `${number(dot, 3)} / √${D} = `, bold(number(score, 3)));
  const order = [...weight.keys()].sort((a, b) => weight[b] - weight[a]).slice(0, SHOWN);
  if (!order.includes(col)) order.splice(-1, 1, col);
  $('.soft').replaceChildren(...order.flatMap((i) => { const label = make('span', `label${i === col ? ' on' : ''}`, ...letters(value.pieces[i])); return [label, make('span', 'score', number(of('scores', row, n)[i], 2)), bar(weight[i]), make('span', 'value', number(weight[i], 3))]; }));
  const z = of('z', row), v = of('v', col);
  strip($('[data-of=z]'), z, (i) => say($('.zed'), `number ${i} of z is ${number(z[i], 3)}; ${number(weight[col], 3)} × ${number(v[i], 3)} = ${number(weight[col] * v[i], 3)} of it comes from `, boxed(value.pieces[col])));
  const writes = of('writes', row, all.writes.length / n);
  strip($('[data-of=writes]'), writes, () => {});
  say($('.raises'), `It is ${number(Math.hypot(...writes))} long and, read straight as scores, raises most: `, ...value.raises[row].map(boxed));
}
function strip(root, vector, read) {
  const canvas = root.firstChild ?? root.appendChild(make('canvas')), columns = Math.min(64, vector.length), lines = Math.ceil(vector.length / columns), limit = Math.max(...vector.map(Math.abs)) || 1;
  const shade = shades(limit);
  cellsOn(canvas, columns, lines, (i) => (i < vector.length ? shade(vector[i]) : 0));
  canvas.style.height = `${lines * 12}px`;
  canvas.title = `from −${number(limit)} to +${number(limit)}`;
  canvas.onpointermove = ({ offsetX, offsetY }) => { const i = Math.floor((offsetX / canvas.clientWidth) * columns) + columns * Math.floor(offsetY / 12); if (i >= 0 && i < vector.length) read(i); };
  read(vector.reduce((best, x, i) => (Math.abs(x) > Math.abs(vector[best]) ? i : best), 0));
}
hear('looked', () => mark(selected()));
exporting({
  csv: ({ pieces }) => download('head.csv', csv([['number', `q of ${pieces[row]}`, `k of ${pieces[col]}`, 'product', `v of ${pieces[col]}`, `z of ${pieces[row]}`], ...[...of('q', row)].map((x, i) => [i, x, of('k', col)[i], x * of('k', col)[i], of('v', col)[i], of('z', row)[i]])]), 'text/csv'),
});
live(draw, mark);
