import { type Direction } from '../parcels/profile.js';
import { type ParcelFilingKind, type ParcelFilingName } from './filing-kind.js';
import { EXPORT_ARRIVAL } from './export-arrival.js';
import { EXPORT_DEPARTURE } from './export-departure.js';
import { EXPORT_MASTER_WAYBILL } from './export-master-waybill.js';
import { EXPORT_RETURN } from './export-return.js';
import { EXPORT_RETURN_TALLY } from './export-return-tally.js';
import { EXPORT_SUMMARY } from './export-summary.js';
import { EXPORT_WITHDRAWAL } from './export-withdrawal.js';
import { IMPORT_DELIVERY } from './import-delivery.js';
import { IMPORT_RETURN } from './import-return.js';
import { IMPORT_WAREHOUSE_ENTRY } from './import-warehouse-entry.js';
import { IMPORT_WITHDRAWAL } from './import-withdrawal.js';

const KINDS: readonly ParcelFilingKind[] = [
  EXPORT_WITHDRAWAL,
  EXPORT_ARRIVAL,
  EXPORT_DEPARTURE,
  EXPORT_MASTER_WAYBILL,
  EXPORT_RETURN,
  EXPORT_RETURN_TALLY,
  EXPORT_SUMMARY,
  IMPORT_WITHDRAWAL,
  IMPORT_RETURN,
  IMPORT_DELIVERY,
  IMPORT_WAREHOUSE_ENTRY,
];

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
