import { newId, publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { isOver, summaryDeadline } from '../domain/parcel-summaries/summary-law.js';
import { type ParcelSummaryState } from '../domain/parcel-summaries/summary-status.js';
import {
  countMonth,
  findMonth,
  monthsCleared,
  openMonth,
  shareMonth,
  type SummaryMonth,
} from '../entities/parcel-summaries.table.js';
import { type MovedParcel } from '../entities/parcel-steps.table.js';
import { ParcelSummary } from '../entities/parcel-summary.entity.js';
import { EXPIRE_PARCEL_SUMMARY } from '../jobs/expire-parcel-summary.job.js';

/** What was cleared is to be summarised: from then on its month has a day by which that is due. */
export async function openSummaries(tx: Tx, moved: readonly MovedParcel[]): Promise<void> {
  const cleared = moved.filter(({ state }) => state === 'cleared').map(({ id }) => id);
  if (cleared.length === 0) return;
  for (const month of await monthsCleared(tx, cleared)) await open(tx, month);
}

async function open(tx: Tx, month: SummaryMonth): Promise<void> {
  const known = await findMonth(tx, month);
  if (known === null) {
    const id = newId();
    const deadline = summaryDeadline(month.month);
    if (await openMonth(tx, { ...month, id, ...deadline })) remind(tx, id, deadline.warnAt);
    return;
  }
  if (known.state !== 'done' && (await shareMonth(tx, month)) !== 'done') return;
  const summary = await tx.lock(ParcelSummary, known.id);
  if (summary?.state !== 'done') return;
  summary.reopen(tx.now);
  noteSummary(tx, 'reopen', summary, 'done');
  remind(tx, summary.id, summaryDeadline(summary.month).warnAt);
  await tx.store(ParcelSummary, summary);
}

/** A month is done when it is over and customs has taken summaries of all its lists. */
export async function completeIfDone(tx: Tx, month: SummaryMonth): Promise<void> {
  const known = await findMonth(tx, month);
  const summary = known === null ? null : await tx.lock(ParcelSummary, known.id);
  if (summary === null || summary.state === 'done' || !(await isDone(tx, summary))) return;
  complete(tx, summary);
  await tx.store(ParcelSummary, summary);
}

function complete(tx: Tx, summary: ParcelSummary): void {
  const { state } = summary;
  summary.complete(tx.now);
  noteSummary(tx, 'complete', summary, state);
  publish(tx, { type: 'customs.parcel_summary.completed', ...about(summary), data: factsOf(summary) });
}

/** Warns of a month whose day is near, and says of one whose day is over that it is overdue. */
export async function remindOf(tx: Tx, id: string): Promise<void> {
  const summary = await tx.lock(ParcelSummary, id);
  if (summary === null || summary.state === 'done' || summary.state === 'overdue') return;
  if (await isDone(tx, summary)) complete(tx, summary);
  else await warnOrExpire(tx, summary);
  await tx.store(ParcelSummary, summary);
}

async function warnOrExpire(tx: Tx, summary: ParcelSummary): Promise<void> {
  const { due, waiting } = await countMonth(tx, summary);
  const { overAt } = summaryDeadline(summary.month);
  const { state: from } = summary;
  const data = { ...factsOf(summary), lists: due, undecided: waiting };
  if (tx.now >= overAt) {
    summary.expire(tx.now);
    noteSummary(tx, 'expire', summary, from);
    publish(tx, { type: 'customs.parcel_summary.overdue', ...about(summary), data });
    return;
  }
  remind(tx, summary.id, overAt);
  if (from !== 'open') return;
  summary.warn(tx.now);
  noteSummary(tx, 'warn', summary, from);
  publish(tx, { type: 'customs.parcel_summary.due', ...about(summary), data });
}

async function isDone(tx: Tx, summary: ParcelSummary): Promise<boolean> {
  if (!isOver(summary.month, tx.now)) return false;
  const { due, waiting } = await countMonth(tx, summary);
  return due === 0 && waiting === 0;
}

function remind(tx: Tx, summaryId: string, dueAt: Date): void {
  enqueue(tx, EXPIRE_PARCEL_SUMMARY, { summaryId }, { dueAt });
}

const about = ({ id }: ParcelSummary, changed: readonly string[] = ['state']) => ({
  resource: { type: 'parcelSummary', id } as const,
  changed,
});

function factsOf({ profileId, month, dueOn }: ParcelSummary) {
  return { profileId: publicId('ecommerceProfile', profileId), month, dueOn };
}

function noteSummary(
  tx: Tx,
  verb: 'reopen' | 'complete' | 'warn' | 'expire',
  { id, state, month }: ParcelSummary,
  from: ParcelSummaryState,
): void {
  const action = `customs.parcel_summary.${verb}`;
  audit(tx, { action, resourceType: 'parcelSummary', resourceId: id, from, to: state, details: { month } });
}
