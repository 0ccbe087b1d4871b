const layers = $('.layers'), split = $('.split'), line = $('.say'), note = $('.note'), opened = $('.opened');
const CAPTION = 32;                                          // tokens before the first pixel: padding, caption, <image>
let layer = null;
const row = (value, l) => { const all = floats(value.rows), width = all.length / value.layers; return all.subarray(l * width, (l + 1) * width); };
const sum = (numbers) => numbers.reduce((total, x) => total + x, 0);
function draw(value) {
  opened.hidden = !value;
  if (!value) { note.textContent = ''; say(line, 'Attention: each pixel looks back at the caption and at the pixels before it. Click one to see its weights.'); return; }
  layer ??= value.layers - 2;
  note.textContent = `layer ${layer}, mean of its heads`;
  layers.replaceChildren(make('span', 'word', 'layer'), ...Array.from({ length: value.layers }, (_, l) => {
    const button = make('button', 'button', String(l));
    button.type = 'button';
    button.setAttribute('role', 'radio');
    button.setAttribute('aria-checked', l === layer);
    button.addEventListener('click', () => { layer = l; draw(props.value); layers.querySelectorAll('button')[l].focus(); });
    return button;
  }));
  const weights = row(value, layer), tokens = weights.subarray(value.pads, CAPTION - 1), pixels = weights.subarray(CAPTION);
  const parts = [['a', 'caption', sum(tokens)], ['c', '<image>', weights[CAPTION - 1]], ['d', 'padding', sum(weights.subarray(0, value.pads))], ['b', 'earlier pixels', sum(pixels)]];
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
    ...(near === undefined ? ['. No pixel came before.'] : [`; of the pixels at row ${Math.floor(near / 16)}, column ${near % 16}: `, bold(number(pixels[near])), '.']));
  page.looked = { pixel: value.pixel, pixels, tokens };
  page.tell('looked');
}
exporting({
  csv(value) {
    const names = [...Array(value.pads).fill('<pad>'), ...value.pieces, '<image>', ...Array.from({ length: value.pixel }, (_, i) => `row ${Math.floor(i / 16)} column ${i % 16}`)];
    const all = Array.from({ length: value.layers }, (_, l) => row(value, l));
    download('looks.csv', csv([['looked at', ...all.map((_, l) => `layer ${l}`)], ...names.map((name, i) => [name, ...all.map((weights) => weights[i])])]), 'text/csv');
  },
});
live(draw);
