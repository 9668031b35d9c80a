import { type Finding, type Missing } from './finding.js';
import { InvoicePool } from './invoice-pool.js';
import {
  agencyAmountFinding,
  dateFindings,
  exportFindings,
  fitOf,
  nameFindings,
  quantityFinding,
  strayFindings,
  vatRateFinding,
} from './match-checks.js';
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
 * - An invoice line belongs to the order line that it names, or else to the items of its HS code, first come first served.
 * - Its unit must be one of the three declared units; the quantities of that unit are compared.
 * - Bought more than exported: only the exported share is taken, amount × taken / bought, half up to the fen; whoever
 *   takes the rest of a line gets the rest of its amount, so that nothing is ever claimed twice or lost.
 * - Bought less than exported: the other invoices are waited for.
 * - Items without a refund rate on the export date need no invoices and are left out.
 *
 * Sources: 国家税务总局公告2013年第12号 (units, codes), 公告2026年第5号, 公告2017年第35号 (agency).
 */
export function matchExport(given: ExportToMatch): Match {
  const { findings, missing } = exportFindings(given);
  const refundable = given.lines.filter(({ refundRate }) => refundRate?.greaterThan(0) === true);
  if (given.regime === 'manufacturer') {
    return { matched: refundable.map((line) => matchedLine(line, [])), findings, missing };
  }
  const pool = new InvoicePool(given.invoiceLines);
  const results = refundable.map((line) => matchLine(given, line, pool));
  return {
    matched: results.flatMap(({ matched }) => (matched === null ? [] : [matched])),
    findings: [...findings, ...results.flatMap((result) => result.findings), ...strayFindings(given)],
    missing: [...missing, ...results.flatMap((result) => result.missing)],
  };
}

interface LineResult {
  readonly matched: MatchedLine | null;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
}

function matchLine(given: ExportToMatch, line: ExportLine, pool: InvoicePool): LineResult {
  const candidates = candidatesFor(given, line);
  const fits = candidates.map((invoice) => ({ invoice, faults: fitOf(given, line, invoice) }));
  const usable = fits.filter(({ faults }) => faults.length === 0).map(({ invoice }) => invoice);
  const faults = fits.flatMap((fit) => fit.faults);
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
      ...quantityFinding(line, covered),
      ...vatRateFinding(matched),
      ...nameFindings(matched),
      ...dateFindings(matched),
      ...(given.regime === 'agency' ? agencyAmountFinding(matched) : []),
    ],
  };
}

/** The oldest first: what was bought first is taken to be exported first. */
function candidatesFor({ invoiceLines }: ExportToMatch, line: ExportLine): InvoiceLine[] {
  return invoiceLines
    .filter(({ orderLineNumber, hsCode }) =>
      orderLineNumber === null ? hsCode === line.hsCode : orderLineNumber === line.lineNumber,
    )
    .sort((left, right) => (ageOf(left) < ageOf(right) ? -1 : 1));
}

function ageOf({ issuedOn, invoiceNumber, lineNumber }: InvoiceLine): string {
  return `${issuedOn} ${invoiceNumber.padStart(20)} ${String(lineNumber).padStart(6)}`;
}

function matchedLine(line: ExportLine, takes: readonly Take[], unit?: string): MatchedLine {
  const declared = line.quantities.find((entry) => entry.unit === unit) ?? line.quantities[0];
  if (declared === undefined || line.refundRate === null) throw new Error('A declared item has a unit and a rate here');
  return { line, refundRate: line.refundRate, unit: declared.unit, quantity: declared.quantity, takes };
}
