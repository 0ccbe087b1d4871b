const drawer = $('details'), fields = $('.fields'), line = $('.trouble'), grid = $('.grid'), summary = $('.say');
// Each kind of change in the form: its name, and which of the forms that Python has for it, by the first field.
const HOW = [['off', 'writes nothing'], ['mean', 'writes its average over this text']];
const KINDS = { head: 'Head', network: 'Network', edge: 'Look', token: 'Token', order: 'Order', places: 'Places', patch: 'Patch', number: 'Number' };
const LABELS = {
  layer: 'Layer', head: 'Head', how: 'It', token: 'Token', id: 'is read as', places: 'The position of every token is', source: 'gets what token no.',
  text: 'carries in this text', tensor: 'Of', index: 'at', value: 'set to',
};
const OTHER = { edge: 'no longer looks at', order: 'changes places with' };
const fieldsOf = (kind) => [...props.value.forms[kind].matchAll(/\{(\w+)\}/g)].map(([, field]) => field);
const lineOf = (kind, values) => props.value.forms[kind].replace(/\{(\w+)\}/g, (_, field) => String(values[field]).trim());
let kind = 'head', kept = {};                                // what was chosen last, by field
const options = (count, from = 0) => Array.from({ length: count }, (_, i) => [String(i + from), String(i + from)]);
const short = (piece) => (readable(piece).trim() || '␣').slice(0, 14);
function choices(field) {
  const { sizes, pieces, ids, tokens } = props.value;
  if (field === 'layer') return options(sizes.layers);
  if (field === 'head') return options(sizes.heads);
  if (field === 'how') return HOW;
  if (field === 'tensor') return Object.keys(props.value.axes).map((name) => [name, name]);
  if (field === 'places') return [['off', 'zero: none knows its place'], ['shuffled', 'that of another token'], ['1', 'one too high'], ['16', '16 too high']];
  if (['token', 'other'].includes(field)) return pieces.map((piece, i) => [String(i), `${i} ${short(piece)}`]);
  if (field === 'id') return [...new Map([...ids.map((id, i) => [String(id), short(pieces[i])]), ...tokens.map(({ id, piece }) => [String(id), short(piece)])])];
  return null;
}
function preset(field) {                                     // what the page shows elsewhere
  const { layer, head } = page.state.views.attention ?? {};
  const token = Math.max(0, selected());
  return { layer, head, token, other: Math.max(0, token - 1), source: token, index: `${layer ?? 0} ${token} 0`, value: 0, text: '' }[field];
}
function form() {
  for (const button of element.querySelectorAll('[data-kind]')) button.setAttribute('aria-checked', button.dataset.kind === kind);
  $('.add').disabled = !props.value?.pieces;
  if (!props.value?.pieces) { fields.replaceChildren(); return; }
  fields.replaceChildren(...fieldsOf(kind).map((field) => {
    const list = choices(field), input = make(list ? 'select' : 'input');
    if (list) input.append(...list.map(([value, name]) => { const made = make('option', '', name); made.value = value; return made; }));
    const wanted = String(kept[field] ?? preset(field) ?? '');
    input.name = field;
    if (!list || list.some(([value]) => value === wanted)) input.value = wanted;
    if (field === 'index') input.placeholder = props.value.axes[kept.tensor ?? 'resid'].join(' ');
    const label = make('label', ['text', 'how', 'places'].includes(field) ? 'wide' : '', field === 'other' ? OTHER[kind] : LABELS[field], input);
    return label;
  }));
}
fields.addEventListener('change', ({ target }) => {
  kept[target.name] = target.value;
  if (target.name === 'tensor') { kept.index = undefined; form(); }
});
$('.kinds').append(...Object.entries(KINDS).map(([key, name]) => {
  const button = make('button', 'kind', name);
  button.type = 'button'; button.dataset.kind = key;
  button.setAttribute('role', 'radio');
  button.addEventListener('click', () => { kind = key; form(); });
  return button;
}));
const put = (edits) => page.set({ edits });
const toggle = (line) => put(page.state.edits.includes(line) ? page.state.edits.filter((edit) => edit !== line) : [...page.state.edits, line]);
$('.add').addEventListener('click', () => {
  const values = Object.fromEntries([...fields.querySelectorAll('[name]')].map((input) => [input.name, input.value]));
  const said = /^\d+$/.test(values.places ?? '') ? lineOf('shift', { by: values.places }) : lineOf(kind, values);
  if (!page.state.edits.includes(said)) put([...page.state.edits, said]);
});
$('.reset').addEventListener('click', () => put([]));
// An edit in words; until Python has read it, its line.
function words(edit, { pieces = [], said = {} }) {
  if (!said[edit]) return [edit];
  const { kind, fields: f, piece } = said[edit], does = { off: 'writes nothing', mean: 'writes its average' }[f.how];
  const at = (i) => (pieces[i] === undefined ? `token ${i}` : boxed(pieces[i]));
  switch (kind) {
    case 'head': return [`head ${f.layer}.${f.head} ${does}`];
    case 'network': return [`network of layer ${f.layer} ${does}`];
    case 'edge': return [at(f.token), ' cannot look at ', at(f.other), ` in head ${f.layer}.${f.head}`];
    case 'token': return [at(f.token), ` at ${f.token} is read as `, piece === null ? `id ${f.id}` : boxed(piece)];
    case 'order': return [at(f.token), ` at ${f.token} and `, at(f.other), ` at ${f.other} change places`];
    case 'places': return [f.places === 'off' ? 'no token knows its place' : 'each token has the place of another'];
    case 'shift': return [`all places are ${f.by} too high`];
    case 'patch': return ['after layer ', f.layer, ' ', at(f.token), ` carries what token ${f.source} does in “${f.text}”`];
    default: return [edit];
  }
}
function drawEdits(value) {
  const edits = page.state.edits ?? [];
  $('.edits').replaceChildren(...edits.map((edit) => {
    const button = make('button', 'back', '×');
    button.type = 'button'; button.title = 'Give it back';
    button.setAttribute('aria-label', `Give back: ${edit}`);
    button.addEventListener('click', () => toggle(edit));
    return make('li', '', make('span', '', ...words(edit, value ?? {})), button);
  }));
  $('.none').hidden = edits.length > 0; $('.reset').hidden = edits.length === 0;
  $('.tally').textContent = edits.length ? `${edits.length} taken away` : '';
}
const sign = (x, digits = 2) => (x > 0 ? '+' : '') + number(x, digits);
function drawPairs({ tokens, divergence_bits, continued }) {
  $('.pairs').replaceChildren(make('span'), ...['before', 'after', 'change of ln p'].map((name) => make('span', 'word', name)), ...tokens.flatMap(({ piece, before, after, change }) => [
    make('span', 'label', ...letters(piece)), written(before, 'before'), written(after, 'after'), make('span', `change ${change < 0 ? 'less' : 'more'}`, Math.abs(change) < 0.005 ? '0' : sign(change))]));
  const most = tokens.reduce((best, each) => (Math.abs(each.after - each.before) > Math.abs(best.after - best.before) ? each : best));
  if (!page.state.edits.length) say(summary, 'The die for the token after this text. Take something away.');
  else say(summary, boxed(most.piece), ' went from ', bold(percent(most.before)), ' to ', bold(percent(most.after)), `. The dice differ by ${number(divergence_bits)} bits (Kullback-Leibler).`);
  const goes = (name, pieces) => [make('dt', '', name), make('dd', '', pieces.length ? readable(pieces.join('')) : 'nothing: the context is full')];
  $('.on').replaceChildren(...goes('It goes on, before', continued.before), ...goes('after', continued.after));
}
// One cell for each head and network: how much the likeliest token's ln p changes when it alone is off.
function drawEffects({ effects, sizes, edits }) {
  const cells = floats(effects.cells), columns = sizes.heads + 1, limit = Math.max(...cells.map(Math.abs), 1e-6);
  $('.mattered h3').replaceChildren('Which part mattered for ', boxed(effects.token), '?');
  grid.style.gridTemplateColumns = `auto repeat(${columns}, minmax(0, 1fr))`;
  grid.replaceChildren(make('span', 'word', 'layer'), ...options(sizes.heads).map(([, name]) => make('span', 'word', `head ${name}`)), make('span', 'word', 'network'),
    ...options(sizes.layers).flatMap(([, layer]) => [make('span', 'word', layer), ...Array.from({ length: columns }, (_, column) => {
      const x = cells[layer * columns + column], said = column < sizes.heads ? lineOf('head', { layer, head: column, how: 'off' }) : lineOf('network', { layer, how: 'off' });
      const button = make('button', 'cell', Math.abs(x) < 0.005 ? '0' : sign(x)), rgb = signed(x, limit);
      button.type = 'button'; button.title = `${said}: ln p changes by ${sign(x, 3)}`;
      button.setAttribute('aria-label', button.title);
      button.setAttribute('aria-pressed', edits.includes(said));
      button.style.background = `rgb(${rgb})`; button.style.color = contrasting(rgb);
      button.dataset.value = x;
      button.addEventListener('click', () => toggle(said));
      return button;
    })]));
  $('.note').textContent = `Change of ln p when that part alone writes nothing; whole it is ${number(effects.logprob)}. Press a cell to switch the part off.`;
}
function draw(value) {
  drawEdits(value);
  line.hidden = !value?.message; line.textContent = value?.message ?? '';
  for (const part of element.querySelectorAll('.two > :not(.trouble), .mattered')) part.hidden = !value?.tokens;
  form();
  if (value?.tokens) { drawPairs(value); drawEffects(value); }
}
function placed() {
  element.hidden = !INSIDE.includes(page.state.tab);
  if (page.state.edits?.length) drawer.open = true;
  opening();
}
function opening() { if (page.drawer !== drawer.open) { page.drawer = drawer.open; page.set?.({}); } }
drawer.addEventListener('toggle', opening);
hear('opened', placed);
hear('edited', () => drawEdits(props.value));
exporting({
  csv: ({ tokens, edits }) => download('taken_away.csv', csv([['token', 'id', 'before', 'after', 'change of ln p', edits.join('; ')],
    ...tokens.map(({ piece, id, before, after, change }) => [piece, id, before, after, change])]), 'text/csv'),
});
live(draw, () => {});
placed();
