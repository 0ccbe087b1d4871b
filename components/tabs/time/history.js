// A training as Python handed it over, and the step of it that the page shows.

import { page } from '../../page/page.js';

/** @import { HistoryData, ReadOut } from '../../values' */

/** @type {Record<string, Promise<HistoryData>>} fetched once for all cards */
const known = {};

/**
 * @param {string} address
 * @returns {Promise<HistoryData>}
 */
export function read(address) {
  known[address] ??= fetch(new URL(address, document.baseURI)).then((answer) => answer.json());
  return known[address];
}

export class Ticks {
  /** @param {HistoryData} data */
  constructor(data) {
    this.data = data;
    const steps = new Set([...data.lines.map(({ step }) => step), ...data.whole]);
    this.steps = [...steps].sort((a, b) => a - b);
    this.lines = new Map(data.lines.map((line) => [line.step, line]));
    this.last = this.steps[this.steps.length - 1];
  }

  /** The step that the page shows; without a note the last one. */
  get step() {
    const noted = Number(page.state.notes.step);
    return this.steps.includes(noted) ? noted : this.last;
  }

  /** Its number among the steps. */
  get at() {
    return this.steps.indexOf(this.step);
  }

  /** The step that is pinned, if it is one. */
  get pinned() {
    const noted = Number(page.state.notes.pinned);
    return this.steps.includes(noted) ? noted : null;
  }

  /** @param {number} at its number among the steps */
  go(at) {
    const step = this.steps[Math.max(0, Math.min(this.steps.length - 1, at))];
    if (step !== this.step) page.note('step', step === this.last ? null : step);
  }

  /**
   * What was recorded at a step, if anything was.
   * @param {number} step
   * @returns {ReadOut | undefined}
   */
  line(step) {
    return this.lines.get(step);
  }

  /** The last that was recorded. */
  get end() {
    return this.data.lines[this.data.lines.length - 1];
  }

  /** @param {number} step */
  isWhole(step) {
    return this.data.whole.includes(step);
  }
}
