const COLUMNS = 64, CELL = 9;                                // cells in a line; their height in pixels
const NAMES = ['token', 'position', 'embed'];
const sum = $('.sum'), canvases = [...sum.querySelectorAll('canvas')];
let vectors = [], shown = 0, pinned = 0;                     // `shown` follows the pointer, `pinned` the keyboard and clicks

const columns = () => Math.min(COLUMNS, vectors[0].length);
function paint(canvas, vector, limit) {
  const lines = Math.ceil(vector.length / columns()), scale = devicePixelRatio, width = canvas.clientWidth || 1;
  const ctx = canvas.getContext('2d'), w = width / columns();
  canvas.style.height = `${lines * CELL + 2}px`;
  canvas.width = Math.round(width * scale); canvas.height = Math.round(lines * CELL * scale);
  ctx.scale(scale, scale);
  const box = (i) => [(i % columns()) * w, Math.floor(i / columns()) * CELL, w, CELL];
  vector.forEach((x, i) => {
    const [left, top] = box(i), colour = signed(x, limit);
    ctx.fillStyle = `rgb(${colour})`;
    ctx.fillRect(...[left, top, w + 0.5, CELL]);
    if (Math.abs(x) > limit) { ctx.fillStyle = contrasting(colour); ctx.fillRect(left + w - 3, top, 2, 2); }   // beyond the ramp
  });
  const [left, top] = box(shown);
  ctx.lineWidth = 2; ctx.strokeStyle = css('--card'); ctx.strokeRect(left - 1.5, top - 1.5, w + 3, CELL + 3);
  ctx.strokeStyle = css('--ink'); ctx.strokeRect(left, top, w, CELL);
}
function read() {
  const [a, b, c] = vectors.map((vector) => vector[shown]);
  say($('.reading'), `number ${shown} is `, bold(number(c, 3)), ': ', bold(number(a, 3)), ' from the token, ', bold(number(b, 3)), ' from the position');
  sum.setAttribute('aria-valuenow', shown);
  sum.setAttribute('aria-valuetext', $('.reading').textContent);
}
function render() {
  if (!vectors.length) return;
  canvases.forEach((canvas, k) => paint(canvas, vectors[k], props.value.limit));
  read();
}
const norm = (vector) => Math.hypot(...vector);
function draw(value) {
  $('.body').hidden = !value; $('.empty').hidden = Boolean(value);
  vectors = value ? NAMES.map((name) => floats(value[name])) : [];
  if (!value) { say($('h2'), 'Embedding'); $('.note').textContent = ''; return; }
  const { limit } = value, [token, position] = vectors, beyond = vectors.flatMap((vector) => [...vector]).filter((x) => Math.abs(x) > limit).length;
  say($('h2'), boxed(value.piece), ` at position ${value.at}`);
  $('.note').textContent = `id ${whole(value.id)}, ${token.length} numbers`;
  $('.low').textContent = `−${limit}`; $('.high').textContent = `+${limit}`;
  $('.ramp').style.background = `linear-gradient(90deg, ${stops('signed')})`;
  $('.beyond').textContent = beyond ? `${whole(beyond)} beyond, ticked` : '';
  shown = pinned = Math.min(pinned, token.length - 1);
  sum.setAttribute('aria-valuemax', token.length - 1);
  say($('.say'), 'The token’s list is ', bold(number(norm(token))), ' long, its position’s ', bold(number(norm(position))),
    '. Their sum is all that the model starts from.');
  render();
}
const show = (i) => { shown = i; render(); };
function under(event) {
  const canvas = event.target.closest('canvas');
  if (!canvas) return null;
  const at = canvas.getBoundingClientRect(), column = Math.floor(((event.clientX - at.left) / at.width) * columns());
  const i = Math.floor((event.clientY - at.top - 1) / CELL) * columns() + column;
  return column >= 0 && column < columns() && i >= 0 && i < vectors[0].length ? i : null;
}
sum.addEventListener('pointermove', (event) => { const i = under(event); if (i !== null && i !== shown) show(i); });
sum.addEventListener('pointerleave', () => vectors.length && show(pinned));
sum.addEventListener('click', (event) => { const i = under(event); if (i !== null) show(pinned = i); });
sum.addEventListener('keydown', (event) => {
  const vertical = { ArrowDown: columns(), ArrowUp: -columns() }[event.key], count = vectors[0]?.length;
  const next = vertical ? pinned + vertical : step(event.key, pinned, count);
  if (next === undefined) return;
  event.preventDefault();
  if (next >= 0 && next < count) show(pinned = next);
});
new ResizeObserver(render).observe(sum);
exporting({
  csv: ({ piece, at }) => download('embedding.csv', csv([['number', `token ${JSON.stringify(piece)}`, `position ${at}`, 'into layer 0'],
    ...[...vectors[0].keys()].map((i) => [i, ...vectors.map((vector) => vector[i])])]), 'text/csv'),
});
live(draw);
