import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { DocumentAnswers } from '../../application/lading/document-answers.service.js';
import { type DocumentReport } from '../../domain/lading/document-report.js';
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
    private readonly documents: DocumentAnswers,
    private readonly carrier: CarrierPapers,
  ) {}

  async take(delivery: Delivery<object>, word: PapersWord): Promise<void> {
    if (word.kind === 'document') {
      await this.takeDocument(delivery, word.report);
      return;
    }
    const report = await this.completed(delivery, word.report);
    const id = await this.find(delivery, report);
    await this.deliveries.once(delivery, async (tx) => {
      await this.answers.record(tx, id, report, null);
    });
  }

  private async takeDocument(delivery: Delivery<object>, told: DocumentReport): Promise<void> {
    const isEnough = told.document !== null && told.forwarderReference !== null;
    const whole = isEnough ? null : await this.carrier.document(delivery.caller, told.transportDocumentReference);
    const report = whole === null ? told : filled(told, whole);
    const instructions = await this.ofDocument(delivery, report);
    await this.deliveries.once(delivery, (tx) => this.documents.record(tx, instructions, report, null));
  }

  /** By what the message says, else by what the carrier says of the instructions that it names. */
  private async ofDocument(delivery: Delivery<object>, report: DocumentReport): Promise<string> {
    const found = await this.deliveries.read(delivery, (view) => this.answers.locate(view, report));
    const { shippingInstructionsReference: name } = report;
    if (found !== null || name === null) return found ?? this.find(delivery, report);
    const told = await this.carrier.instructions(delivery.caller, name);
    return this.find(delivery, told ?? report);
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

/** What the message says itself stands; what it left out comes from the answer. */
function filled(told: DocumentReport, whole: DocumentReport): DocumentReport {
  return {
    ...told,
    document: told.document ?? whole.document,
    type: told.type ?? whole.type,
    forwarderReference: told.forwarderReference ?? whole.forwarderReference,
    shippingInstructionsReference: told.shippingInstructionsReference ?? whole.shippingInstructionsReference,
  };
}
