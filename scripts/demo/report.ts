import { Money, type MoneyJson } from '../../src/kernel/money.js';
import { isTold, timeOf } from './narrator.js';
import { type LedgerCheck, type Outcome, type WebhookCount } from './outcome.js';
import { type RunningPlatform } from './platform.js';
import { type MarginFigure } from './reconciliation.js';
import { grouped, heading, padEnd, print, printTable, RULE, styled, withGroupedAmounts } from './terminal.js';

const NAMES: Readonly<Record<string, string>> = {
  revenue: 'Revenue',
  purchase: 'Purchase, without VAT',
  vat: 'VAT on it',
  tax_refund: 'Tax refund',
  freight: 'Freight and local charges',
  insurance: 'Insurance',
  bank_charges: 'Kept by banks, paid short',
  fees: 'Fees of the advance',
  finance_cost: 'Interest of the advance',
  fx_result: 'Exchange result',
};

/** All about one order: what happened, what it earned, whether the books agree, and where to look further. */
export function printOutcome(outcome: Outcome, baseUrl: string): void {
  const { player, order } = outcome;
  print();
  print(styled(RULE, 'dim'));
  print(styled(`[${player.number}] ${player.file.title}`, 'bold'));
  print(`    ${order.reference}, ${order.id}: ${order.state === 'closed' ? styled('closed', 'green') : order.state}`);
  printTimeline(outcome);
  printMoney(outcome);
  printComparisons(outcome);
  printLinks(outcome, baseUrl);
}

function printTimeline({ timeline }: Outcome): void {
  heading('Timeline');
  for (const { at, type, text } of timeline) {
    if (isTold(type)) print(`  ${styled(timeOf(at), 'dim')}  ${withGroupedAmounts(text)}`);
  }
}

function printMoney({ margin, player }: Outcome): void {
  const { planRate, settledRate, lines, estimate, actual } = margin;
  heading('Money, in CNY');
  const rows = lines
    .filter(({ estimate: planned, actual: came }) => !isNothing(planned) || !isNothing(came))
    .map(({ code, effect, estimate: planned, actual: came }) => [
      `${effect === 'income' ? '+' : '−'} ${NAMES[code] ?? code}`,
      amountOf(planned),
      amountOf(came),
      styled(originalsOf(came), 'dim'),
    ]);
  const total = ['= Margin', yuan(estimate.margin), yuan(actual.margin), ''].map((cell) => styled(cell, 'bold'));
  printTable(
    [
      ['', 'planned', 'actual', ''].map((cell) => styled(cell, 'dim')),
      ...rows,
      total,
      ['  of the revenue', percent(estimate.marginRate), percent(actual.marginRate), ''],
      [`  CNY for 1 ${player.file.order.currency}`, planRate, settledRate ?? '–', ''],
      ['  at which nothing is earned (换汇成本)', estimate.breakEvenRate ?? '–', actual.breakEvenRate ?? '–', ''],
    ],
    ['left', 'right', 'right', 'left'],
  );
  for (const missing of actual.without) print(styled(`  without ${missing}`, 'yellow'));
}

function printComparisons({ comparisons }: Outcome): void {
  heading('Held against the ledger');
  const rows = comparisons.map(({ what, books, told, booked, agrees, isDebt = false }) => [
    signOf(agrees, isDebt),
    what,
    grouped(told.toAmountString()),
    grouped(booked.toAmountString()),
    told.currency,
    styled(books, 'dim'),
  ]);
  printTable(
    [['', '', 'told', 'booked', '', ''].map((cell) => styled(cell, 'dim')), ...rows],
    ['left', 'left', 'right', 'right', 'left', 'left'],
  );
}

function signOf(agrees: boolean, isDebt: boolean): string {
  if (agrees) return styled('✓', 'green');
  return isDebt ? styled('!', 'yellow', 'bold') : styled('✗', 'red', 'bold');
}

