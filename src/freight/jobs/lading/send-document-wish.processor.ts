import { Injectable } from '@nestjs/common';

import { PartnerRejectedError } from '../../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { DocumentAnswers } from '../../application/lading/document-answers.service.js';
import { TransportDocuments } from '../../application/lading/transport-documents.service.js';
import { CarrierPapers } from '../../partners/lading/carrier-papers.port.js';
import { reasonOf } from '../send-booking.processor.js';
import { type DocumentPayload, SEND_DOCUMENT_WISH } from './lading.job.js';

/** Asks the carrier for what is wished of a document. Its word comes later; a repeat is known by the id of the wish. */
@Injectable()
export class SendDocumentWish extends Processor<DocumentPayload> {
  readonly job = SEND_DOCUMENT_WISH;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly documents: TransportDocuments,
    private readonly answers: DocumentAnswers,
    private readonly carrier: CarrierPapers,
  ) {
    super();
  }

  override async process(delivery: Delivery<DocumentPayload>): Promise<void> {
    const { documentId: id } = delivery.payload;
    const { wish, wishId, transportDocumentReference, surrenderManner } = await this.deliveries.read(delivery, (view) =>
      this.documents.get(view, id),
    );
    if (wish === null || wishId === null) return; // the carrier has answered
    try {
      if (wish === 'approval')
        await this.carrier.approve(delivery.caller, { reference: wishId, transportDocumentReference });
      else {
        const purpose = wish === 'surrender_for_delivery' ? 'delivery' : 'amendment';
        const request = { reference: wishId, transportDocumentReference, purpose, manner: surrenderManner } as const;
        await this.carrier.surrender(delivery.caller, request);
      }
      await this.deliveries.once(delivery, () => Promise.resolve());
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = reasonOf(error);
      await this.deliveries.once(delivery, (tx) => this.answers.recordRefused(tx, id, wishId, reason));
    }
  }
}
