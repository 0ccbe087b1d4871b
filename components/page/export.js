// Every result has a way out: the buttons at the right of a card's head hand the visitor a file.

import { around, make, pen } from './dom.js';

/** @import { Widget } from './types.js' */

const DRAWN = ['fill', 'stroke', 'font-family', 'font-size', 'font-weight'];

/**
 * What the buttons do, when there is something to export.
 * @template V, O
 * @param {Widget<V, O>} widget
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
function download(name, content, type = '') {
  const link = make('a');
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const url = URL.createObjectURL(blob);
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/**
 * A field of a CSV line: quoted, and never a formula for a spreadsheet.
 * @param {string | number} x
 */
function field(x) {
  if (typeof x === 'number') return String(x);
  const plain = /^[=+\-@\t\r]/.test(x) ? `'${x}` : x;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** @param {(string | number)[][]} rows */
export const csv = (rows) => `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

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
 * @param {string} name
 * @param {HTMLCanvasElement} canvas
 */
export function saveCanvas(name, canvas) {
  canvas.toBlob((blob) => {
    if (blob) download(name, blob);
  });
}

/**
 * @param {string} name
 * @param {SVGSVGElement} node
 */
export const saveSvg = (name, node) => download(name, standalone(node), 'image/svg+xml');

/**
 * @param {string} name
 * @param {SVGSVGElement} node
 */
export async function savePng(name, node, scale = 2) {
  const image = new Image();
  const box = node.viewBox.baseVal;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(node))}`;
  await image.decode();
  const canvas = make('canvas');
  canvas.width = box.width * scale;
  canvas.height = box.height * scale;
  pen(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  saveCanvas(name, canvas);
}

/**
 * An <svg> as a file of its own: the colours it takes from the page are written into it.
 * @param {SVGSVGElement} node
 */
function standalone(node) {
  const copy = /** @type {SVGSVGElement} */ (node.cloneNode(true));
  const to = /** @type {SVGElement[]} */ ([copy, ...copy.querySelectorAll('*')]);
  [node, ...node.querySelectorAll('*')].forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of DRAWN) to[i].style.setProperty(name, style.getPropertyValue(name));
  });
  const box = node.viewBox.baseVal;
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}
