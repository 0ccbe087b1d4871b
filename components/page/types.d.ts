/** The shapes that the scripts share. What Python sends stands in `../values.d.ts`, which is written from Python. */

import type { NoteDieValue } from '../values';
import type { View } from './view.js';

/** Values of a tab's controls, by name. */
export type Controls = Record<string, number | string | boolean>;

/** What the page shows; the address bar says the same. */
export interface State {
  tab: string;
  text: string;
  /** the selected token's index; null: nobody has chosen one, the last */
  token: number | null;
  /** how many tokens the text has */
  count: number;
  edits: string[];
  /** whether the tabs show the pass with these edits, or the plain one */
  edited: boolean;
  views: Record<string, Controls>;
  /** how widgets look at what is shown, by name: in the address, but nothing that Python is asked about */
  notes: Record<string, string>;
}

/** One head's attention weights; row: the token that looks, column: what it looks at. */
export interface Attended {
  n: number;
  pieces: string[];
  layer: number;
  head: number;
  through: number;
  at: (row: number, column: number) => number;
}

/** How much of its attention a pixel's die gave to earlier pixels and to tokens of the caption. */
export interface Looked {
  pixel: number;
  pixels: Float32Array;
  tokens: Float32Array;
}

/** A whole picture, and what it was painted for. */
export interface Painting {
  caption: string;
  /** places in the palette */
  colours: number[];
}

/** The same, and what is told of where it comes from. */
export interface Shown extends Painting {
  seed: number;
  temperature: number;
  bits: number[];
  told: string;
}

/** Which earlier notes the die of one note looked at; `place` is that of its first token. */
export interface Arcs {
  place: number;
  arcs: { note: number; weight: number }[];
}

/** What is said on the page, and what comes with it. */
export interface Signals {
  /** the tabs there are have become known */
  listed: undefined;
  /** another tab is open */
  opened: undefined;
  /** the selected token, or the number of tokens */
  moved: undefined;
  /** the open tab wants to show something else */
  wanted: undefined;
  /** the server is back after it was away */
  again: undefined;
  /** light or dark */
  themed: undefined;
  /** something has happened in the training that the page shows */
  trained: undefined;
  /** two corpora, or what is known of their models, are others */
  corpora: undefined;
  /** the table of a corpus shall show something */
  sought: undefined;
  /** where a face of a die was learned shall be looked for */
  traced: undefined;
  /** a question was looked up, or answered */
  answered: undefined;
  /** an example of a conversation was pressed */
  asked: { system: string; passage: string; question: string };
  /** a new text by hand */
  typed: undefined;
  /** another text, by the page itself */
  wrote: undefined;
  /** what is taken away, or whether it is shown */
  edited: undefined;
  /** numbers under the chips */
  weighed: undefined;
  /** the model of another step of the training is shown */
  stepped: undefined;
  /** an experiment or an example was pressed */
  tried: undefined;
  /** back or forward was pressed: the notes are others */
  walked: undefined;
  /** within a view: the map shows a head, or nothing */
  attended: Attended | null;
  /** within a view: the column of the map that was pressed */
  pointed: number | null;
  /** within a view: so many pixels are rolled, too */
  thrown: number;
  /** within a view: the colours of a whole picture */
  painting: number[];
  /** within a view: the canvas holds a whole picture */
  painted: Painting;
  /** within a view: a picture that the canvas shall show */
  shown: Shown;
  /** within a view: what a pixel looked at */
  looked: Looked;
  /** within a view: the text that is open, when nothing is being written: its tokens after the prompt */
  written: { ids: number[] };
  /** within a view: where that text stands in what the model has read */
  found: import('../values').Found | null;
  /** within a view: a text to be opened as a branch, see `tabs/write/tree.js` */
  opening: { ids: number[]; hands: number[]; loads: [n: number, load: string][]; name: string };
  /** within a view: the dice of a note are open */
  rolled: NoteDieValue;
  /** within a view: what they looked at */
  arcs: Arcs;
  /** within a view: all tokens of the vocabulary */
  vocabulary: { pieces: string[]; kinds: string[] };
}

/** What Gradio hands to a widget's `js_on_load`. */
export interface Gradio {
  element: HTMLElement;
  props: { value: unknown };
  trigger: (event: string) => void;
  watch: (name: 'value', run: () => void) => void;
}

/** What a widget's script is started with. `V`: its value, `O`: its constant options. */
export interface Widget<V, O = Record<string, never>> {
  element: HTMLElement;
  /** the tab it stands in; it does not know which */
  view: View;
  options: O;
  /** the value now, with `watch` the one that is drawn; null before there is one */
  readonly value: V | null;
  /** the first value, as soon as there is one */
  readonly filled: Promise<V>;
  /** calls `draw` now, after each value and when the theme changes; `mark` also when the selection moves */
  watch: (
    draw: (value: V | null) => void,
    mark?: (index: number) => void,
    /** false: the theme changes its style sheet alone, and nothing is drawn anew for it */
    tinted?: boolean,
  ) => void;
  /** ends when the widget is started anew: for what it hears outside its element */
  readonly signal: AbortSignal;
  /** calls `run` whenever something is said, on the page or in this view, while the widget is on the page */
  hear: <K extends keyof Signals>(name: K, run: (said: Signals[K]) => void) => void;
  /** an event for Python; its listener gets what was `send` before */
  trigger: (event: string) => void;
  send: (value: unknown) => void;
}
