import { type Margin, type Schemas } from '../contract.js';
import { h, svg } from '../dom.js';
import { t, word } from '../language.js';
import { figure, inWords, type Money, proportion, units } from '../money.js';
import { asTable } from './marks.js';

type Line = Schemas['MarginLineDto'];
const COLUMNS = ['estimate', 'actual'] as const;
type Column = (typeof COLUMNS)[number];

/** From where to where a line takes the sum, in ten-thousandths. */
interface Step {
  readonly from: bigint;
  readonly to: bigint;
}

interface Row {
  readonly code: string;
  /** `income` or `cost`; of the margin itself neither. */
  readonly effect: string | null;
  readonly sums: Readonly<Record<Column, Money | null>>;
  readonly steps: Readonly<Record<Column, Step | null>>;
}

/** How the revenue becomes the margin, estimate beside actual. */
export function waterfall(margin: Margin): HTMLElement {
  const rows = rowsOf(margin);
  const ends = [0n, ...rows.flatMap(({ steps }) => COLUMNS.flatMap((column) => endsOf(steps[column])))];
  const scale = { from: least(ends), to: -least(ends.map((end) => -end)) };
  const label = t('waterfall_label', {
    estimate: inWords(margin.estimate.margin),
    actual: inWords(margin.actual.margin),
  });
  return h(
    'figure',
    { class: 'picture' },
    h('figcaption', {}, t('waterfall_caption', { currency: margin.currency }), legend()),
    h(
      'div',
      { class: 'fall', role: 'img', 'aria-label': label },
      ...rows.filter(isDrawn).map((row) => rowPicture(row, scale)),
    ),
    asTable(
      'waterfall-table',
      t('waterfall_title'),
      [t('line'), t('effect'), t('estimate'), t('actual')],
      rows.map(({ code, effect, sums }) => [
        word(code),
        effect === null ? '' : word(effect),
        ...COLUMNS.map((column) => told(sums[column])),
      ]),
    ),
  );
}

function legend(): HTMLElement {
  return h(
    'span',
    { class: 'legend', 'aria-hidden': 'true' },
    ...COLUMNS.map((column) => h('span', { class: `legend-${column}` }, t(column))),
  );
}

/** The lines, and the margin itself as the API has it. */
function rowsOf(margin: Margin): Row[] {
  const { lines } = margin;
  const steps = { estimate: stepsOf(lines, 'estimate'), actual: stepsOf(lines, 'actual') };
  const total = (column: Column): Step => ({ from: 0n, to: units(margin[column].margin) });
  return [
    ...lines.map(({ code, effect, estimate, actual }, index) => ({
      code,
      effect,
      sums: { estimate: estimate?.amount ?? null, actual: actual?.amount ?? null },
      steps: { estimate: steps.estimate[index] ?? null, actual: steps.actual[index] ?? null },
    })),
    {
      code: 'margin',
      effect: null,
      sums: { estimate: margin.estimate.margin, actual: margin.actual.margin },
      steps: { estimate: total('estimate'), actual: total('actual') },
    },
  ];
}

/** A line that moves nothing is in the table alone. */
function isDrawn({ code, steps }: Row): boolean {
  return code === 'margin' || COLUMNS.some((column) => steps[column]?.from !== steps[column]?.to);
}

function stepsOf(lines: readonly Line[], column: Column): (Step | null)[] {
  let reached = 0n;
  return lines.map(({ effect, [column]: shown }) => {
    if (shown === null) return null;
    const from = reached;
    reached += effect === 'income' ? units(shown.amount) : -units(shown.amount);
    return { from, to: reached };
  });
}

function endsOf(step: Step | null): bigint[] {
  return step === null ? [] : [step.from, step.to];
}

function least(values: readonly bigint[]): bigint {
  return values.reduce((low, value) => (value < low ? value : low), 0n);
}

function rowPicture({ code, sums, steps }: Row, scale: Step): HTMLElement {
  return h(
    'div',
    { class: `fall-row${code === 'margin' ? ' fall-end' : ''}` },
    h('span', { class: 'fall-name' }, word(code)),
    svg(
      'svg',
      { class: 'fall-bars', viewBox: '0 0 1000 24', preserveAspectRatio: 'none', focusable: 'false' },
      zero(scale),
      ...COLUMNS.map((column, index) => bar(steps[column], scale, column, index)),
    ),
    ...COLUMNS.map((column) => h('span', { class: `figure fall-${column}` }, told(sums[column]))),
  );
}

function zero(scale: Step): SVGElement {
  const x = proportion(0n, scale.from, scale.to) * 1000;
  return svg('line', { x1: x, x2: x, y1: 0, y2: 24, class: 'zero' });
}

function bar(step: Step | null, scale: Step, column: Column, index: number): SVGElement | null {
  if (step === null) return null;
  const [low, high] = step.from < step.to ? [step.from, step.to] : [step.to, step.from];
  const x = proportion(low, scale.from, scale.to) * 1000;
  const width = Math.max(2, proportion(high, scale.from, scale.to) * 1000 - x);
  const direction = step.to < step.from ? 'down' : 'up';
  return svg('rect', { x, width, y: index * 12 + 2, height: 9, class: `bar bar-${column} bar-${direction}` });
}

function told(money: Money | null): string {
  return money === null ? '–' : figure(money);
}
