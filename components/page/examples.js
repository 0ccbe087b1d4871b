const list = $('details'), menu = $('.menu');
for (const [title, texts] of props.value.groups) {
  menu.append(make('p', 'group', title), ...texts.map((text) => {
    const button = make('button', 'example', text);
    button.type = 'button';
    button.addEventListener('click', () => { list.open = false; page.set({ token: null }); page.tell('tried'); page.write(text); });
    return button;
  }));
}
document.addEventListener('click', (event) => { if (!element.contains(event.target)) list.open = false; });
element.addEventListener('keydown', (event) => { if (event.key === 'Escape') { list.open = false; $('summary').focus(); } });
