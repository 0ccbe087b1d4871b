$('.model').textContent = props.value.about;
const theme = $('.theme'), share = $('.share');
const name = () => { theme.textContent = dark() ? 'Light' : 'Dark'; };
theme.addEventListener('click', () => {
  document.body.classList.toggle('dark');
  const query = new URLSearchParams(location.search);
  query.set('__theme', dark() ? 'dark' : 'light');
  history.replaceState(history.state, '', `?${query}${location.hash}`);
});
hear('themed', name);
name();
share.addEventListener('click', async () => {
  let said = 'Copied';
  try { await navigator.clipboard.writeText(location.href); } catch { said = 'Copy the address bar'; }  // not allowed without https
  share.textContent = said;
  setTimeout(() => { share.textContent = 'Share this view'; }, 2000);
});
$('.help').addEventListener('click', () => $('.helping').showModal());
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key.toLowerCase() === 'p' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) document.body.classList.toggle('presenting');
  const tab = event.target.closest?.('[role=tab]');          // Gradio's tabs know no arrow keys
  if (!tab) return;
  const tabs = [...tab.closest('[role=tablist]').querySelectorAll('[role=tab]:not([aria-disabled=true])')], i = tabs.indexOf(tab);
  const next = { ArrowRight: (i + 1) % tabs.length, ArrowLeft: (i - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault(); tabs[next].focus(); tabs[next].click();
});
