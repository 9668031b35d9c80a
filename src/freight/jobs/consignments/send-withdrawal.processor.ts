import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { PartnerRejectedError } from '../../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { consignmentById } from '../../application/consignments/consignment-reading.js';
import { CourierWords } from '../../application/consignments/courier-words.service.js';
import { Courier } from '../../partners/consignments/courier.port.js';
import { reasonOf } from '../send-booking.processor.js';
import { type ConsignmentPayload, SEND_WITHDRAWAL } from './consignment.job.js';

/** Asks the courier not to collect. Its yes comes by callback; with its no it is asked how the consignment stands. */
@Injectable()
export class SendWithdrawal extends Processor<ConsignmentPayload> {
  readonly job = SEND_WITHDRAWAL;

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
    // Until the courier has named the consignment there is nobody to tell; once it has, this job is ordered again.
    if (!consignment.isCancelling || consignment.courierReference === null) return;
    const reference = publicId('consignment', id);
    try {
      await this.courier.cancel(delivery.caller, { reference, reason: consignment.cancellationReason });
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const report = await this.courier.consignment(delivery.caller, reference);
      const refusal = { reason: reasonOf(error), report };
      await this.deliveries.once(delivery, (tx) => this.words.recordCancellationRefused(tx, id, refusal));
    }
  }
}
