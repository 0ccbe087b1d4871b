// Two prompts on one seed, or one that two models read: what differs, and what comes of it in the open tab.

import { all, finder, make, svg } from '../../page/dom.js';
import facts from '../../page/facts.js';
import { floats, number, percent } from '../../page/numbers.js';
import { focusTab } from '../../page/nav.js';
import { page } from '../../page/page.js';
import { boxed, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { CompareValue, Moved, Side } from '../../values'
 * @typedef {'a' | 'b'} Name
 * @typedef {Widget<CompareValue, { tabs: string[], models: string[] }>} Compare
 */

const TYPING_MS = 150;
const LARGEST = 24; // pixels of a pip of weight 1
const CELL = 20; // pixels of the drawing

/** @param {Compare} widget */
export default function compare(widget) {
  const { element, options } = widget;
  const $ = finder(element);
  const [first, second] = options.models;
  const field = $('input', HTMLInputElement);
  let typing = 0;
  field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => page.note('b', field.value), TYPING_MS);
  });
  $('.close').addEventListener('click', () => {
    for (const name of ['b', 'by']) page.note(name, null);
    focusTab();
  });
  $('.by').hidden = !second;
  for (const button of all(element, '[data-by]')) {
    const by = button.dataset.by === 'second';
    button.textContent = by ? second : first;
    button.addEventListener('click', () => {
      if (!by) page.note('b', field.value); // what nothing else keeps open
      page.note('by', by ? 'second' : null);
    });
  }
  const place = () => {
    const { b, by } = page.state.notes;
    const shown = b !== undefined || by !== undefined;
    const opens = shown && $('.compare').hidden;
    $('.compare').hidden = !shown;
    if (shown && document.activeElement !== field) field.value = b ?? page.state.text;
    if (opens && page.state.count) field.focus();
    for (const button of all(element, '[data-by]')) {
      button.setAttribute('aria-pressed', String((button.dataset.by === 'second') === Boolean(by)));
    }
    draw(widget);
  };
  widget.hear('wanted', place);
  widget.hear('walked', place);
  widget.watch(() => draw(widget));
  place();
}

/** @param {Compare} widget */
function draw({ element, value, options }) {
  const $ = finder(element);
  const here = options.tabs.includes(page.state.tab);
  const shown = here && value?.shows === page.state.tab ? value : null;
  const trouble = $('.trouble');
  trouble.hidden = !here || !value?.message;
  trouble.textContent = value?.message ?? '';
  $('.faces').replaceChildren(...(shown?.shows === 'dice' ? shown.faces.map(pair) : []));
  $('.sides').classList.toggle('pictures', shown?.shows === 'paint');
  $('.sides').replaceChildren(
    ...(shown ? [side(shown, 'a', options.models), side(shown, 'b', options.models)] : []),
  );
  const paints = options.tabs.includes('paint');
  if (!here) put($('.say'), paints ? 'compare.elsewhere' : 'compare.elsewhere_text');
  else if (shown) tell($('.say'), shown);
  else $('.say').replaceChildren();
}

/**
 * @param {Element} line
 * @param {CompareValue} value
 */
function tell(line, { shows, a, b, bits, spot, by_second: two }) {
  const same = !a.differs.includes(true) && !b.differs.includes(true);
  if (same && !two) put(line, 'compare.same');
  else if (shows === 'attention') {
    const { layer, head } = a;
    const each = { layer, head, layer_b: b.layer, head_b: b.head };
    put(line, two ? 'compare.looks_each' : 'compare.looks', each);
  } else if (shows === 'paint') {
    const n = a.colours.filter((colour, i) => colour !== b.colours[i]).length;
    put(line, 'compare.painted', { n, all: facts.pixels });
  } else {
    const thrown = { spot: number(spot, 3), a: boxed(a.fell), b: boxed(b.fell) };
    if (bits === null) put(line, 'compare.faces_differ');
    else put(line, 'compare.far', { bits: number(bits) });
    const told = make('span');
    put(told, 'compare.throw', thrown);
    line.append(' ', told);
  }
}

/**
 * @param {CompareValue} value
 * @param {Name} name
 * @param {string[]} models
 */
function side(value, name, [first, second]) {
  const mine = value[name];
  const reader = value.by_second ? make('small', '', ` ${name === 'a' ? first : second}`) : '';
  const shown =
    value.shows === 'paint' ? painting(value, name) : make('div', 'pieces', ...chips(mine));
  return make('div', `side ${name}`, make('b', '', name.toUpperCase(), reader), shown);
}

/** @param {Side} side */
function chips({ pieces, differs, weights }) {
  const looked = weights ? floats(weights) : null;
  return pieces.map((piece, i) => {
    const chip = make('span', differs[i] ? 'chip differs' : 'chip', ...letters(piece));
    if (!looked) return make('span', 'slot', chip);
    const pip = make('i');
    const size = `${LARGEST * Math.sqrt(looked[i])}px`;
    Object.assign(pip.style, { width: size, height: size });
    pip.title = number(looked[i], 3);
    return make('span', 'slot', chip, make('span', 'socket', pip));
  });
}

/**
 * @param {CompareValue} value
 * @param {Name} name
 */
function painting({ a, b }, name) {
  const [mine, other] = name === 'a' ? [a, b] : [b, a];
  const width = facts.side * CELL;
  const label = text('compare.picture', { side: name.toUpperCase() });
  const cells = mine.colours.map((colour, i) => {
    const at = { x: (i % facts.side) * CELL, y: Math.floor(i / facts.side) * CELL };
    const cell = svg('rect', { ...at, width: CELL, height: CELL, fill: facts.palette[colour] });
    if (name === 'b' && colour !== other.colours[i]) cell.classList.add('moved');
    return cell;
  });
  const drawn = svg('svg', { viewBox: `0 0 ${width} ${width}`, role: 'img', 'aria-label': label });
  const rings = cells.flatMap((cell) => (cell.classList.contains('moved') ? [ring(cell)] : []));
  drawn.append(...cells, ...rings);
  return drawn;
}

/** @param {SVGElement} cell */
function ring(cell) {
  const [x, y] = ['x', 'y'].map((name) => Number(cell.getAttribute(name)) + CELL / 2);
  return svg('circle', {
    cx: x,
    cy: y,
    r: 3,
    fill: '#fff',
    stroke: '#14201e',
    'stroke-width': 1.5,
  });
}

/** @param {Moved} face */
function pair({ piece, a, b }) {
  const bars = [
    ['a', a],
    ['b', b],
  ].map(([name, p]) => {
    const bar = make('i');
    bar.style.width = `${80 * Number(p)}%`;
    return make('span', `way ${name}`, bar, percent(Number(p)));
  });
  return make(
    'div',
    'duo',
    make('span', 'token', ...letters(piece)),
    make('span', 'track', ...bars),
  );
}
