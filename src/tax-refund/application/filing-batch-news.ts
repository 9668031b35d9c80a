import { type FilingBatchNews } from '../../contracts/events/filing-batch.events.js';
import { type Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { type FilingBatchCommand, type FilingBatchState } from '../domain/filing-batch-status.js';
import { type FilingBatch } from '../entities/filing-batch.entity.js';
import { type PaymentOfBatch } from '../entities/filing-batches.table.js';

function about({ id, taxpayerName, taxpayerNumber, period, regime }: FilingBatch) {
  const data: FilingBatchNews = { taxpayerName, taxpayerNumber, period, regime };
  return { resource: { type: 'filingBatch' as const, id }, data };
}

/** Writes down who moved a batch from where to where. */
export function noteBatch(
  tx: Tx,
  command: FilingBatchCommand | 'rewrite' | 'pay',
  { id, state }: FilingBatch,
  from: FilingBatchState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const action = `tax_refund.filing_batch.${command}`;
  audit(tx, { action, resourceType: 'filingBatch', resourceId: id, from, to: state, details });
}

export function announceOpened(tx: Tx, batch: FilingBatch): void {
  publish(tx, { type: 'tax_refund.filing_batch.opened', ...about(batch), creates: true });
}

export function announceFiled(tx: Tx, batch: FilingBatch): void {
  const { resource, data } = about(batch);
  const { number, acceptanceNumber } = batch;
  publish(tx, {
    type: 'tax_refund.filing_batch.filed',
    resource,
    changed: ['state', 'acceptanceNumber'],
    data: { ...data, number: number ?? 0, acceptanceNumber: acceptanceNumber ?? '' },
  });
}

export function announceRefused(tx: Tx, batch: FilingBatch): void {
  const { resource, data } = about(batch);
  const reason = batch.reason ?? '';
  publish(tx, {
    type: 'tax_refund.filing_batch.refused',
    resource,
    changed: ['state', 'reason'],
    data: { ...data, reason },
  });
}

export function announceEmptied(tx: Tx, batch: FilingBatch): void {
  publish(tx, { type: 'tax_refund.filing_batch.emptied', ...about(batch), changed: ['state'] });
}

export function announceBatchPaid(
  tx: Tx,
  batch: FilingBatch,
  { amount, treasuryReference }: PaymentOfBatch,
  left: Money,
): void {
  const { resource, data } = about(batch);
  publish(tx, {
    type: 'tax_refund.filing_batch.paid',
    resource,
    changed: ['payments'],
    data: { ...data, amount: amount.toJSON(), unspread: left.toJSON(), treasuryReference },
  });
}
