// Positions run from left to right, as the text does; the numbers of a position stand in its column.
const canvas = $('.table'), matrices = [...element.querySelectorAll('.matrix')], { rows, thin, shape: [positions, numbers], thin_pairs: apart, width, start } = props.value;
const side = Math.ceil(positions / apart);
const read8 = (packed) => new Int8Array(bytes(packed).buffer), mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
const tables = Object.fromEntries(['', 'waves'].map((name) => {
  const { cells, limit, alike, similar, by_distance: far } = name ? props.value[name] : props.value;
  return [name, { cells: read8(cells), limit, similar: read8(similar), far: floats(far), cosines: Object.entries(alike).map(([gap, packed]) => [Number(gap), floats(packed)]) }];
}));
let shown = '', { cells, limit, cosines } = tables[''], picture, at = -1, pointed = null;   // `pointed`: [position, number]
const lines = cells.length / rows;

function colour() {                                          // the table as an image, one pixel a number
  const shade = shades(127);
  picture = cellsOn(make('canvas'), rows, lines, (i) => shade(cells[(i % rows) * lines + Math.floor(i / rows)]));
}
function render() {
  const scale = devicePixelRatio, ctx = canvas.getContext('2d');
  canvas.width = Math.round(canvas.clientWidth * scale); canvas.height = Math.round(canvas.clientHeight * scale);
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const stripe = (position, name, width) => {
    const x = ((Math.min(position, positions - 1) + 0.5) / positions) * canvas.width;
    ctx.fillStyle = css(name); ctx.fillRect(x - (width / 2) * scale, 0, width * scale, canvas.height);
  };
  if (pointed) stripe(pointed[0], '--ink-3', 1);
  if (at >= 0) { stripe(at, '--card', 7); stripe(at, '--ink', 3); }
}
function read() {
  if (!pointed) { $('.reading').textContent = ''; return; }
  const [position, channel] = pointed, x = (cells[Math.floor(position / thin) * lines + Math.floor(channel / thin)] / 127) * limit;
  const told = Math.abs(x) >= limit ? `${limit} or more, ${x < 0 ? 'negative' : 'positive'}` : `about ${number(x, 3)}`;
  $('.reading').textContent = `position ${position}, number ${channel}: ${told}`;
}
function mark(index) {
  at = Math.min(index, positions - 1);
  const found = cosines.flatMap(([distance, list]) => (at >= 0 && at < list.length ? [[distance, list[at]]] : []));
  const parts = found.flatMap(([distance, cosine], i) => [i ? ', ' : '', `${whole(at + distance)}: `, bold(number(cosine))]);
  const average = ['On average: ', ...cosines.flatMap(([distance, list], i) => [i ? ', ' : '', `${distance} apart `, bold(number(mean(list)))]), '.'];
  say($('.say'), ...(parts.length ? [`The cosine between position ${at} and position `, ...parts, '. ', ...average] : average));
  canvas.setAttribute('aria-label', `Table of ${positions} positions with ${numbers} numbers each; position ${at} is marked`);
  render();
}
function draw() {
  colour();
  for (const button of element.querySelectorAll('[data-table]')) button.setAttribute('aria-pressed', button.dataset.table === shown);
  $('.note').textContent = `${whole(positions)} positions × ${numbers} numbers; the line is the selected token’s`;
  $('.end').textContent = `position ${positions - 1}`;
  $('.low').textContent = `−${limit}`; $('.high').textContent = `+${limit}`;
  $('.rounded').textContent = `rounded to ${number(limit / 127, 4)} for drawing${thin > 1 ? `, every ${thin}th position and number` : ''}`;
  for (const ramp of element.querySelectorAll('.ramp')) ramp.style.background = `linear-gradient(90deg, ${stops('signed')})`;
  matrices.forEach(square); distances();
}
function turn(name) {
  shown = name; ({ cells, limit, cosines } = tables[name]);
  draw(); mark(at); read();
}
// Cosines of all pairs of positions, one pixel a pair.
function square(node) {
  const { similar } = tables[node.dataset.of], shade = shades(127);
  cellsOn(node, side, side, (i) => shade(similar[i]));
  node.setAttribute('aria-label', `Cosines of all pairs of ${positions} positions, ${node.dataset.of ? 'sine waves' : 'learned'}`);
}
function distances() {
  const plot = $('.distances'), w = plot.clientWidth || 480, h = 200, low = -0.25, far = tables[''].far.length - 1, x = (d) => 30 + (d / far) * (w - 48), y = (c) => 8 + ((1 - c) / (1 - low)) * (h - 30);
  const text = (tx, ty, said, anchor) => { const made = svg('text', { x: tx, y: ty, 'text-anchor': anchor, class: 'tick' }); made.textContent = said; return made; };
  const curve = (name) => svg('path', { class: `curve ${name}`, d: `M${[...tables[name].far].map((c, d) => `${x(d).toFixed(1)} ${y(Math.max(low, c)).toFixed(1)}`).join('L')}` });
  const each = width || 20, marks = Array.from({ length: Math.floor(far / each) + 1 }, (_, k) => k * each);
  plot.setAttribute('viewBox', `0 0 ${w} ${h}`);
  plot.setAttribute('aria-label', `Mean cosine of two positions by their distance, 0 to ${far}, learned and sine waves`);
  plot.replaceChildren(...marks.flatMap((d) => [svg('path', { class: 'rule', d: `M${x(d)} 8V${h - 22}` }), text(x(d), h - 6, `${d}`, 'middle')]),
    ...[0, 0.5, 1].flatMap((c) => [svg('path', { class: c ? 'rule' : 'zero', d: `M30 ${y(c)}H${w - 18}` }), text(25, y(c) + 4, `${c}`, 'end')]), curve('waves'), curve(''));
  const { far: learned } = tables[''], { far: made } = tables.waves, half = width / 2;
  if (!width || far < 2 * width) { say($('.stripes'), 'In the sine waves the cosine depends on the distance alone, and positions near each other are alike. Nothing in them was learned.'); return; }
  const striped = learned[width] > learned[half] && learned[width] > learned[width + half];
  say($('.stripes'), ...(striped ? [`Stripes ${width} apart: a picture is read line by line, ${width} pixels a line, from position ${start} on, so the pixel above lies ${width} back. The learned table has found this: cosine `, bold(number(learned[width])), ` at ${width} apart, but `, bold(number(learned[half])), ` at ${half} and `, bold(number(learned[width + half])), ` at ${width + half}.`]
    : [`A picture has lines of ${width} pixels, yet positions ${width} apart are not more alike than those at ${half} or ${width + half}: `, bold(number(learned[width])), '.']),
    ` The sine waves know of no lines: ${number(made[width])}, ${number(made[half])} and ${number(made[width + half])}; there the distance alone counts.`);
}
function point(next) { pointed = next; read(); render(); }
canvas.addEventListener('pointermove', (event) => {
  const box = canvas.getBoundingClientRect(), inside = (part, size, count) => Math.max(0, Math.min(count - 1, Math.floor((part / size) * count)));
  point([inside(event.clientX - box.left, box.width, positions), inside(event.clientY - box.top, box.height, numbers)]);
});
canvas.addEventListener('pointerleave', () => point(null));
canvas.addEventListener('click', () => pointed && pointed[0] < page.state.count && select(pointed[0]));
canvas.addEventListener('keydown', (event) => {
  const [position, channel] = pointed ?? [Math.max(0, at), 0], down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step(event.key, position, positions);
  if (event.key === 'Escape') point(null);
  else if (event.key === 'Enter' && position < page.state.count) select(position);
  else if (down) point([position, Math.max(0, Math.min(numbers - 1, channel + down * thin))]);
  else if (next !== undefined) point([next, channel]);
  else return;
  event.preventDefault();
});
for (const node of matrices) node.addEventListener('pointermove', (event) => {
  const box = node.getBoundingClientRect(), [i, j] = [event.clientY - box.top, event.clientX - box.left].map((part) => Math.max(0, Math.min(side - 1, Math.floor((part / box.width) * side))));
  say($('.matrix-reading'), `positions ${i * apart} and ${j * apart}, ${node.dataset.of ? 'sine waves' : 'learned'}: cosine about `, bold(number(tables[node.dataset.of].similar[i * side + j] / 127)));
});
element.addEventListener('click', ({ target }) => { if (target.dataset.table !== undefined) turn(target.dataset.table); });
new ResizeObserver(render).observe(canvas);
new ResizeObserver(distances).observe($('.told'));
exporting({
  png: () => saveCanvas('positions.png', canvas),
  csv: () => download('positions.csv', csv([['distance', 'mean cosine, learned', 'mean cosine, sine waves'], ...[...tables[''].far].map((c, d) => [d, c, tables.waves.far[d]])]), 'text/csv'),
});
live(draw, mark);
