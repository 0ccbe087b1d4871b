const board = $('.die'), line = $('.say'), rollButton = $('.roll'), onButton = $('.on'), twenty = $('.twenty');
const SIDE = 400, RIM = 12, LIP = 8, GAP = 2, OLD = 200;
const still = matchMedia('(prefers-reduced-motion: reduce)');
let value = null, places = [], tree = null, key = '', rolling = false, busy = false, last = null;
// The tree is made once per context, from the unshaped probabilities, by halving; afterwards it is only resized, so
// that a face keeps its place while the temperature moves.
function halve(shares, w, h, ids = shares.map((_, i) => i)) {
  if (ids.length === 1) return { id: ids[0] };
  const sum = ids.reduce((s, i) => s + shares[i], 0) || 1;
  let cut = 1, gap = Infinity, before = 0;
  for (let k = 1; k < ids.length; k++) {
    before += shares[ids[k - 1]];
    if (Math.abs(before - sum / 2) < gap) { gap = Math.abs(before - sum / 2); cut = k; }
  }
  const [a, b] = [ids.slice(0, cut), ids.slice(cut)], part = a.reduce((s, i) => s + shares[i], 0) / sum, across = w >= h;
  return across
    ? { across, a: halve(shares, w * part, h, a), b: halve(shares, w * (1 - part), h, b) }
    : { across, a: halve(shares, w, h * part, a), b: halve(shares, w, h * (1 - part), b) };
}
const mass = (node, shares) => (node.id === undefined ? mass(node.a, shares) + mass(node.b, shares) : shares[node.id]);
function place(node, shares, x, y, w, h, out = []) {
  if (node.id !== undefined) { out[node.id] = { x, y, w, h }; return out; }
  const all = mass(node, shares), part = all ? mass(node.a, shares) / all : 0.5;
  if (node.across) { place(node.a, shares, x, y, w * part, h, out); place(node.b, shares, x + w * part, y, w * (1 - part), h, out); }
  else { place(node.a, shares, x, y, w, h * part, out); place(node.b, shares, x, y + h * part, w, h * (1 - part), out); }
  return out;
}
function draw(next) {
  value = next;
  for (const button of [rollButton, onButton, twenty]) button.disabled = !value || (value.full && button !== twenty);
  if (!value) { board.replaceChildren(); rolling = false; onButton.textContent = 'Keep rolling'; return; }
  const faces = [...value.faces, { piece: `${whole(value.others.count)} others`, ...value.others, others: true }];
  const context = faces.map(({ id, raw }) => `${id} ${raw}`).join();
  if (context !== key) { tree = halve(faces.map(({ raw }) => raw), 1, 1); key = context; }
  const inner = SIDE - 2 * RIM;
  places = place(tree, faces.map(({ p }) => p), RIM, RIM, inner, inner);
  const pattern = svg('pattern', { id: `hatch-${element.id}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { width: 2, height: 6, class: 'hatching' }));
  board.replaceChildren(svg('defs', {}, pattern),
    svg('rect', { class: 'lip', x: 1.5, y: 1.5 + LIP, width: SIDE - 3, height: SIDE - 3, rx: SIDE * 0.085 }),
    svg('rect', { class: 'body', x: 1.5, y: 1.5, width: SIDE - 3, height: SIDE - 3, rx: SIDE * 0.085 }),
    ...faces.flatMap((face, i) => facet(face, places[i])),
    ...value.thrown.slice(-OLD).map((roll) => pip(roll, 4.2, 1.8)));
  const said = faces.filter(({ p }) => p > 0).slice(0, 5).map(({ piece, p }) => `${piece.trim()} ${percent(p)}`);
  board.setAttribute('aria-label', `The die: ${said.join(', ')}`);
  tell();
  if (rolling) roll();
}
function facet(face, { x, y, w, h }) {
  if (w < 1 || h < 1) return [];
  const colour = chance(face.p), thin = face.others || face.p < 0.02;
  const shape = svg('rect', { class: face.others ? 'face others' : 'face', x: x + GAP / 2, y: y + GAP / 2, width: Math.max(0.5, w - GAP), height: Math.max(0.5, h - GAP), rx: Math.min(12, w / 2, h / 2), 'data-p': face.p });
  shape.style.fill = face.others ? `url(#hatch-${element.id})` : `rgb(${colour})`;
  if (thin) shape.style.stroke = 'var(--edge)';
  const title = svg('title');
  title.textContent = `${face.piece}  ${percent(face.p)}`;
  shape.append(title);
  const pixel = SIDE / (board.clientWidth || SIDE), text = readable(face.piece.trim() || face.piece), ink = face.others ? 'var(--ink)' : contrasting(colour);
  const size = Math.min(30 * pixel, Math.sqrt(w * h) * 0.17 + 8, (w - 20) / (0.62 * text.length));
  if (size < 12 * pixel || h < size * 1.3) return [shape];
  const at = { x: x + Math.min(14, size * 0.55), y: y + size * 1.05 + Math.min(8, h * 0.05) };
  const name = svg('text', { class: 'name', ...at, 'font-size': size, fill: ink });
  name.textContent = text;
  const small = Math.max(12 * pixel, size * 0.58), made = [shape, name];
  if (h > size * 1.5 + small * 1.3 && w > 52) {
    const share = svg('text', { class: 'share', x: at.x, y: at.y + small * 1.25, 'font-size': small, fill: ink });
    share.textContent = percent(face.p);
    made.push(share);
  }
  return made;
}
// Where a roll lies: inside its face, below the label, at the roll's own random spot: the same seed, the same spot.
function pip({ rank, spot }, radius, rim) {
  const { x, y, w, h } = places[Math.min(rank, places.length - 1)], edge = Math.min(radius + 3, w / 3, h / 3);
  const top = Math.min(h * 0.5, h > 60 ? 62 : h * 0.4);
  return svg('circle', { class: 'pip', cx: x + edge + spot[0] * (w - 2 * edge), cy: y + top + spot[1] * Math.max(0, h - top - edge), r: radius, 'stroke-width': rim });
}
function tell() {
  if (last) say(line, 'The last roll fell on ', boxed(last.piece), ', ', bold(percent(last.p)), '.');
  else if (value.full) say(line, 'The context is full: take some tokens out to roll on.');
  else say(line, 'A roll appends its token to the prompt; Roll 20 only counts.');
}
// Throw the die: the server has rolled already, from the seed; the page shows it and appends the token.
async function roll() {
  if (busy || !value || value.full || page.wanted !== page.drawn.dice) { if (!busy && rolling) setTimeout(() => rolling && roll(), 60); return; }
  busy = true;
  last = value.next;
  const dot = pip(last, 15, 4), slow = !still.matches && !rolling;
  board.append(dot);
  tell();
  if (slow) {
    board.animate([{ transform: 'rotate(0)' }, { transform: 'rotate(-4deg)' }, { transform: 'rotate(4deg)' }, { transform: 'rotate(0)' }], { duration: 400 });
    await dot.animate([{ transform: 'translateY(-60px)', opacity: 0 }, { transform: 'translateY(0)', opacity: 1, offset: 0.45 }, { transform: 'translateY(-16px)', offset: 0.6 }, { transform: 'translateY(0)', offset: 0.8 }, { transform: 'translateY(-4px)', offset: 0.9 }, { transform: 'none' }], { duration: 640, easing: 'cubic-bezier(.2,.8,.3,1)' }).finished;
    await new Promise((done) => setTimeout(done, 350));
  }
  busy = false;
  if (!last.appendable) {
    rolling = false; onButton.textContent = 'Keep rolling';
    say(line, 'Fell on ', boxed(last.piece), ': a byte that is no letter on its own, so it cannot be appended to a text. Roll again with another seed.');
    return;
  }
  page.turn('dice', { rolls: 0 });
  page.set({ token: null });
  page.write(page.state.text + last.piece);
}
rollButton.addEventListener('click', () => { rolling = false; onButton.textContent = 'Keep rolling'; roll(); });
onButton.addEventListener('click', () => { rolling = !rolling; onButton.textContent = rolling ? 'Stop' : 'Keep rolling'; if (rolling) roll(); });
twenty.addEventListener('click', () => { last = null; page.turn('dice', { rolls: Math.min(200, (value?.n ?? 0) + 20) }); });
hear('typed', () => { if (page.state.views.dice?.rolls) page.turn('dice', { rolls: 0 }); });
hear('opened', () => { if (page.state.tab !== 'dice') { rolling = false; onButton.textContent = 'Keep rolling'; } });
hear('tried', () => { last = null; });
exporting({ png: () => savePng('die.png', board), svg: () => saveSvg('die.svg', board) });
live(draw);
