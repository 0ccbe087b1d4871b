const steps = $('.steps');
// Rows of the drawing: what happens, and the tensors that come out of it.
const PLAN = [
  ['norm, then three matrices', ['q', 'k', 'v']], ['q · k / √D', ['scores']], ['mask the future, softmax', ['pattern']], ['weights · v', ['z']],
  ['output matrix, head by head', ['heads']], ['add to the stream', ['resid_mid']], ['norm, matrix, ReLU', ['neurons']], ['second matrix', ['mlp']], ['add to the stream', ['resid']],
];
function draw(value) {
  say($('h2'), value ? `Layer ${value.layer}, step by step` : 'One layer');
  if (!value) { steps.replaceChildren(); return; }
  const about = Object.fromEntries(value.tensors.map(([name, what], i) => [name, { what, i }]));
  steps.replaceChildren(...PLAN.flatMap(([does, names], r) => [make('span', 'does', does), make('div', `boxes${does.startsWith('add') ? ' sum' : ''}`, ...names.map((name) => {
    const { what, i } = about[name], button = make('button', 'box', make('b', '', name), make('span', '', what));
    button.type = 'button'; button.dataset.tensor = name;
    button.setAttribute('role', 'radio'); button.setAttribute('aria-checked', i === value.tensor_no);
    button.addEventListener('click', () => page.turn('layers', { tensor_no: i }));
    return button;
  }))]));
}
live(draw);