function printLinks({ order: { id }, timeline }: Outcome, baseUrl: string): void {
  heading('Links');
  const of = (type: string): string | undefined =>
    timeline.findLast(({ resource }) => resource.type === type)?.resource.id;
  const paths = [
    `/v1/orders/${id}`,
    `/v1/orders/${id}/timeline`,
    `/v1/orders/${id}/margin`,
    link('/v1/customs/declarations', of('declaration')),
    link('/v1/freight/bookings', of('booking')),
    link('/v1/tax-refund/claims', of('claim')),
    link('/v1/financing/advances', of('advance')),
    `/v1/ledger/transfers?orderId=${id}`,
  ];
  for (const path of paths) if (path !== null) print(`  ${styled(`${baseUrl}${path}`, 'cyan')}`);
}

function link(path: string, id: string | undefined): string | null {
  return id === undefined ? null : `${path}/${id}`;
}

/** All orders on one line each. */
export function printOverview(outcomes: readonly Outcome[]): void {
  print();
  print(styled(RULE, 'dim'));
  const head = ['', 'Order', 'State', 'Customs', 'Freight', 'FX', 'Refund', 'Financing', 'Margin, CNY', '%'];
  const rows = outcomes.map(({ player, order: { reference, state, tracks }, margin }) => [
    `[${player.number}]`,
    reference,
    state === 'closed' ? styled(state, 'green') : styled(state, 'red'),
    tracks.customs,
    tracks.freight,
    tracks.fx,
    tracks.taxRefund,
    tracks.financing.replace('not_applicable', '–'),
    styled(yuan(margin.actual.margin), 'bold'),
    percent(margin.actual.marginRate),
  ]);
  const align = head.map((title) => (title.startsWith('Margin') || title === '%' ? 'right' : 'left'));
  printTable([head.map((title) => styled(title, 'dim')), ...rows], align, '');
}

export function printEnd(ledger: LedgerCheck, webhooks: WebhookCount, refused: number): void {
  print();
  const mark = (holds: boolean): string => (holds ? styled('✓', 'green') : styled('✗', 'red', 'bold'));
  const sums = ledger.currencies.map(
    ({ currency, debit, credit }) => `${currency} ${grouped(debit)} = ${grouped(credit)}`,
  );
  print(`${mark(ledger.balanced)} The ledger sums to zero: ${sums.join(', ')}`);
  const { sent, delivered } = webhooks;
  const signed = refused === 0 ? 'every signature verified' : `${refused} with a wrong signature`;
  print(`${mark(sent === delivered && refused === 0)} Webhooks: ${delivered} of ${sent} events delivered, ${signed}`);
}

export function printInvitation({ baseUrl, tenant: { apiKey }, folder }: RunningPlatform): void {
  print();
  const rows = [
    ['API docs', styled(`${baseUrl}/docs`, 'cyan')],
    ['Key', apiKey],
    ['Try', `curl -H "Authorization: Bearer ${apiKey}" ${baseUrl}/v1/orders`],
    ['Books', `${baseUrl}/v1/ledger/export?format=hledger`],
    ['Files', `${folder}/demo.json (address, key, webhook secret), ${folder}/logs`],
  ];
  for (const [label = '', text = ''] of rows) print(`${styled(padEnd(label, 9), 'bold')} ${text}`);
  print(styled('It stays up; what happens from now on shows here too. Ctrl-C stops everything.', 'dim'));
}

function amountOf(figure: MarginFigure | null): string {
  return figure === null ? '–' : grouped(figure.amount.amount);
}

function isNothing(figure: MarginFigure | null): boolean {
  return figure === null || Money.fromJSON(figure.amount).isZero();
}

/** What a figure is made of, where a part of it is in foreign currency. */
function originalsOf(figure: MarginFigure | null): string {
  const parts = (figure?.parts ?? []).map(({ original }) => Money.fromJSON(original)).filter((part) => !part.isZero());
  if (parts.every(({ currency }) => currency === 'CNY')) return '';
  return parts
    .map((part, index) => {
      const sign = part.isNegative() ? '− ' : index === 0 ? '' : '+ ';
      return `${sign}${grouped(part.absolute().toAmountString())} ${part.currency}`;
    })
    .join(' ');
}

function yuan({ amount }: MoneyJson): string {
  return grouped(amount);
}

function percent(fraction: string | null): string {
  if (fraction === null) return '–';
  return `${(Number(fraction) * 100).toFixed(2)} %`;
}
