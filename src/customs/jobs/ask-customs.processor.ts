import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Submissions } from '../application/submissions.service.js';
import { type Receipt } from '../domain/receipt.js';
import { CustomsWindow } from '../partners/customs-window.port.js';
import { ASK_CUSTOMS, type AskCustoms } from './ask-customs.job.js';

/** Asks customs how an attempt stands, when nothing has come in time. */
@Injectable()
export class AskCustomsProcessor extends Processor<AskCustoms> {
  readonly job = ASK_CUSTOMS;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly submissions: Submissions,
    private readonly window: CustomsWindow,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskCustoms>): Promise<void> {
    const wait = delivery.payload;
    const overdue = await this.deliveries.read(delivery, (view) => this.submissions.overdue(view, wait));
    if (overdue?.submission == null) return;
    const told = await this.ask(delivery, publicId('declarationAttempt', overdue.submission.id));
    await this.deliveries.once(delivery, (tx) => this.submissions.recordAsked(tx, wait, told));
  }

  /** A customs that cannot be reached is asked again at the next wait's end, so this needs no retry of its own. */
  private async ask(delivery: Delivery<AskCustoms>, reference: string): Promise<readonly Receipt[] | null | 'silence'> {
    try {
      return await this.window.receipts(delivery.caller, reference);
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return 'silence';
      throw error;
    }
  }
}
