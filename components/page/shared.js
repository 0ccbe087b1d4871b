// Put before every widget's own .js; `element`, `props`, `trigger` and `watch` are Gradio's.
// A value comes as one string of JSON (see widget.py); `props.value` is what it says.
const sent = { text: null, value: null };
props = new Proxy(props, {
  get(given, name) {
    const found = given[name];
    if (name !== 'value' || typeof found !== 'string') return found;
    if (sent.text !== found) Object.assign(sent, { text: found, value: found ? JSON.parse(found) : null });
    return sent.value;
  },
});
// `page` is the one thing that widgets share: the scene fills it, see scene.js. Whoever loads first makes it.
const page = (window.weightedDice ??= Object.assign(new EventTarget(), {
  state: { text: '', token: null, count: 0, edits: [], views: {} },
  drawn: {},
  weights: null, // one number for each token of the prompt, shown as pips under the chips
  tell(name) { this.dispatchEvent(new Event(name)); },
}));
// Run `fn` whenever the page says `name`, as long as this widget is on the page.
function hear(name, fn) {
  const run = () => (element.isConnected ? fn() : page.removeEventListener(name, run));
  page.addEventListener(name, run);
}
// The selected token's index; nobody has chosen one: the last.
const selected = () => page.state.token ?? page.state.count - 1;
const select = (index) => page.set?.({ token: index });
// Call `draw(value)` now, after each value from Python and when the theme changes; `mark(selected index)` also when the
// selection moves.
function live(draw, mark = () => {}) {
  const all = () => { draw(props.value ?? null); mark(selected()); };
  hear('moved', () => mark(selected()));
  hear('themed', all);
  watch('value', all);
  all();
}
// Run the script of a widget that is filled once, as soon as it is.
function filled(run) {
  let done = false;
  const go = () => { if (!done && props.value) { done = true; run(); } };
  watch('value', go);
  go();
}
const $ = (selector) => element.querySelector(selector);
// A new element: make('span', 'chip', 'text or children').
function make(tag, className = '', ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
function bytes(base64) {                                     // a loop: Uint8Array.from takes ten times as long
  const raw = atob(base64), read = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) read[i] = raw.charCodeAt(i);
  return read;
}
const floats = (base64) => new Float32Array(bytes(base64).buffer);
// A piece as people can read it: line ends visible, and the leading space apart, to be drawn as a box.
const readable = (piece) => piece.replaceAll('\n', '↵').replaceAll('\t', '⇥').replaceAll('\0', '\\x00') || '∅';
// Children that show `piece`; the space is a real one, so that copying gives it.
function letters(piece) {
  const lead = piece.startsWith(' ');
  return [...(lead ? [make('span', 'lead', ' ')] : []), readable(lead ? piece.slice(1) || ' ' : piece).replaceAll('  ', ' ␣')];
}
// A token in running text.
const boxed = (piece) => make('span', 'token', ...letters(piece));
// Where an arrow key leads from `index` among `count`; undefined for other keys.
const step = (key, index, count) =>
  ({ ArrowRight: Math.min(index + 1, count - 1), ArrowLeft: Math.max(index - 1, 0), Home: 0, End: count - 1 })[key];

// Numbers, as the page writes them.
const formats = {};
const number = (x, digits = 2) => (formats[digits] ??= new Intl.NumberFormat(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits })).format(x).replace('-', '−');
const whole = (x) => x.toLocaleString();
const percent = (p) => (p === 0 ? '0' : p < 0.001 ? '< 0.1 %' : `${number(100 * p, 1)} %`);

