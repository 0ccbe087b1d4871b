// The training that this tab shows.

import { Training } from '../../parts/training.js';

/** @typedef {import('../../parts/training.js').Look} Look */

export const training = new Training('run');
