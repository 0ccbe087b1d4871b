// Lines that say an edit, by the forms that Python has.

const FIELD = /\{(\w+)\}/g;

/**
 * The fields of a form, in the order of the line.
 * @param {string} form
 */
export const fieldsOf = (form) => [...form.matchAll(FIELD)].map(([, field]) => field);

/**
 * The line that a form makes of values.
 * @param {string} form
 * @param {Record<string, string | number>} values
 */
export const lineOf = (form, values) =>
  form.replace(FIELD, (_, field) => String(values[field]).trim());
