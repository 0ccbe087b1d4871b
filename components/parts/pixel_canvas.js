const NAMES = 'black gray white red orange yellow lime green cyan blue navy purple pink peach tan brown'.split(' ');
const board = $('.canvas'), line = $('.say'), note = $('.note'), brush = $('.brush'), stop = $('.stop'), again = $('.again'), veilButton = $('.veil'), inside = $('.inside');
const CELL = 32, COUNT = 256;
let offer = null;                                            // what Paint would paint: {caption, start, temperature, seed}
let done = null;                                             // what is on the canvas: the same, and {colours, bits}
let painting = false, early = false, pending = false, veil = false, chosen = null, looks = null;
const at = (i) => ({ x: (i % 16) * CELL, y: Math.floor(i / 16) * CELL });
const cells = Array.from({ length: COUNT }, (_, i) => svg('rect', { ...at(i), width: CELL, height: CELL, class: 'cell' }));
const veils = Array.from({ length: COUNT }, (_, i) => svg('rect', { ...at(i), width: CELL, height: CELL, class: 'shade' }));
const dots = Array.from({ length: COUNT }, (_, i) => svg('rect', { x: at(i).x + 13, y: at(i).y + 13, width: 6, height: 6, class: 'dot' }));
const pips = svg('g', { class: 'pips' }), ring = svg('g', { class: 'ring' }), next = svg('rect', { width: 28, height: 28, rx: 4, class: 'next' });
board.append(...cells, ...dots, ...veils, next, pips, ring);
function cell(i) {
  const colour = done?.colours[i];
  cells[i].style.fill = colour === undefined ? 'none' : PALETTE[colour];
  dots[i].style.display = colour === undefined ? '' : 'none';
  veils[i].style.opacity = veil && colour !== undefined ? Math.min(1, done.bits[i] / 4) : 0;
}
// A value is a new offer, or some more pixels.
function take(value) {
  if (value?.first !== undefined) return stroke(value);
  if (painting && value) { offer = value; return; }
  offer = value;
  board.classList.toggle('stale', Boolean(done && offer && done.caption !== offer.caption));
  if (pending && offer) { pending = false; start(); } else refresh();
}
function stroke({ first, colours, bits }) {
  if (early) { early = false; trigger('stop'); }             // Gradio cancels only what has begun to answer
  if (!painting) return;                                     // stopped: what is under way does not count
  colours.forEach((colour, i) => { done.colours[first + i] = colour; done.bits[first + i] = bits[i]; cell(first + i); });
  const count = first + colours.length;
  if (count === COUNT) finish(); else { moveNext(count); refresh(); }
}
function begin(about) {
  done = { ...about, colours: [], bits: [] };
  choose(null);
  board.classList.remove('stale');
  cells.forEach((_, i) => cell(i));
}
function start() {
  if (!offer) return;
  painting = true;
  early = false;
  begin(offer);
  moveNext(0);
  refresh();
  trigger('paint');
}
function finish() { painting = false; refresh(); }
function moveNext(i) { next.setAttribute('x', at(i).x + 2); next.setAttribute('y', at(i).y + 2); }
function refresh() {
  const count = done?.colours.length ?? 0, bits = (done?.bits ?? []).reduce((sum, x) => sum + x, 0);
  brush.disabled = painting || !offer;
  brush.textContent = count ? 'Paint again' : 'Paint';
  stop.disabled = !painting;
  again.disabled = painting || !offer;
  veilButton.disabled = !count;
  inside.disabled = painting || !count;
  next.style.display = painting ? '' : 'none';
  note.textContent = done ? (count < COUNT ? `pixel ${count} of ${COUNT}` : `seed ${done.seed}, temperature ${number(done.temperature)}`) : '';
  board.setAttribute('aria-label', count ? `Picture of “${done.caption}”, ${count} pixels painted` : 'The picture: nothing is painted yet');
  if (!count) say(line, 'Paint takes the prompt as the caption. Examples has a few captions of the kind this model learned.');
  else if (offer && done.caption !== offer.caption && !painting) say(line, 'This is “', bold(done.caption), '”. The prompt has changed: Paint paints the new one.');
  else if (painting) say(line, `${count} pixels so far`);
  else say(line, bold(`${number(bits, 1)} bits`), ' of surprise in the whole picture. Click a pixel to open its die.');
}
function choose(i) {
  chosen = i;
  looks = null;
  ring.replaceChildren(...(i === null ? [] : [['white', 8], ['ink', 4]].map(([name, width]) => svg('rect', { ...at(i), width: CELL, height: CELL, class: name, 'stroke-width': width }))));
  pips.replaceChildren();
  if (i === null) { page.weigh(null); return; }
  props.value = { ...done, pixel: i };
  trigger('inspect');
}
// The card beside says what the chosen pixel looked at: {pixel, pixels: weights, tokens: weights}.
hear('looked', () => {
  looks = page.looked;
  if (!looks || looks.pixel !== chosen) return;
  pips.replaceChildren(...[...looks.pixels].flatMap((weight, i) => (weight < 0.004 ? [] : [
    svg('circle', { cx: at(i).x + 16, cy: at(i).y + 16, r: Math.max(2.5, Math.min(16, 34 * Math.sqrt(weight))) })])));
  if (done?.caption === page.state.text) page.weigh(looks.tokens);
});
board.addEventListener('click', (event) => {
  const box = board.getBoundingClientRect(), clip = (x) => Math.max(0, Math.min(15, Math.floor(x * 16)));
  pick(clip((event.clientY - box.top) / box.height) * 16 + clip((event.clientX - box.left) / box.width));
});
function pick(i) { if (!painting && done && i <= Math.min(COUNT - 1, done.colours.length)) choose(i); }
board.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') choose(null);
  const move = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 16, ArrowUp: -16 }[event.key], to = chosen === null ? 0 : chosen + move;
  if (move === undefined) return;
  event.preventDefault();
  if (to >= 0 && to < COUNT) pick(to);
});
board.addEventListener('pointermove', (event) => {
  const i = cells.indexOf(event.target);
  if (i >= 0 && done?.colours[i] !== undefined && !painting) note.textContent = `row ${Math.floor(i / 16)}, column ${i % 16}: ${NAMES[done.colours[i]]}, ${number(done.bits[i], 1)} bits`;
});
board.addEventListener('pointerleave', refresh);
brush.addEventListener('click', start);
stop.addEventListener('click', () => { early = !done.colours.length; if (!early) trigger('stop'); finish(); });
again.addEventListener('click', () => { pending = true; trigger('again'); });
// All that the model read for this picture becomes the prompt: the other tabs then open the same pass.
inside.addEventListener('click', () => page.go({ tab: 'attention', token: null, text: done.start + done.colours.map((c) => `<${NAMES[c]}>`).join('') }));
veilButton.addEventListener('click', () => {
  veil = !veil;
  veilButton.setAttribute('aria-pressed', veil);
  veilButton.textContent = veil ? 'Hide surprise' : 'Show surprise';
  cells.forEach((_, i) => cell(i));
});
hear('tried', () => { if (page.state.tab === 'pixels') pending = true; });
hear('opened', () => { if (page.state.tab === 'pixels' && looks) page.tell('looked'); });
exporting({
  png() {
    const picture = make('canvas'), pen = picture.getContext('2d');
    picture.width = picture.height = 512;
    done?.colours.forEach((colour, i) => { pen.fillStyle = PALETTE[colour]; pen.fillRect(at(i).x, at(i).y, CELL, CELL); });
    saveCanvas('painting.png', picture);
  },
  json: () => done && download('painting.json', JSON.stringify({ ...done, colours: done.colours.map((c) => NAMES[c]) }, null, 1), 'application/json'),
});
cells.forEach((_, i) => cell(i));
live(take);
