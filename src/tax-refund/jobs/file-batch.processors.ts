import { Injectable } from '@nestjs/common';

import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { BatchOutcomes } from '../application/batch-outcomes.service.js';
import { FilingBatches } from '../application/filing-batches.service.js';
import { TaxBureau } from '../partners/tax-bureau.port.js';
import {
  CHECK_BATCH,
  type CheckBatch,
  FILE_BATCH,
  FILE_DUE_BATCH,
  type FileBatch,
  type FileDueBatch,
  SPREAD_PAYMENTS,
} from './tax-refund.job.js';

/** Shows a batch to the self-check (自检), which changes nothing at the bureau: it may be shown as often as need be. */
@Injectable()
export class CheckBatchProcessor extends Processor<CheckBatch> {
  readonly job = CHECK_BATCH;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly batches: BatchOutcomes,
    private readonly bureau: TaxBureau,
  ) {
    super();
  }

  override async process(delivery: Delivery<CheckBatch>): Promise<void> {
    const { payload, caller } = delivery;
    const sending = await this.deliveries.read(delivery, (view) => this.batches.toCheck(view, payload));
    if (sending === null) return;
    try {
      const doubts = await this.bureau.precheckBatch(caller, sending.reference, sending.message);
      await this.deliveries.once(delivery, (tx) => this.batches.recordChecked(tx, payload, doubts));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      await this.deliveries.once(delivery, (tx) => this.batches.recordRefused(tx, payload.batchId, wordsOf(error)));
    }
  }
}

/** Sends a batch. An earlier try may have got through without its answer: the bureau is asked first, and it is never sent twice. */
@Injectable()
export class FileBatchProcessor extends Processor<FileBatch> {
  readonly job = FILE_BATCH;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly batches: BatchOutcomes,
    private readonly bureau: TaxBureau,
  ) {
    super();
  }

  override async process(delivery: Delivery<FileBatch>): Promise<void> {
    const { payload, caller } = delivery;
    const { batchId } = payload;
    const sending = await this.deliveries.read(delivery, (view) => this.batches.toSend(view, batchId));
    if (sending === null) return;
    const { reference, message } = sending;
    try {
      const answer =
        (await this.bureau.askBatch(caller, reference)) ?? (await this.bureau.fileBatch(caller, reference, message));
      await this.deliveries.once(delivery, (tx) => this.batches.recordTaken(tx, batchId, answer));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      await this.deliveries.once(delivery, (tx) => this.batches.recordRefused(tx, batchId, wordsOf(error)));
    }
  }
}

/** Files a batch whose day has come. */
@Injectable()
export class FileDueBatchProcessor extends Processor<FileDueBatch> {
  readonly job = FILE_DUE_BATCH;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly batches: FilingBatches,
  ) {
    super();
  }

  override async process(delivery: Delivery<FileDueBatch>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.batches.fileDue(tx, delivery.payload));
  }
}

/** Spreads what the treasury paid for a batch before its claims were known to be approved. */
@Injectable()
export class SpreadPaymentsProcessor extends Processor<FileBatch> {
  readonly job = SPREAD_PAYMENTS;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly batches: BatchOutcomes,
  ) {
    super();
  }

  override async process(delivery: Delivery<FileBatch>): Promise<void> {
    await this.deliveries.once(delivery, async (tx) => {
      await this.batches.spread(tx, delivery.payload.batchId);
    });
  }
}

/** The bureau's own. */
function wordsOf({ details, message }: PartnerRejectedError): string {
  return String(details['reason'] ?? message);
}
