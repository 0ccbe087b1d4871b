/** Served by Python from `en.json`. */

import type en from './en.json';

declare const words: typeof en;
export default words;
