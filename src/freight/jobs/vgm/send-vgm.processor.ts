import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { PartnerRejectedError } from '../../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { VgmAnswers } from '../../application/vgm/vgm-answers.service.js';
import { VgmDeclarations } from '../../application/vgm/vgm-declarations.service.js';
import { VGM_DECLARATION } from '../../domain/vgm/vgm-status.js';
import { CarrierVgm } from '../../partners/vgm/carrier-vgm.port.js';
import { reasonOf } from '../send-booking.processor.js';
import { SEND_VGM, type VgmPayload } from './vgm.job.js';

/**
 * Tells the carrier one verified gross mass. If we die after the call, the retry says the same again, and the carrier knows it by
 * our reference.
 */
@Injectable()
export class SendVgm extends Processor<VgmPayload> {
  readonly job = SEND_VGM;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly declarations: VgmDeclarations,
    private readonly answers: VgmAnswers,
    private readonly carrier: CarrierVgm,
  ) {
    super();
  }

  override async process(delivery: Delivery<VgmPayload>): Promise<void> {
    const { declarationId: id } = delivery.payload;
    const { state, message } = await this.deliveries.read(delivery, (view) => this.declarations.get(view, id));
    if (VGM_DECLARATION.isFinal(state)) return; // another took its place, or the carrier was first
    try {
      await this.carrier.declare(delivery.caller, { reference: publicId('vgmDeclaration', id), message });
      await this.deliveries.once(delivery, (tx) => this.answers.recordTaken(tx, id));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = reasonOf(error);
      await this.deliveries.once(delivery, (tx) => this.answers.recordRefused(tx, id, reason));
    }
  }
}
