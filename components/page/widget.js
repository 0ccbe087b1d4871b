// Starts a widget: hands its script what it may use.

import { page } from './page.js';
import { settled } from './stops.js';
import { View } from './view.js';

/** @import { Gradio, Widget } from './types.js' */

const STEP = 'at_step'; // of a value, where there are models of several steps

/** @param {Gradio['props']} props */
function reader(props) {
  /** @type {{ text: string, value: unknown }} a value comes as one string of JSON: parsed once */
  let read = { text: '', value: null };
  return () => {
    const sent = props.value;
    if (typeof sent === 'string' && sent !== read.text)
      read = { text: sent, value: sent ? JSON.parse(sent) : null };
    return current(typeof sent === 'string' ? read.value : (sent ?? null));
  };
}

/**
 * The value, unless it is that of the model of another step than the page shows.
 * @param {unknown} value
 */
function current(value) {
  const of = value && typeof value === 'object' && STEP in value ? value[STEP] : page.step;
  return of === page.step ? value : null;
}

/**
 * What a widget sends, with the step that it is about.
 * @param {unknown} value
 */
const marked = (value) =>
  page.step !== null && value && typeof value === 'object' && !Array.isArray(value)
    ? { ...value, [STEP]: page.step }
    : value;

/**
 * @param {HTMLElement} element
 * @param {AbortSignal} signal ends it
 */
function listener(element, signal, name = '') {
  /** @type {Widget<unknown>['hear']} */
  return (about, run) => {
    /** @param {Event} event */
    const heard = (event) => {
      const { said, view } = /** @type {CustomEvent} */ (event).detail;
      if (!element.isConnected) page.removeEventListener(about, heard);
      else if (!view || view === name) run(said);
    };
    page.addEventListener(about, heard, { signal });
  };
}

/**
 * Passes on what a widget triggers. Gradio can only cancel a run that has begun to answer: an earlier stop waits. What
 * comes after a stop waits until that is answered.
 * @param {Gradio} gradio
 * @param {() => unknown} read
 * @returns {Gradio['trigger']}
 */
function passing({ trigger, props, watch }, read) {
  /** @type {unknown} */
  let silent = null; // the run that was asked for, until something of it comes
  let stopped = false; // and nothing of it is wanted any more
  /** @type {Promise<void> | null} */
  let stopping = null;
  const stop = () => {
    trigger('stop');
    const told = settled();
    stopping = told;
    told.then(() => {
      if (stopping === told) stopping = null;
    });
  };
  watch('value', () => {
    if (!silent || typeof props.value !== 'string' || runOf(read()) !== silent) return;
    if (stopped) stop();
    silent = null;
  });
  return async (event) => {
    if (event === 'stop') {
      if (silent) stopped = true;
      else stop();
      return;
    }
    const sent = props.value;
    const run = runOf(sent);
    if (run) [silent, stopped] = [run, false];
    if (stopping) {
      while (stopping) await stopping;
      if (typeof sent !== 'string') props.value = sent; // what came meanwhile has overwritten it
    }
    trigger(event);
  };
}

/** @param {unknown} value */
const runOf = (value) => value && typeof value === 'object' && 'run' in value && value.run;

/**
 * Starts a widget; anew when its tab shows the model of another step: what it keeps is of the one before.
 * @param {(widget: Widget<unknown, unknown>) => void} script
 * @param {Gradio} gradio
 * @param {unknown} options
 */
export function start(script, gradio, options) {
  const { element } = gradio;
  const read = reader(gradio.props);
  const trigger = passing(gradio, read);
  const view = new View(element);
  const template = [...element.childNodes].map((node) => node.cloneNode(true));
  let life = new AbortController();
  let { step } = page;
  const begin = () => {
    const { signal } = life;
    // What its script hears on the element itself ends with it, too.
    const listen = HTMLElement.prototype.addEventListener;
    element.addEventListener = (
      /** @type {string} */ event,
      /** @type {EventListener} */ run,
      /** @type {object} */ how,
    ) => listen.call(element, event, run, { ...how, signal });
    script(widgetOf({ ...gradio, trigger, read }, view, options, signal));
    element.dataset.started = ''; // for who looks at the page from outside, as its tests do
  };
  const follow = () => {
    if (!view.follows || !view.isOpen() || step === page.step) return;
    ({ step } = page);
    life.abort();
    trigger('stop'); // what is under way for it in Python
    life = new AbortController();
    element.replaceChildren(...template.map((node) => node.cloneNode(true)));
    begin();
  };
  page.addEventListener('opened', follow);
  page.addEventListener('stepped', follow);
  begin();
}

/**
 * What a script may use, until `signal` ends it.
 * @param {Gradio & { read: () => unknown }} gradio
 * @param {View} view
 * @param {unknown} options
 * @param {AbortSignal} signal
 * @returns {Widget<unknown, unknown>}
 */
function widgetOf({ element, props, trigger, watch, read }, view, options, signal) {
  const hear = listener(element, signal, view.name);
  const whileAlive = (/** @type {() => void} */ run) => () => {
    if (!signal.aborted) run();
  };
  let drawn = read;
  return {
    element,
    view,
    options,
    hear,
    signal,
    trigger(event) {
      if (!signal.aborted) trigger(event);
    },
    get value() {
      return drawn();
    },
    get filled() {
      return first(read, (name, run) => watch(name, whileAlive(run)));
    },
    watch(draw, mark = () => {}, tinted = true) {
      let pale = false; // drawn in the theme of before, in a tab that is closed
      const all = () => {
        const value = read();
        pale = false;
        drawn = () => value; // what stands in the page, though the next may have come: signals fall between
        draw(value);
        mark(page.selected);
      };
      const isSeen = () => !view.name || view.isOpen();
      const themed = () => {
        pale = tinted && !isSeen();
        if (tinted && !pale) all();
      };
      const opened = () => {
        if (pale && isSeen()) all();
      };
      hear('moved', () => mark(page.selected));
      hear('themed', themed);
      hear('opened', opened);
      if (!view.follows) hear('stepped', all);
      watch('value', whileAlive(all));
      all();
    },
    send(value) {
      if (!signal.aborted) props.value = marked(value);
    },
  };
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
