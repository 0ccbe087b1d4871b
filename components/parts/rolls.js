const tray = $('.tray'), line = $('.say');
function draw(value) {
  tray.replaceChildren();
  if (!value?.n) { say(line, 'No rolls of this die yet. Roll 20 throws it twenty times and appends nothing.'); return; }
  const top = value.faces[0], fell = value.thrown.filter(({ rank }) => rank === 0).length;
  say(line, `${value.n} rolls of this die: `, boxed(top.piece), ' fell ', bold(fell === 1 ? 'once' : `${fell} times`), ', ', bold(number(value.n * top.p, 1)), ' were expected. Click a roll to append it.');
  tray.append(...value.thrown.map((roll) => {
    const chip = make('button', 'chip', ...letters(roll.piece));
    chip.type = 'button';
    chip.dataset.kind = roll.kind;
    chip.disabled = value.full || !roll.appendable;
    chip.title = `append, ${percent(roll.p)}`;
    chip.addEventListener('click', () => { page.set({ token: null }); page.write(page.state.text + roll.piece); });
    return chip;
  }));
}
exporting({ json: ({ thrown }) => download('rolls.json', JSON.stringify(thrown.map(({ piece, id, p }) => ({ token: piece, id, probability: p })), null, 1), 'application/json') });
live(draw);
