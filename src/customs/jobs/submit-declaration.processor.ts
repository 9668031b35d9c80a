import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Submissions } from '../application/submissions.service.js';
import { CustomsWindow } from '../partners/customs-window.port.js';
import { SUBMIT_DECLARATION, type SubmitDeclaration } from './submit-declaration.job.js';

/**
 * Sends an attempt to customs, if somebody still may declare it. A repeat carries the same reference and gets the first
 * answer.
 */
@Injectable()
export class SubmitDeclarationProcessor extends Processor<SubmitDeclaration> {
  readonly job = SUBMIT_DECLARATION;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly submissions: Submissions,
    private readonly window: CustomsWindow,
  ) {
    super();
  }

  override async process(delivery: Delivery<SubmitDeclaration>): Promise<void> {
    const { submissionId } = delivery.payload;
    const sending = await this.deliveries.read(delivery, (view) => this.submissions.toSend(view, submissionId));
    if (sending === null) return;
    const { submission, isEntrusted } = sending;
    const reference = publicId('declarationAttempt', submissionId);
    if (!isEntrusted && (await this.isUnsent(delivery, reference))) {
      await this.deliveries.once(delivery, (tx) => this.submissions.hold(tx, submissionId));
      return;
    }
    try {
      const answer = await this.window.submit(delivery.caller, reference, submission.message);
      await this.deliveries.once(delivery, (tx) => this.submissions.recordTaken(tx, submissionId, answer, isEntrusted));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = String(error.details['reason'] ?? error.message);
      await this.deliveries.once(delivery, (tx) => this.submissions.recordRefused(tx, submissionId, reason));
    }
  }

  /** An earlier try may have got through without its answer: what customs has is not called back, and goes on. */
  private async isUnsent(delivery: Delivery<SubmitDeclaration>, reference: string): Promise<boolean> {
    return (await this.window.receipts(delivery.caller, reference)) === null;
  }
}
