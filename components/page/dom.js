// Elements: found, made, filled. Text goes in as text nodes only, so any text is safe.

/**
 * @typedef {Node | string} Child
 * @typedef {{
 *   (selector: string): HTMLElement,
 *   <T extends Element>(selector: string, type: new () => T): T,
 * }} Finder
 */

/**
 * Finds one element below `root`, of the type that is said.
 * @param {Element} root
 */
export function finder(root) {
  return /** @type {Finder} */ (
    (/** @type {string} */ selector, type = HTMLElement) => {
      const found = root.querySelector(selector);
      if (!(found instanceof type)) throw new Error(`no ${type.name} fits ${selector}`);
      return found;
    }
  );
}

/**
 * All elements below `root` that fit.
 * @param {Element} root
 * @param {string} selector
 */
export const all = (root, selector) =>
  /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/**
 * The element around what an event happened to; null if none fits.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const around = (event, selector) =>
  event.target instanceof Element ? event.target.closest(selector) : null;

/**
 * Where an event points, in pixels of an element.
 * @param {MouseEvent} event
 * @param {Element} element
 * @returns {[x: number, y: number]}
 */
export function pointed(event, element) {
  const box = element.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} className
 * @param {Child[]} children
 */
export function make(tag, className = '', ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} className
 * @param {() => void} press
 * @param {Child[]} children
 */
export function button(className, press, ...children) {
  const made = make('button', className, ...children);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/**
 * One of several buttons of which one is chosen.
 * @param {string} className
 * @param {() => void} press
 * @param {Child[]} children
 */
export function radio(className, press, ...children) {
  const made = button(className, press, ...children);
  made.setAttribute('role', 'radio');
  return made;
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 * @param {Child[]} children
 */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/**
 * Text in a drawing.
 * @param {string} text
 * @param {Record<string, string | number>} attributes
 */
export const svgText = (text, attributes) => svg('text', attributes, text);

/** @param {string} text */
export const bold = (text) => make('b', '', text);

/**
 * A first cell of a row of a table.
 * @param {Child[]} children
 */
export function rowHead(...children) {
  const made = make('th', '', ...children);
  made.scope = 'row';
  return made;
}

/**
 * Draws anew what is below `root`. What had the focus and is drawn again, by its `data-focus`, has it again.
 * @param {Element} root
 * @param {() => void} draw
 */
export function keepingFocus(root, draw) {
  const held = document.activeElement;
  const key = held instanceof HTMLElement && root.contains(held) ? held.dataset.focus : undefined;
  draw();
  if (key === undefined || held?.isConnected) return;
  all(root, '[data-focus]')
    .find((each) => each.dataset.focus === key)
    ?.focus({ preventScroll: true });
}

/**
 * Everything in a card but its head: hidden while there is nothing to show.
 * @param {Element} root
 * @param {boolean} hidden
 * @param {string} but also left as it is
 */
export function hideBody(root, hidden, but = '') {
  for (const part of all(root, `.card > :not(header${but})`)) part.hidden = hidden;
}

/**
 * The pen of a canvas.
 * @param {HTMLCanvasElement} canvas
 */
export function pen(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
}

/**
 * Scrolls a list, but not the page, until `line` is in sight: at the next frame, which lays the page out anyway.
 * @param {HTMLElement} list
 * @param {HTMLElement | null | undefined} line
 */
export function scrollTo(list, line, above = 0) {
  requestAnimationFrame(() => {
    const top = line ? line.offsetTop - list.offsetTop : 0;
    const bottom = top + (line?.offsetHeight ?? 0);
    if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight)
      list.scrollTop = top - above;
  });
}
