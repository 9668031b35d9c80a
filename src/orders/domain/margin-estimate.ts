import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { sellerPaysCarriage, sellerPaysInsurance } from './incoterm.js';
import { figure, type MarginFigure, type MarginFigures, type MarginPart, type Valuation } from './margin-figure.js';
import { allOf, type FigureEvent, type ServiceEvent } from './service-event.js';
import { claimsRefund, type OrderLine, type TradeOrder } from './trade-order.js';

/** What the order is expected to bring and to cost, from what was known when it was placed, and the freight quote. */
export function estimateFigures(order: TradeOrder, log: readonly ServiceEvent[], value: Valuation): MarginFigures {
  const { freight, refund } = order;
  const vat = vatAtStake(order, log, value);
  const insurance =
    freight.insuranceCharge === null ? [] : [value.ofOrder('freight.insuranceCharge', freight.insuranceCharge)];
  return {
    revenue: figure('value × planRate', [value.ofOrder('value', order.value)]),
    purchase: purchaseOf(order, value),
    vat:
      vat &&
      figure(
        vat.formula,
        vat.parts.map(({ vat: part }) => part),
      ),
    tax_refund: claimsRefund(refund.mode) ? vat && refundOf(vat.formula, vat.parts) : figure('no refund is asked for'),
    freight: freightOf(order, log, value),
    insurance: figure('freight.insuranceCharge', insurance),
    bank_charges: figure('none is planned'),
    fees: figure('none is planned'),
    finance_cost: refund.advance ? null : figure('no advance is asked for'),
    fx_result: figure('none: the plan rate is the plan'),
  };
}

/** @returns null unless every line says what its goods cost */
export function purchaseOf({ lines }: TradeOrder, value: Valuation): MarginFigure | null {
  const parts: MarginPart[] = [];
  for (const { purchase, lineNumber } of lines) {
    if (purchase === null) return null;
    parts.push(value.ofOrder(`lines.${lineNumber}.purchase.amountExVat`, purchase.amountExVat));
  }
  return figure('sum of lines.purchase.amountExVat', parts);
}

interface VatOfLine {
  readonly vat: MarginPart;
  readonly refund: MarginPart | null;
}

/**
 * VAT that is paid on the goods, and what comes back of it. A trading company pays it on its purchases; for a
 * manufacturer, and under agency refund, the rules work on the FOB value (免抵退税, 代办退税).
 */
function vatAtStake(
  order: TradeOrder,
  log: readonly ServiceEvent[],
  value: Valuation,
): { formula: string; parts: VatOfLine[] } | null {
  const onFob = order.refund.mode === 'manufacturer' || order.refund.mode === 'agency';
  const fob = onFob ? fobByLine(order, log, value) : [];
  const parts: VatOfLine[] = [];
  for (const [index, line] of order.lines.entries()) {
    const base = onFob ? fob[index] : line.purchase?.amountExVat;
    if (base === undefined || line.purchase === null) return null;
    parts.push(vatOfLine(line, base, line.purchase.vatRate, value));
  }
  return { formula: onFob ? 'FOB in CNY' : 'lines.purchase.amountExVat', parts };
}

function vatOfLine(line: OrderLine, base: Money, rate: string, value: Valuation): VatOfLine {
  const vatRate = new Decimal(rate);
  const at = `lines.${line.lineNumber}`;
  const vat = value.ofOrder(`${at}.purchase.vatRate`, base.times(vatRate, 'half-up'));
  if (line.refundRate === null) return { vat, refund: null };
  const refundRate = Decimal.min(new Decimal(line.refundRate.rate), vatRate);
  return { vat, refund: value.ofOrder(`${at}.refundRate`, base.times(refundRate, 'half-up')) };
}

function refundOf(base: string, parts: readonly VatOfLine[]): MarginFigure | null {
  const refunds: MarginPart[] = [];
  for (const { refund } of parts) {
    if (refund === null) return null;
    refunds.push(refund);
  }
  return figure(`${base} × refundRate of the day the order was placed`, refunds);
}

/**
 * FOB in CNY at the plan rate, split by the value of the lines. The carriage of a CFR or CIF price is what the order says,
 * or the quote's part in the order's currency; charges in CNY are local ones, from before the port.
 */
function fobByLine(order: TradeOrder, log: readonly ServiceEvent[], valuation: Valuation): Money[] {
  const { value, incoterm, freight, lines } = order;
  const quoted = (latestQuote(log)?.data.totals ?? [])
    .map((total) => Money.fromJSON(total))
    .filter(({ currency }) => currency === value.currency);
  const carriage = freight.freightCharge === null ? quoted : [freight.freightCharge];
  const deductions = [
    ...(sellerPaysCarriage(incoterm) ? carriage : []),
    ...(sellerPaysInsurance(incoterm) && freight.insuranceCharge !== null ? [freight.insuranceCharge] : []),
  ];
  const fob = deductions.reduce(
    (rest, deduction) => rest.minus(valuation.toCny(deduction) ?? Money.zero('CNY')),
    valuation.toCny(value) ?? Money.zero('CNY'),
  );
  return fob.allocate(lines.map(({ total }) => total.minor));
}

function freightOf(order: TradeOrder, log: readonly ServiceEvent[], value: Valuation): MarginFigure | null {
  const { freightCharge } = order.freight;
  const quote = latestQuote(log);
  if (quote !== undefined) {
    const parts = quote.data.totals.map((total) => value.ofEvent(quote, 'totals', total));
    return figure('the latest quote', parts);
  }
  if (freightCharge !== null)
    return figure('freight.freightCharge', [value.ofOrder('freight.freightCharge', freightCharge)]);
  if (order.freight.by === 'other' && !sellerPaysCarriage(order.incoterm)) return figure('the buyer pays the carriage');
  return null;
}

function latestQuote(log: readonly ServiceEvent[]): FigureEvent<'freight.quote.given'> | undefined {
  return allOf(log, 'freight.quote.given').at(-1);
}
