const split = $('.split'), line = $('.say'), note = $('.note'), opened = $('.opened'), title = $('h2');
const CAPTION = 32, PIXELS = 256;                            // tokens before the first pixel: padding, caption, <image>
let layer = null, head = null, way = 0;                      // head null: the mean of all
const WAYS = ['What it looked at', 'What looked at it'];
const sum = (numbers) => numbers.reduce((total, x) => total + x, 0), where = (i) => `row ${Math.floor(i / 16)}, column ${i % 16}`;
// The weights of the chosen layer and head, or of all its heads, from (L, H, n) numbers.
function weights({ shape: [L, H] }, numbers, l = layer, h = head) {
  const n = numbers.length / L / H, of = (k) => numbers.subarray((l * H + k) * n, (l * H + k + 1) * n);
  return h !== null ? of(h) : of(0).map((_, i) => sum(Array.from({ length: H }, (_, k) => of(k)[i])) / H);
}
function choose(root, word, options, chosen, pick) {
  const buttons = options.map((text, i) => {
    const button = make('button', 'button', text);
    button.type = 'button';
    button.setAttribute('role', 'radio');
    button.setAttribute('aria-checked', i === chosen);
    button.addEventListener('click', () => { pick(i); draw(props.value); root.querySelectorAll('button')[i].focus(); });
    return button;
  });
  root.replaceChildren(...(word ? [make('span', 'word', word)] : []), ...buttons);
}
function draw(value) {
  opened.hidden = !value;
  title.textContent = WAYS[way].replace('it', 'this pixel');
  if (!value) { note.textContent = ''; say(line, 'Attention: each pixel looks back at the caption and at the pixels before it. Click one to see its weights.'); return; }
  const [L, H] = value.shape;
  layer ??= L - 2;
  note.textContent = `layer ${layer}, ${head === null ? 'mean of its heads' : `head ${head}`}`;
  choose($('.layers'), 'layer', [...Array(L).keys()].map(String), layer, (i) => { layer = i; });
  choose($('.heads'), 'head', ['mean', ...[...Array(H).keys()].map(String)], head === null ? 0 : head + 1, (i) => { head = i ? i - 1 : null; });
  choose($('.ways'), '', WAYS, way, (i) => { way = i; });
  split.hidden = Boolean(way);
  if (way) back(value); else forth(value);
}
function forth(value) {
  const row = weights(value, floats(value.rows)), tokens = row.subarray(value.pads, CAPTION - 1), pixels = row.subarray(CAPTION);
  const parts = [['a', 'caption', sum(tokens)], ['c', '<image>', row[CAPTION - 1]], ['d', 'padding', sum(row.subarray(0, value.pads))], ['b', 'earlier pixels', sum(pixels)]];
  split.replaceChildren(...parts.filter(([, , share]) => share > 0.005).map(([name, text, share]) => {
    const part = make('span', name, `${number(share)} ${text}`);
    part.style.flex = share;
    part.title = `${number(share, 3)} ${text}`;
    return part;
  }));
  const strongest = [...tokens.keys()].sort((a, b) => tokens[b] - tokens[a]).slice(0, 2);
  const [first, second] = strongest.map((i) => [boxed(value.pieces[i]), ' ', bold(number(tokens[i]))]);
  const near = [...pixels.keys()].sort((a, b) => pixels[b] - pixels[a])[0];
  say(line, 'Of the caption most of all at ', ...first, ...(second ? [' and ', ...second] : []),
    ...(near === undefined ? ['. No pixel came before.'] : [`; of the pixels at ${where(near)}: `, bold(number(pixels[near])), '.']));
  tell(value.pixel, pixels, tokens);
}
// The dice of later pixels: the first is that of the next one.
function back(value) {
  const pixels = new Float32Array(PIXELS), given = weights(value, floats(value.back)).subarray(0, PIXELS - 1 - value.pixel);
  pixels.set(given, value.pixel + 1);
  const most = pixels.indexOf(Math.max(...pixels));
  say(line, ...(given.length ? ['Most of all the die of the pixel at ', `${where(most)}: `, bold(number(pixels[most])), ` of its attention went here. All later dice together: ${number(sum(given), 1)}.`] : ['No later pixel is painted.']));
  tell(value.pixel, pixels, []);
}
function tell(pixel, pixels, tokens) {
  page.looked = { pixel, pixels, tokens };
  page.tell('looked');
}
exporting({
  csv(value) {
    const [L, H] = value.shape, rows = floats(value.rows), heads = Array.from({ length: L * H }, (_, k) => [Math.floor(k / H), k % H]);
    const names = [...Array(value.pads).fill('<pad>'), ...value.pieces, '<image>', ...Array.from({ length: value.pixel }, (_, i) => where(i))];
    const all = heads.map(([l, h]) => weights(value, rows, l, h));
    download('looks.csv', csv([['looked at', ...heads.map(([l, h]) => `layer ${l}, head ${h}`)], ...names.map((name, i) => [name, ...all.map((given) => given[i])])]), 'text/csv');
  },
});
live(draw);
