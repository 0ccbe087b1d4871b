const list = $('.chips');
const MOST = 12;                                             // bits at the end of the ramp
function draw(value) {
  list.replaceChildren();
  if (!value) { say($('.say')); return; }
  const known = value.bits.slice(1), sum = known.reduce((a, b) => a + b, 0), most = known.indexOf(Math.max(...known)) + 1;
  if (!known.length) say($('.say'), 'A single token: nothing stands before it that could expect it.');
  else say($('.say'), `After the first token the text tells `, bold(`${number(sum, 1)} bits`), `, ${number(sum / known.length, 1)} a token. The largest surprise is `, boxed(value.tokens[most]), ', ', bold(`${number(value.bits[most], 1)} bits`), `: it had a chance of ${percent(2 ** -value.bits[most])}.`);
  list.append(...value.tokens.map((piece, i) => {
    const bits = value.bits[i], chip = make('button', 'chip', ...letters(piece)), colour = bits === null ? null : along('chance', Math.min(1, bits / MOST));
    chip.type = 'button';
    if (colour) { chip.style.background = `rgb(${colour})`; chip.style.color = contrasting(colour); }
    chip.title = bits === null ? 'nothing stands before it' : `${number(bits)} bits, ${percent(2 ** -bits)}`;
    chip.setAttribute('aria-label', `token ${i} ${JSON.stringify(piece)}: ${chip.title}`);
    chip.addEventListener('click', () => select(i));
    return make('span', 'slot', chip, make('span', 'socket', bits === null ? '–' : number(bits, 1)));
  }));
}
exporting({ csv: ({ tokens, bits }) => download('surprise.csv', csv([['place', 'token', 'bits'], ...tokens.map((piece, i) => [i, piece, bits[i] ?? ''])]), 'text/csv') });
live(draw);
