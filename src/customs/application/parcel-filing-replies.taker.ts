import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { type CebJson } from '../domain/ceb/check-message.js';
import { type ParcelFilingKind } from '../domain/parcel-filings/filing-kind.js';
import { FILING_REPLIES, kindAnsweredBy } from '../domain/parcel-filings/filing-kinds.js';
import { recordStepOf } from '../domain/parcel-filings/filing-status.js';
import { parcelStepBy } from '../domain/parcels/parcel-status.js';
import { ParcelFilingRow } from '../entities/parcel-filing.entity.js';
import {
  filingsOfRecords,
  tallyOf,
  tellRecords,
  type ToldParcel,
  type ToldRecord,
} from '../entities/parcel-filing-records.table.js';
import { leadOn } from '../entities/parcel-steps.table.js';
import { type CebReceiptRecord, CebReceiptTaker } from './ceb-receipt-taker.js';
import { ACCEPTED_EFFECTS } from './parcel-filing-effects.js';
import { ParcelReturns } from './parcel-returns.service.js';
import { announceDecided, announceParcelsMoved, noteFiling } from './parcel-filing-news.js';

const GUID = /^[\dA-Fa-f]{8}(-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/;
const SAID_MAX = 1_000;

/** Takes what customs answers to filings about parcels, and leads the parcels on where it has taken them. */
@Injectable()
export class ParcelFilingRepliesTaker extends CebReceiptTaker {
  readonly kinds = FILING_REPLIES;

  constructor(private readonly returns: ParcelReturns) {
    super();
  }

  override async take(tx: Tx, records: readonly CebReceiptRecord[]): Promise<void> {
    const kind = kindAnsweredBy(records[0]?.kind ?? '');
    if (kind === undefined) return;
    const told = furthestOf(records, kind);
    if (told.length === 0) return;
    const guids = told.map(({ guid }) => guid);
    for (const filingId of await filingsOfRecords(tx, guids)) await this.tell(tx, filingId, kind, told);
  }

  /** The filing is held before its records and its parcels, by everybody. */
  private async tell(tx: Tx, filingId: string, kind: ParcelFilingKind, told: readonly ToldRecord[]): Promise<void> {
    const filing = await tx.lock(ParcelFilingRow, filingId);
    if (filing === null || filing.isDecided()) return;
    const parcels = await tellRecords(tx, filingId, told);
    if (parcels.length === 0) return;
    const accepted = parcels.filter(({ outcome }) => outcome === 'accepted');
    if (accepted.length > 0) await this.accept(tx, filing, kind, accepted);
    const { state: from } = filing;
    const { records, parcels: counted } = await tallyOf(tx, filingId);
    if (!filing.hear(records, counted, tx.now)) return;
    noteFiling(tx, 'hear', filing, from);
    if (filing.isDecided()) announceDecided(tx, filing);
    await tx.store(ParcelFilingRow, filing);
  }

  /** A list that was filed anew meanwhile has another guid, and is left alone. */
  private async accept(
    tx: Tx,
    filing: ParcelFilingRow,
    { name, effect }: ParcelFilingKind,
    parcels: readonly ToldParcel[],
  ): Promise<void> {
    const led = isReturn(name) ? await this.returns.taken(tx, filing, parcels) : parcels;
    if (effect !== null) {
      const step = parcelStepBy(effect);
      const steps = led.map(({ listGuid, said }) => ({
        guid: listGuid,
        ...step,
        preNo: null,
        invtNo: null,
        said,
        at: null,
        listKind: null,
      }));
      const moved = await leadOn(tx, steps);
      if (moved.length > 0) announceParcelsMoved(tx, filing, moved);
    }
    await ACCEPTED_EFFECTS[name]?.(tx, filing, parcels);
  }
}

function isReturn(name: ParcelFilingKind['name']): boolean {
  return name === 'return' || name === 'return_tally';
}

/** Of one message; a record may be spoken of twice in it. */
function furthestOf(records: readonly CebReceiptRecord[], kind: ParcelFilingKind): ToldRecord[] {
  const furthest = new Map<string, ToldRecord>();
  for (const record of records) {
    const told = toldBy(record, kind);
    const before = told === null ? undefined : furthest.get(told.guid);
    if (told !== null && (before === undefined || before.rank < told.rank)) furthest.set(told.guid, told);
  }
  return [...furthest.values()];
}

function toldBy({ guid, meaning, returnInfo, fields }: CebReceiptRecord, kind: ParcelFilingKind): ToldRecord | null {
  const step = recordStepOf(meaning, kind.acceptedBy);
  if (step === null || guid === null || !GUID.test(guid)) return null;
  const number = kind.numberField === undefined ? null : textOf(fields, kind.numberField);
  const said = returnInfo.slice(0, SAID_MAX);
  return { guid: guid.toLowerCase(), ...step, preNo: textOf(fields, 'preNo'), number, said };
}

function textOf(fields: CebJson, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
