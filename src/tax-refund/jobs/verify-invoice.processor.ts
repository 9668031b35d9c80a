import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { InvoiceChecks } from '../application/invoice-checks.service.js';
import { type Answer } from '../domain/verification.js';
import { type InvoiceQuestion, InvoiceVerifier } from '../partners/invoice-verifier.port.js';
import { VERIFY_INVOICE, type VerifyInvoice } from './tax-refund.job.js';

/** Asks the tax authority whether an invoice is what it says it is. */
@Injectable()
export class VerifyInvoiceProcessor extends Processor<VerifyInvoice> {
  readonly job = VERIFY_INVOICE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly checks: InvoiceChecks,
    private readonly verifier: InvoiceVerifier,
  ) {
    super();
  }

  override async process(delivery: Delivery<VerifyInvoice>): Promise<void> {
    const wait = delivery.payload;
    const question = await this.deliveries.read(delivery, (view) => this.checks.question(view, wait));
    if (question === null) return;
    const answer = await this.ask(delivery, question);
    await this.deliveries.once(delivery, (tx) => this.checks.record(tx, wait, answer));
  }

  /** Who does not answer has not said that the invoice is false: it is asked again at the end of the next wait. */
  private async ask(delivery: Delivery<VerifyInvoice>, question: InvoiceQuestion): Promise<Answer> {
    try {
      return await this.verifier.verify(delivery.caller, question);
    } catch (error) {
      if (error instanceof PartnerUnavailableError) return 'silence';
      if (error instanceof PartnerRejectedError) return { declined: String(error.details['reason'] ?? error.message) };
      throw error;
    }
  }
}
