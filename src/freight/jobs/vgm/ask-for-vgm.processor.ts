import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { VgmAnswers } from '../../application/vgm/vgm-answers.service.js';
import { VgmDeclarations } from '../../application/vgm/vgm-declarations.service.js';
import { type VgmReport } from '../../domain/vgm/vgm-report.js';
import { type VgmDeclaration } from '../../entities/vgm-declaration.entity.js';
import { CarrierVgm } from '../../partners/vgm/carrier-vgm.port.js';
import { ASK_FOR_VGM, type VgmAskPayload } from './vgm.job.js';

/** Asks the carrier what it makes of a declaration when it has not spoken for too long. Its answer counts as if it had called back. */
@Injectable()
export class AskForVgm extends Processor<VgmAskPayload> {
  readonly job = ASK_FOR_VGM;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly declarations: VgmDeclarations,
    private readonly answers: VgmAnswers,
    private readonly carrier: CarrierVgm,
  ) {
    super();
  }

  override async process(delivery: Delivery<VgmAskPayload>): Promise<void> {
    const { declarationId: id, dueAt } = delivery.payload;
    const row = await this.deliveries.read(delivery, (view) => this.declarations.get(view, id));
    if (row.isSettled || row.askArmedFor?.toISOString() !== dueAt) return; // decided, or another asking took its place
    const report = await this.ask(delivery, row);
    await this.deliveries.once(delivery, async (tx) => {
      if (report !== null) await this.answers.record(tx, report);
      await this.answers.noteAsked(tx, id, dueAt);
    });
  }

  /** @returns null where the carrier could not be asked, or has said nothing of it */
  private async ask(
    { caller }: Delivery<VgmAskPayload>,
    { id: declarationId, carrierBookingReference }: VgmDeclaration,
  ): Promise<VgmReport | null> {
    try {
      return await this.carrier.standing(caller, { declarationId, carrierBookingReference });
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
      throw error;
    }
  }
}
