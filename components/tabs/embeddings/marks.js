// How the map draws a token: a shape for each kind, and the legend that explains it.
const KINDS = { word: 'word piece', digit: 'digit', punct: 'punctuation', colour: 'colour of a pixel', note: 'note', control: 'control' };
// One point's mark, around 0, 0: [path, is it a line]
const MARKS = {
  word: (r) => [`M${r * 0.75} 0A${r * 0.75} ${r * 0.75} 0 1 1 ${-r * 0.75} 0A${r * 0.75} ${r * 0.75} 0 1 1 ${r * 0.75} 0Z`],
  digit: (r) => [`M${-r} ${-r}H${r}V${r}H${-r}Z`],
  punct: (r) => [`M${-r} 0H${r}M0 ${-r}V${r}`, true],
  colour: (r) => [`M0 ${-1.4 * r}L${1.4 * r} 0L0 ${1.4 * r}L${-1.4 * r} 0Z`],
  note: (r) => [`M0 ${-1.3 * r}L${1.25 * r} ${r}H${-1.25 * r}Z`],
  control: (r) => [`M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`, true],
};
const keyOf = (kinds) => Object.entries(KINDS).filter(([kind]) => kinds.includes(kind)).map(([kind, name]) => {
  const [path, open] = MARKS[kind](4.5), colour = `var(--k-${kind})`;
  const mark = svg('path', { d: path, fill: open ? 'none' : colour, stroke: open ? colour : 'none', 'stroke-width': 2, transform: 'translate(8 8)' });
  return make('span', 'pip', svg('svg', { width: 16, height: 16, 'aria-hidden': true }, mark), `${name} ${whole(kinds.filter((each) => each === kind).length)}`);
});
