import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { type CebJson } from '../domain/ceb/check-message.js';
import { stepOf } from '../domain/parcels/parcel-status.js';
import { LIST_KINDS, type ListKind } from '../domain/parcels/profile.js';
import { type LedParcel, leadOn, type ToldStep } from '../entities/parcel-steps.table.js';
import { type CebReceiptRecord, CebReceiptTaker } from './ceb-receipt-taker.js';
import { announceMoved } from './parcel-filing.service.js';
import { openSummaries } from './parcel-summary-months.js';
import { ParcelTaxBills } from './parcel-tax-bills.service.js';

const GUID = /^[\dA-Fa-f]{8}(-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/;

/** Leads parcels on by what customs says of their lists (CEB622Message, CEB604Message). */
@Injectable()
export class ParcelReceiptsTaker extends CebReceiptTaker {
  readonly kinds = ['CEB622Message', 'CEB604Message'];

  constructor(private readonly bills: ParcelTaxBills) {
    super();
  }

  override async take(tx: Tx, records: readonly CebReceiptRecord[]): Promise<void> {
    const furthest = new Map<string, Told>();
    for (const record of records) {
      const step = toldBy(record);
      const before = step === null ? undefined : furthest.get(step.guid);
      if (step !== null && (before === undefined || before.rank < step.rank)) furthest.set(step.guid, step);
    }
    const [first] = records;
    if (furthest.size === 0 || first === undefined) return;
    const moved = await leadOn(tx, [...furthest.values()]);
    const receiptOf = ({ guid }: LedParcel): string => furthest.get(guid)?.source.id ?? first.source.id;
    for (const [id, parcels] of Map.groupBy(moved, receiptOf)) announceMoved(tx, { type: 'cebReceipt', id }, parcels);
    if (moved.length === 0) return;
    await this.bills.adopt(tx, first.source, moved);
    await openSummaries(tx, moved);
  }
}

/** A step, and the message that told it. */
interface Told extends ToldStep {
  readonly source: CebReceiptRecord['source'];
}

function toldBy({ source, guid, meaning, returnInfo, returnTime, fields }: CebReceiptRecord): Told | null {
  const step = stepOf(meaning);
  if (step === null || guid === null || !GUID.test(guid)) return null;
  const [preNo, invtNo] = [textOf(fields, 'preNo'), textOf(fields, 'invtNo')];
  return {
    source,
    guid: guid.toLowerCase(),
    ...step,
    preNo,
    invtNo,
    said: returnInfo.slice(0, 1_000),
    at: returnTime,
    listKind: listKindOf(fields),
  };
}

/** 申报业务类型, as receipts of exports repeat it. */
function listKindOf(fields: CebJson): ListKind | null {
  const kind = textOf(fields, 'statisticsFlag');
  return LIST_KINDS.find((known) => known === kind) ?? null;
}

function textOf(fields: CebJson, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
