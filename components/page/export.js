// Every result has a way out: the buttons at the right of a card's head hand the visitor a file.

import { dated, laidOut, shortened } from './caption.js';
import { css } from './colours.js';
import { csv } from './csv.js';
import { around, make, pen, svg, svgText } from './dom.js';
import { embedded } from './fonts.js';
import { page } from './page.js';
import { readable } from './tokens.js';
import { text } from './words.js';

/** @import { Widget } from './types.js' */

const EDGE = 8; // pixels around a caption
const LEADING = 1.35; // lines of a caption, in sizes of its type
const DRAWN = (
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-linejoin stroke-opacity paint-order opacity ' +
  'font-family font-size font-weight text-anchor'
).split(' ');

/**
 * What the buttons do, when there is something to export.
 * @template V
 * @param {Pick<Widget<V, any>, 'element' | 'value'>} widget
 * @param {Record<string, (value: V) => void>} actions
 */
export function exporting(widget, actions) {
  widget.element.addEventListener('click', (event) => {
    const name = around(event, '[data-export]')?.dataset.export;
    const { value } = widget;
    if (name && value) actions[name](value);
  });
}

/**
 * @param {string} name
 * @param {Blob | string} content
 */
export function download(name, content, type = '') {
  const link = make('a');
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const url = URL.createObjectURL(blob);
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/**
 * @param {string} name
 * @param {(string | number)[][]} rows the first names the columns
 */
export const saveCsv = (name, rows) => download(name, csv(rows), 'text/csv');

/**
 * @param {string} name
 * @param {unknown} value
 */
export const saveJson = (name, value) =>
  download(name, JSON.stringify(value, null, 1), 'application/json');

/**
 * A picture of cells, with a line below it that says what it is of.
 * @param {string} name
 * @param {HTMLCanvasElement} canvas
 * @param {string} about the text that it was made from
 */
export function saveCanvas(name, canvas, about = page.state.text) {
  const scale = canvas.clientWidth ? canvas.width / canvas.clientWidth : 1;
  const { lines, size, height } = caption(about, canvas.width / scale);
  const whole = make('canvas');
  whole.width = canvas.width;
  whole.height = canvas.height + Math.ceil(height * scale);
  const context = pen(whole);
  context.fillStyle = css('--card');
  context.fillRect(0, 0, whole.width, whole.height);
  context.drawImage(canvas, 0, 0);
  context.scale(scale, scale);
  context.font = `${size}px ${css('--sans')}`;
  context.fillStyle = css('--ink-2');
  for (const [i, line] of lines.entries())
    context.fillText(line, EDGE, canvas.height / scale + baseline(i, size));
  savePixels(name, whole);
}

/**
 * @param {string} name
 * @param {HTMLCanvasElement} canvas
 */
function savePixels(name, canvas) {
  canvas.toBlob((blob) => {
    if (blob) download(name, blob);
  });
}

/**
 * @param {string} name
 * @param {SVGSVGElement} node
 */
export async function saveSvg(name, node) {
  const { source } = await framed(standalone(node), node.viewBox.baseVal);
  download(name, source, 'image/svg+xml');
}

/**
 * @param {string} name
 * @param {SVGSVGElement} node
 */
export async function savePng(name, node) {
  await saveImage(name, await framed(standalone(node), node.viewBox.baseVal));
}

/**
 * A drawing that a library hands over as text.
 * @param {string} name
 * @param {string} drawing an <svg>
 * @param {'png' | 'svg'} form
 */
export async function saveDrawing(name, drawing, form) {
  const parsed = new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement;
  const copy = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (parsed));
  const [width, height] = ['width', 'height'].map((side) => Number(copy.getAttribute(side)));
  const made = await framed(copy, { x: 0, y: 0, width, height });
  if (form === 'svg') download(name, made.source, 'image/svg+xml');
  else await saveImage(name, made);
}

/**
 * @param {string} name
 * @param {{ source: string, width: number, height: number }} drawing
 */
async function saveImage(name, { source, width, height }, scale = 2) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = make('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  pen(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  savePixels(name, canvas);
}

/**
 * An <svg> whose colours and fonts, which it takes from the page, are written into it.
 * @param {SVGSVGElement} node
 */
function standalone(node) {
  const copy = /** @type {SVGSVGElement} */ (node.cloneNode(true));
  const to = /** @type {SVGElement[]} */ ([copy, ...copy.querySelectorAll('*')]);
  [node, ...node.querySelectorAll('*')].forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of DRAWN) to[i].style.setProperty(name, style.getPropertyValue(name));
  });
  return copy;
}

/**
 * An <svg> as a file of its own: with its fonts, a ground, and a line below it that says what it is of.
 * @param {SVGSVGElement} copy
 * @param {{ x: number, y: number, width: number, height: number }} box
 */
async function framed(copy, { x, y, width, height: tall }) {
  const { lines, size, height: below } = caption(page.state.text, width);
  const height = tall + below;
  const style = `fill: ${css('--ink-2')}; font: ${size}px ${css('--sans').replaceAll('"', "'")}`;
  const said = lines.map((line, i) =>
    svgText(line, { class: 'caption', style, x: x + EDGE, y: y + tall + baseline(i, size) }),
  );
  const ground = svg('rect', { x, y, width, height, style: `fill: ${css('--card')}` });
  copy.prepend(svg('style', {}, await embedded()), ground);
  copy.append(...said);
  copy.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return { source: new XMLSerializer().serializeToString(copy), width, height };
}

/**
 * What stands below a picture of that width, and how much room it takes.
 * @param {string} about the text that it was made from
 * @param {number} width
 */
function caption(about, width) {
  const source = text('export.source', { name: text('header.name'), date: dated(new Date()) });
  const laid = laidOut(shortened(readable(about)), source, width - 2 * EDGE);
  return { ...laid, height: 2 * EDGE + laid.lines.length * LEADING * laid.size };
}

/**
 * Where line `i` of a caption stands, below the picture.
 * @param {number} i
 * @param {number} size of its type
 */
const baseline = (i, size) => EDGE + (i + 0.8) * LEADING * size;
