import { Injectable } from '@nestjs/common';

import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Filings } from '../application/filings.service.js';
import { type Doubt } from '../domain/doubt.js';
import { type Filing } from '../entities/filings.table.js';
import { TaxBureau } from '../partners/tax-bureau.port.js';
import { FILE_CLAIM, type FileClaim } from './tax-refund.job.js';

/** Sends an attempt to the bureau, if somebody still may file it. A repeat carries the same reference and gets the first answer. */
@Injectable()
export class FileClaimProcessor extends Processor<FileClaim> {
  readonly job = FILE_CLAIM;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly filings: Filings,
    private readonly bureau: TaxBureau,
  ) {
    super();
  }

  override async process(delivery: Delivery<FileClaim>): Promise<void> {
    const { filingId } = delivery.payload;
    const sending = await this.deliveries.read(delivery, (view) => this.filings.toSend(view, filingId));
    if (sending === null) return;
    const { filing, isEntrusted } = sending;
    // An earlier try may have got through without its answer: what the bureau has is not called back, and goes on.
    if (!isEntrusted && (await this.bureau.ask(delivery.caller, filing.reference)) === null) {
      await this.deliveries.once(delivery, (tx) => this.filings.hold(tx, filing));
      return;
    }
    try {
      const doubts = await this.doubtsOf(delivery, filing);
      if (doubts.length > 0) {
        await this.deliveries.once(delivery, (tx) => this.filings.recordDoubted(tx, filing, doubts));
        return;
      }
      const number = await this.bureau.file(delivery.caller, filing.reference, filing.body);
      await this.deliveries.once(delivery, (tx) => this.filings.recordTaken(tx, filing, number, isEntrusted));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = String(error.details['reason'] ?? error.message);
      await this.deliveries.once(delivery, (tx) => this.filings.recordRefused(tx, filing, reason));
    }
  }

  /**
   * Looked at before it is filed (自检). An earlier try may have got through without its answer: then there is nothing to doubt
   * any more, and a bureau that will not look at what it has does not refuse the claim by that.
   */
  private async doubtsOf({ caller }: Delivery<FileClaim>, { reference, body }: Filing): Promise<readonly Doubt[]> {
    const isFiled = async (): Promise<boolean> => (await this.bureau.ask(caller, reference)) !== null;
    try {
      const doubts = await this.bureau.precheck(caller, reference, body);
      return doubts.length > 0 && (await isFiled()) ? [] : doubts;
    } catch (error) {
      if (error instanceof PartnerRejectedError && (await isFiled())) return [];
      throw error;
    }
  }
}
