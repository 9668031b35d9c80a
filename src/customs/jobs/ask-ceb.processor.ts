import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CebReceipts } from '../application/ceb-receipts.service.js';
import { CebSending } from '../application/ceb-sending.service.js';
import { CebWindow } from '../partners/ceb-window.port.js';
import { ASK_CEB, type AskCeb } from './ask-ceb.job.js';

/** Asks the exchange what came back for a message, when nothing has in time or somebody wants to know. */
@Injectable()
export class AskCebProcessor extends Processor<AskCeb> {
  readonly job = ASK_CEB;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly sending: CebSending,
    private readonly receipts: CebReceipts,
    private readonly window: CebWindow,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskCeb>): Promise<void> {
    const wait = await this.deliveries.read(delivery, (view) => this.sending.overdue(view, delivery.payload));
    if (wait === null) return;
    const told = await this.ask(delivery, publicId('cebMessage', wait.id));
    const opened = Array.isArray(told) ? await this.receipts.openAll(delivery.caller, told) : [];
    await this.deliveries.once(delivery, async (tx) => {
      for (const receipt of opened) await this.receipts.keep(tx, receipt, 'asked');
      await this.sending.recordAsked(tx, delivery.payload, Array.isArray(told) ? opened.length : told);
    });
  }

  /** An exchange that cannot be reached is asked again at the next wait's end, so this needs no retry of its own. */
  private async ask(delivery: Delivery<AskCeb>, reference: string): Promise<string[] | null | 'silence'> {
    try {
      const told = await this.window.receipts(delivery.caller, reference);
      return told === null ? null : [...told];
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return 'silence';
      throw error;
    }
  }
}
