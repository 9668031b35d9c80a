import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';

import { type Finding, type Missing } from '../domain/finding.js';
import { type ItemOutcome, type ItemResult } from '../domain/match-group.js';
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
  readonly findings?: readonly Finding[];
  readonly missing?: readonly Missing[];
  readonly suggestions?: readonly Suggestion[];
}

export function kept({ item, outcome, unit, takes, refund, ...said }: ItemResult): KeptResult {
  const result: KeptResult = {
    declarationLine: item.declarationLine,
    outcome,
    unit,
    refundMinor: refund?.minor.toString() ?? null,
    takes: takes.flatMap(({ invoice, quantity, amount }) =>
      invoice === null
        ? []
        : [[invoice.invoiceNumber, invoice.lineNumber, quantity.toFixed(), amount.minor.toString()] as const],
    ),
  };
  const { findings, missing, suggestions } = said;
  return findings.length + missing.length + suggestions.length === 0
    ? result
    : { ...result, findings, missing, suggestions };
}

/** A row a line. */
export async function packResults(results: readonly ItemResult[]): Promise<Buffer> {
  return pack(results.map((result) => JSON.stringify(kept(result))).join('\n'), QUICK);
}

export async function unpackResults(packed: Buffer): Promise<KeptResult[]> {
  const text = (await unpack(packed)).toString('utf8');
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as KeptResult);
}
