import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { DocumentAnswers } from '../../application/lading/document-answers.service.js';
import { InstructionsAnswers } from '../../application/lading/instructions-answers.service.js';
import { InstructionsDesk } from '../../application/lading/shipping-instructions.service.js';
import { type DocumentReport } from '../../domain/lading/document-report.js';
import { type InstructionsReport } from '../../domain/lading/lading-report.js';
import { CarrierPapers } from '../../partners/lading/carrier-papers.port.js';
import { ASK_FOR_PAPERS, type PaperAskPayload } from './lading.job.js';

/** Asks the carrier how papers stand when it has not spoken for too long. What it answers is recorded as if it had called back. */
@Injectable()
export class AskForPapers extends Processor<PaperAskPayload> {
  readonly job = ASK_FOR_PAPERS;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly desk: InstructionsDesk,
    private readonly answers: InstructionsAnswers,
    private readonly documents: DocumentAnswers,
    private readonly carrier: CarrierPapers,
  ) {
    super();
  }

  override async process(delivery: Delivery<PaperAskPayload>): Promise<void> {
    const { instructionsId: id, dueAt } = delivery.payload;
    const row = await this.deliveries.read(delivery, (view) => this.desk.get(view, id));
    if (row.isOver || row.askArmedFor?.toISOString() !== dueAt) return; // over, or another asking took its place
    const report = await this.ask(delivery, row.shippingInstructionsReference);
    const number = report?.transportDocumentReference ?? row.transportDocumentReference;
    const document = number === null ? null : await this.askForDocument(delivery, number);
    await this.deliveries.once(delivery, async (tx) => {
      if (report !== null) await this.answers.record(tx, id, report, row.version);
      if (document !== null) await this.documents.record(tx, id, document.report, document.seenVersion);
      await this.documents.repeatWishes(tx, id);
      await this.answers.noteAsked(tx, id, dueAt);
    });
  }

  /** @returns null where the carrier could not be asked, or does not know them */
  private async ask(
    { caller }: Delivery<PaperAskPayload>,
    reference: string | null,
  ): Promise<InstructionsReport | null> {
    return reference === null ? null : unlessSilent(() => this.carrier.instructions(caller, reference));
  }

  private async askForDocument(
    delivery: Delivery<PaperAskPayload>,
    number: string,
  ): Promise<{ report: DocumentReport; seenVersion: number | null } | null> {
    const seenVersion = await this.deliveries.read(delivery, (view) => this.documents.versionOf(view, number));
    const report = await unlessSilent(() => this.carrier.document(delivery.caller, number));
    return report === null ? null : { report, seenVersion };
  }
}

/** Null where the carrier could not be asked. */
async function unlessSilent<Answer>(ask: () => Promise<Answer | null>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
    throw error;
  }
}
