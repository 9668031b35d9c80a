import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { RequestSendings } from '../application/request-sendings.service.js';
import { CustomsWindow } from '../partners/customs-window.port.js';
import { SEND_REQUEST, type SendRequest } from './send-request.job.js';

/** Sends a request to customs. A repeat carries the same reference and gets the first answer. */
@Injectable()
export class SendRequestProcessor extends Processor<SendRequest> {
  readonly job = SEND_REQUEST;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly sendings: RequestSendings,
    private readonly window: CustomsWindow,
  ) {
    super();
  }

  override async process(delivery: Delivery<SendRequest>): Promise<void> {
    const { requestId } = delivery.payload;
    const message = await this.deliveries.read(delivery, (view) => this.sendings.toSend(view, requestId));
    if (message === null) return;
    try {
      const answer = await this.window.request(delivery.caller, publicId('declarationRequest', requestId), message);
      await this.deliveries.once(delivery, (tx) => this.sendings.recordTaken(tx, requestId, answer));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = String(error.details['reason'] ?? error.message);
      await this.deliveries.once(delivery, (tx) => this.sendings.recordRefused(tx, requestId, reason));
    }
  }
}
