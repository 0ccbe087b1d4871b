// One line above a view: nothing, or a message in place of the view. Its value says what the view now shows.
const line = $('.line');
let paling;
function compare() {                                         // the view is stale unless it shows what is wanted
  const tab = props.value.tab;
  if (page.state.tab !== tab) return;
  const view = element.closest('.view'), busy = Boolean(page.wanted) && page.wanted !== page.drawn[tab];
  view?.setAttribute('aria-busy', busy);
  clearTimeout(paling);                                      // an answer within 250 ms never flickers
  if (busy) paling = setTimeout(() => view?.classList.add('pale'), 250);
  else view?.classList.remove('pale');
}
function show() {
  const { tab, key, message } = props.value;
  if (key) page.drawn[tab] = key;
  const [first, rest] = message.split(/(?<=[.;]) (.*)/s);
  line.replaceChildren(bold(first), ...(rest ? [` ${rest}`] : []));
  line.hidden = !message;
  element.closest('.view')?.classList.toggle('failed', Boolean(message));
  compare();
}
hear('wanted', compare);
watch('value', show);
show();
