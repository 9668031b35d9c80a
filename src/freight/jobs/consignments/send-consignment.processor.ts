import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { PartnerRejectedError } from '../../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { consignmentById } from '../../application/consignments/consignment-reading.js';
import { CourierWords } from '../../application/consignments/courier-words.service.js';
import { Courier } from '../../partners/consignments/courier.port.js';
import { reasonOf } from '../send-booking.processor.js';
import { type ConsignmentPayload, SEND_CONSIGNMENT } from './consignment.job.js';

type Answer =
  { readonly isTaken: true; readonly reference: string } | { readonly isTaken: false; readonly reason: string };

/** Hands one consignment over. If we die after the call, the retry sends the same reference and gets the same answer. */
@Injectable()
export class SendConsignment extends Processor<ConsignmentPayload> {
  readonly job = SEND_CONSIGNMENT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly words: CourierWords,
    private readonly courier: Courier,
  ) {
    super();
  }

  override async process(delivery: Delivery<ConsignmentPayload>): Promise<void> {
    const { consignmentId: id } = delivery.payload;
    const consignment = await this.deliveries.read(delivery, (view) => consignmentById(view, id));
    if (consignment.isOver || consignment.courierReference !== null) return; // an earlier try or a callback was first
    const answer = await this.ask(delivery, publicId('consignment', id), consignment.requestMessage);
    await this.deliveries.once(delivery, (tx) =>
      answer.isTaken
        ? this.words.recordTaken(tx, id, answer.reference)
        : this.words.recordRefused(tx, id, answer.reason),
    );
  }

  private async ask({ caller }: Delivery<ConsignmentPayload>, reference: string, message: string): Promise<Answer> {
    try {
      const { courierReference } = await this.courier.book(caller, { reference, message });
      return { isTaken: true, reference: courierReference };
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      return { isTaken: false, reason: reasonOf(error) };
    }
  }
}
