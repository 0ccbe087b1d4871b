// The band below the prompt: which step of its training the tabs show, if it is not the last.

import { finder } from './dom.js';
import { focusTab } from './nav.js';
import { whole } from './numbers.js';
import { page } from './page.js';
import { put } from './words.js';

/**
 * @import { Widget } from './types.js'
 * @param {Widget<null, { but: string[] }>} widget
 */
export default function band({ element, options, hear }) {
  const $ = finder(element);
  const draw = () => {
    const { step } = page;
    const shown = step !== null && !options.but.includes(page.state.tab);
    $('.band').hidden = !shown;
    document.body.classList.toggle('earlier', shown); // what was found of the last model is not told of another
    if (step !== null) put($('.words'), 'time.band', { step: whole(step) });
  };
  $('.to-last').addEventListener('click', () => {
    page.note('step', null);
    focusTab();
  });
  hear('stepped', draw);
  hear('opened', draw);
  draw();
}
