// How many numbers each part of the model has, adding up exactly: as bars, and as areas to scale.

import { all, around, finder } from '../../page/dom.js';
import { exporting } from '../../page/export.js';
import { number, percent, sum, whole } from '../../page/numbers.js';
import { page } from '../../page/page.js';
import { bars } from '../../page/tokens.js';
import { put, text } from '../../page/words.js';
import { Plot } from '../../parts/plot.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { Figure } from '../../parts/plotly.js'
 * @import { ParametersValue } from '../../values'
 */

const FIRST = 'treemap alone';

/** @param {Widget<ParametersValue>} widget */
export default async function parameters(widget) {
  return new Parameters(widget, await widget.filled);
}

class Parameters {
  /**
   * @param {Widget<ParametersValue>} widget
   * @param {ParametersValue} value
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
    widget.hear('walked', () => this.#areas());
    widget.watch(() => this.#areas());
    this.#bars();
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
    this.#areas();
  }

  #bars() {
    const { parts, total, layers, tied } = this.value;
    const rows = Object.entries(parts).map(([label, n]) => ({
      label,
      value: n,
      text: `${whole(n)}  ${percent(n / total)}`,
    }));
    bars(this.$('.bars'), rows, total);
    put(this.$('.note'), 'parameters.note', { total: whole(total) });
    const counts = Object.values(parts);
    const terms = counts.map(whole).join(' + ');
    const said = { terms, total: whole(sum(counts)), layers };
    put(this.$('.foot'), tied ? 'parameters.sum' : 'parameters.sum_untied', said);
  }

  #areas() {
    const { known, total, figures } = this.value;
    const [shape, beside] = this.#shown;
    for (const each of all(this.element, '[data-beside], [data-shape]')) {
      const chosen = each.dataset.beside === beside || each.dataset.shape === shape;
      each.setAttribute('aria-pressed', String(chosen));
    }
    if (beside in known) {
      const count = known[beside];
      const name = text(/** @type {'parameters.gpt2'} */ (`parameters.${beside}`));
      const times = count / total;
      const said = {
        name,
        total: whole(count),
        times: times < 100 ? number(times, 1) : whole(Math.round(times)),
      };
      put(this.$('.say'), 'parameters.to_scale', said);
    } else put(this.$('.say'), 'parameters.area');
    this.plot.show(/** @type {Figure} */ (figures[`${shape} ${beside}`]), text('parameters.drawn'));
  }
}
