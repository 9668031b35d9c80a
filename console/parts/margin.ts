import { type Margin, type Schemas } from '../contract.js';
import { h, svg } from '../dom.js';
import { t, word } from '../language.js';
import { figure, inWords, percent, proportion, units } from '../money.js';
import { asTable, facts, section } from './marks.js';
import { waterfall } from './waterfall.js';

type Total = Schemas['MarginTotalDto'];
const TOTALS = ['estimate', 'actual', 'expected'] as const;

/** What the order earns: the sums, the way to them, and the rates at which it would earn nothing. */
export function marginSection(margin: Margin): HTMLElement {
  return section(
    'margin',
    t('margin_title'),
    totalsPicture(margin),
    facts([
      [t('plan_rate'), margin.planRate],
      [t('settled_rate'), margin.settledRate ?? '–'],
      [t('break_even_rate'), margin.expected.breakEvenRate ?? '–'],
    ]),
    waterfall(margin),
    incomplete(margin.expected),
  );
}

function totalsPicture(margin: Margin): HTMLElement {
  const values = TOTALS.map((name) => units(margin[name].margin));
  const low = values.reduce((least, value) => (value < least ? value : least), 0n);
  const high = values.reduce((most, value) => (value > most ? value : most), 0n);
  const label = TOTALS.map((name) => t('pair', { name: t(name), value: inWords(margin[name].margin) })).join('; ');
  return h(
    'figure',
    { class: 'picture' },
    h('figcaption', {}, t('totals_caption', { currency: margin.currency })),
    h(
      'div',
      { class: 'totals', role: 'img', 'aria-label': label },
      ...TOTALS.map((name, index) => totalPicture(name, margin[name], values[index] ?? 0n, low, high)),
    ),
    asTable(
      'margin-table',
      t('margin_title'),
      ['', ...TOTALS.map((name) => t(name))],
      [
        [t('margin'), ...TOTALS.map((name) => figure(margin[name].margin))],
        [t('margin_rate'), ...TOTALS.map((name) => rateOf(margin[name]))],
        [t('vat_lost'), ...TOTALS.map((name) => vatOf(margin[name]))],
        [t('break_even_rate'), ...TOTALS.map((name) => margin[name].breakEvenRate ?? '–')],
      ],
    ),
  );
}

function totalPicture(
  name: (typeof TOTALS)[number],
  total: Total,
  value: bigint,
  low: bigint,
  high: bigint,
): HTMLElement {
  const zero = proportion(0n, low, high) * 1000;
  const end = proportion(value, low, high) * 1000;
  return h(
    'div',
    { class: 'total' },
    h('span', { class: 'total-name' }, t(name)),
    h('span', { class: 'figure total-sum' }, figure(total.margin)),
    h('span', { class: 'figure total-rate quiet' }, rateOf(total)),
    svg(
      'svg',
      { class: 'total-bar', viewBox: '0 0 1000 8', preserveAspectRatio: 'none', focusable: 'false' },
      svg('rect', { x: 0, y: 0, width: 1000, height: 8, class: 'way-open' }),
      svg('rect', {
        x: Math.min(zero, end),
        y: 0,
        width: Math.abs(end - zero),
        height: 8,
        class: `bar bar-${name} bar-${value < 0n ? 'down' : 'up'}`,
      }),
    ),
  );
}

function rateOf({ marginRate }: Total): string {
  return marginRate === null ? '–' : percent(marginRate);
}

function vatOf({ nonRefundableVat }: Total): string {
  return nonRefundableVat === null ? '–' : figure(nonRefundableVat);
}

function incomplete({ without }: Total): HTMLElement | null {
  if (without.length === 0) return null;
  return h('p', { class: 'quiet small' }, t('margin_without', { lines: without.map(word).join(', ') }));
}
