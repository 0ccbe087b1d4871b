const steps = $('.steps');
// Rows of the drawing: what happens, and the tensors that come out of it.
const PLAN = [
  ['norm, then three matrices', ['q', 'k', 'v']], ['q · k / √D', ['scores']], ['mask the future, softmax', ['pattern']], ['weights · v', ['z']],
  ['output matrix, head by head', ['heads']], ['add to the stream', ['resid_mid']], ['norm, matrix, ReLU', ['neurons']], ['second matrix', ['mlp']], ['add to the stream', ['resid']],
];
function draw(tensors) {
  const about = Object.fromEntries(tensors.map(([name, what], i) => [name, { what, i }]));
  steps.replaceChildren(...PLAN.flatMap(([does, names], r) => [make('span', 'does', does), make('div', `boxes${does.startsWith('add') ? ' sum' : ''}`, ...names.map((name) => {
    const { what, i } = about[name], button = make('button', 'box', make('b', '', name), make('span', '', what));
    button.type = 'button'; button.dataset.tensor = name;
    button.setAttribute('role', 'radio');
    button.addEventListener('click', () => page.turn('layers', { tensor_no: i }));
    return button;
  }))]));
}
function mark() {
  const { layer, tensor_no } = page.state.views.layers ?? {};
  say($('h2'), layer === undefined ? 'One layer' : `Layer ${layer}, step by step`);
  steps.querySelectorAll('.box').forEach((button) => button.setAttribute('aria-checked', props.value[tensor_no]?.[0] === button.dataset.tensor));
}
hear('wanted', mark);
live(draw, mark);
