// Paths start together, at the embedding, and part as the layers read what stands before the token.
const plan = $('.plan'), strip = $('.alike'), CONTEXT = 24;  // at most so many ends are named
let value = null, places = null, station = 0;
const count = () => value.at.length, place = (i, s) => [places[2 * (i * value.stations + s)], places[2 * (i * value.stations + s) + 1]];
const named = (s) => (s === 0 ? 'the embedding' : `the ${s % 2 ? 'attention' : 'network'} of layer ${(s - 1) >> 1}`);
const context = (i) => { const [before, after] = value.around[i]; return readable(`${before.join('').replace(/^[\s.,;:!?"]+/, '')}${value.piece}${after.join('')}`.trim()); };

function draw(next) {
  value = next || null;
  const [chart, bar] = [Boolean(value), Boolean(value?.alike?.length)];
  for (const node of [plan, $('.legend'), $('.note')]) node.toggleAttribute('hidden', !chart);
  for (const node of [strip, $('h3'), $('.reading')]) node.hidden = !bar;
  $('.empty').hidden = chart && bar;
  if (!value) { say($('h2'), 'Through the layers'); say($('.say')); $('.empty').textContent = 'Type a sentence above, then select one of its tokens.'; return; }
  places = floats(value.places); station = Math.min(station || value.stations - 1, value.stations - 1);
  say($('h2'), boxed(value.piece), ' through the layers');
  const [across, up] = value.shares;
  $('.note').textContent = `2 directions, ${percent(across + up)} of these points’ spread (PCA)`;
  if (!bar) {
    say($('.say'), 'The path of ', boxed(value.piece), ` at ${value.at[0]}: ${value.stations} stations from the embedding to the end.`);
    $('.empty').textContent = 'It stands here once. Write a sentence that has it twice, to see whether the two part.';
  } else {
    const first = value.alike[0], last = value.alike.at(-1), pairs = count() === 2;
    say($('.say'), boxed(value.piece), ` stands here ${whole(count())} times, and every time starts from the same row of the table. The cosine between ${pairs ? 'the two' : 'any two, on average'}: `,
      bold(number(first)), ' at the start, where only the position differs, ', bold(number(last)), ' at the end.');
    strip.setAttribute('aria-valuemax', value.stations - 1);
    strip.replaceChildren(...value.alike.map((cosine, s) => {
      const fill = make('i'), column = make('span', 'column', fill);
      fill.style.height = `${Math.max(0, cosine) * 100}%`;
      column.addEventListener('pointerenter', () => stop(s));
      column.addEventListener('click', () => stop(s));
      return column;
    }));
  }
  render();
}
function stop(s) { if (s === station) return; station = s; render(); }
// From numbers to pixels: one scale for both directions, so that distances compare.
function fit(width, height) {
  const all = [...Array(count() * value.stations).keys()].map((k) => [places[2 * k], places[2 * k + 1]]);
  const ends = [0, 1].map((d) => all.reduce(([low, high], p) => [Math.min(low, p[d]), Math.max(high, p[d])], [Infinity, -Infinity]));
  const [[left, right], [low, high]] = ends, side = 30, unit = Math.min((width - 2 * side) / (right - left || 1), (height - 2 * side) / (high - low || 1));
  return ([x, y]) => [width / 2 + (x - (left + right) / 2) * unit, height / 2 - (y - (low + high) / 2) * unit];
}
function render() {
  if (!value || !plan.clientWidth) return;
  const width = plan.clientWidth, height = plan.clientHeight, at = fit(width, height), last = value.stations - 1;
  plan.setAttribute('viewBox', `0 0 ${width} ${height}`);
  plan.setAttribute('aria-label', `Paths of ${count()} tokens through ${value.stations} stations, in 2 directions`);
  const axis = (x, y, share, name, anchor) => { const made = svg('text', { x, y, class: 'axis', 'text-anchor': anchor }); made.textContent = `${name}: ${percent(share)}`; return made; };
  const order = [...Array(count()).keys()].sort((a, b) => (a === value.own) - (b === value.own));
  plan.replaceChildren(axis(width - 4, height - 6, value.shares[0], '→ direction 1', 'end'), axis(4, 14, value.shares[1], '↑ direction 2', 'start'),
    ...order.map((i) => path(i, at, last)), ...labels(at, last));
  [...strip.children].forEach((column, s) => column.classList.toggle('open', s === station));
  if (!value.alike.length) return;
  say($('.reading'), `After ${named(station)}: cosine `, bold(number(value.alike[station])), '. Its points are ringed above.');
  strip.setAttribute('aria-valuenow', station); strip.setAttribute('aria-valuetext', $('.reading').textContent);
}
function path(i, at, last) {
  const own = i === value.own, points = [...Array(value.stations).keys()].map((s) => at(place(i, s)));
  const group = svg('g', { class: own ? 'way own' : 'way' });
  group.append(svg('path', { d: `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`, class: 'thread' }));
  const [x0, y0] = points[0];
  group.append(svg('path', { d: `M${x0 - 5} ${y0 - 5}h10v10h-10Z`, class: 'dot' }));
  points.slice(1).forEach(([cx, cy], k) => group.append(svg('circle', { cx, cy, r: k + 1 === last ? 6 : 3, class: 'dot' })));
  if (value.alike.length) group.append(svg('circle', { cx: points[station][0], cy: points[station][1], r: 9, class: 'ring' }));
  const title = svg('title');
  title.textContent = `at ${value.at[i]}: ${context(i)}`;
  group.append(title);
  group.addEventListener('click', () => select(value.at[i]));
  return group;
}
// Each end is named by the words around it; a name that would cover another goes to the other side, or is left out.
function labels(at, last) {
  const taken = [], width = plan.clientWidth, pen = make('canvas').getContext('2d');
  const order = [...Array(count()).keys()].sort((a, b) => (b === value.own) - (a === value.own)).slice(0, CONTEXT);
  return order.flatMap((i) => {
    const [x, y] = at(place(i, last)), text = context(i), own = i === value.own;
    pen.font = `${own ? 700 : 500} 14px ${css('--mono')}`;
    const wide = pen.measureText(text).width, clamp = (left) => Math.max(4, Math.min(width - wide - 4, left));
    const spots = [[clamp(x + 11), y - 9], [clamp(x - 11 - wide), y - 9], [clamp(x - wide / 2), y - 28], [clamp(x - wide / 2), y + 11]].map(([left, top]) => [left, top, wide, 18]);
    const clear = ([left, top]) => !(left < x + 8 && x - 8 < left + wide && top < y + 8 && y - 8 < top + 18) && top > 0 && top + 18 < plan.clientHeight && !taken.some(([a, b, w, h]) => left < a + w && a < left + wide && top < b + h && b < top + 18);
    const spot = spots.find(clear);
    if (!spot) return [];
    taken.push(spot);
    const made = svg('text', { x: spot[0], y: spot[1] + 13, class: own ? 'end own' : 'end' });
    made.textContent = text;
    return [made];
  });
}
strip.addEventListener('keydown', (event) => {
  const next = step(event.key, station, value.stations);
  if (next === undefined) return;
  event.preventDefault();
  stop(next);
});
new ResizeObserver(render).observe(plan);
exporting({
  svg: () => saveSvg('paths.svg', plan),
  csv: ({ at, stations }) => download('paths.csv', csv([['token', 'station', 'after', 'direction 1', 'direction 2', 'mean cosine'],
    ...at.flatMap((token, i) => [...Array(stations).keys()].map((s) => [token, s, named(s), ...place(i, s), value.alike[s] ?? '']))]), 'text/csv'),
});
live(draw);
