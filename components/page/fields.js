// Fields of numbers: which values fit, and what stands beside a field that holds another.

import { make } from './dom.js';

/**
 * @import { Limits } from '../values'
 * @import { Controls } from './types.js'
 */

/**
 * Whether a field may hold `value`.
 * @param {Limits | undefined} limits none: anything
 * @param {unknown} value
 */
export function fits(limits, value) {
  if (!limits) return true;
  const { low, high, whole } = limits;
  if (typeof value !== 'number' || !(value >= low && value <= high)) return false;
  return !whole || Number.isInteger(value);
}

/**
 * Those of `values` that fit; beside each other field it says what does.
 * @param {Record<string, Limits>} limits
 * @param {Controls} values
 * @returns {Controls}
 */
export function fitting(limits, values) {
  for (const [name, each] of Object.entries(limits)) {
    if (name in values) mark(each, fits(each, values[name]));
  }
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => fits(limits[name], value)),
  );
}

/**
 * @param {Limits} limits
 * @param {boolean} right
 */
function mark({ field, says }, right) {
  const block = document.getElementById(field);
  const beside = block?.querySelector('.wrong');
  if (right) beside?.remove();
  else if (!beside) block?.append(alarm(says));
  for (const input of block?.querySelectorAll('input') ?? []) {
    input.setAttribute('aria-invalid', String(!right));
  }
}

/** @param {string} says */
function alarm(says) {
  const made = make('p', 'wrong', says);
  made.setAttribute('role', 'alert');
  return made;
}
