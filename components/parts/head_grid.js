const grid = $('.grid'), note = $('.note'), line = $('.say');
let layers = 0, heads = 0;
function draw(value) {
  if (!value) { grid.replaceChildren(); layers = heads = 0; note.textContent = ''; say(line); return; }
  if (value.shape[0] !== layers || value.shape[1] !== heads) build(value.shape);
  const [L, H, n] = value.shape, all = bytes(value.bytes), ramp = tints('chance'), future = word(channels(dark() ? '#0d1413' : '#f1f4f3'));
  grid.querySelectorAll('canvas').forEach((canvas, k) => {
    cellsOn(canvas, n, n, (i) => (i % n > Math.floor(i / n) ? future : ramp[2 * all[k * n * n + i]]));
  });
  note.textContent = `${L} layers × ${H} heads`;
  say(line, value.tokens > n ? `${value.tokens} tokens are drawn as ${n}: each cell is the largest weight of its block.` : 'The darker, the larger the weight. Choose a head to open it.');
}
function build([L, H]) {
  [layers, heads] = [L, H];
  grid.style.gridTemplateColumns = `auto repeat(${H}, minmax(0, 1fr))`;
  grid.replaceChildren(make('span', 'word', 'layer'), ...Array.from({ length: H }, (_, head) => make('span', 'word', `head ${head}`)),
    ...Array.from({ length: L }, (_, layer) => [make('span', 'word', String(layer)), ...Array.from({ length: H }, (_, head) => {
      const button = make('button', 'head', make('canvas'));
      button.type = 'button';
      button.setAttribute('role', 'radio');
      button.setAttribute('aria-label', `layer ${layer}, head ${head}`);
      button.title = `layer ${layer}, head ${head}`;
      button.addEventListener('click', () => open(layer, head));
      return button;
    })]).flat());
}
function mark() {                                            // at once; the map follows
  const { layer, head } = page.state.views.attention ?? {};
  grid.querySelectorAll('.head').forEach((button, k) => {
    button.setAttribute('aria-checked', k === layer * heads + head);
    button.tabIndex = k === layer * heads + head ? 0 : -1;
  });
}
function open(layer, head) {
  page.turn('attention', { layer, head });
  grid.querySelectorAll('.head')[layer * heads + head].focus();
}
grid.addEventListener('keydown', (event) => {
  const [down, across] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [];
  if (down === undefined) return;
  event.preventDefault();
  const { layer, head } = page.state.views.attention, clip = (x, n) => Math.max(0, Math.min(n - 1, x));
  open(clip(layer + down, layers), clip(head + across, heads));
});
hear('wanted', mark);
live(draw, mark);
