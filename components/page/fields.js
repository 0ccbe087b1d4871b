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
 * Those values that fit, by name; beside each other field it says what does.
 * @param {Record<string, Limits> | undefined} limits
 * @param {string[]} names
 * @param {Controls[string][]} values
 * @returns {Controls}
 */
export function fitting(limits = {}, names, values) {
  const given = names.map((name, i) => ({ name, value: values[i], limit: limits[name] }));
  for (const { limit, value } of given) if (limit) mark(limit, fits(limit, value));
  const right = given.filter(({ limit, value }) => fits(limit, value));
  return Object.fromEntries(right.map(({ name, value }) => [name, value]));
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
