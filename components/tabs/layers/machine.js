const flow = $('.flow');
let stream = null;
const layerOf = (s) => Math.max(0, Math.floor((s - 1) / 2));
const MID = 7, RESID = 10;                                   // places of the two streams among a layer's tensors
function draw(value) {
  if (!value) { flow.replaceChildren(); say($('h2'), 'The machine'); say($('.say')); return; }
  const S = value.names.length, all = floats(value.stream), C = all.length / S;
  stream = Array.from({ length: S }, (_, s) => all.subarray(s * C, (s + 1) * C));
  const most = Math.max(...value.added);
  say($('h2'), boxed(value.piece), ' on its way through the machine');
  $('.ramp').style.background = `linear-gradient(90deg, ${stops('signed')})`;
  flow.replaceChildren(...value.names.flatMap((name, s) => {
    const canvas = make('canvas'), [what, half] = s ? name.split(' ') : ['', ''];
    const button = make('button', 'station', make('span', 'name', s ? half : 'embedding'), canvas, make('span', 'says', ...letters(value.says[s].piece)), make('span', 'p', percent(value.says[s].p)));
    button.type = 'button';
    button.setAttribute('role', 'radio');
    button.setAttribute('aria-label', `${s ? `layer ${what}, after ${half}` : 'embedding'}: would say ${JSON.stringify(value.says[s].piece)} with ${percent(value.says[s].p)}`);
    button.addEventListener('click', () => page.turn('layers', { layer: layerOf(s), tensor_no: half === 'attention' ? MID : RESID }));
    paint(canvas, stream[s]);
    const parts = [button];
    if (half === 'attention' || s === 0) parts.unshift(make('span', 'layer', s ? `layer ${what}` : 'start'));
    if (s) { const fill = make('i'); fill.style.height = `${100 * value.added[s - 1] / most}%`; const arrow = make('span', 'arrow', make('b', '', `+${number(value.added[s - 1], 0)}`), fill); arrow.title = `what is added is ${number(value.added[s - 1])} long`; parts.splice(parts.length - 1, 0, arrow); }
    return [make('div', `stop${half === 'attention' || !s ? ' first' : ''}`, ...parts)];
  }));
  const least = value.added.indexOf(most), end = value.says.at(-1);
  say($('.say'), 'The largest step is made by the ', bold(`${value.names[least + 1].split(' ')[1]} of layer ${value.names[least + 1].split(' ')[0]}`), `: it adds ${number(most, 1)} to a list that is ${number(value.lengths[least], 1)} long. At the end the likeliest next token is `, boxed(end.piece), ', ', bold(percent(end.p)), '.');
}
function paint(canvas, vector) {
  const limit = [...vector].map(Math.abs).sort((a, b) => a - b)[Math.floor(0.97 * (vector.length - 1))] || 1;
  const side = Math.ceil(Math.sqrt(vector.length)), shade = shades(limit);
  cellsOn(canvas, side, side, (i) => (i < vector.length ? shade(vector[i]) : 0));
}
flow.addEventListener('keydown', (event) => {
  const all = [...flow.querySelectorAll('.station')], next = step(event.key, all.indexOf(event.target.closest('.station')), all.length);
  if (next !== undefined) { event.preventDefault(); all[next].focus(); all[next].click(); }
});
exporting({ csv: ({ names }) => download('stream.csv', csv([['number', ...names], ...[...stream[0].keys()].map((i) => [i, ...stream.map((vector) => vector[i])])]), 'text/csv') });
function mark() {
  const { layer, tensor_no } = page.state.views.layers ?? {}, open = 2 * layer + (tensor_no === MID ? 1 : 2);
  flow.querySelectorAll('.station').forEach((button, s) => button.setAttribute('aria-checked', s === open));
}
hear('wanted', mark);
live(draw, mark);
