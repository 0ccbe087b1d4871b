const title = $('h2'), habits = $('.habits'), line = $('.say'), frame = $('.frame'), board = $('svg'), canvas = $('canvas'), zoom = $('.zoom');
const LEFT = 92, TOP = 96, SMALLEST = 12, LARGEST = 52;
// `lens`: the part of a long text's map that is drawn large, {top, left, size} in tokens; null: all of it.
let map = null, cell = 0, over = null, column = null, lens = null, drag = null, dragged = -Infinity;
function draw(value) {
  over = null; column = null;
  frame.hidden = $('.legend').hidden = !value;
  if (!value) { map = page.attended = null; board.replaceChildren(); title.textContent = 'One head'; say(line); page.tell('attended'); return; }
  const cells = floats(value.cells), n = value.pieces.length;
  if (map?.pieces.join() !== value.pieces.join()) lens = null;
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
  const fits = Math.floor((frame.clientWidth - LEFT - 16) / SMALLEST), large = map.n <= fits;
  if (large) lens = null;
  if (lens && row >= 0 && (row < lens.top || row >= lens.top + lens.size)) move(row - Math.floor(lens.size / 2) - lens.top);
  if (lens && column !== null && (column < lens.left || column >= lens.left + lens.size)) lens.left = Math.max(0, Math.min(map.n - lens.size, column - Math.floor(lens.size / 2)));
  cell = Math.min(LARGEST, Math.floor((frame.clientWidth - LEFT - 16) / (lens?.size ?? map.n)));
  board.toggleAttribute('hidden', !large && !lens);
  canvas.hidden = large || Boolean(lens);
  if (canvas.hidden) drawPips(row); else drawCells(row);
  zoom.hidden = large;
  zoom.textContent = lens ? 'Whole map' : 'Zoom in';
  zoom.title = lens ? '' : `draws ${fits} tokens large; or drag over a part of the map`;
  speak(over ?? { row, col: column });
}
// The lens along the diagonal, where a token and what it looks at both move on; never out of the map.
function move(by) {
  const clip = (x) => Math.max(0, Math.min(map.n - lens.size, x));
  lens = { ...lens, top: clip(lens.top + by), left: clip(lens.left + by) };
}
function zoomTo(a, b) {                                      // corners in tokens; as large as can be read
  const fits = Math.floor((frame.clientWidth - LEFT - 16) / SMALLEST), size = Math.max(6, Math.min(fits, map.n, 1 + Math.max(Math.abs(a.row - b.row), Math.abs(a.col - b.col))));
  lens = { size, top: Math.min(a.row, b.row), left: Math.min(a.col, b.col) };
  move(0);
  const row = selected();
  if (row < lens.top || row >= lens.top + size) select(Math.min(map.n - 1, lens.top + size - 1)); else mark(row);
}
function label(text, attributes) {
  const made = svg('text', { class: 'label', ...attributes });
  made.textContent = text;
  return made;
}
function drawPips(row) {
  const { n, pieces, at } = map, { top, left, size: shown } = lens ?? { top: 0, left: 0, size: n }, parts = [];
  const width = LEFT + shown * cell + 12, height = TOP + shown * cell + 4, x = (k) => LEFT + (k - left) * cell, y = (q) => TOP + (q - top) * cell;
  board.setAttribute('viewBox', `0 0 ${width} ${height}`);
  board.setAttribute('width', width);
  const rows = Array.from({ length: shown }, (_, i) => top + i), columns = Array.from({ length: shown }, (_, i) => left + i), inside = (k) => k >= left && k < left + shown;
  if (row >= top && row < top + shown) parts.push(svg('rect', { class: 'band', x: 0, y: y(row), width: LEFT + Math.max(0, Math.min(shown, row + 1 - left)) * cell, height: cell, rx: 4 }));
  for (const q of rows) for (const k of columns) {
    if (k > q) continue;
    parts.push(svg('rect', { class: q === row ? 'cell on' : 'cell', x: x(k) + 1, y: y(q) + 1, width: cell - 2, height: cell - 2, rx: 2 }));
    const r = (cell / 2 - 2) * Math.sqrt(at(q, k));
    if (r > 0.4) parts.push(svg('circle', { class: q === row ? 'pip on' : 'pip', cx: x(k) + cell / 2, cy: y(q) + cell / 2, r, 'data-weight': at(q, k) }));
  }
  if (column !== null && column <= row && inside(column)) parts.push(svg('rect', { class: 'ring', x: x(column) + 1, y: y(row) + 1, width: cell - 2, height: cell - 2, rx: 3 }));
  const size = Math.min(15, cell - 1), short = (piece) => { const text = readable(piece.trim() || piece); return text.length > 9 ? `${text.slice(0, 8)}…` : text; };
  parts.push(...rows.map((i) => label(short(pieces[i]), { x: LEFT - 10, y: y(i) + cell / 2 + 5, 'text-anchor': 'end', 'font-size': size, ...(i === row ? { class: 'label on' } : {}) })),
    ...columns.map((i) => label(short(pieces[i]), { transform: `translate(${x(i) + cell / 2 + 4},${TOP - 8}) rotate(-55)`, 'font-size': size })));
  if (n >= 10 && cell >= 24 && !lens) parts.push(...legend(width));
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
  const row = Math.floor(y / cell) + (lens?.top ?? 0), col = Math.floor(x / cell) + (lens?.left ?? 0);
  return row >= 0 && row < map.n && col < map.n ? { row, col: x >= 0 && col <= row ? col : null } : null;
}
// Dragging over a map of cells opens that part.
frame.addEventListener('pointerdown', (event) => { drag = map && !canvas.hidden ? point(event) : null; });
frame.addEventListener('pointerup', (event) => {
  const from = drag, to = from && point(event);
  drag = null;
  if (!to || Math.max(Math.abs(to.row - from.row), Math.abs((to.col ?? to.row) - (from.col ?? from.row))) < 4) return;
  const corner = ({ row, col }) => ({ row, col: col ?? row });
  zoomTo(corner(from), corner(to));
  dragged = event.timeStamp;
});
zoom.addEventListener('click', () => {
  if (lens) { lens = null; mark(selected()); return; }
  const row = Math.max(0, selected()), reach = Math.floor((frame.clientWidth - LEFT - 16) / SMALLEST) - 1;
  zoomTo({ row: Math.max(0, row - reach), col: Math.max(0, row - reach) }, { row, col: row });
});
frame.addEventListener('pointermove', (event) => { if (map) { over = point(event); speak(over ?? { row: selected(), col: column }); } });
frame.addEventListener('pointerleave', () => { over = null; if (map) speak({ row: selected(), col: column }); });
frame.addEventListener('click', (event) => {
  const at = map && point(event);
  if (!at || event.timeStamp - dragged < 100) return;       // the end of a drag is no click
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
