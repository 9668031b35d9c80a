import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Filings } from '../application/filings.service.js';
import { type BureauNews } from '../domain/bureau-news.js';
import { TaxBureau } from '../partners/tax-bureau.port.js';
import { ASK_BUREAU, type AskBureau } from './tax-refund.job.js';

/** Asks the bureau how a filing stands, when nothing has come in time. */
@Injectable()
export class AskBureauProcessor extends Processor<AskBureau> {
  readonly job = ASK_BUREAU;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly filings: Filings,
    private readonly bureau: TaxBureau,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskBureau>): Promise<void> {
    const wait = delivery.payload;
    const filing = await this.deliveries.read(delivery, (view) => this.filings.overdue(view, wait));
    if (filing === null) return;
    const told = await this.ask(delivery, filing.reference);
    await this.deliveries.once(delivery, (tx) => this.filings.recordAsked(tx, wait, filing, told));
  }

  /**
   * A bureau that cannot be reached is asked again at the next wait's end, so this needs no retry of its own. One that
   * does not answer such questions has not refused the claim: only its decision does that.
   */
  private async ask(delivery: Delivery<AskBureau>, reference: string): Promise<BureauNews | null | 'silence'> {
    try {
      return await this.bureau.ask(delivery.caller, reference);
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return 'silence';
      throw error;
    }
  }
}
