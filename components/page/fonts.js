// The page's own fonts as rules that hold them: a picture that is opened elsewhere finds no other file.

import { css } from './colours.js';

const CHUNK = 8192; // arguments of one call

/** @type {Promise<string> | null} */
let held = null;

/** The rules, each with its font inside; fetched once, from the browser's cache. */
export function embedded() {
  held ??= Promise.all([...document.styleSheets].flatMap(facesOf).map(holding)).then((rules) =>
    rules.join('\n'),
  );
  return held;
}

/**
 * The faces of a sheet that the page's type is set in.
 * @param {CSSStyleSheet} sheet
 * @returns {{ family: string, weight: string, address: string }[]}
 */
function facesOf(sheet) {
  return rulesOf(sheet).flatMap(({ style }) => {
    const family = style.getPropertyValue('font-family').replace(/["']/g, '');
    const [, file] = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src')) ?? [];
    const used = [css('--sans'), css('--mono')].some((fonts) => fonts.includes(`"${family}"`));
    if (!used || !file) return [];
    const address = new URL(file, sheet.href ?? document.baseURI).href;
    return [{ family, weight: style.getPropertyValue('font-weight') || 'normal', address }];
  });
}

/**
 * @param {CSSStyleSheet} sheet
 * @returns {CSSFontFaceRule[]}
 */
function rulesOf(sheet) {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    return []; // of another origin: none of ours
  }
}

/** @param {{ family: string, weight: string, address: string }} face */
async function holding({ family, weight, address }) {
  const answer = await fetch(address);
  if (!answer.ok) return ''; // the picture names the font and is drawn in another
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let raw = '';
  for (let i = 0; i < bytes.length; i += CHUNK)
    raw += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  const src = `url(data:font/woff2;base64,${btoa(raw)}) format('woff2')`;
  return `@font-face{font-family:'${family}';font-weight:${weight};src:${src}}`;
}
