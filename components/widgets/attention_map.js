const title = $('h2'), habits = $('.habits'), line = $('.say'), frame = $('.frame'), board = $('svg'), canvas = $('canvas');
const LEFT = 92, TOP = 96, SMALLEST = 12, LARGEST = 52;
let map = null, cell = 0, over = null, column = null;
function draw(value) {
  over = null; column = null;
  frame.hidden = $('.legend').hidden = !value;
  if (!value) { map = page.attended = null; board.replaceChildren(); title.textContent = 'One head'; say(line); page.tell('attended'); return; }
  const cells = floats(value.cells), n = value.pieces.length;
  map = page.attended = { ...value, n, at: (row, col) => cells[row * n + col] };
  title.textContent = value.through ? `Rollout to layer ${value.layer}` : `Layer ${value.layer}, head ${value.head}`;
  for (const button of element.querySelectorAll('[data-through]')) button.setAttribute('aria-pressed', Number(button.dataset.through) === value.through);
  const { role, most, score, through } = value;
  say($('.role'), ...(through ? ['Rollout: the mean of all heads, half of it replaced by the token itself for the stream that goes on, multiplied from layer to layer. It knows nothing of the values.']
    : role ? ['Role: ', bold(role), `. On random tokens where this can be measured it gives ${number(score)} of its attention there.`]
      : ['No clear role. On random tokens where roles can be measured its largest share is ', bold(number(score)), ` (${most}).`]));
  const { previous, first, itself } = value.habits;
  habits.textContent = n > 1 ? `${value.through ? 'All heads together' : 'This head'} on this text, on average: ${number(previous)} one token back, ${number(first)} at the first token, ${number(itself)} at itself.` : '';
  frame.setAttribute('aria-label', `Attention weights of layer ${value.layer}, head ${value.head}; arrow keys move`);
  page.tell('attended');
}
function mark(row) {
  if (page.state.tab === 'attention') page.weigh(map && row >= 0 && row < map.n ? Array.from({ length: map.n }, (_, k) => (k <= row ? map.at(row, k) : 0)) : null);
  if (!map) return;
  cell = Math.min(LARGEST, Math.floor((frame.clientWidth - LEFT - 16) / map.n));
  const large = cell >= SMALLEST;
  board.toggleAttribute('hidden', !large);
  canvas.hidden = large;
  if (large) drawPips(row); else drawCells(row);
  speak(over ?? { row, col: column });
}
function label(text, attributes) {
  const made = svg('text', { class: 'label', ...attributes });
  made.textContent = text;
  return made;
}
function drawPips(row) {
  const { n, pieces, at } = map, width = LEFT + n * cell + 12, height = TOP + n * cell + 4, parts = [];
  board.setAttribute('viewBox', `0 0 ${width} ${height}`);
  board.setAttribute('width', width);
  if (row >= 0 && row < n) parts.push(svg('rect', { class: 'band', x: 0, y: TOP + row * cell, width: LEFT + (row + 1) * cell, height: cell, rx: 4 }));
  for (let q = 0; q < n; q++) for (let k = 0; k <= q; k++) {
    parts.push(svg('rect', { class: q === row ? 'cell on' : 'cell', x: LEFT + k * cell + 1, y: TOP + q * cell + 1, width: cell - 2, height: cell - 2, rx: 2 }));
    const r = (cell / 2 - 2) * Math.sqrt(at(q, k));
    if (r > 0.4) parts.push(svg('circle', { class: q === row ? 'pip on' : 'pip', cx: LEFT + (k + 0.5) * cell, cy: TOP + (q + 0.5) * cell, r, 'data-weight': at(q, k) }));
  }
  if (column !== null && column <= row) parts.push(svg('rect', { class: 'ring', x: LEFT + column * cell + 1, y: TOP + row * cell + 1, width: cell - 2, height: cell - 2, rx: 3 }));
  const size = Math.min(15, cell - 1), short = (piece) => { const text = readable(piece.trim() || piece); return text.length > 9 ? `${text.slice(0, 8)}…` : text; };
  pieces.forEach((piece, i) => parts.push(
    label(short(piece), { x: LEFT - 10, y: TOP + i * cell + cell / 2 + 5, 'text-anchor': 'end', 'font-size': size, ...(i === row ? { class: 'label on' } : {}) }),
    label(short(piece), { transform: `translate(${LEFT + i * cell + cell / 2 + 4},${TOP - 8}) rotate(-55)`, 'font-size': size })));
  if (n >= 10 && cell >= 24) parts.push(...legend(width));
  board.replaceChildren(...parts);
}
// The future stays empty: room for the key to the pips.
function legend(width) {
  const x = width - 150, parts = [label('area = weight', { x, y: TOP + 24, 'font-size': 14 })];
  let y = TOP + 54;
  for (const weight of [1, 0.5, 0.1, 0.02]) {
    const r = (cell / 2 - 2) * Math.sqrt(weight);
    parts.push(svg('circle', { class: 'pip on', cx: x + 16, cy: y, r }), label(String(weight), { x: x + 46, y: y + 5, 'font-size': 14 }));
    y += Math.max(22, r + 20);
  }
  return parts;
}
function drawCells(row) {
  const { n, at } = map, dense = window.devicePixelRatio || 1, side = Math.min(frame.clientWidth, 720), pen = canvas.getContext('2d'), ramp = tints('chance');
  const small = cellsOn(new OffscreenCanvas(n, n), n, n, (i) => (i % n > i / n ? 0 : ramp[Math.round(STEPS * Math.sqrt(at(Math.floor(i / n), i % n)))]));
  canvas.width = canvas.height = side * dense;
  canvas.style.width = canvas.style.height = `${side}px`;
  pen.imageSmoothingEnabled = false;
  pen.drawImage(small, 0, 0, canvas.width, canvas.height);
  pen.strokeStyle = css('--ink'); pen.lineWidth = 2 * dense;
  cell = side / n;
  if (row >= 0 && row < n) pen.strokeRect(dense, row * cell * dense, (row + 1) * cell * dense, Math.max(cell, 3) * dense);
}
// The same in words: the cell under the pointer, else the strongest weight of the selected row.
function speak({ row, col }) {
  const { n, pieces, at } = map;
  if (row < 0 || row >= n) return;                           // the text has just changed
  const k = col !== null && col <= row ? col : [...Array(row + 1).keys()].reduce((best, i) => (at(row, i) > at(row, best) ? i : best), 0);
  const back = row - k, where = back === 0 ? 'itself' : back === 1 ? 'one token back' : `${back} tokens back`;
  say(line, boxed(pieces[row]), ` at ${row} gives `, bold(number(at(row, k))), ' of its attention to ', boxed(pieces[k]), ` at ${k}, ${where}.`);
}
function point(event) {
  const box = (canvas.hidden ? board : canvas).getBoundingClientRect(), scale = canvas.hidden ? board.viewBox.baseVal.width / box.width : 1;
  const x = (event.clientX - box.left) * scale - (canvas.hidden ? LEFT : 0), y = (event.clientY - box.top) * scale - (canvas.hidden ? TOP : 0);
  const row = Math.floor(y / cell), col = Math.floor(x / cell);
  return row >= 0 && row < map.n && col < map.n ? { row, col: col >= 0 && col <= row ? col : null } : null;
}
frame.addEventListener('pointermove', (event) => { if (map) { over = point(event); speak(over ?? { row: selected(), col: column }); } });
frame.addEventListener('pointerleave', () => { over = null; if (map) speak({ row: selected(), col: column }); });
frame.addEventListener('click', (event) => {
  const at = map && point(event);
  if (!at) return;
  column = at.col;
  page.column = column; page.tell('looked');
  if (at.row === selected()) mark(at.row); else select(at.row);
});
frame.addEventListener('keydown', (event) => {
  if (!map) return;
  const row = selected(), vertical = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' }[event.key];
  const next = vertical ? step(vertical, row, map.n) : step(event.key, column ?? row, row + 1);
  if (next === undefined) return;
  event.preventDefault();
  over = null;
  if (vertical) select(next); else { column = page.column = next; page.tell('looked'); mark(row); }
});
exporting({
  png: () => (canvas.hidden ? savePng('attention.png', board) : saveCanvas('attention.png', canvas)),
  svg: () => { if (canvas.hidden) saveSvg('attention.svg', board); else say(line, 'A text of this length is drawn in cells: take the PNG or the CSV.'); },
  csv: ({ pieces }) => download('attention.csv', csv([['looks \\ at', ...pieces], ...pieces.map((piece, row) => [piece, ...pieces.map((_, k) => map.at(row, k))])]), 'text/csv'),
});
for (const button of element.querySelectorAll('[data-through]')) button.addEventListener('click', () => page.turn('attention', { through: Number(button.dataset.through) }));
new ResizeObserver(() => mark(selected())).observe(frame);
live(draw, mark);
