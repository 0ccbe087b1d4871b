// The scene: what the page shows, and the only place that decides when Python is asked.
// state = {tab, text, token, edits, views: {tab: {control: value}}}; the address bar says the same.
const TYPING_MS = 100, URL_MS = 400, URL_CHARACTERS = 4000, URL_VALUE = 64;
const asked = {};      // tab -> key of the last request
let views = null;      // tab -> {values: {control: value}, uses_token, once}; null until Python has restored the page
let timer, urlTimer, opened;
// What the open tab should show, as a string: two equal keys draw the same picture. '' if it draws nothing by itself.
function key() {
  const { tab, text, token } = page.state, view = views[tab];
  return view ? JSON.stringify([tab, text, view.uses_token ? token : 0, page.state.views[tab]]) : '';
}
function want() {
  page.wanted = key();
  page.tell('wanted');                                       // views that show something else grow pale
}
function settle() {
  const tab = page.state.tab, view = views[tab];
  props.value = { tab, text: page.state.text, token: page.state.token, controls: page.state.views[tab] ?? {}, edits: page.state.edits, key: page.wanted };
  if (asked.prompt !== page.state.text) { asked.prompt = page.state.text; trigger('prompt'); }
  const taken = JSON.stringify([page.state.text, page.state.edits]);
  if (page.drawer && asked.intervene !== taken) { asked.intervene = taken; trigger('intervene'); }
  const once = `${tab}_once`;
  if (view?.once && !asked[once]) { asked[once] = true; trigger(once); }
  // Ask when the last question was another one; also when a tab is opened whose last answer never came.
  const reopened = tab !== opened && page.drawn[tab] !== page.wanted;
  if (view && (asked[tab] !== page.wanted || reopened)) { asked[tab] = page.wanted; trigger(tab); }
  opened = tab;
  clearTimeout(urlTimer);
  urlTimer = setTimeout(writeUrl, URL_MS);
}
page.set = (patch, wait = 0) => {
  const { token, tab, edits } = page.state;
  Object.assign(page.state, patch);
  if (page.state.tab !== tab) { page.weights = null; page.tell('opened'); }
  if (page.state.edits !== edits) page.tell('edited');
  if (page.state.token !== token) page.tell('moved');        // widgets re-mark at once, without Python
  if (!views) return;
  want();
  clearTimeout(timer);
  timer = setTimeout(settle, wait);
};
page.type = (raw) => {
  const text = (raw ?? '').toWellFormed();                   // half an emoji would break JSON on the way back
  if (text === page.state.text) return;
  page.set({ text }, TYPING_MS);
  page.tell('typed');
};
page.failed = (event) => { asked[event] = undefined; };      // busy or unreachable: the next change asks again
page.turn = (tab, controls) => page.set({ views: { ...page.state.views, [tab]: { ...page.state.views[tab], ...controls } } });
page.turned = (tab, names, values) => page.turn(tab, Object.fromEntries(names.map((name, i) => [name, values[i]])));
page.write = (text) => { page.written = text; trigger('write'); };   // into the prompt's text box
page.counted = (count) => {                                  // the chips know how many tokens there are
  page.state.count = count;
  if (page.state.token !== null && page.state.token >= count) page.set({ token: null });
  else page.tell('moved');
};
page.weigh = (weights) => { page.weights = weights; page.tell('weighed'); };
function writeUrl() {
  const { tab, text, token, edits } = page.state, query = new URLSearchParams(location.search);
  for (const view of Object.values(views)) for (const name in view.values) query.delete(name);
  const put = (name, value) => (value === null || value === undefined ? query.delete(name) : query.set(name, value));
  put('tab', tab); put('text', text); put('token', token); put('edits', edits.join('\n') || null);
  for (const [name, value] of Object.entries(page.state.views[tab] ?? {})) if (String(value).length <= URL_VALUE) put(name, value);
  if (query.toString().length > URL_CHARACTERS) query.delete('text');   // servers refuse long request lines
  try { history.replaceState(history.state, '', `?${query}${location.hash}`); } catch { /* Safari: 100 calls in 30 s */ }
}
// What Gradio's own parts shall show: the tab, the prompt, and each of `controls`, [tab, name].
page.restored = (controls) => [{ selected: page.state.tab, __type__: 'update' }, page.state.text, ...controls.map(([tab, name]) => page.state.views[tab][name])];
// To another tab and text, which Gradio's own parts do not know yet.
page.go = (patch) => { page.set(patch); trigger('restore'); };
function restored() {                                        // the first value comes from Python, at page load
  if (views || !props.value?.views) return;
  views = props.value.views;
  const { tab, text, token, edits } = props.value;
  Object.assign(page.state, { tab, text, token, edits, views: Object.fromEntries(Object.entries(views).map(([name, view]) => [name, view.values])) });
  trigger('restore');
  page.tell('opened');
  want();
  settle();
}
watch('value', restored);
restored();
// Canvases read their colours from the page: draw again when the theme has changed.
new MutationObserver(() => page.tell('themed')).observe(document.body, { attributeFilter: ['class'] });
