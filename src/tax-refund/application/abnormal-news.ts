import { publicId } from '../../kernel/ids.js';
import { type Money } from '../../kernel/money.js';
import { reasonOf, type Sentence } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type AbnormalMeaning, type AbnormalState } from '../domain/abnormal.js';
import { type AbnormalEntry } from '../entities/abnormal-entry.entity.js';
import { type Claim } from '../entities/claim.entity.js';
import { type Invoice } from '../entities/invoice.entity.js';
import { TELL_ABNORMAL } from '../jobs/tax-refund.job.js';

/** Whoever is hit by the entry, or is free of it again, is told after the commit. */
export function promiseTelling(tx: Tx, entryId: string): void {
  enqueue(tx, TELL_ABNORMAL, { entryId });
}

export function noteEntry(tx: Tx, command: 'list' | 'lift', entry: AbnormalEntry, from: AbnormalState | null): void {
  const { id, state, issuerTaxNumber, invoiceNumber, ground, source, liftedSource } = entry;
  const details = { issuerTaxNumber, invoiceNumber, ground, source, liftedSource };
  const action = `tax_refund.abnormal_entry.${command}`;
  audit(tx, { action, resourceType: 'abnormalEntry', resourceId: id, from, to: state, details });
}

export function announceAbnormal(
  tx: Tx,
  { id, orderId, invoiceNumber }: Invoice,
  entry: AbnormalEntry,
  claimIds: readonly string[],
): void {
  const { ground, source, listedOn } = entry;
  publish(tx, {
    type: 'tax_refund.invoice.abnormal',
    resource: { type: 'invoice', id },
    orderId,
    changed: ['abnormal'],
    data: {
      ...{ invoiceNumber, ground, source, listedOn },
      entryId: publicId('abnormalEntry', entry.id),
      claimIds: claimIds.map((each) => publicId('claim', each)),
    },
  });
}

export function announceAbnormalLifted(
  tx: Tx,
  { id, orderId, invoiceNumber }: Invoice,
  entry: AbnormalEntry,
  claimIds: readonly string[],
): void {
  publish(tx, {
    type: 'tax_refund.invoice.abnormal_lifted',
    resource: { type: 'invoice', id },
    orderId,
    changed: ['abnormal'],
    data: {
      invoiceNumber,
      entryId: publicId('abnormalEntry', entry.id),
      source: entry.liftedSource ?? '',
      liftedOn: entry.liftedOn ?? '',
      claimIds: claimIds.map((each) => publicId('claim', each)),
    },
  });
}

interface Stake {
  readonly entryId: string;
  readonly amount: Money;
  readonly meaning: AbnormalMeaning;
  readonly detail: Sentence;
}

export function announceAtStake(tx: Tx, claim: Claim, invoice: Invoice, stake: Stake): void {
  publish(tx, {
    type: 'tax_refund.claim.abnormal_invoice',
    resource: { type: 'claim', id: claim.id },
    orderId: claim.orderId,
    changed: ['flags'],
    data: {
      invoiceId: publicId('invoice', invoice.id),
      invoiceNumber: invoice.invoiceNumber,
      entryId: publicId('abnormalEntry', stake.entryId),
      atStake: stake.amount.toJSON(),
      meaning: stake.meaning,
      ...reasonOf([stake.detail]),
    },
  });
}
