const tree = $('.tree'), list = $('dl');
const W = 480, H = 330, COLUMN = W / 3, GAP = 2;
const NAMES = { greedy: 'greedy: always the likeliest', rolled: 'rolled, shaped as set', beam: 'beam search' };
function draw(value) {
  for (const part of element.querySelectorAll('.frame, .legend, dl')) part.hidden = !value;
  if (!value) { tree.replaceChildren(); return; }
  const byPath = new Map(value.nodes.map((node) => [node.path.join(), node])), parts = [];
  tree.setAttribute('viewBox', `0 0 ${W} ${H}`);
  const grow = (path, depth, top, height) => {
    const node = byPath.get(path.join());
    if (!node || height < 1) return;
    let y = top;
    for (const { id, piece, p } of node.branches) {
      const tall = height * p, here = [...path, id];
      if (tall >= 0.7) { box(here, piece, p, depth * COLUMN, y, tall); grow(here, depth + 1, y, tall); }
      y += tall;
    }
    if (top + height - y > 1) parts.push(svg('rect', { class: 'others', x: depth * COLUMN + GAP / 2, y: y + GAP / 2, width: COLUMN - GAP, height: Math.max(0.5, top + height - y - GAP), rx: 3 }));
  };
  const box = (path, piece, p, x, y, tall) => {
    const colour = chance(p), shape = svg('rect', { class: 'face', x: x + GAP / 2, y: y + GAP / 2, width: COLUMN - GAP, height: Math.max(0.5, tall - GAP), rx: Math.min(6, tall / 3), 'data-p': p }), title = svg('title');
    shape.style.fill = `rgb(${colour})`;
    title.textContent = `${piece} ${percent(p)}`;
    shape.append(title);
    parts.push(shape);
    const size = Math.min(18, tall - 5);
    if (size >= 9) {
      const label = svg('text', { x: x + 20, y: y + tall / 2 + size * 0.35, 'font-size': size, class: 'label' }), part = svg('text', { x: x + COLUMN - 8, y: y + tall / 2 + size * 0.32, 'font-size': Math.min(13, size), 'text-anchor': 'end', class: 'label' });
      const room = Math.floor((COLUMN - 80) / (0.62 * size)), said = readable(piece.trim() || piece);
      label.textContent = said.length > room ? `${said.slice(0, Math.max(1, room - 1))}…` : said; part.textContent = percent(p);
      label.style.fill = part.style.fill = contrasting(colour);
      parts.push(label, part);
    }
    value.ways.forEach(({ name, ids }, k) => { if (path.every((id, i) => ids[i] === id)) parts.push(svg('rect', { class: `way ${name}`, x: x + 3 + 4 * k, y: y + 3, width: 3, height: Math.max(2, tall - 6), rx: 1.5 })); });
  };
  grow([], 0, 0, H);
  tree.replaceChildren(...parts);
  tree.setAttribute('aria-label', `The next rolls: ${value.nodes[0].branches.map(({ piece, p }) => `${piece.trim()} ${percent(p)}`).join(', ')}`);
  list.replaceChildren(...value.ways.flatMap(({ name, text, logprob }) => [make('dt', '', NAMES[name], make('span', '', ` ln p ${number(logprob, 1)}`)), make('dd', '', readable(text))]));
}
exporting({ svg: () => saveSvg('next_rolls.svg', tree) });
live(draw);
