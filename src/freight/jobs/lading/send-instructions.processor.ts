import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { PartnerRejectedError } from '../../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { InstructionsAnswers } from '../../application/lading/instructions-answers.service.js';
import { InstructionsDesk } from '../../application/lading/shipping-instructions.service.js';
import { type InstructionsOwed, owedOf } from '../../domain/lading/paper-owed.js';
import { type ShippingInstructions } from '../../entities/shipping-instructions.entity.js';
import { CarrierPapers } from '../../partners/lading/carrier-papers.port.js';
import { reasonOf } from '../send-booking.processor.js';
import { type InstructionsPayload, SEND_INSTRUCTIONS } from './lading.job.js';

/**
 * Sends what the carrier is owed of shipping instructions, as they are now: whoever ordered it, and however often. If we die after
 * the call, the retry says the same again, and the carrier knows it by our reference.
 */
@Injectable()
export class SendInstructions extends Processor<InstructionsPayload> {
  readonly job = SEND_INSTRUCTIONS;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly desk: InstructionsDesk,
    private readonly answers: InstructionsAnswers,
    private readonly carrier: CarrierPapers,
  ) {
    super();
  }

  override async process(delivery: Delivery<InstructionsPayload>): Promise<void> {
    const { instructionsId: id } = delivery.payload;
    const row = await this.deliveries.read(delivery, (view) => this.desk.get(view, id));
    const owed = owedOf(row);
    if (owed === null) return; // an earlier try or a notification was first
    const { revision } = row;
    try {
      const reference = await this.send(delivery, row, owed);
      await this.deliveries.once(delivery, (tx) => this.answers.recordTaken(tx, id, { owed, revision, reference }));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = reasonOf(error);
      await this.deliveries.once(delivery, (tx) => this.answers.recordRefused(tx, id, { owed, revision, reason }));
    }
  }

  /** @returns the carrier's own reference, where it gives one */
  private async send(
    { caller }: Delivery<InstructionsPayload>,
    row: ShippingInstructions,
    owed: InstructionsOwed,
  ): Promise<string | null> {
    const reference = publicId('shippingInstructions', row.id);
    if (owed === 'instructions') {
      const { message } = row;
      return (await this.carrier.instruct(caller, { reference, message })).shippingInstructionsReference;
    }
    const carrierReference = row.shippingInstructionsReference ?? '';
    if (owed === 'update') {
      await this.carrier.update(caller, { reference, carrierReference, message: row.updatedMessage ?? row.message });
      return null;
    }
    const what = owed === 'update_withdrawal' ? 'update' : 'instructions';
    await this.carrier.withdraw(caller, { reference, carrierReference, what });
    return null;
  }
}
