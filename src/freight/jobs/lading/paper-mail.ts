import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { InstructionsAnswers, type PaperReferences } from '../../application/lading/instructions-answers.service.js';
import { UnknownPapersError } from '../../domain/lading/lading.errors.js';
import { type InstructionsReport } from '../../domain/lading/lading-report.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import { CarrierPapers, type PapersWord } from '../../partners/lading/carrier-papers.port.js';

/**
 * Takes what the carrier calls back with about papers. What a message leaves out is asked for before anything is recorded, so that
 * one that came too early or instead of another one still tells it all.
 */
@Injectable()
export class PaperMail {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: InstructionsAnswers,
    private readonly carrier: CarrierPapers,
  ) {}

  async take(delivery: Delivery<object>, word: PapersWord): Promise<void> {
    if (word.kind === 'document') return;
    const report = await this.completed(delivery, word.report);
    const id = await this.find(delivery, report);
    await this.deliveries.once(delivery, async (tx) => {
      await this.answers.record(tx, id, report, null);
    });
  }

  /** A light notification tells of a state without what it is about. */
  private async completed({ caller }: Delivery<object>, told: InstructionsReport): Promise<InstructionsReport> {
    const name = told.shippingInstructionsReference ?? told.transportDocumentReference;
    const isWhole = told.forwarderReference !== null;
    if (isWhole || name === null) return told;
    const whole = await this.carrier.instructions(caller, name);
    if (whole === null) return told;
    const isSame = whole.updatedShippingInstructionsStatus === told.updatedShippingInstructionsStatus;
    return {
      ...told,
      forwarderReference: whole.forwarderReference,
      shippingInstructionsReference: told.shippingInstructionsReference ?? whole.shippingInstructionsReference,
      transportDocumentReference: told.transportDocumentReference ?? whole.transportDocumentReference,
      revision: told.revision ?? (isSame ? whole.revision : null),
      reasons: told.reasons.length > 0 ? told.reasons : whole.reasons,
    };
  }

  /** @throws UnknownPapersError: the message is tried again, as the papers may become known, and is kept for a person then */
  private async find(delivery: Delivery<object>, references: PaperReferences): Promise<string> {
    const id = await this.deliveries.read(delivery, (view) => this.answers.locate(view, references));
    if (id !== null) return id;
    const { shippingInstructionsReference, transportDocumentReference } = references;
    throw new UnknownPapersError(SAY_LADING.no_papers_named, {
      shippingInstructionsReference,
      transportDocumentReference,
    });
  }
}
