// A chart as a card of its own; some are drawn only when somebody asks for them.

import { finder } from '../page/dom.js';
import { exporting } from '../page/export.js';
import { page } from '../page/page.js';
import { text } from '../page/words.js';
import { Plot } from './plot.js';

/**
 * @import { Widget } from '../page/types.js'
 * @import { ChartValue } from '../values'
 * @import { Figure } from './plotly.js'
 * @param {Widget<ChartValue, { dial: string, title: string, invite: string }>} widget
 */
export default function chart(widget) {
  const { view, options } = widget;
  const $ = finder(widget.element);
  const plot = new Plot($('.plot'), ({ y }) => choose(widget.value, y));
  exporting(widget, {
    png: ({ file }) => plot.save(`${file}.png`, 'png'),
    svg: ({ file }) => plot.save(`${file}.svg`, 'svg'),
    csv: ({ file }) => plot.saveCsv(`${file}.csv`),
  });
  $('.tools').hidden = !options.dial;
  $('.turn').addEventListener('click', () =>
    view.turn({ [options.dial]: view.dial(options.dial) === 1 ? 0 : 1 }),
  );
  widget.watch((value) => {
    $('.card').hidden = !value && !options.dial;
    $('.plot').hidden = $('.out').hidden = !value;
    $('h2').textContent = value?.title ?? options.title;
    $('.say').textContent = value?.say ?? options.invite;
    $('.turn').textContent = text(value ? 'chart.close' : 'chart.open');
    const figure = /** @type {Figure | undefined} */ (value?.figure);
    plot.show(figure ?? null, value ? `${value.title}. ${value.say}` : '');
  });
}

/**
 * @param {ChartValue | null} value
 * @param {number} y the row that was pressed
 */
function choose(value, y) {
  const figure = /** @type {Figure | undefined} */ (value?.figure);
  if (figure?.layout.meta?.click === 'token') page.select(y);
}
