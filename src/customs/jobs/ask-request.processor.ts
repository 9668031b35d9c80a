import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { RequestSendings } from '../application/request-sendings.service.js';
import { type Receipt } from '../domain/receipt.js';
import { CustomsWindow } from '../partners/customs-window.port.js';
import { ASK_REQUEST, type AskRequest } from './ask-request.job.js';

/** Asks customs what became of a request, when nothing has come in time. */
@Injectable()
export class AskRequestProcessor extends Processor<AskRequest> {
  readonly job = ASK_REQUEST;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly sendings: RequestSendings,
    private readonly window: CustomsWindow,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskRequest>): Promise<void> {
    const wait = delivery.payload;
    if (!(await this.deliveries.read(delivery, (view) => this.sendings.isOverdue(view, wait)))) return;
    const said = await this.ask(delivery, publicId('declarationRequest', wait.requestId));
    await this.deliveries.once(delivery, (tx) => this.sendings.recordAsked(tx, wait, said));
  }

  /** One that cannot be reached is asked again at the next wait's end. */
  private async ask(delivery: Delivery<AskRequest>, reference: string): Promise<readonly Receipt[] | null | 'silence'> {
    try {
      return await this.window.answers(delivery.caller, reference);
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return 'silence';
      throw error;
    }
  }
}
