const frame = $('.frame'), canvas = $('canvas'), plot = $('.histogram'), cells = make('canvas');   // a pixel for each number
let all = null, rows = 1, width = 1, columns = 1, lines = 1, shown = 0, wide = 1;
const LONG = 64;                                             // a single row of more numbers is broken into lines
const WORDS = { T: 'tokens', C: 'channels', H: 'heads', D: 'channels a head', N: 'neurons' };
function draw(value) {
  for (const part of element.querySelectorAll('.card > :not(header)')) part.hidden = !value;
  if (!value) { say($('h2'), 'Tensor'); $('.note').textContent = ''; all = null; return; }
  all = floats(value.values); rows = value.rows; width = all.length / rows;
  columns = rows > 1 ? width : Math.min(LONG, width); lines = rows > 1 ? rows : Math.ceil(width / LONG);
  shown = Math.min(shown, all.length - 1);
  const limit = [...all].map(Math.abs).sort((a, b) => a - b)[Math.floor(0.99 * (all.length - 1))] || 1, shade = shades(limit);
  cellsOn(cells, columns, lines, (i) => (i < all.length ? shade(all[i]) : 0));
  say($('h2'), value.name, ` of layer ${value.layer}`);
  $('.note').textContent = `${value.what}: ${value.shape.join(' × ')} (${[...value.axes].map((axis) => WORDS[axis]).join(' × ')})`;
  $('.low').textContent = `−${number(limit)}`; $('.high').textContent = `+${number(limit)}`;
  $('.ramp').style.background = `linear-gradient(90deg, ${stops('signed')})`;
  $('.layout').textContent = rows > 1 ? `a line for each of ${rows} heads` : `${width} numbers, ${columns} in a line`;
  frame.setAttribute('aria-valuemax', all.length - 1);
  const { made } = value;
  $('.made code').textContent = made.text; $('.made span').textContent = ` ${made.path}, line ${made.line}`;
  histogram(value);
  $('.stats').textContent = `mean ${number(value.mean, 3)}, standard deviation ${number(value.std, 3)}, ${percent(value.zeros)} are exactly 0. Height: square root of the count.`;
  render();
}
function histogram({ counts, edges: [from, to] }) {
  const w = 480, h = 80, most = Math.sqrt(Math.max(...counts)), step = w / counts.length;
  plot.setAttribute('viewBox', `0 0 ${w} ${h + 18}`);
  plot.setAttribute('aria-label', `Histogram from ${number(from)} to ${number(to)}`);
  const text = (x, anchor, said) => { const made = svg('text', { x, y: h + 14, 'text-anchor': anchor, class: 'tick' }); made.textContent = said; return made; };
  const zero = from < 0 && to > 0 ? (w * -from) / (to - from) : null;
  plot.replaceChildren(...counts.map((count, i) => { const tall = (h * Math.sqrt(count)) / most, bar = svg('rect', { x: i * step, y: h - tall, width: step - 1, height: tall, class: 'bin' }); bar.append(svg('title')); bar.firstChild.textContent = `${whole(count)} numbers`; return bar; }),
    text(0, 'start', number(from)), text(w, 'end', number(to)), ...(zero !== null && zero > 40 && zero < w - 40 ? [svg('line', { x1: zero, x2: zero, y1: 0, y2: h, class: 'zero' }), text(zero, 'middle', '0')] : []));
}
function render() {
  if (!all) return;
  const scale = devicePixelRatio, w = wide / columns, tall = rows > 1 ? Math.max(14, Math.min(26, 110 / rows)) : Math.max(6, Math.min(10, 160 / lines));
  const pen = canvas.getContext('2d');
  canvas.style.height = `${lines * tall}px`;
  canvas.width = Math.round(wide * scale); canvas.height = Math.round(lines * tall * scale);
  pen.scale(scale, scale);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(cells, 0, 0, wide, lines * tall);
  pen.lineWidth = 2; pen.strokeStyle = css('--ink');
  pen.strokeRect((shown % columns) * w, Math.floor(shown / columns) * tall, Math.max(w, 2), tall);
  canvas.tall = tall;
  read();
}
function read() {
  const value = props.value, row = Math.floor(shown / width), i = rows > 1 ? shown % width : shown;
  const place = [rows > 1 ? `head ${row}, ` : '', value.keys ? 'for ' : value.axes.endsWith('N') ? `neuron ${i}` : `number ${i}`];
  say($('.say'), boxed(value.piece), ` at ${value.at}: `, ...place, ...(value.keys ? [boxed(value.keys[i]), ` at ${i}`] : []), ' is ', bold(number(all[shown], 3)), ...(value.keys && i > value.at ? [': it comes later and is masked'] : []));
  frame.setAttribute('aria-valuenow', shown); frame.setAttribute('aria-valuetext', $('.say').textContent);
}
const show = (i) => { if (i >= 0 && i < all.length && i !== shown) { shown = i; render(); } };
frame.addEventListener('pointermove', (event) => {
  if (!all) return;
  const box = canvas.getBoundingClientRect();
  const column = Math.floor(((event.clientX - box.left) / box.width) * columns), line = Math.floor((event.clientY - box.top) / canvas.tall);
  if (column >= 0 && column < columns && line >= 0 && line < lines) show(line * columns + column);
});
frame.addEventListener('keydown', (event) => {
  if (!all) return;
  const vertical = { ArrowDown: columns, ArrowUp: -columns }[event.key], next = vertical ? shown + vertical : step(event.key, shown, all.length);
  if (next === undefined) return;
  event.preventDefault();
  show(next);
});
new ResizeObserver(() => { wide = frame.clientWidth || 1; render(); }).observe(frame);
exporting({ csv: ({ name, layer, at }) => download(`${name}.csv`, csv([['head', 'number', `${name}, layer ${layer}, token ${at}`], ...[...all].map((x, i) => [Math.floor(i / width), i % width, x])]), 'text/csv') });
live(draw);
