import { Decimal, isPositive } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Said, type Sentence } from '../../kernel/sentence.js';
import { REFUNDABLE_MODES } from './eligibility.js';
import { type Finding, type Missing, type Outcome } from './finding.js';
import { type ExportLine, type ExportToMatch, type InvoiceLine, type MatchedLine } from './match-facts.js';
import { isRenamed } from './match-rules.js';
import { SAY as MATCHING } from './matching.sentences.js';
import { mayBeAdvanced } from './overseas-advance.js';
import { SAY } from './tax-refund.sentences.js';

const NO_FAULTS: readonly Finding[] = [];
/** One fen for each invoice line: the issuer rounds each. */
const FEN = new Decimal('0.01');

export function finding(
  check: Finding['check'],
  outcome: Outcome,
  detail: Said,
  { lineNumber = null, invoiceNumber = null }: { lineNumber?: number | null; invoiceNumber?: string | null } = {},
): Finding {
  return { check, outcome, lineNumber, invoiceNumber, detail };
}

/** What concerns the export as a whole. @param isTaxClaimed whether consumption tax of an item is claimed */
export function exportFindings(
  given: ExportToMatch,
  isTaxClaimed: (line: ExportLine) => boolean,
): { findings: Finding[]; missing: Missing[] } {
  const findings: Finding[] = [];
  const missing: Missing[] = [];
  if (!REFUNDABLE_MODES.includes(given.supervisionMode)) {
    findings.push(finding('supervision_mode', 'block', SAY.mode_no_refund({ mode: given.supervisionMode })));
  }
  const collected = collectionFindings(given);
  findings.push(...collected.findings);
  missing.push(...collected.missing);
  findings.push(...rateFindings(given.lines, isTaxClaimed));
  return { findings, missing };
}

/** Not collected: a warning until the last day for it, an obstacle from the day after. */
function collectionFindings(given: ExportToMatch): { findings: Finding[]; missing: Missing[] } {
  const { shortfall, supervisionMode, today, collectBy, waitsForCollection } = given;
  const isOver = today > collectBy;
  if (shortfall !== null) {
    if (shortfall.minor <= 0n) return { findings: [], missing: [] };
    // Whose collection is waited for has it when the bank says so: what is short of it then is within the tolerance.
    const detail = SAY.not_collected({ amount: shortfall.toString() });
    return { findings: [finding('collection', isOver && !waitsForCollection ? 'block' : 'warn', detail)], missing: [] };
  }
  if (mayBeAdvanced(supervisionMode)) {
    return { findings: [finding('collection', 'warn', SAY.claimed_in_advance)], missing: [] };
  }
  const day = { day: collectBy };
  const found = isOver
    ? finding('collection', 'block', MATCHING.collection_over(day))
    : finding('collection', 'warn', MATCHING.collect_before(day));
  const waited: Missing = { fact: 'collection', lineNumber: null, detail: SAY.not_paid_in_full };
  return { findings: [found], missing: waitsForCollection ? [waited] : [] };
}

function rateFindings(lines: readonly ExportLine[], isTaxClaimed: (line: ExportLine) => boolean): Finding[] {
  const findings = lines.flatMap(({ lineNumber, hsCode, refundRate, noRate }) => {
    if (refundRate === null) {
      return [finding('refund_rate', 'block', noRate ?? SAY.no_rate_for({ hsCode }), { lineNumber })];
    }
    return refundRate.isZero() ? [finding('refund_rate', 'warn', SAY.no_refund_for({ hsCode }), { lineNumber })] : [];
  });
  const hasRefund = lines.some((line) => line.refundRate === null || isPositive(line.refundRate) || isTaxClaimed(line));
  return hasRefund ? findings : [...findings, finding('refund_rate', 'block', SAY.none_refunded)];
}

/** What forbids using this invoice line for this item; nothing when it fits. */
export function fitOf(given: ExportToMatch, line: ExportLine, invoice: InvoiceLine): readonly Finding[] {
  const isGoods = isSameGoods(given, line, invoice);
  const isCounted = line.quantities.some(({ unit }) => unit === invoice.unit);
  const partyFault = partyFaultOf(given, invoice);
  if (isGoods && isCounted && partyFault === null) return NO_FAULTS;
  const faults: Finding[] = [];
  const about = { lineNumber: line.lineNumber, invoiceNumber: invoice.invoiceNumber };
  if (!isGoods) {
    const detail = SAY.hs_codes_differ({ invoiced: invoice.hsCode, declared: line.hsCode });
    faults.push(finding('hs_code', 'block', detail, about));
  }
  if (!isCounted) {
    const declared = line.quantities.map(({ unit }) => unit);
    faults.push(finding('unit', 'block', SAY.units_differ({ invoiced: invoice.unit, declared }), about));
  }
  if (partyFault !== null) faults.push(finding('parties', 'block', partyFault, about));
  return faults;
}

