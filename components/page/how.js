const { formula, sources } = props.value;
const lines = (text) => text.split('\n').length;
const total = sources.reduce((sum, { text }) => sum + lines(text), 0), paths = [...new Set(sources.map(({ path }) => path))];
const where = paths.flatMap((path, i) => [i ? ' and ' : '', make('code', '', path)]);
$('summary').append(bold('How it is computed'), make('span', 'formula', formula, make('span', 'where', ` in ${total} lines of `, ...where)));
$('.sources').append(...sources.map(({ path, line, text }) => {
  const code = make('pre', '', make('code', '', text));
  code.tabIndex = 0;                                         // it scrolls sideways: reachable by keyboard
  return make('figure', '', make('figcaption', '', `${path}, lines ${line} to ${line + lines(text) - 1}`), code);
}));
