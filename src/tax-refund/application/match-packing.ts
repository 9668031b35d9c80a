import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';

import { type Finding, type Missing } from '../domain/finding.js';
import { type ItemOutcome, type ItemResult, type ItemTax } from '../domain/match-book.js';
import { type Suggestion } from '../domain/match-suggestions.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const QUICK = { level: constants.Z_BEST_SPEED };

/** What is kept of a result; of most items there is nothing to say, and nothing is kept. */
export interface KeptResult {
  readonly declarationLine: string;
  readonly outcome: ItemOutcome;
  readonly unit: string | null;
  /** Fen. */
  readonly refundMinor: string | null;
  /** Invoice, its line, quantity, fen. */
  readonly takes: readonly (readonly [
    invoiceNumber: string,
    lineNumber: number,
    quantity: string,
    amountMinor: string,
  ])[];
  /** Not there where no consumption tax is refunded. Fen. */
  readonly tax?: KeptTax;
  readonly findings?: readonly Finding[];
  readonly missing?: readonly Missing[];
  readonly suggestions?: readonly Suggestion[];
}

/** Consumption tax of an item, with its papers: number, quantity, value and tax. */
export interface KeptTax {
  readonly refundMinor: string;
  readonly takes: readonly (readonly [
    voucherNumber: string,
    quantity: string,
    taxableMinor: string,
    taxMinor: string,
  ])[];
}

/** @param lines of `packedLine`, a result a line */
export function packLines(lines: Buffer): Promise<Buffer> {
  return pack(lines, QUICK);
}

/** A `KeptResult` as JSON. What stands in it are numbers and words of ours, which nobody has to escape; but for what is said. */
export function packedLine(result: ItemResult): string {
  const { item, outcome, unit, takes, refund, tax, findings, missing, suggestions } = result;
  const taken = takes.flatMap(({ invoice, quantity, amount }) =>
    invoice === null
      ? []
      : [`["${invoice.invoiceNumber}",${invoice.lineNumber},"${quantity.toFixed()}","${amount.minor}"]`],
  );
  const said = findings.length + missing.length + suggestions.length;
  const reasons = said === 0 ? '}' : `,${JSON.stringify({ findings, missing, suggestions }).slice(1)}`;
  return (
    `{"declarationLine":"${item.declarationLine}","outcome":"${outcome}","unit":${quoted(unit)},` +
    `"refundMinor":${quoted(refund?.minor.toString() ?? null)},"takes":[${taken.join(',')}]${tax === null ? '' : taxText(tax)}${reasons}`
  );
}

function taxText({ takes, refund }: ItemTax): string {
  const kept: KeptTax = {
    refundMinor: refund.minor.toString(),
    takes: takes.map(({ voucher, quantity, taxable, tax }) => [
      voucher.voucherNumber,
      quantity.toFixed(),
      taxable.minor.toString(),
      tax.minor.toString(),
    ]),
  };
  return `,"tax":${JSON.stringify(kept)}`;
}

function quoted(text: string | null): string {
  return text === null ? 'null' : `"${text}"`;
}

export async function unpackResults(packed: Buffer): Promise<KeptResult[]> {
  const text = (await unpack(packed)).toString('utf8');
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as KeptResult);
}
