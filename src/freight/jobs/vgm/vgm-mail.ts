import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { VgmAnswers } from '../../application/vgm/vgm-answers.service.js';
import { UnknownMassError } from '../../domain/vgm/vgm.errors.js';
import { SAY_VGM } from '../../domain/vgm/vgm.sentences.js';
import { type VgmReport } from '../../domain/vgm/vgm-report.js';
import { CarrierVgm } from '../../partners/vgm/carrier-vgm.port.js';

/** Takes what a callback says of verified gross masses. It may say it among milestones. */
@Injectable()
export class VgmMail {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: VgmAnswers,
    private readonly carrier: CarrierVgm,
  ) {}

  /** @throws UnknownMassError: the message is tried again, as the declaration may become known, and is kept for a person then */
  async open(delivery: Delivery<object>, body: string): Promise<readonly VgmReport[]> {
    const reports = this.carrier.read(body);
    for (const { declarationId } of reports) {
      const isKnown = await this.deliveries.read(delivery, (view) => this.answers.isKnown(view, declarationId));
      if (isKnown) continue;
      const reference = publicId('vgmDeclaration', declarationId);
      throw new UnknownMassError(SAY_VGM.unknown_declaration, { reference });
    }
    return reports;
  }

  /** In the order in which the carrier said it. */
  async record(tx: Tx, reports: readonly VgmReport[]): Promise<void> {
    const told = [...reports].sort((left, right) => left.asOf.getTime() - right.asOf.getTime());
    for (const report of told) await this.answers.record(tx, report);
  }
}
