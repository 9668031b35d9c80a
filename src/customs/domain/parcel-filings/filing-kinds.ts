import { type Direction } from '../parcels/profile.js';
import { type ParcelFilingKind, type ParcelFilingName } from './filing-kind.js';
import { EXPORT_WITHDRAWAL } from './export-withdrawal.js';

const KINDS: readonly ParcelFilingKind[] = [EXPORT_WITHDRAWAL];

const BY_REPLY: ReadonlyMap<string, ParcelFilingKind> = new Map(KINDS.map((kind) => [kind.reply, kind]));

/** The messages of customs that answer filings. */
export const FILING_REPLIES: readonly string[] = [...BY_REPLY.keys()];

/** @returns undefined where there is no such filing in this direction */
export function filingKind(name: ParcelFilingName, direction: Direction): ParcelFilingKind | undefined {
  return KINDS.find((kind) => kind.name === name && kind.direction === direction);
}

export function kindAnsweredBy(reply: string): ParcelFilingKind | undefined {
  return BY_REPLY.get(reply);
}
