import { type EventType, type OutgoingEvent } from '../../contracts/events.js';
import { type AuditEntry, type Tx } from '../database/session.js';
import { type JobDefinition } from '../queues/job-definition.js';

/**
 * The only road from a database change to a queue or a webhook. What is said here and the change it reports
 * commit together or not at all; the relay then delivers it at least once, and each consumer acts once.
 */
export function publish<Type extends EventType>(tx: Tx, event: Extract<OutgoingEvent, { type: Type }>): void {
  tx.events.push(event);
}

/** Orders work from one queue; with `dueAt` not before then. The payload is ids only. */
export function enqueue<Payload extends object>(
  tx: Tx,
  job: JobDefinition<Payload>,
  payload: Payload,
  { dueAt = null }: { dueAt?: Date | null } = {},
): void {
  tx.jobs.push({ queue: job.queue, payload: payload as Readonly<Record<string, unknown>>, dueAt });
}

/** Who did what, from which state to which; the caller and the time come from the transaction. */
export function audit(tx: Tx, entry: AuditEntry): void {
  tx.audits.push(entry);
}
