const root = $('.bars'), line = $('.say'), heads = $('.heads');
function draw(value) {
  root.hidden = heads.hidden = !value;
  if (!value) { say(line); root.replaceChildren(); return; }
  const row = ({ piece, p, raw }, i) => ({
    label: (() => { const label = make('span'); label.append(...(typeof piece === 'string' ? letters(piece) : [piece])); return label; })(),
    value: p, raw, cut: p === 0, text: percent(p), more: value.n ? String(value.tally[i]) : '',
  });
  const others = { ...value.others, piece: document.createTextNode(`${whole(value.others.count)} others`) };
  bars(root, [...value.faces, ...(value.others.count ? [others] : [])].map(row));
  const top = value.faces[0];
  say(line, boxed(top.piece), ' has ', bold(percent(top.p)), ' of the die, ', bold(percent(top.raw)), ' before shaping. ',
    value.kept === 1 ? 'It is the only token left.' : `${whole(value.kept)} tokens are on the die.`);
}
exporting({
  csv: ({ faces, others, tally }) => download('next_token.csv', csv([['token', 'id', 'probability', 'before shaping', 'rolled'],
    ...[...faces, { piece: `${others.count} others`, id: '', ...others }].map(({ piece, id, p, raw }, i) => [piece, id, p, raw, tally[i]])]), 'text/csv'),
});
live(draw);
