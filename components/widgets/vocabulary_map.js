const { shares, channels: directions, named, untouched } = props.table, coordinates = floats(props.table.coordinates);
const pieces = JSON.parse(props.table.pieces), kinds = props.table.kinds.split(' '), every = [...pieces.keys()], camera = makeCamera(coordinates);
const canvas = $('canvas'), ctx = canvas.getContext('2d'), search = $('input');
let places = [], hovered = null, found = [];

function points(ids, r, strong) {
  for (const kind of Object.keys(KINDS)) {
    const [path, open] = MARKS[kind](r), mark = new Path2D(path);
    ctx.strokeStyle = ctx.fillStyle = css(`--k-${kind}`);
    ctx.lineWidth = 2;
    ctx.globalAlpha = kind === 'word' && !strong ? 0.45 : 1;
    for (const id of ids) {
      if (kinds[id] !== kind) continue;
      const [x, y] = places[id];
      ctx.translate(x, y);
      if (open) ctx.stroke(mark); else ctx.fill(mark);
      ctx.translate(-x, -y);
    }
  }
  ctx.globalAlpha = 1;
}
// Names beside their points, the most wanted first; one that would cover another is left out.
function labels(ids, chosen) {
  const taken = [];
  ctx.textBaseline = 'middle';
  for (const id of new Set(ids)) {
    const own = id === chosen, text = readable(pieces[id].trim() || pieces[id]), [x, y] = places[id];
    ctx.font = `${own ? 700 : 550} ${own ? 16 : 14}px ${css('--mono')}`;
    const width = ctx.measureText(text).width;
    const sides = own ? [[x - width / 2 - 9, y - 14, width + 18, 28]] : [x + 9, x - 11 - width].map((left) => [left, y - 9, width + 2, 18]);
    if (x < 0 || y < 0 || x > camera.size[0] || y > camera.size[1]) continue;
    const covered = ([left, top, wide, high]) => left < 0 || left + wide > camera.size[0]
      || taken.some(([a, b, w, h]) => left < a + w && a < left + wide && top < b + h && b < top + high);
    const box = own ? sides[0] : sides.find((each) => !covered(each));
    if (!box) continue;
    taken.push(box);
    if (own) { ctx.fillStyle = css('--ink'); ctx.beginPath(); ctx.roundRect(...box, 6); ctx.fill(); }
    else { ctx.strokeStyle = css('--card'); ctx.lineWidth = 4; ctx.strokeText(text, box[0], y); }
    ctx.fillStyle = css(own ? '--on-ink' : '--ink');
    ctx.fillText(text, own ? box[0] + 9 : box[0], y);
  }
}
function grid() {
  const [width, height] = camera.size, gap = 80;
  ctx.strokeStyle = css('--line'); ctx.lineWidth = 0.6; ctx.beginPath();
  for (let x = (width / 2 + camera.x) % gap; x < width; x += gap) { ctx.moveTo(x, 0); ctx.lineTo(x, height); }
  for (let y = (height / 2 + camera.y) % gap; y < height; y += gap) { ctx.moveTo(0, y); ctx.lineTo(width, y); }
  ctx.stroke();
}
function render() {
  const scale = devicePixelRatio, near = props.value?.nearest ?? [], chosen = props.value?.id;
  camera.size = [canvas.clientWidth || 1, canvas.clientHeight || 1];
  canvas.width = Math.round(camera.size[0] * scale); canvas.height = Math.round(camera.size[1] * scale);
  ctx.setTransform(scale, 0, 0, scale, 0, 0);
  ctx.fillStyle = css('--card'); ctx.fillRect(0, 0, ...camera.size);
  places = every.map(camera.place);
  if (camera.flat) grid();
  points(every, 4, false);
  ctx.strokeStyle = css('--ink'); ctx.lineWidth = 1.4;
  for (const id of near) { ctx.beginPath(); ctx.moveTo(...places[chosen]); ctx.lineTo(...places[id]); ctx.stroke(); }
  const rings = [...found, ...(hovered === null ? [] : [hovered])];
  points([...near, ...named, ...rings], 5, true);
  ctx.lineWidth = 2.5; ctx.strokeStyle = css('--ink');
  for (const id of rings) { ctx.beginPath(); ctx.arc(...places[id], 10, 0, 7); ctx.stroke(); }
  labels([...(chosen === undefined ? [] : [chosen]), ...rings.slice().reverse(), ...near, ...named], chosen);
}
function rest() {                                            // what the line below says when nothing is pointed at
  const id = props.value?.id;
  if (search.value) say($('.reading'), bold(whole(found.length)), found.length === 1 ? ' token is ' : ' tokens are ', 'ringed.');
  else if (id !== undefined) say($('.reading'), 'Lines lead from ', boxed(pieces[id]), ` to its ${props.value.nearest.length} nearest tokens, measured in all ${directions} directions.`);
  else say($('.reading'), 'Each point is a token. Point at one to read it.');
}
function hover(id) {
  if (id === hovered) return;
  hovered = id;
  if (id === null) rest();
  else say($('.reading'), boxed(pieces[id]), `  id ${whole(id)}, ${KINDS[kinds[id]]}`);
  render();
}
function find() {
  const wanted = search.value.trim().toLowerCase();
  const same = every.filter((id) => pieces[id].trim().toLowerCase() === wanted);
  found = wanted ? (same.length ? same : every.filter((id) => pieces[id].toLowerCase().includes(wanted))) : [];
  rest(); render();
}
function draw() {
  const views = camera.flat ? 2 : 3, total = shares.slice(0, views).reduce((sum, share) => sum + share, 0);
  $('.note').textContent = `${views} of ${directions} directions, ${percent(total)} of the spread (PCA)`;
  canvas.setAttribute('aria-label', `Map of ${pieces.length} tokens in ${views} directions. Arrow keys move it, plus and minus zoom, 0 shows all.`);
  for (const button of element.querySelectorAll('[data-flat]')) button.setAttribute('aria-pressed', Boolean(button.dataset.flat) === camera.flat);
  rest(); render();
}
function tell() {
  const never = [' ', bold(`${whole(untouched)} of ${whole(pieces.length)}`), ' were never read in training: they still lie in one knot.'];
  say($('.say'), 'Tokens that point the same way lie close together.', ...(untouched ? never : []));
}
function nearestPoint(event) {
  const box = canvas.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
  const away = (id) => Math.hypot(places[id][0] - x, places[id][1] - y);
  const best = every.reduce((least, id) => (away(id) < away(least) ? id : least), 0);
  return away(best) < 14 ? best : null;
}
let dragged = null;                                          // the last place of the pointer that drags
canvas.addEventListener('pointerdown', (event) => { dragged = [event.clientX, event.clientY]; canvas.setPointerCapture(event.pointerId); });
canvas.addEventListener('pointerup', () => { dragged = null; });
canvas.addEventListener('pointercancel', () => { dragged = null; });
canvas.addEventListener('pointermove', (event) => {
  if (!dragged) { hover(nearestPoint(event)); return; }
  camera.move(event.clientX - dragged[0], event.clientY - dragged[1]);
  dragged = [event.clientX, event.clientY];
  render();
});
canvas.addEventListener('click', (event) => hover(nearestPoint(event)));
canvas.addEventListener('pointerleave', () => hover(null));
canvas.addEventListener('wheel', (event) => {
  if (!event.ctrlKey && document.activeElement !== canvas) return;   // else the page could not be scrolled past the map
  const box = canvas.getBoundingClientRect();
  event.preventDefault();
  camera.magnify(Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
  render();
}, { passive: false });
const zoom = (factor) => { if (factor) camera.magnify(factor); else camera.reset(); render(); };
canvas.addEventListener('keydown', (event) => {
  const arrow = { ArrowLeft: [-24, 0], ArrowRight: [24, 0], ArrowUp: [0, -24], ArrowDown: [0, 24] }[event.key];
  const factor = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, 0: 0 }[event.key];
  if (arrow) { camera.move(...arrow); render(); } else if (factor !== undefined) zoom(factor); else return;
  event.preventDefault();
});
$('.tools').addEventListener('click', ({ target }) => {
  if (target.dataset.zoom) zoom(Number(target.dataset.zoom));
  if (target.dataset.flat !== undefined) { camera.flat = Boolean(target.dataset.flat); camera.reset(); draw(); }
});
search.addEventListener('input', find);
new ResizeObserver(render).observe(canvas);
exporting({
  png: () => saveCanvas('map.png', canvas),
  csv: () => download('map.csv', csv([['id', 'token', 'kind', 'x', 'y', 'z'], ...every.map((id) => [id, pieces[id], kinds[id], ...coordinates.subarray(3 * id, 3 * id + 3)])]), 'text/csv'),
});
tell();
$('.legend').append(...keyOf(kinds));
live(draw);
