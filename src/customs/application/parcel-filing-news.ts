import { publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type ParcelFilingState } from '../domain/parcel-filings/filing-status.js';
import { type ParcelFilingRow } from '../entities/parcel-filing.entity.js';
import { type MovedParcel } from '../entities/parcel-steps.table.js';
import { ASK_PARCEL_FILING } from '../jobs/ask-parcel-filing.job.js';
import { announceMoved } from './parcel-filing.service.js';

/** So many parcels are told of in one event. */
const TOLD_AT_ONCE = 100;

/** Writes down what became of a filing about parcels. */
export function noteFiling(
  tx: Tx,
  verb: 'file' | 'hear' | 'ask',
  { id, kind, direction, state, parcels, accepted, rejected }: ParcelFilingRow,
  from: ParcelFilingState | null,
): void {
  audit(tx, {
    action: `customs.parcel_filing.${verb}`,
    resourceType: 'parcelFiling',
    resourceId: id,
    from,
    to: state,
    details: { kind, direction, parcels, accepted, rejected },
  });
}

/** Promises the question that is put when nothing has been decided by `expectedBy`. */
export function awaitDecision(tx: Tx, { id, expectedBy }: ParcelFilingRow): void {
  if (expectedBy === null) return;
  enqueue(tx, ASK_PARCEL_FILING, { filingId: id, expectedBy: expectedBy.toISOString() }, { dueAt: expectedBy });
}

const about = ({ id }: ParcelFilingRow, changed: readonly string[]) => ({
  resource: { type: 'parcelFiling', id } as const,
  changed,
});

export function announceRequested(tx: Tx, filing: ParcelFilingRow): void {
  const { kind, direction, parcels, profileId } = filing;
  publish(tx, {
    type: 'customs.parcel_filing.requested',
    ...about(filing, ['state']),
    data: { kind, direction, profileId: publicId('ecommerceProfile', profileId), parcels },
  });
}

export function announceDecided(tx: Tx, filing: ParcelFilingRow): void {
  const { kind, direction, parcels, accepted, rejected, state } = filing;
  publish(tx, {
    type: 'customs.parcel_filing.decided',
    ...about(filing, ['state']),
    data: { kind, direction, state, parcels, accepted, rejected },
  });
}

/** Customs has not decided in time and is being asked. */
export function announceFilingOverdue(tx: Tx, filing: ParcelFilingRow, expectedBy: string): void {
  const { kind, direction, state } = filing;
  publish(tx, {
    type: 'customs.parcel_filing.overdue',
    ...about(filing, ['expectedBy']),
    data: { kind, direction, state, expectedBy },
  });
}

/** What an answer did to the parcels. */
export function announceParcelsMoved(tx: Tx, { id }: ParcelFilingRow, moved: readonly MovedParcel[]): void {
  for (let from = 0; from < moved.length; from += TOLD_AT_ONCE) {
    announceMoved(tx, { type: 'parcelFiling', id }, moved.slice(from, from + TOLD_AT_ONCE));
  }
}
