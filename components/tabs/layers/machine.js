// The machine: one token's residual stream from the embedding to the die, station by station.

import { gradient, vectorOn } from '../../page/colours.js';
import { all, around, finder, make, radio } from '../../page/dom.js';
import { exporting, saveCsv } from '../../page/export.js';
import { step } from '../../page/keys.js';
import { floats, largestFirst, number, percent, range, reach } from '../../page/numbers.js';
import { boxed, letters } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { columnsOf, layerOf, stationOf } from './stations.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { MachineValue } from '../../values'
 * @import { Station } from './stations.js'
 */

const TALLEST = 80; // percent of the arrow's room, below its number
const BEYOND = 0.03; // the share of numbers that the ramp of a square does not reach

/** @param {Widget<MachineValue>} widget */
export default function machine(widget) {
  return new Machine(widget);
}

class Machine {
  /** @param {Widget<MachineValue>} widget */
  constructor(widget) {
    this.widget = widget;
    this.view = widget.view;
    this.$ = finder(widget.element);
    this.flow = this.$('.flow');
    this.flow.addEventListener('keydown', (event) => this.#key(event));
    widget.hear('wanted', () => this.#mark());
    exporting(widget, { csv: save });
    widget.watch(
      (value) => this.#draw(value),
      () => this.#mark(),
    );
  }

  /** @param {MachineValue | null} value */
  #draw(value) {
    this.flow.replaceChildren();
    this.$('.say').replaceChildren();
    if (!value) {
      put(this.$('h2'), 'machine.title');
      this.$('.note').replaceChildren();
      return;
    }
    put(this.$('h2'), 'machine.of', { token: boxed(value.piece) });
    this.$('.ramp').style.background = gradient('signed');
    const vectors = vectorsOf(value);
    put(this.$('.note'), 'machine.note', { columns: columnsOf(vectors[0].length) });
    this.flow.append(...vectors.map((vector, s) => this.#stop(value, s, vector)));
    tell(this.$('.say'), value);
  }

  /**
   * A station, and before it what is added on the way there.
   * @param {MachineValue} value
   * @param {number} s
   * @param {Float32Array} vector
   */
  #stop(value, s, vector) {
    const { names, added } = value;
    const station = stationOf(names[s]);
    const starts = station?.half !== 'network';
    const parts = [this.#station(station, s, value, vector)];
    if (station) parts.unshift(arrow(added[s - 1], Math.max(...added)));
    if (starts) {
      const said = station
        ? text('machine.layer', { layer: station.layer })
        : text('machine.start');
      parts.unshift(make('span', 'layer', said));
    }
    return make('div', `stop${starts ? ' first' : ''}`, ...parts);
  }

  /**
   * @param {Station | null} station
   * @param {number} s
   * @param {MachineValue} value
   * @param {Float32Array} vector
   * @returns {HTMLElement}
   */
  #station(station, s, { says, opens }, vector) {
    const { piece, p } = says[s];
    const canvas = make('canvas');
    const share = percent(p);
    const half = text(station ? `halves.${station.half}` : 'machine.embedding');
    const made = radio(
      'station',
      () => this.view.turn({ layer: layerOf(s), tensor_no: opens[station?.half ?? 'network'] }),
      make('span', 'name', half),
      canvas,
      make('span', 'says', ...letters(piece)),
      make('span', 'p', share),
    );
    const where = station ? text('machine.after', { layer: station.layer, half }) : half;
    made.setAttribute(
      'aria-label',
      text('machine.says', { where, piece: JSON.stringify(piece), share }),
    );
    vectorOn(canvas, vector, columnsOf(vector.length), reach(vector, BEYOND));
    return made;
  }

  get #stations() {
    return all(this.flow, '.station');
  }

  #mark() {
    const half = this.view.dial('tensor_no') === this.widget.value?.opens.attention ? 1 : 2;
    const open = 2 * this.view.dial('layer') + half;
    for (const [s, made] of this.#stations.entries()) {
      made.setAttribute('aria-checked', String(s === open));
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const stations = this.#stations;
    const station = around(event, '.station');
    const next = station && step(event.key, stations.indexOf(station), stations.length);
    if (next === null || next === undefined) return;
    event.preventDefault();
    stations[next].focus();
    stations[next].click();
  }
}

/** @param {MachineValue} value */
function vectorsOf({ names, stream }) {
  const numbers = floats(stream);
  const width = numbers.length / names.length;
  return names.map((_, s) => numbers.subarray(s * width, (s + 1) * width));
}

/**
 * @param {number} length of what is added
 * @param {number} most
 */
function arrow(length, most) {
  const fill = make('i');
  fill.style.height = `${(TALLEST * length) / most}%`;
  const made = make('span', 'arrow', make('b', '', `+${number(length, 0)}`), fill);
  made.title = text('machine.added', { length: number(length) });
  return made;
}

/**
 * @param {Element} line
 * @param {MachineValue} value
 */
function tell(line, { names, lengths, added, says }) {
  const [step] = largestFirst(added);
  const station = stationOf(names[step + 1]);
  const end = says[says.length - 1];
  put(line, 'machine.largest', {
    half: station ? text(`halves.${station.half}`) : '',
    layer: station?.layer ?? '',
    added: number(added[step], 1),
    length: number(lengths[step], 1),
    token: boxed(end.piece),
    share: percent(end.p),
  });
}

/** @param {MachineValue} value */
function save(value) {
  const vectors = vectorsOf(value);
  const lines = range(vectors[0].length).map((i) => [i, ...vectors.map((vector) => vector[i])]);
  saveCsv('stream.csv', [['number', ...value.names], ...lines]);
}
