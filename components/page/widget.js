// Starts a widget: hands its script what it may use.

import { page } from './page.js';
import { View } from './view.js';

/** @import { Gradio, Widget } from './types.js' */

/** @param {Gradio['props']} props */
function reader(props) {
  /** @type {{ text: string, value: unknown }} a value comes as one string of JSON: parsed once */
  let read = { text: '', value: null };
  return () => {
    const sent = props.value;
    if (typeof sent !== 'string') return sent ?? null;
    if (sent !== read.text) read = { text: sent, value: sent ? JSON.parse(sent) : null };
    return read.value;
  };
}

/** @param {HTMLElement} element */
function listener(element, name = '') {
  /** @type {Widget<unknown>['hear']} */
  return (signal, run) => {
    /** @param {Event} event */
    const heard = (event) => {
      const { said, view } = /** @type {CustomEvent} */ (event).detail;
      if (!element.isConnected) page.removeEventListener(signal, heard);
      else if (!view || view === name) run(said);
    };
    page.addEventListener(signal, heard);
  };
}

/**
 * @param {(widget: Widget<unknown, unknown>) => void} script
 * @param {Gradio} gradio
 * @param {unknown} options
 */
export function start(script, { element, props, trigger, watch }, options) {
  const read = reader(props);
  const view = new View(element);
  const hear = listener(element, view.name);
  let drawn = read;
  script({
    element,
    view,
    options,
    hear,
    trigger,
    get value() {
      return drawn();
    },
    get filled() {
      return first(read, watch);
    },
    watch(draw, mark = () => {}) {
      const all = () => {
        const value = read();
        drawn = () => value; // what stands in the page, though the next may have come: signals fall between
        draw(value);
        mark(page.selected);
      };
      hear('moved', () => mark(page.selected));
      hear('themed', all);
      watch('value', all);
      all();
    },
    send(value) {
      props.value = value;
    },
  });
}

/**
 * @param {() => unknown} read
 * @param {Gradio['watch']} watch
 */
function first(read, watch) {
  return new Promise((fill) => {
    const look = () => {
      if (read() !== null) fill(read());
    };
    watch('value', look);
    look();
  });
}
