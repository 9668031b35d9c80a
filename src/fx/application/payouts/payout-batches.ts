import { type PaymentReport } from '../../domain/payouts/payment-report.js';
import { Injectable } from '@nestjs/common';

import { tryParseId } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { UnknownBankMessageError } from '../../domain/bank-files/bank-message.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { PAYOUT_BATCH } from '../../domain/payouts/payout-batch-status.js';
import { reportsOfBatch } from '../../domain/payouts/batch-report.js';
import { SAY as BATCH } from '../../domain/payouts/payout-batch.sentences.js';
import { PayoutBatch } from '../../entities/payout-batch.entity.js';
import { endToEndIdsOf, itemsOf, type PayoutBatchItem } from '../../entities/payout-batches.table.js';
import { type Refusal } from '../../entities/payout.entity.js';
import { closeBatch } from './join-batch.js';
import { Payouts } from './payouts.js';

const MESSAGE = /^pba_[0-9a-z]{26}$/;

/** Whether a message of the bank's is about a batch of payouts. */
export function isOfBatch(messageId: string): boolean {
  return MESSAGE.test(messageId);
}

export interface PayoutBatchFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
}

/** A batch with the end-to-end ids of its payments. */
export interface FullPayoutBatch {
  readonly batch: PayoutBatch;
  readonly endToEndIds: readonly string[];
}

/** Payouts of one account, currency and day in one message: gathered until the cut-off, sent once, reported one by one. */
@Injectable()
export class PayoutBatches {
  constructor(private readonly payouts: Payouts) {}

  list(view: View, query: DatedPageQuery, { state, partyId }: PayoutBatchFilter): Promise<Page<PayoutBatch>> {
    const conditions = [...among('state', state), ...equal('party_id', partyId)];
    return entityPage(view, PayoutBatch, { table: 'fx.payout_batch', query, conditions });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullPayoutBatch> {
    const batch = await view.find(PayoutBatch, id);
    if (batch === null) throw new ResourceNotFoundError(BATCH.no_such_batch);
    return full(view, batch);
  }

  items(view: View, id: string): Promise<PayoutBatchItem[]> {
    return itemsOf(view, id);
  }

  /** Sends it before its time. @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async submit(tx: Tx, id: string): Promise<FullPayoutBatch> {
    const batch = await tx.lock(PayoutBatch, id);
    if (batch === null) throw new ResourceNotFoundError(BATCH.no_such_batch);
    tx.assertFresh(batch);
    closeBatch(tx, batch);
    await tx.store(PayoutBatch, batch);
    return full(tx, batch);
  }

  /** The cut-off has come. */
  async close(tx: Tx, id: string): Promise<void> {
    const batch = await tx.lock(PayoutBatch, id);
    if (batch?.state !== 'open') return;
    closeBatch(tx, batch);
    await tx.store(PayoutBatch, batch);
  }

  /** The bank has taken the message. Hearing so again changes nothing. */
  async recordSent(tx: Tx, id: string): Promise<void> {
    const batch = await tx.lock(PayoutBatch, id);
    if (batch?.state !== 'closed') return;
    await this.markSent(tx, batch);
    for (const { payoutId, attempt } of await itemsOf(tx, id)) await this.payouts.recordSent(tx, payoutId, attempt);
  }

  /** The bank would not take the message: every payment in it is refused. */
  async recordRefused(tx: Tx, id: string, why: Refusal): Promise<void> {
    const batch = await tx.lock(PayoutBatch, id);
    if (batch === null || !PAYOUT_BATCH.allows(batch.state, 'refuse')) return;
    batch.refuse(why, tx.now);
    await tx.store(PayoutBatch, batch);
    publish(tx, {
      type: 'fx.payout_batch.refused',
      resource: { type: 'payoutBatch', id },
      changed: ['state', 'reasonCode', 'reason'],
      data: {
        payments: batch.payments,
        total: batch.total.toJSON(),
        reason: [why.reasonCode, why.reason].filter((word) => word !== null).join(': '),
        ...(why.causes === undefined ? {} : { causes: why.causes }),
      },
    });
    this.audit(tx, batch, 'payout_batch.refused', 'closed');
    for (const { payoutId, attempt } of await itemsOf(tx, id)) {
      await this.payouts.recordRefused(tx, payoutId, attempt, why);
    }
  }

  /**
   * The bank reports on the payments of a batch, on all or some of them. Each goes its own way.
   * @throws UnknownBankMessageError when it is about no batch of ours, or a payment that is not in it
   * @throws ContradictoryStatusError when it takes back a final word
   */
  async report(tx: Tx, report: PaymentReport): Promise<void> {
    const { messageId } = report;
    const id = tryParseId('payoutBatch', messageId);
    const batch = id === null ? null : await tx.lock(PayoutBatch, id);
    if (batch === null || batch.state === 'open') {
      throw new UnknownBankMessageError(SAY.payment_not_ours, { messageId });
    }
    const items = await itemsOf(tx, batch.id);
    const reports = reportsOfBatch(
      report,
      items.map(({ endToEndId }) => endToEndId),
    );
    if (reports === null) throw new UnknownBankMessageError(SAY.payment_not_ours, { messageId });
    if (batch.state === 'closed') await this.markSent(tx, batch);
    for (const each of reports) await this.payouts.report(tx, each);
  }

  private async markSent(tx: Tx, batch: PayoutBatch): Promise<void> {
    batch.markSent(tx.now);
    await tx.store(PayoutBatch, batch);
    publish(tx, {
      type: 'fx.payout_batch.sent',
      resource: { type: 'payoutBatch', id: batch.id },
      changed: ['state'],
      data: { payments: batch.payments, total: batch.total.toJSON(), executionOn: batch.executionOn },
    });
    this.audit(tx, batch, 'payout_batch.sent', 'closed');
  }

  private audit(tx: Tx, { id, state }: PayoutBatch, action: string, from: string): void {
    audit(tx, { action, resourceType: 'payoutBatch', resourceId: id, from, to: state });
  }
}

async function full(view: View, batch: PayoutBatch): Promise<FullPayoutBatch> {
  return { batch, endToEndIds: (await endToEndIdsOf(view, [batch.id])).get(batch.id) ?? [] };
}
