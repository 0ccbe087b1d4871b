const table = JSON.parse(props.table);
const { shares, channels: directions, named, untouched } = table, coordinates = floats(table.coordinates);
const pieces = table.pieces, kinds = table.kinds.split(' '), every = [...pieces.keys()];
// PCA has three directions; t-SNE is flat, a third coordinate of 0 lets the same camera look at it.
const laid = table.tsne && floats(table.tsne), [keptByPca, keptByTsne] = table.kept;
const cameras = { pca: makeCamera(coordinates), tsne: laid && makeCamera(Float32Array.from({ length: 3 * every.length }, (_, i) => (i % 3 < 2 ? laid[2 * ((i / 3) | 0) + (i % 3)] : 0))) };
let camera = cameras.pca;
const canvas = $('canvas'), ctx = canvas.getContext('2d'), search = $('input');
let places = [], hovered = null, found = [], current = 0;   // of the tokens found, the one in the middle
page.vocabulary = { pieces, kinds };                         // for cards that let a token be typed
page.tell('vocabulary');

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
  places = every.map((id) => camera.place(id));
  if (camera.flat) grid();
  points(every, 4, false);
  ctx.strokeStyle = css('--ink'); ctx.lineWidth = 1.4;
  for (const id of near) { ctx.beginPath(); ctx.moveTo(...places[chosen]); ctx.lineTo(...places[id]); ctx.stroke(); }
  const rings = [...found, ...(hovered === null ? [] : [hovered])], middle = found.length ? [found[current]] : [];
  points([...near, ...named, ...rings], 5, true);
  ctx.lineWidth = 2.5; ctx.strokeStyle = css('--ink');
  for (const id of rings) { ctx.beginPath(); ctx.arc(...places[id], 10, 0, 7); ctx.stroke(); }
  ctx.lineWidth = 3;
  for (const id of middle) { ctx.beginPath(); ctx.arc(...places[id], 15, 0, 7); ctx.stroke(); }
  labels([...(chosen === undefined ? [] : [chosen]), ...middle, ...rings.slice().reverse(), ...near, ...named], chosen);
}
function rest() {                                            // what the line below says when nothing is pointed at
  const id = props.value?.id;
  if (found.length) say($('.reading'), boxed(pieces[found[current]]), ` is in the middle: id ${whole(found[current])}, ${KINDS[kinds[found[current]]]}`, found.length > 1 ? `; ${current + 1} of ${whole(found.length)} that are ringed. Enter: the next.` : '.');
  else if (search.value) say($('.reading'), 'No token of this vocabulary contains “', search.value, '”: the model reads it in pieces.');
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
// Exactly what was typed comes first: with its space, without, in any case; else what contains it.
function find() {
  const typed = search.value, wanted = typed.trim().toLowerCase(), plain = (id) => pieces[id].trim().toLowerCase();
  const closeness = (id) => [pieces[id] === typed, pieces[id] === ` ${typed}`, pieces[id].trim() === typed.trim()].findIndex(Boolean) >>> 0;
  const same = every.filter((id) => plain(id) === wanted).sort((a, b) => closeness(a) - closeness(b));
  found = wanted ? (same.length ? same : every.filter((id) => pieces[id].toLowerCase().includes(wanted))) : [];
  current = 0;
  centre();
}
// The current one of the found into the middle, near enough to read what is around it.
function centre() {
  if (!found.length) { if (!search.value) camera.reset(); rest(); render(); return; }
  camera.zoom = Math.max(camera.zoom, 3);
  camera.x = camera.y = 0;
  const [x, y] = camera.place(found[current]), [width, height] = camera.size;
  camera.x = width / 2 - x; camera.y = height / 2 - y;
  rest(); render();
}
function draw() {
  const views = camera.flat ? 2 : 3, total = shares.slice(0, views).reduce((sum, share) => sum + share, 0);
  const flat = camera === cameras.tsne;
  $('.kept').textContent = !laid ? '' : `Of the 8 tokens nearest to a token in all ${directions} directions, ${percent(flat ? keptByTsne : keptByPca)} are among the 8 nearest on this flat map`
    + (flat ? '. t-SNE keeps neighbours together; how far groups lie apart, and how large they are, means little.' : ` (t-SNE: ${percent(keptByTsne)}). PCA shows true distances along its directions.`);
  $('.kept').hidden = !laid || !camera.flat;
  $('.note').textContent = flat ? 't-SNE, computed ahead' : `${views} of ${directions} directions, ${percent(total)} of the spread (PCA)`;
  canvas.setAttribute('aria-label', `Map of ${pieces.length} tokens ${flat ? 'by t-SNE' : `in ${views} directions`}. Arrow keys move it, plus and minus zoom, 0 shows all.`);
  for (const button of element.querySelectorAll('[data-flat]')) button.setAttribute('aria-pressed', !flat && Boolean(button.dataset.flat) === camera.flat);
  $('[data-tsne]').hidden = !laid; $('[data-tsne]').setAttribute('aria-pressed', flat);
  rest(); render();
}
function tell() {
  const never = [' ', bold(`${whole(untouched)} of ${whole(pieces.length)}`), ' were never read in training: they still lie in one knot.'];
  say($('.say'), 'Tokens that point the same way lie close together.', ...(untouched ? never : []));
}
function colours() {
  const list = table.colours, full = Math.max(0.01, ...list.map(({ own }) => own)), low = Math.min(0, ...list.map(({ median }) => median));
  $('.colours').hidden = !list.length;
  if (!list.length) return;
  const first = list.filter(({ rank }) => rank === 1).length, nearer = list.filter(({ own, median }) => own > median).length;
  const mean = list.reduce((sum, { own }) => sum + own, 0) / list.length;
  const share = (x) => `${((x - low) / (full - low)) * 100}%`;
  say($('.colour-say'), bold(`${nearer} of ${list.length}`), ' colours lie nearer to the word of their own name than to the median word, and for ', bold(whole(first)),
    ' that word is the nearest of all word pieces. ', mean < 0.5 ? 'Yet near is not the word: the cosine is ' : 'The cosine is ', bold(number(mean)), ' on average. One is read in captions, the other in pictures.');
  $('.pixels').replaceChildren(...list.map(({ name, id, own, median, rank }) => {
    const fill = make('i'), tick = make('u'), zero = make('s'), bar = make('span', 'bar', fill, tick, zero);
    fill.style.left = share(Math.min(0, own)); fill.style.width = `${(Math.abs(own) / (full - low)) * 100}%`; tick.style.left = share(median); zero.style.left = share(0);
    const made = make('div', 'colour', make('span', 'label', swatch(colourOf(id)), name), bar, make('span', 'value', number(own)));
    made.title = `median of the others ${number(median)}; ${rank === 1 ? 'the nearest of all word pieces' : `${rank - 1} word piece${rank > 2 ? 's are' : ' is'} nearer`}`;
    return made;
  }));
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
  if (target.dataset.flat !== undefined) { camera = cameras.pca; camera.flat = Boolean(target.dataset.flat); camera.reset(); draw(); }
  if (target.dataset.tsne !== undefined) { camera = cameras.tsne; camera.reset(); draw(); }
});
search.addEventListener('input', find);
search.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !found.length) return;
  event.preventDefault();
  current = (current + (event.shiftKey ? found.length - 1 : 1)) % found.length;
  centre();
});
new ResizeObserver(render).observe(canvas);
exporting({
  png: () => saveCanvas('map.png', canvas),
  csv: () => download('map.csv', csv([['id', 'token', 'kind', 'x', 'y', 'z', ...(laid ? ['t-SNE x', 't-SNE y'] : [])], ...every.map((id) => [id, pieces[id], kinds[id], ...coordinates.subarray(3 * id, 3 * id + 3), ...(laid ? laid.subarray(2 * id, 2 * id + 2) : [])])]), 'text/csv'),
});
tell();
colours();
$('.legend').append(...keyOf(kinds));
live(draw);
