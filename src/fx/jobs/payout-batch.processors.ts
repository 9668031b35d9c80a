import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CollectionAccounts } from '../application/collections/collection-accounts.js';
import { PayoutBatches } from '../application/payouts/payout-batches.js';
import { type PaymentBatch } from '../domain/payouts/payment-order.js';
import { PAYOUT_BATCH } from '../domain/payouts/payout-batch-status.js';
import { Bank } from '../partners/bank.port.js';
import { paymentBatchOf, refusalOf } from './bank-orders.js';
import { closePayoutBatch, type PayoutBatchPayload, sendPayoutBatch } from './fx.job.js';

/** The hour until which payouts join a batch is over. */
@Injectable()
export class ClosePayoutBatchProcessor extends Processor<PayoutBatchPayload> {
  readonly job = closePayoutBatch;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly batches: PayoutBatches,
  ) {
    super();
  }

  override async process(delivery: Delivery<PayoutBatchPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.batches.close(tx, delivery.payload.batchId));
  }
}

/**
 * Orders the payouts of a batch from the bank. Everything in the message comes from rows that do not change once it is closed, so a
 * repeat is the same message, byte for byte, and the bank carries it out once.
 */
@Injectable()
export class SendPayoutBatchProcessor extends Processor<PayoutBatchPayload> {
  readonly job = sendPayoutBatch;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly batches: PayoutBatches,
    private readonly accounts: CollectionAccounts,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<PayoutBatchPayload>): Promise<void> {
    const { batchId } = delivery.payload;
    const order = await this.deliveries.read(delivery, (view) => this.orderOf(view, batchId));
    if (order === null) return;
    try {
      await this.bank.payBatch(delivery.caller, order);
      await this.deliveries.once(delivery, (tx) => this.batches.recordSent(tx, batchId));
    } catch (error) {
      const why = refusalOf(error);
      if (why === null) throw error;
      await this.deliveries.once(delivery, (tx) => this.batches.recordRefused(tx, batchId, why));
    }
  }

  /** Null when nothing is to be sent. One that was sent is sent again only where the bank, asked, did not know of it. */
  private async orderOf(view: View, batchId: string): Promise<PaymentBatch | null> {
    const { batch } = await this.batches.get(view, batchId);
    if (!PAYOUT_BATCH.allows(batch.state, 'send') && batch.state !== 'sent') return null;
    return paymentBatchOf(this.accounts, view, batch, await this.batches.items(view, batchId));
  }
}
