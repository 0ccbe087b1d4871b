// The weights as areas, alone or to scale beside models that everybody has heard of.

import { all, around, finder } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import { number, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { put, text } from '../../page/words.js';
import { Plot } from '../../parts/plot.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Figure } from '../../parts/plotly.js'
 * @import { AreasValue } from '../../values'
 */

const FIRST = 'treemap alone';

/** @param {Widget<AreasValue>} widget */
export default async function areas(widget) {
  return new Areas(widget, await widget.filled);
}

class Areas {
  /**
   * @param {Widget<AreasValue>} widget
   * @param {AreasValue} value
   */
  constructor(widget, value) {
    this.value = value;
    this.element = widget.element;
    this.$ = finder(widget.element);
    this.plot = new Plot(this.$('.plot'));
    exporting(widget, {
      png: () => this.plot.save('weights.png', 'png'),
      svg: () => this.plot.save('weights.svg', 'svg'),
      csv: () => this.plot.saveCsv('weights.csv'),
    });
    this.element.addEventListener('click', (event) => this.#press(event));
    widget.hear('walked', () => this.#draw());
    widget.watch(() => this.#draw());
  }

  /** Which shape, and who stands beside the model. */
  get #shown() {
    const noted = page.state.notes.weights;
    return (noted in this.value.figures ? noted : FIRST).split(' ');
  }

  /** @param {Event} event */
  #press(event) {
    const { beside, shape } = around(event, '[data-beside], [data-shape]')?.dataset ?? {};
    if (!beside && !shape) return;
    const [drawn, others] = this.#shown;
    const next = `${shape ?? drawn} ${beside ?? others}`;
    page.note('weights', next === FIRST ? null : next);
    this.#draw();
  }

  #draw() {
    const { known, total, figures } = this.value;
    const [shape, beside] = this.#shown;
    for (const each of all(this.element, '[data-beside], [data-shape]')) {
      const chosen = each.dataset.beside === beside || each.dataset.shape === shape;
      each.setAttribute('aria-pressed', String(chosen));
    }
    if (beside in known) {
      const count = known[beside];
      const name = text(/** @type {'areas.gpt2'} */ (`areas.${beside}`));
      const times = count / total;
      const said = {
        name,
        total: whole(count),
        times: times < 100 ? number(times, 1) : whole(Math.round(times)),
      };
      put(this.$('.say'), 'areas.to_scale', said);
    } else put(this.$('.say'), 'areas.area');
    this.plot.show(/** @type {Figure} */ (figures[`${shape} ${beside}`]), text('areas.drawn'));
  }
}
