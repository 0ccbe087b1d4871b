// Positions run from left to right, as the text does; the numbers of a position stand in its column.
const canvas = $('canvas'), { rows, thin, shape: [positions, numbers], limit, alike } = props.value;
const cells = new Int8Array(bytes(props.value.cells).buffer), lines = cells.length / rows;
const cosines = Object.entries(alike).map(([distance, packed]) => [Number(distance), floats(packed)]);
let picture, at = -1, pointed = null;                        // `pointed`: [position, number]

function colour() {                                          // the table as an image, one pixel a number
  picture = make('canvas');
  picture.width = rows; picture.height = lines;
  const ctx = picture.getContext('2d'), image = ctx.createImageData(rows, lines);
  const ramp = Array.from({ length: 255 }, (_, i) => signed(i - 127, 127));
  cells.forEach((x, i) => image.data.set([...ramp[x + 127], 255], 4 * ((i % lines) * rows + Math.floor(i / lines))));
  ctx.putImageData(image, 0, 0);
}
function render() {
  const scale = devicePixelRatio, ctx = canvas.getContext('2d');
  canvas.width = Math.round(canvas.clientWidth * scale); canvas.height = Math.round(canvas.clientHeight * scale);
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const stripe = (position, name, width) => {
    const x = ((Math.min(position, positions - 1) + 0.5) / positions) * canvas.width;
    ctx.fillStyle = css(name); ctx.fillRect(x - (width / 2) * scale, 0, width * scale, canvas.height);
  };
  if (pointed) stripe(pointed[0], '--ink-3', 1);
  if (at >= 0) { stripe(at, '--card', 7); stripe(at, '--ink', 3); }
}
function read() {
  if (!pointed) { $('.reading').textContent = ''; return; }
  const [position, channel] = pointed, x = (cells[Math.floor(position / thin) * lines + Math.floor(channel / thin)] / 127) * limit;
  const told = Math.abs(x) >= limit ? `${limit} or more, ${x < 0 ? 'negative' : 'positive'}` : `about ${number(x, 3)}`;
  $('.reading').textContent = `position ${position}, number ${channel}: ${told}`;
}
function mark(index) {
  at = Math.min(index, positions - 1);
  const found = cosines.flatMap(([distance, list]) => (at >= 0 && at < list.length ? [[distance, list[at]]] : []));
  const parts = found.flatMap(([distance, cosine], i) => [i ? ', ' : '', `${whole(at + distance)}: `, bold(number(cosine))]);
  const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const average = ['On average: ', ...cosines.flatMap(([distance, list], i) => [i ? ', ' : '', `${distance} apart `, bold(number(mean(list)))]), '.'];
  say($('.say'), ...(parts.length ? [`The cosine between position ${at} and position `, ...parts, '. ', ...average] : average));
  canvas.setAttribute('aria-label', `Table of ${positions} positions with ${numbers} numbers each; position ${at} is marked`);
  render();
}
function draw() {
  colour();
  $('.note').textContent = `${whole(positions)} positions × ${numbers} numbers; the line is the selected token’s`;
  $('.end').textContent = `position ${positions - 1}`;
  $('.low').textContent = `−${limit}`; $('.high').textContent = `+${limit}`;
  $('.rounded').textContent = `rounded to ${number(limit / 127, 4)} for drawing${thin > 1 ? `, every ${thin}th position and number` : ''}`;
  $('.ramp').style.background = `linear-gradient(90deg, ${stops('signed')})`;
}
function point(next) { pointed = next; read(); render(); }
canvas.addEventListener('pointermove', (event) => {
  const box = canvas.getBoundingClientRect(), inside = (part, size, count) => Math.max(0, Math.min(count - 1, Math.floor((part / size) * count)));
  point([inside(event.clientX - box.left, box.width, positions), inside(event.clientY - box.top, box.height, numbers)]);
});
canvas.addEventListener('pointerleave', () => point(null));
canvas.addEventListener('click', () => pointed && pointed[0] < page.state.count && select(pointed[0]));
canvas.addEventListener('keydown', (event) => {
  const [position, channel] = pointed ?? [Math.max(0, at), 0], down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step(event.key, position, positions);
  if (event.key === 'Escape') point(null);
  else if (event.key === 'Enter' && position < page.state.count) select(position);
  else if (down) point([position, Math.max(0, Math.min(numbers - 1, channel + down * thin))]);
  else if (next !== undefined) point([next, channel]);
  else return;
  event.preventDefault();
});
new ResizeObserver(render).observe(canvas);
exporting({ png: () => saveCanvas('positions.png', canvas) });
live(draw, mark);
