const list = $('.chips'), count = $('.count'), words = $('.words'), hint = $('.hint'), gauge = $('.gauge i');
function draw(value) {
  const pieces = value?.pieces ?? [], focused = list.contains(document.activeElement);
  list.replaceChildren(...pieces.map((piece, i) => {
    const chip = make('span', 'chip', ...letters(piece));    // text nodes only: safe for any text
    chip.dataset.index = i;
    chip.dataset.kind = value.kinds[i];
    chip.setAttribute('role', 'option');
    chip.setAttribute('aria-label', `token ${i}: ${JSON.stringify(piece)}`);
    if (value.kinds[i] === 'colour') chip.prepend(swatch(colourOf(value.ids[i])));
    return make('span', 'slot', chip, make('span', 'socket'));
  }));
  words.textContent = value ? value.message || `${whole(pieces.length)} of ${value.limit} tokens` : '';
  hint.textContent = value?.hint ?? '';
  gauge.style.width = value ? `${Math.min(100, (100 * (value.count ?? pieces.length)) / value.limit)}%` : 0;
  count.classList.toggle('over', Boolean(value?.message));
  page.counted?.(pieces.length);
  weigh();
  if (focused) chipAt(selected())?.focus();
}
const chipAt = (index) => list.children[index]?.firstChild;
function mark(index) {
  [...list.children].forEach(({ firstChild: chip }, i) => {
    chip.setAttribute('aria-selected', i === index);
    chip.tabIndex = i === index ? 0 : -1;                    // one Tab stop; the arrow keys move inside
  });
}
// Under each chip: its position, or a pip whose area is the weight that the open view gives it.
function weigh() {
  const weights = page.weights;
  [...list.children].forEach(({ lastChild: socket, firstChild: chip }, i) => {
    const weight = weights?.[i];
    chip.classList.toggle('looked', weight > 0.05);
    if (!weights) { socket.replaceChildren(String(i)); socket.title = ''; return; }
    const pip = make('i');
    pip.style.width = pip.style.height = weight > 0.003 ? `${24 * Math.sqrt(Math.min(1, weight))}px` : 0;
    socket.title = weight === undefined ? '' : number(weight, 3);
    socket.replaceChildren(pip);
  });
}
hear('weighed', weigh);
hear('opened', weigh);
function pick(index) { select(index); chipAt(index).focus(); }
const indexOf = (target) => Number(target.closest('.chip')?.dataset.index ?? NaN);
list.addEventListener('click', (event) => { const i = indexOf(event.target); if (i >= 0) pick(i); });
list.addEventListener('keydown', (event) => {
  const next = step(event.key, indexOf(event.target), list.children.length);
  if (next !== undefined) { event.preventDefault(); pick(next); }
});
live(draw, mark);
