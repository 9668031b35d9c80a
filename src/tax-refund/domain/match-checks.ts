import { Decimal } from '../../kernel/decimal.js';
import { addMonths } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Said, type Sentence } from '../../kernel/sentence.js';
import { REFUNDABLE_MODES } from './eligibility.js';
import { type Finding, type Missing, type Outcome } from './finding.js';
import {
  type Coverage,
  type ExportLine,
  type ExportToMatch,
  type InvoiceLine,
  type MatchedLine,
} from './match-facts.js';
import { mayBeAdvanced } from './overseas-advance.js';
import { SAY } from './tax-refund.sentences.js';

const MONTHS_APART = 6;
/** One fen for each invoice line: the issuer rounds each. */
const FEN = new Decimal('0.01');

function finding(
  check: Finding['check'],
  outcome: Outcome,
  detail: Said,
  { lineNumber = null, invoiceNumber = null }: { lineNumber?: number | null; invoiceNumber?: string | null } = {},
): Finding {
  return { check, outcome, lineNumber, invoiceNumber, detail };
}

/** What concerns the export as a whole. */
export function exportFindings(given: ExportToMatch): { findings: Finding[]; missing: Missing[] } {
  const findings: Finding[] = [];
  const missing: Missing[] = [];
  if (!REFUNDABLE_MODES.includes(given.supervisionMode)) {
    findings.push(finding('supervision_mode', 'block', SAY.mode_no_refund({ mode: given.supervisionMode })));
  }
  if (given.shortfall === null && mayBeAdvanced(given.supervisionMode)) {
    findings.push(finding('collection', 'warn', SAY.claimed_in_advance));
  } else if (given.shortfall === null) {
    missing.push({ fact: 'collection', lineNumber: null, detail: SAY.not_paid_in_full });
  } else if (given.shortfall.minor > 0n) {
    findings.push(finding('collection', 'warn', SAY.not_collected({ amount: given.shortfall.toString() })));
  }
  findings.push(...rateFindings(given.lines));
  return { findings, missing };
}

function rateFindings(lines: readonly ExportLine[]): Finding[] {
  const findings = lines.flatMap(({ lineNumber, hsCode, refundRate, noRate }) => {
    if (refundRate === null) {
      return [finding('refund_rate', 'block', noRate ?? SAY.no_rate_for({ hsCode }), { lineNumber })];
    }
    return refundRate.isZero() ? [finding('refund_rate', 'warn', SAY.no_refund_for({ hsCode }), { lineNumber })] : [];
  });
  const hasRefund = lines.some(({ refundRate }) => refundRate === null || refundRate.greaterThan(0));
  return hasRefund ? findings : [...findings, finding('refund_rate', 'block', SAY.none_refunded)];
}

/** What forbids using this invoice line for this item; nothing when it fits. */
export function fitOf(given: ExportToMatch, line: ExportLine, invoice: InvoiceLine): Finding[] {
  const about = { lineNumber: line.lineNumber, invoiceNumber: invoice.invoiceNumber };
  const faults: Finding[] = [];
  if (invoice.hsCode !== line.hsCode) {
    faults.push(
      finding('hs_code', 'block', SAY.hs_codes_differ({ invoiced: invoice.hsCode, declared: line.hsCode }), about),
    );
  }
  const units = line.quantities.map(({ unit }) => unit);
  if (!units.includes(invoice.unit)) {
    faults.push(finding('unit', 'block', SAY.units_differ({ invoiced: invoice.unit, declared: units }), about));
  }
  const partyFault = partyFaultOf(given, invoice);
  if (partyFault !== null) faults.push(finding('parties', 'block', partyFault, about));
  return faults;
}

function partyFaultOf({ regime, exporterTaxNumber }: ExportToMatch, invoice: InvoiceLine): Sentence | null {
  const kind = regime === 'agency' ? 'agency_refund' : 'special';
  if (invoice.kind !== kind) return SAY.invoice_kind({ found: invoice.kind, expected: kind });
  // Agency: the manufacturer invoices the platform. Trading: the factory invoices the exporter.
  const [found, say] =
    regime === 'agency' ? [invoice.sellerTaxNumber, SAY.issued_by] : [invoice.buyerTaxNumber, SAY.made_out_to];
  return found === exporterTaxNumber ? null : say({ found, expected: exporterTaxNumber });
}

