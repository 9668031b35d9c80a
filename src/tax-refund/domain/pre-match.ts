import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { AGENCY_REMARK, type InvoiceKind, type InvoiceParty } from './invoice-input.js';
import { type Finding, type Missing } from './finding.js';
import { fobInCny } from './fob-value.js';
import { isComplete, type Match, matchExport } from './match-export.js';
import { type ExportLine, type ExportToMatch, type MatchedLine } from './match-facts.js';
import { type Suggestion, suggestionsFor } from './match-suggestions.js';

/** A line as it will be declared, with what it was, or will be, bought for. */
export interface PlannedLine extends ExportLine {
  /** Without VAT, CNY; null where it is not known. */
  readonly purchase: Money | null;
  readonly vatRate: Decimal;
}

/** An export before the goods leave. */
export interface PlannedExport extends ExportToMatch {
  readonly lines: readonly PlannedLine[];
  /** Who the invoice is to be made out to: the exporter, or of agency the one who files; null where that is not known. */
  readonly invoiceBuyer: InvoiceParty | null;
  /** CNY per 1 unit of the export's currency; null where it is not known yet. */
  readonly fxRate: Decimal | null;
}

/** What the invoice of a line must show. */
export interface MustShow {
  readonly lineNumber: number;
  readonly kind: InvoiceKind;
  readonly goodsName: string;
  readonly hsCode: string;
  /** It counts in one of these, and comes to as much. */
  readonly counts: readonly { readonly quantity: Decimal; readonly unit: string }[];
  /** 金额; null where neither the price nor the exchange rate is known. */
  readonly amountExVat: Money | null;
  readonly vatRate: Decimal;
  readonly vat: Money | null;
  readonly buyer: InvoiceParty | null;
  /** 备注; empty where nothing has to stand there. */
  readonly remark: string;
}

export interface PlannedRefund {
  readonly lineNumber: number;
  readonly refundRate: Decimal | null;
  /** Null where it cannot be told yet. */
  readonly refund: Money | null;
}

export interface PreMatch {
  /** Of each line that has a refund; none of a manufacturer's own export, which needs no purchase. */
  readonly invoices: readonly MustShow[];
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
  readonly suggestions: readonly Suggestion[];
  /** With the invoices that were given it would match as soon as customs has cleared it and it is paid. */
  readonly isReady: boolean;
  readonly lines: readonly PlannedRefund[];
  /** Sum of the lines; null where one cannot be told. Of a manufacturer the ceiling (免抵退税额): what is paid depends on its month. */
  readonly expectedRefund: Money | null;
}

/**
 * What will be matched after the export, while the invoice can still be issued right: what it must show, what would block,
 * and what comes back. The same rules as of the match itself.
 *
 * Rounding: half up to the fen, per line; lines are summed after rounding.
 */
export function preMatch(planned: PlannedExport): PreMatch {
  const match = matchExport(planned);
  const lines = planned.lines.map((line) => refundOf(planned, line, match));
  const refunds = lines.map(({ refund }) => refund);
  const isKnown = refunds.every((refund) => refund !== null);
  return {
    invoices: planned.lines.filter(isRefunded).flatMap((line) => mustShow(planned, line)),
    findings: match.findings,
    missing: match.missing,
    suggestions: suggestionsFor(planned, match, []),
    isReady: isComplete(match),
    lines,
    expectedRefund: isKnown ? Money.sum(refunds, 'CNY') : null,
  };
}

function isRefunded({ refundRate }: ExportLine): boolean {
  return refundRate?.greaterThan(0) === true;
}

function mustShow(planned: PlannedExport, line: PlannedLine): MustShow[] {
  if (planned.regime === 'manufacturer') return [];
  const isAgency = planned.regime === 'agency';
  const amountExVat = isAgency ? inCny(planned, line) : line.purchase;
  return [
    {
      lineNumber: line.lineNumber,
      kind: isAgency ? 'agency_refund' : 'special',
      goodsName: line.goodsName,
      hsCode: line.hsCode,
      counts: line.quantities.filter(
        ({ unit, quantity }, index) =>
          quantity.greaterThan(0) && line.quantities.findIndex((other) => other.unit === unit) === index,
      ),
      amountExVat,
      vatRate: line.vatRate,
      vat: amountExVat?.times(line.vatRate, 'half-up') ?? null,
      buyer: planned.invoiceBuyer,
      remark: isAgency ? AGENCY_REMARK : '',
    },
  ];
}

/** By the invoices that were given, where they cover the line; else by what it is planned to cost. */
function refundOf(planned: PlannedExport, line: PlannedLine, { matched }: Match): PlannedRefund {
  const { lineNumber, refundRate } = line;
  if (refundRate === null) return { lineNumber, refundRate, refund: null };
  const found = matched.find((one) => one.line === line);
  const base = baseOf(planned, line, found);
  const rate = Decimal.min(refundRate, found?.takes[0]?.invoice.vatRate ?? line.vatRate);
  const refund = refundRate.isZero() ? Money.zero('CNY') : (base?.times(rate, 'half-up') ?? null);
  return { lineNumber, refundRate, refund };
}

function baseOf(planned: PlannedExport, line: PlannedLine, found: MatchedLine | undefined): Money | null {
  if (found !== undefined && found.takes.length > 0) {
    return Money.sum(
      found.takes.map(({ amount }) => amount),
      'CNY',
    );
  }
  return planned.regime === 'trading' ? line.purchase : inCny(planned, line);
}

function inCny({ fxRate }: PlannedExport, { fob }: PlannedLine): Money | null {
  if (fob.currency === 'CNY') return fob;
  return fxRate === null ? null : fobInCny({ fob, fxRate });
}