/** By their codes, which the tariff may have changed between the two papers. */
export function isSameGoods({ rules }: ExportToMatch, line: ExportLine, { hsCode, issuedOn }: InvoiceLine): boolean {
  if (hsCode === line.hsCode) return true;
  return isRenamed(rules, { hsCode, on: issuedOn }, { hsCode: line.hsCode, on: line.exportDate });
}

/** The declared code is filed; that the invoice has the older or the newer one is told, and goes with the claim as a table. */
export function codeFindings({ line, takes }: MatchedLine): Finding[] {
  return takes
    .filter(({ invoice }) => invoice.hsCode !== line.hsCode)
    .map(({ invoice: { hsCode, invoiceNumber } }) =>
      finding('hs_code', 'warn', MATCHING.code_changed({ invoiced: hsCode, declared: line.hsCode }), {
        lineNumber: line.lineNumber,
        invoiceNumber,
      }),
    );
}

function partyFaultOf({ regime, exporterTaxNumber }: ExportToMatch, invoice: InvoiceLine): Sentence | null {
  const kind = regime === 'agency' ? 'agency_refund' : 'special';
  if (invoice.kind !== kind) return SAY.invoice_kind({ found: invoice.kind, expected: kind });
  // Agency: the manufacturer invoices the platform. Trading: the factory invoices the exporter.
  const found = regime === 'agency' ? invoice.sellerTaxNumber : invoice.buyerTaxNumber;
  if (found === exporterTaxNumber) return null;
  return (regime === 'agency' ? SAY.issued_by : SAY.made_out_to)({ found, expected: exporterTaxNumber });
}

/** Invoice lines that belong to none of the items. */
export function strayFindings(given: ExportToMatch): Finding[] {
  return given.invoiceLines
    .filter((invoice) => given.lines.every((line) => !isFor(given, line, invoice)))
    .map(({ invoiceNumber, lineNumber, hsCode }) =>
      finding('hs_code', 'warn', SAY.stray_line({ line: lineNumber, hsCode }), {
        invoiceNumber,
      }),
    );
}

/** An invoice line belongs to the order line that it names, or else to the items of its HS code. */
export function isFor(given: ExportToMatch, line: ExportLine, invoice: InvoiceLine): boolean {
  if (invoice.orderLineNumber !== null) return invoice.orderLineNumber === line.lineNumber;
  return isSameGoods(given, line, invoice);
}

/**
 * More was bought than is exported: of what the item took of, so much is left when all items have taken theirs.
 * @param left in the unit of the item
 */
export function quantityFinding({ line, quantity, unit }: MatchedLine, left: Decimal): Finding[] {
  if (!isPositive(left)) return [];
  const detail = SAY.share_claimed({ bought: quantity.plus(left).toFixed(), exported: quantity.toFixed(), unit });
  return [finding('quantity', 'split', detail, { lineNumber: line.lineNumber })];
}

export function vatRateFinding({ line, takes, refundRate }: MatchedLine): Finding[] {
  const { lineNumber } = line;
  const rate = takes[0]?.invoice.vatRate;
  if (rate === undefined) return [];
  if (takes.some(({ invoice: { vatRate } }) => vatRate !== rate && !vatRate.equals(rate))) {
    const rates = [...new Set(takes.map(({ invoice }) => invoice.vatRate.toString()))];
    return [finding('vat_rate', 'block', SAY.several_vat_rates({ rates }), { lineNumber })];
  }
  if (!rate.lessThan(refundRate)) return [];
  const detail = SAY.lower_rate_counts({ vatRate: rate.toString(), refundRate: refundRate.toString() });
  return [finding('vat_rate', 'warn', detail, { lineNumber })];
}

export function nameFindings({ line, takes }: MatchedLine): Finding[] {
  return takes
    .filter(({ invoice }) => !isNamedAlike(invoice.goodsName, line.goodsName))
    .map(({ invoice }) =>
      finding('goods_name', 'warn', SAY.names_differ({ invoiced: invoice.goodsName, declared: line.goodsName }), {
        lineNumber: line.lineNumber,
        invoiceNumber: invoice.invoiceNumber,
      }),
    );
}

export function isNamedAlike(invoiced: string, declared: string): boolean {
  return invoiced === declared || nameKey(invoiced) === nameKey(declared);
}

/** Goods are few, lines many: a name is brought into its form once. */
const keys = new Map<string, string>();
const KEYS_MAX = 10_000;

/** Names are compared without case, width, spaces, punctuation, and the tax category that invoices print before (*玩具*). */
function nameKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = name
      .normalize('NFKC')
      .replace(/^\*[^*]+\*/, '')
      .toLowerCase()
      .replace(/[\p{P}\p{S}\s]/gu, '');
    if (keys.size >= KEYS_MAX) keys.clear();
    keys.set(name, key);
  }
  return key;
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
