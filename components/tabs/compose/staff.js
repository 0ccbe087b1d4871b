// The staff, by abcjs: read when the tab is first open, once. Its time is laid out evenly, as that of the roll is.

import { make, svg } from '../../page/dom.js';
import { text } from '../../page/words.js';

/**
 * @typedef {{ cmd: string, pitch: number, start: number, duration: number }} Sounding
 * @typedef {object} Parsed what abcjs makes of a text
 * @property {string[] | null} warnings HTML
 * @property {{ staffGroup: { gridStart: number, gridEnd: number } }[]} lines
 * @property {(options: object) => { tracks: Sounding[][] }} setUpAudio
 * @typedef {object} Abcjs
 * @property {(node: Element, abc: string, options: object) => Parsed[]} renderAbc
 * @property {(abc: string) => Parsed[]} parseOnly
 * @property {{ getMidiFile: (abc: string, options: object) => Uint8Array[] }} synth
 * @typedef {object} Engraved
 * @property {SVGGElement} group
 * @property {number} x0 where time begins
 * @property {number} unit pixels of a sixteenth
 * @property {number} width
 * @property {number} height
 * @property {number} bottom the lowest of the five lines
 * @property {number} gap from line to line
 */

const ADDRESS = new URL('../../vendor/abcjs.min.js', import.meta.url).href;
const SCALE = 1.25;
const PADDING = { paddingleft: 2, paddingright: 0, paddingtop: 2, paddingbottom: 2 };

/** @type {Promise<Abcjs> | null} */
let asked = null;

/** The library. Rejects with a sentence for people if it did not come; the next call asks again. */
export function abcjs() {
  asked ??= new Promise((done, failed) => {
    const script = make('script');
    script.src = ADDRESS;
    script.onload = () => done(/** @type {any} */ (window).ABCJS);
    script.onerror = () => {
      asked = null;
      failed(new Error(text('compose.no_library')));
    };
    document.head.append(script);
  });
  return asked;
}

/**
 * @param {Abcjs} library
 * @param {HTMLElement} bench where it is drawn before it is taken
 * @param {string} abc
 * @param {number} width of all its time, at least
 * @param {number} total sixteenths
 * @returns {Engraved}
 */
export function engrave(library, bench, abc, width, total) {
  const timeBasedLayout = { minPadding: 1, minWidth: width / SCALE };
  const options = {
    ...PADDING,
    add_classes: true,
    scale: SCALE,
    staffwidth: width,
    timeBasedLayout,
  };
  const [tune] = library.renderAbc(bench, abc, options);
  const drawn = /** @type {SVGSVGElement} */ (bench.querySelector('svg'));
  const lines = [...drawn.querySelectorAll('.abcjs-staff path')].map((path) =>
    middle(/** @type {SVGPathElement} */ (path)),
  );
  const { gridStart, gridEnd } = tune.lines[0].staffGroup;
  const height = Number(drawn.getAttribute('height'));
  const group = svg('g', { class: 'staff', fill: 'currentColor', transform: `scale(${SCALE})` });
  group.append(...drawn.querySelectorAll('.abcjs-staff-wrapper'));
  bench.replaceChildren();
  bench.removeAttribute('style');
  return {
    group,
    x0: gridStart * SCALE,
    unit: ((gridEnd - gridStart) * SCALE) / total,
    width: gridEnd * SCALE,
    height,
    bottom: Math.max(...lines) * SCALE,
    gap: ((Math.max(...lines) - Math.min(...lines)) * SCALE) / 4,
  };
}

/** @param {SVGPathElement} path */
function middle(path) {
  const { y, height } = path.getBBox();
  return y + height / 2;
}
