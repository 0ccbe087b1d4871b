const square = $('.square'), root = $('.bars'), line = $('.say'), note = $('.note'), pair = $('.pair');
const SHOWN = 8;
function draw(value) {
  pair.hidden = !value;
  note.textContent = value ? `row ${Math.floor(value.pixel / 16)}, column ${value.pixel % 16}` : '';
  if (!value) { say(line, 'Paint a picture, then click one of its pixels: the die that was rolled for it opens here.'); return; }
  square.replaceChildren(...slices(value.faces.filter(({ p }) => p > 0.0005)));
  bars(root, value.faces.slice(0, SHOWN).map(({ colour, name, p, raw }) => ({ label: make('span', '', swatch(colour), name), value: p, raw, text: percent(p), fell: colour === value.colour })));
  const fell = value.faces.find(({ colour }) => colour === value.colour), entropy = value.faces.reduce((sum, { p }) => sum - (p ? p * Math.log2(p) : 0), 0);
  say(line, ...(fell ? ['It fell on ', bold(fell.name), ', a surprise of ', bold(`${number(-Math.log2(fell.raw), 1)} bits`), '. '] : ['This pixel is not painted yet. ']),
    `The die holds ${number(entropy, 2)} bits of chance; 4 would be a fair one.`);
}
// Nested halves, likeliest first: each colour owns its share of the square.
function slices(faces) {
  const total = faces.reduce((sum, { p }) => sum + p, 0);
  let [x, y, w, h, rest] = [0, 0, 100, 100, total];
  return faces.map(({ colour, name, p }) => {
    const part = rest ? Math.min(1, p / rest) : 0, slice = make('i'), across = w >= h;
    Object.assign(slice.style, { left: `${x}%`, top: `${y}%`, width: `${across ? w * part : w}%`, height: `${across ? h : h * part}%`, background: PALETTE[colour] });
    slice.title = `${name} ${percent(p)}`;
    if (across) { x += w * part; w *= 1 - part; } else { y += h * part; h *= 1 - part; }
    rest -= p;
    return slice;
  });
}
exporting({ csv: ({ faces }) => download('pixel.csv', csv([['colour', 'probability', 'before shaping'], ...faces.map(({ name, p, raw }) => [name, p, raw])]), 'text/csv') });
live(draw);
