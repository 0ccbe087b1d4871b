const list = $('.list');
let opened = 0;
function draw(value) {
  if (!value) { list.replaceChildren(); say($('h2'), 'Neurons'); $('.note').textContent = ''; say($('.say')); return; }
  say($('h2'), `Neurons of layer ${value.layer}`);
  $('.note').textContent = 'feed-forward network, after ReLU';
  say($('.say'), bold(whole(value.fire)), ` of ${whole(value.count)} fire at `, boxed(value.piece), '. The strongest, and what they raise:');
  const most = value.rows[0]?.value ?? 1;
  opened = Math.min(opened, Math.max(0, value.rows.length - 1));
  list.replaceChildren(...value.rows.map((row, i) => {
    const made = make('details', 'neuron');
    made.name = 'neuron'; made.open = i === opened;
    made.append(make('summary', '', make('b', '', `no. ${row.neuron}`), bar(row.value / most), make('span', 'value', number(row.value)), make('span', 'raises', ...row.promotes.slice(0, 4).map(boxed))));
    const fill = () => { if (made.childElementCount === 1) made.append(...body(row, value)); };   // most are never opened
    if (made.open) fill();
    made.addEventListener('toggle', () => { if (made.open) { opened = i; fill(); } });
    return made;
  }));
}
function body(row, value) {
  if (!value.searched) return [make('p', 'muted', 'No training texts were searched for this model: python -m model.prepare finds them.')];
  if (!row.examples.length) return [make('p', 'muted', 'In the searched training data it never fires.')];
  return [make('p', 'muted', 'Fires most in training at the marked token:'), ...row.examples.map((example) => (example.pixels ? picture(example) : text(example)))];
}
const text = ({ pieces, at, value }) => make('p', 'example', make('span', 'value', number(value)), make('span', 'words', '… ', ...pieces.map((piece, i) => (i === at ? make('mark', '', readable(piece)) : readable(piece))), ' …'));
function picture({ caption, pixels, pixel, value }) {
  const canvas = make('canvas'), scale = 6, pen = canvas.getContext('2d');
  canvas.width = canvas.height = 16 * scale;
  pixels.forEach((colour, i) => { pen.fillStyle = PALETTE[colour]; pen.fillRect((i % 16) * scale, Math.floor(i / 16) * scale, scale, scale); });
  if (pixel >= 0) { pen.lineWidth = 2; pen.strokeStyle = '#000'; pen.strokeRect((pixel % 16) * scale, Math.floor(pixel / 16) * scale, scale, scale); pen.strokeStyle = '#fff'; pen.strokeRect((pixel % 16) * scale - 1.5, Math.floor(pixel / 16) * scale - 1.5, scale + 3, scale + 3); }
  canvas.setAttribute('role', 'img'); canvas.setAttribute('aria-label', caption);
  return make('p', 'example', make('span', 'value', number(value)), canvas, make('span', 'words', `${caption.trim()}${pixel >= 0 ? `, pixel ${pixel % 16}, ${Math.floor(pixel / 16)}` : ', in the caption'}`));
}
live(draw);