/** Invoice lines that belong to none of the items. */
export function strayFindings({ lines, invoiceLines }: ExportToMatch): Finding[] {
  return invoiceLines
    .filter(({ orderLineNumber, hsCode }) =>
      lines.every((line) => (orderLineNumber === null ? hsCode !== line.hsCode : orderLineNumber !== line.lineNumber)),
    )
    .map(({ invoiceNumber, lineNumber, hsCode }) =>
      finding('hs_code', 'warn', SAY.stray_line({ line: lineNumber, hsCode }), {
        invoiceNumber,
      }),
    );
}

export function quantityFinding({ lineNumber }: ExportLine, { quantity, found, unit }: Coverage): Finding[] {
  if (!found.greaterThan(quantity)) return [];
  const detail = SAY.share_claimed({ bought: found.toFixed(), exported: quantity.toFixed(), unit });
  return [finding('quantity', 'split', detail, { lineNumber })];
}

export function vatRateFinding({ line, takes, refundRate }: MatchedLine): Finding[] {
  const rates = [...new Set(takes.map(({ invoice }) => invoice.vatRate.toString()))];
  const { lineNumber } = line;
  if (rates.length > 1) {
    return [finding('vat_rate', 'block', SAY.several_vat_rates({ rates }), { lineNumber })];
  }
  const [rate] = takes.map(({ invoice }) => invoice.vatRate);
  if (!rate?.lessThan(refundRate)) return [];
  const detail = SAY.lower_rate_counts({ vatRate: rate.toString(), refundRate: refundRate.toString() });
  return [finding('vat_rate', 'warn', detail, { lineNumber })];
}

export function nameFindings({ line, takes }: MatchedLine): Finding[] {
  return takes
    .filter(({ invoice }) => nameKey(invoice.goodsName) !== nameKey(line.goodsName))
    .map(({ invoice }) =>
      finding('goods_name', 'warn', SAY.names_differ({ invoiced: invoice.goodsName, declared: line.goodsName }), {
        lineNumber: line.lineNumber,
        invoiceNumber: invoice.invoiceNumber,
      }),
    );
}

/** Names are compared without case, width, spaces, punctuation, and the tax category that invoices print before (*玩具*). */
function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^\*[^*]+\*/, '')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

export function dateFindings({ line, takes }: MatchedLine): Finding[] {
  const { exportDate } = line;
  return takes
    .filter(
      ({ invoice: { issuedOn } }) =>
        issuedOn < addMonths(exportDate, -MONTHS_APART) || issuedOn > addMonths(exportDate, MONTHS_APART),
    )
    .map(({ invoice: { issuedOn, invoiceNumber } }) =>
      finding('dates', 'warn', SAY.dates_apart({ invoiced: issuedOn, exported: exportDate }), {
        lineNumber: line.lineNumber,
        invoiceNumber,
      }),
    );
}

/** 金额 of an agency invoice is the FOB value itself in CNY, within one fen for each line of invoice. */
export function agencyAmountFinding({ line, quantity, takes }: MatchedLine): Finding[] {
  const fobCny = takes.reduce(
    (sum, take) =>
      sum.plus(
        line.fob
          .toDecimal()
          .times(take.quantity)
          .div(quantity)
          .times(take.invoice.fxRate ?? 0),
      ),
    new Decimal(0),
  );
  const expected = Money.ofMajor(fobCny, 'CNY', 'half-up');
  const amount = Money.sum(
    takes.map((take) => take.amount),
    'CNY',
  );
  if (amount.minus(expected).absolute().toDecimal().lessThanOrEqualTo(FEN.times(takes.length))) return [];
  const detail = SAY.agency_amount({
    amount: amount.toString(),
    fob: line.fob.toString(),
    expected: expected.toString(),
  });
  const { lineNumber } = line;
  return [
    finding('agency_amount', 'block', detail, { lineNumber, invoiceNumber: takes[0]?.invoice.invoiceNumber ?? null }),
  ];
}

/** What one USD of export cost. Outside the band the tax bureau asks questions; the band is its custom, not law. */
const USUAL_COST = { currency: 'USD', from: new Decimal(5), to: new Decimal(8) };

/** @param cost purchase with VAT less the refund, CNY */
export function exchangeCostFinding(cost: Money, fob: Money): Finding[] {
  if (fob.currency !== USUAL_COST.currency || !fob.toDecimal().greaterThan(0)) return [];
  const perUnit = cost.toDecimal().div(fob.toDecimal());
  if (perUnit.greaterThanOrEqualTo(USUAL_COST.from) && perUnit.lessThanOrEqualTo(USUAL_COST.to)) return [];
  const [from, to] = [USUAL_COST.from.toString(), USUAL_COST.to.toString()];
  return [finding('exchange_cost', 'warn', SAY.exchange_cost({ cost: perUnit.toFixed(4), from, to }))];
}
