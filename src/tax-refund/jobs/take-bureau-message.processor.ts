import { Injectable } from '@nestjs/common';

import { INBOUND_JOBS, type InboundPayload, readInboxMessage } from '../../platform/partners/inbound.jobs.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { BatchOutcomes } from '../application/batch-outcomes.service.js';
import { CertificateAnswers } from '../application/certificate-answers.service.js';
import { Filings } from '../application/filings.service.js';
import { CertificateOffice } from '../partners/certificate-office.port.js';
import { TaxBureau } from '../partners/tax-bureau.port.js';

/** Takes what the tax bureau called back with. */
@Injectable()
export class TakeBureauMessageProcessor extends Processor<InboundPayload> {
  readonly job = INBOUND_JOBS['tax-bureau'];

  constructor(
    private readonly deliveries: Deliveries,
    private readonly filings: Filings,
    private readonly batches: BatchOutcomes,
    private readonly bureau: TaxBureau,
    private readonly certificates: CertificateAnswers,
    private readonly office: CertificateOffice,
  ) {
    super();
  }

  override async process(delivery: Delivery<InboundPayload>): Promise<void> {
    const message = await this.deliveries.read(delivery, (view) => readInboxMessage(view, delivery.payload));
    const certificate = this.office.read(message.body);
    if (certificate !== null) {
      await this.deliveries.once(delivery, (tx) => this.certificates.take(tx, certificate));
      return;
    }
    const news = this.bureau.read(message.body);
    await this.deliveries.once(delivery, (tx) =>
      news.kind === 'batch_paid' ? this.batches.recordPaid(tx, news) : this.filings.take(tx, news),
    );
  }
}