// Colours: the ramps of the design; a probability's place on its ramp is its square root, as with the side of a pip.
const dark = () => document.body.classList.contains('dark');
const css = (name) => (parsed[`${name} ${dark()}`] ||= getComputedStyle(document.body).getPropertyValue(name).trim());   // asking lays the page out
const channels = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const RAMPS = {
  chance: [
    '#ffffff #dbf4e8 #acddca #78c7af #31b197 #018f84 #086d6c #044b54 #012b39',
    '#161e1c #173436 #1d5252 #21716f #25928b #37b19e #4fd1ae #98ebc4 #deffe8',
  ],
  signed: [
    '#552d88 #7c60a9 #a593c9 #d1c7e6 #fdfdfd #e6c5b2 #c78f6d #a65b27 #713401',
    '#ceb5fe #a186d2 #726093 #463d57 #1e1e1e #573c2c #915d3c #cf804e #ffaf7e',
  ],
};
const stops = (name) => RAMPS[name][Number(dark())].split(' ');
const parsed = {};                                           // thousands of cells ask for colours: read each ramp once
function along(name, t) {
  const colours = (parsed[`${name} ${dark()}`] ??= stops(name).map(channels)), at = Math.min(1, Math.max(0, t)) * (colours.length - 1);
  const i = Math.min(colours.length - 2, Math.floor(at)), a = colours[i], b = colours[i + 1];
  return a.map((x, k) => Math.round(x + (b[k] - x) * (at - i)));
}
const chance = (p) => along('chance', Math.sqrt(p));
const signed = (x, limit) => along('signed', (x / limit + 1) / 2);
// For canvases of thousands of cells, one look-up each: a ramp in steps, as words of colour. An even number: 0 is the middle.
const STEPS = 510, word = ([r, g, b]) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
const tints = (name) => (parsed[`${name} ${dark()} tints`] ??= Uint32Array.from({ length: STEPS + 1 }, (_, i) => word(along(name, i / STEPS))));
function shades(limit) {                                     // of a signed number, as `signed`
  const ramp = tints('signed');
  return (x) => ramp[Math.round((Math.max(-1, Math.min(1, x / limit)) + 1) / 2 * STEPS)];
}
// Cells of one pixel each on `canvas`; `colour(i)` is a word of colour, 0 none.
function cellsOn(canvas, width, height, colour) {
  const image = new ImageData(width, height), out = new Uint32Array(image.data.buffer);
  for (let i = 0; i < out.length; i++) out[i] = colour(i);
  canvas.width = width; canvas.height = height;
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}
// Black or white, whichever contrasts more with `rgb`: never below 4.58 : 1.
function contrasting(rgb) {
  const [r, g, b] = rgb.map((x) => ((x /= 255) <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}
const PALETTE = ('#17161a #84858d #fafaf5 #db1022 #ec6b05 #ffe92c #95cf5f #067d46 '
  + '#5cd3f2 #1368ff #072267 #8236a6 #ff86ba #ffc9ae #ac9060 #5c2e15').split(' ');

// A square of the palette's colour, 0 to 15.
function swatch(colour) {
  const made = make('span', 'swatch');
  made.style.background = PALETTE[colour];
  return made;
}
const colourOf = (id) => id - 16;                            // a colour token's place in the palette
// A token in a list: colours with their square.
const listed = ({ piece, kind, id }) => make('span', '', ...(kind === 'colour' ? [swatch(colourOf(id))] : []), make('span', '', ...letters(piece)));
// One bar, `share` of its full length; `inside`: what stands on it.
function bar(share, className = '', ...inside) {
  const fill = make('i');
  fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return make('span', `bar ${className}`, fill, ...inside);
}
// The same with its chance written at the right end.
const written = (p, className) => bar(p, `written ${className}`, make('span', 'value', percent(p)));
// Bars: rows of {label: node, value, text, raw, cut, fell, more}; lengths are shares of `full`.
function bars(root, rows, full = 1) {
  root.replaceChildren(...rows.flatMap((row) => {
    const state = (row.cut ? ' cut' : '') + (row.fell ? ' fell' : '');
    const drawn = bar((row.cut ? row.raw : row.value) / full, state);
    if (row.raw !== undefined && !row.cut) {
      const tick = make('u');
      tick.style.left = `${(row.raw / full) * 100}%`;
      drawn.append(tick);
    }
    const label = make('span', 'label' + state);
    label.append(row.label);
    return [label, drawn, make('span', 'value' + state, row.text), ...(row.more === undefined ? [] : [make('span', 'more', row.more)])];
  }));
}
// Hand the visitor a file.
function download(name, content, type) {
  const link = make('a'), url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.href = url; link.download = name; link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
// A field of a CSV line: quoted, and never a formula for a spreadsheet.
const field = (x) => (typeof x === 'number' ? String(x) : `"${(/^[=+\-@\t\r]/.test(x) ? `'${x}` : x).replaceAll('"', '""')}"`);
const csv = (rows) => rows.map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
const saveCanvas = (name, canvas) => canvas.toBlob((blob) => download(name, blob));
// An <svg> as a file of its own: the colours it takes from the page are written into it.
function drawing(node) {
  const copy = node.cloneNode(true), from = [node, ...node.querySelectorAll('*')], to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of ['fill', 'stroke', 'font-family', 'font-size', 'font-weight']) to[i].style.setProperty(name, style.getPropertyValue(name));
  });
  const box = node.viewBox.baseVal;
  copy.setAttribute('width', box.width); copy.setAttribute('height', box.height);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}
const saveSvg = (name, node) => download(name, drawing(node), 'image/svg+xml');
async function savePng(name, node, scale = 2) {
  const image = new Image(), box = node.viewBox.baseVal;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing(node))}`;
  await image.decode();
  const canvas = make('canvas');
  canvas.width = box.width * scale; canvas.height = box.height * scale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  saveCanvas(name, canvas);
}
// What the buttons at the right of a card's head do: {csv: fn, png: fn}.
function exporting(actions) {
  element.addEventListener('click', (event) => {
    const name = event.target.closest('[data-export]')?.dataset.export;
    if (name && props.value) actions[name](props.value);
  });
}
// Say `nodes` in the card's sentence; a screen reader hears it when it rests.
const say = (node, ...children) => node.replaceChildren(...children);
const bold = (text) => make('b', '', text);
