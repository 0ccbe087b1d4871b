// Two trainings in one chart, and in words where each stands.

import { finder, make } from '../../page/dom.js';
import { saveCsv } from '../../page/export.js';
import { number, whole } from '../../page/numbers.js';
import { put, say } from '../../page/words.js';
import { Plot } from '../../parts/plot.js';
import { Training } from '../../parts/training.js';
import { tellWhere } from '../../parts/where.js';
import { pair, SIDES } from './pair.js';
import { curves } from './two_curves.js';

/**
 * @import { Widget } from '../../page/types.js'
 * @import { BothValue } from '../../values'
 * @import { Figure } from '../../parts/plotly.js'
 */

const DRAWN_MS = 300; // between two drawings of the curves
const NONE = [new Training(''), new Training('')];

/** @param {Widget<BothValue>} widget */
export default function both(widget) {
  const $ = finder(widget.element);
  const plot = new Plot($('.plot'));
  let waits = false;
  const draw = () => {
    const empty = /** @type {Figure | undefined} */ (widget.value?.figure);
    if (!empty) return;
    const figure = curves(empty, shown(), plot.node.clientWidth);
    plot.show(figure, $('.verdict').textContent ?? '');
  };
  const tell = () => {
    $('.runs').replaceChildren(
      ...shown()
        .filter(({ name }) => name)
        .map(line),
    );
    tellBoth($('.verdict'), shown());
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      draw();
    }, DRAWN_MS);
  };
  $('[data-do=png]').addEventListener('click', () => plot.save('two-corpora.png', 'png'));
  $('[data-do=csv]').addEventListener('click', save);
  widget.hear('trained', tell);
  widget.hear('corpora', tell);
  widget.watch(draw);
  tell();
}

/** Those of the experiment that is chosen. */
const shown = () => (pair.shown ? pair.runs : NONE);

/**
 * @param {Training} run
 * @param {number} side
 */
function line(run, side) {
  const share = run.steps ? run.done / run.steps : 0;
  const fill = make('i');
  fill.style.width = `${100 * share}%`;
  const progress = make('div', 'progress', fill);
  progress.setAttribute('role', 'progressbar');
  progress.setAttribute('aria-label', SIDES[side]);
  progress.setAttribute('aria-valuenow', String(Math.round(100 * share)));
  const where = make('span', 'where');
  tellWhere(where, run);
  return make('div', 'run', make('b', '', SIDES[side]), progress, where);
}

/**
 * @param {Element} node
 * @param {Training[]} runs
 */
function tellBoth(node, runs) {
  const [a, b] = runs.map(({ last }) => last?.unseen);
  if (a === undefined || b === undefined) {
    put(node, runs.some(({ name }) => name) ? 'data.begins' : 'data.waits');
    return;
  }
  const slots = { a: number(a, 2), b: number(b, 2) };
  const steps = Math.min(...runs.map(({ last }) => last?.step ?? 0));
  node.replaceChildren(...say('data.stands', { ...slots, n: whole(steps) }));
}

function save() {
  const head = ['side', 'step', 'bits a token, read', 'unseen'];
  const lines = shown().flatMap(({ losses, looks }, side) => {
    const unseen = new Map(looks.map((look) => [look.step, look.unseen]));
    return losses.map((bits, i) => [SIDES[side], i + 1, bits, unseen.get(i + 1) ?? '']);
  });
  saveCsv('two-corpora.csv', [head, ...lines]);
}
