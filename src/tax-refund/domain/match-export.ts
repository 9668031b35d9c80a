import { isPositive } from '../../kernel/decimal.js';
import { type Finding, type Missing } from './finding.js';
import { InvoicePool } from './invoice-pool.js';
import {
  agencyAmountFinding,
  codeFindings,
  exportFindings,
  fitOf,
  isFor,
  nameFindings,
  quantityFinding,
  strayFindings,
  vatRateFinding,
} from './match-checks.js';
import { type TaxedItem } from './free-voucher.js';
import { claimsTax, matchConsumptionTax } from './match-consumption-tax.js';
import { dateFindings, placeFindings } from './match-plausibility.js';
import { type ExportLine, type ExportToMatch, type InvoiceLine, type MatchedLine, type Take } from './match-facts.js';
import { SAY } from './tax-refund.sentences.js';

export interface Match {
  /** Every item that has a refund and is covered by invoices. */
  readonly matched: readonly MatchedLine[];
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
}

/** Nothing is waited for, and nothing forbids the claim. */
export function isComplete({ matched, findings, missing }: Match): boolean {
  return matched.length > 0 && missing.length === 0 && !findings.some(({ outcome }) => outcome === 'block');
}

/**
 * Holds declaration, invoices and collection against one another.
 *
 * - An invoice line belongs to the order line that it names, or else to the items of its HS code, first come first served;
 *   a line takes of the invoices that name it first, so that the others are left for its neighbours.
 * - A code that the tariff has changed between the two papers is the same code; the declared one is filed.
 * - Its unit must be one of the three declared units; the quantities of that unit are compared.
 * - Bought more than exported: only the exported share is taken, amount × taken / bought, half up to the fen; whoever
 *   takes the rest of a line gets the rest of its amount, so that nothing is ever claimed twice or lost.
 * - The items take in the order of their keys, the invoices are taken in the order of their days and numbers: in which order
 *   they are given makes no difference.
 * - Bought less than exported: the other invoices are waited for.
 * - Items whose refund rate is nought need no invoices, and are left out unless consumption tax is claimed for them.
 *
 * Sources: 国家税务总局公告2013年第12号 (units, codes), 公告2026年第5号, 公告2017年第35号 (agency).
 */
export function matchExport(given: ExportToMatch): Match {
  const { findings, missing } = exportFindings(given, (line) => claimsTax(given, line));
  const refundable = given.lines.filter(({ refundRate }) => refundRate !== null && isPositive(refundRate));
  if (given.regime === 'manufacturer') {
    const exempt = matchConsumptionTax(given, new Map());
    const matched = refundable.map((line) => matchedLine(line, []));
    return { matched, findings: [...findings, ...exempt.findings], missing };
  }
  const pool = new InvoicePool(given.invoiceLines);
  const invoices = inOrder(given.invoiceLines);
  const results = byKey(refundable).map((line) => matchLine(given, line, invoices, pool));
  const covered = results.flatMap(({ matched }) => (matched === null ? [] : [matched]));
  const taxed = matchConsumptionTax(given, new Map(covered.map(({ line, unit }) => [line, unit])));
  return {
    matched: withTax(given, covered, taxed.items),
    findings: [
      ...findings,
      ...results.flatMap((result) => [...splitFinding(result, pool), ...result.findings]),
      ...strayFindings(given),
      ...taxed.findings,
    ],
    missing: [...missing, ...results.flatMap((result) => result.missing), ...taxed.missing],
  };
}

/** Goods whose VAT is not refunded are claimed for their consumption tax alone, without invoices. */
function withTax(
  { lines }: ExportToMatch,
  covered: readonly MatchedLine[],
  taxed: ReadonlyMap<ExportLine, TaxedItem>,
): MatchedLine[] {
  if (taxed.size === 0) return [...covered];
  const alone = byKey(lines).flatMap((line): MatchedLine[] => {
    const item = taxed.get(line);
    const isAlone = item !== undefined && line.refundRate?.isZero() === true;
    return isAlone ? [{ ...matchedLine(line, [], item.unit), consumptionTax: item }] : [];
  });
  const both = covered.map((matched) => ({ ...matched, consumptionTax: taxed.get(matched.line) ?? null }));
  return [...both, ...alone];
}

interface LineResult {
  readonly matched: MatchedLine | null;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
}

/** Known when every item has taken what it needs. */
function splitFinding({ matched }: LineResult, pool: InvoicePool): Finding[] {
  return matched === null ? [] : quantityFinding(matched, pool.leftOf(matched.takes));
}

function matchLine(
  given: ExportToMatch,
  line: ExportLine,
  invoices: readonly InvoiceLine[],
  pool: InvoicePool,
): LineResult {
  const candidates = invoices.filter((invoice) => isFor(given, line, invoice));
  const usable: InvoiceLine[] = [];
  const faults: Finding[] = [];
  for (const invoice of candidates) {
    const found = fitOf(given, line, invoice);
    if (found.length === 0) usable.push(invoice);
    else faults.push(...found);
  }
  const covered = pool.cover(line.quantities, usable);
  if (covered.takes === null) {
    const { unit, quantity, found } = covered;
    const detail = SAY.invoices_for_line({
      line: line.lineNumber,
      goods: line.goodsName,
      found: found.toFixed(),
      quantity: quantity.toFixed(),
      unit,
    });
    return { matched: null, findings: faults, missing: [{ fact: 'invoice', lineNumber: line.lineNumber, detail }] };
  }
  const matched = matchedLine(line, covered.takes, covered.unit);
  return {
    matched,
    missing: [],
    findings: [
      // A faulty invoice is no obstacle where others cover the line without it.
      ...faults.map((fault) => ({ ...fault, outcome: 'warn' as const })),
      ...vatRateFinding(matched),
      ...nameFindings(matched),
      ...codeFindings(matched),
      ...dateFindings(matched),
      ...placeFindings(matched),
      ...(given.regime === 'agency' ? agencyAmountFinding(matched) : []),
    ],
  };
}

/** Those that name a line before those that serve any; then the oldest: what was bought first is taken to be exported first. */
function inOrder(invoices: readonly InvoiceLine[]): readonly InvoiceLine[] {
  if (invoices.length < 2) return invoices;
  return invoices.toSorted(
    (left, right) =>
      Number(left.orderLineNumber === null) - Number(right.orderLineNumber === null) ||
      compared(left.issuedOn, right.issuedOn) ||
      compared(left.invoiceNumber.padStart(20), right.invoiceNumber.padStart(20)) ||
      left.lineNumber - right.lineNumber ||
      compared(left.id, right.id),
  );
}

function byKey(lines: readonly ExportLine[]): readonly ExportLine[] {
  if (lines.length < 2) return lines;
  return lines.toSorted((left, right) => compared(left.declarationLine, right.declarationLine));
}

function compared(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

function matchedLine(line: ExportLine, takes: readonly Take[], unit?: string): MatchedLine {
  const declared = line.quantities.find((entry) => entry.unit === unit) ?? line.quantities[0];
  if (declared === undefined || line.refundRate === null) throw new Error('A declared item has a unit and a rate here');
  return { line, refundRate: line.refundRate, unit: declared.unit, quantity: declared.quantity, takes };
}
