const chips = $('.chips'), log = $('ol'), range = $('input'), play = $('.play');
const still = matchMedia('(prefers-reduced-motion: reduce)');
let at = 0, states = [[]], shown = '', timer;                // merges made; the text after 0, 1, ... of them
const last = () => states.length - 1;
const times = (n) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${whole(n)} times`);

// The pieces after each merge: every place of a step holds what was two pieces before it.
function replay({ start, words, names, steps }) {
  const all = [start.map((piece, i) => ({ piece, word: words[i], name: names[i] }))];
  for (const { pieces, places, rank } of steps) {
    const before = all.at(-1), after = [];
    for (let i = 0; i < before.length; i++) {
      if (!places.includes(after.length)) after.push(before[i]);
      else { after.push({ piece: pieces[2], word: before[i].word, rank }); i++; }
    }
    all.push(after);
  }
  return all;
}
function chip(part, i, fresh, next) {
  const made = make('span', `chip${fresh.includes(i) ? ' fresh' : ''}${next.has(i) ? ' next' : ''}`, ...letters(part.piece));
  if (part.name) made.dataset.kind = 'control';
  made.title = part.name ? 'a name: never cut, never joined' : part.rank ? `made by merge ${whole(part.rank)}` : 'a single byte';
  return made;
}
function render() {
  const value = props.value, step = value.steps[at - 1], places = value.steps[at]?.places ?? [];
  const next = new Set(places.flatMap((place, k) => [place + k, place + k + 1])), words = [];
  states[at].forEach((part, i) => {
    if (!i || part.word !== states[at][i - 1].word) words.push(make('span', 'word'));
    words.at(-1).append(chip(part, i, step?.places ?? [], next));
  });
  chips.replaceChildren(...words);
  const fresh = chips.querySelector('.fresh') ?? chips.querySelector('.next'), top = fresh ? fresh.offsetTop - chips.offsetTop : 0;
  if (top < chips.scrollTop || top + (fresh?.offsetHeight ?? 0) > chips.scrollTop + chips.clientHeight) chips.scrollTop = top - 8;
  range.value = at;
  range.style.setProperty('--range_progress', `${last() ? (100 * at) / last() : 0}%`);
  range.setAttribute('aria-valuetext', `${at} of ${last()} merges made`);
  $('.at').textContent = `${at} / ${last()}`;
  $('.back').disabled = !at; $('.on').disabled = at === last();
  range.disabled = play.disabled = !last();
  say($('.say'), ...(step ? joined(value, step) : begun(value)));
  label(); follow();
}
function label() {
  play.textContent = timer ? 'Pause' : still.matches ? (at === last() && at ? 'To the start' : 'To the end') : at === last() && at ? 'Play again' : 'Play';
  $('.say').setAttribute('aria-live', timer ? 'off' : 'polite');
}
function begun({ names, steps, n_merges }) {
  const held = names.filter(Boolean).length, n = names.length - held, count = [bold(n === 1 ? '1 byte' : `${whole(n)} bytes`), held ? ` and ${held === 1 ? 'a name' : `${held} names`}, which nothing cuts or joins` : ''];
  if (!steps.length) return [...count, ': none of the ', whole(n_merges), ' merges fits, so each stays a token of its own.'];
  return [...count, '. Of the ', whole(n_merges), ' merges that training learned, ', bold(whole(steps.length)), ` will be made here, the first learned first.`];
}
function joined({ steps, n_merges, sample, drawn, bytes: all }, { rank, pieces, places, often }) {
  const left = states[at].length, size = sample && `${number(sample / 1e6, 1)} million tokens of training text`;
  return ['Merge ', bold(whole(rank)), ` of ${whole(n_merges)}: `, boxed(pieces[0]), ' + ', boxed(pieces[1]), ' = ', boxed(pieces[2]), `, ${times(places.length)} here`,
    ...(sample ? [' and ', bold(times(often)), ` in a sample of ${size}`] : []), '. ', bold(left === 1 ? '1 token' : `${whole(left)} tokens`), at === last() ? `, and no other merge fits: this is how the model reads ${drawn < all ? `these ${whole(drawn)} bytes` : 'this text'}.` : ' so far.'];
}
// The list's lit line stays in sight; the page itself does not scroll.
function follow() {
  [...log.children].forEach((line, i) => { line.setAttribute('aria-selected', i + 1 === at); line.classList.toggle('done', i < at); });
  const line = log.children[at - 1];
  if (line) log.setAttribute('aria-activedescendant', line.id); else log.removeAttribute('aria-activedescendant');
  log.scrollTop = line ? line.offsetTop - log.offsetTop - log.clientHeight / 2 : 0;
}
function line({ rank, pieces, often }, i) {
  const made = make('li', '', make('span', 'rank', whole(rank)), make('span', 'pair', boxed(pieces[0]), ' + ', boxed(pieces[1]), ' = ', boxed(pieces[2])), make('span', 'often', typeof often === 'number' ? whole(often) : ''));
  made.id = `merge_step_${i + 1}`;
  made.setAttribute('role', 'option');
  made.addEventListener('click', () => go(i + 1));
  return made;
}
function draw(value) {
  $('.both').hidden = !value;
  if (!value) { pause(); shown = ''; say($('.say'), 'Type a sentence above to see its bytes come together.'); return; }
  const same = JSON.stringify(value);
  if (same === shown) return;                                // another card was turned: keep the place
  shown = same;
  states = replay(value); at = 0;
  range.max = last();
  $('.columns .often').textContent = value.sample ? 'in the sample' : '';
  $('.log').hidden = !value.steps.length;
  log.replaceChildren(...value.steps.map(line));
  $('.rest').textContent = value.drawn < value.bytes ? `Only the first ${whole(value.drawn)} of ${whole(value.bytes)} bytes are drawn. No merge crosses from word to word, so the rest changes nothing here.` : '';
  pause();
  render();
}
function pause() { clearTimeout(timer); timer = undefined; label(); }
function go(place) { pause(); at = place; render(); }
function run() {
  if (!element.isConnected || at === last()) { pause(); return; }
  at += 1;
  timer = at < last() ? setTimeout(run, Math.max(250, Math.min(900, 20000 / last()))) : undefined;
  render();
}
play.addEventListener('click', () => {
  if (timer) { pause(); return; }
  if (still.matches) { go(at === last() ? 0 : last()); return; }
  if (at === last()) at = 0;
  timer = setTimeout(run, 300);
  render();
});
$('.back').addEventListener('click', () => go(Math.max(0, at - 1)));
$('.on').addEventListener('click', () => go(Math.min(last(), at + 1)));
range.addEventListener('input', () => go(Number(range.value)));
$('.both').addEventListener('keydown', (event) => {
  const key = { ArrowUp: 'ArrowLeft', ArrowDown: 'ArrowRight' }[event.target === log ? event.key : ''] ?? event.key, to = step(key, at, states.length);
  if (to !== undefined) { event.preventDefault(); go(to); }
});
hear('opened', () => { if (timer) pause(); });
exporting({
  csv: ({ steps }) => download('merges.csv', csv([['step', 'rank', 'left', 'right', 'joined', 'times here', 'times in the sample', 'tokens after it'],
    ...steps.map(({ rank, pieces, places, often }, i) => [i + 1, rank, ...pieces, places.length, often ?? '', states[i + 1].length])]), 'text/csv'),
});
live(draw);
