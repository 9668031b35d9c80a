import { Injectable } from '@nestjs/common';

import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CertificateAnswers } from '../application/certificate-answers.service.js';
import { CertificateOffice } from '../partners/certificate-office.port.js';
import { SEND_CERTIFICATE, type SendCertificate } from './agency-certificate.job.js';

/** Sends an application or a voidance to the bureau. A repeat carries the same reference and gets the first answer. */
@Injectable()
export class SendCertificateProcessor extends Processor<SendCertificate> {
  readonly job = SEND_CERTIFICATE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: CertificateAnswers,
    private readonly office: CertificateOffice,
  ) {
    super();
  }

  override async process(delivery: Delivery<SendCertificate>): Promise<void> {
    const { messageId } = delivery.payload;
    const message = await this.deliveries.read(delivery, (view) => this.answers.toSend(view, messageId));
    if (message === null) return;
    const { kind, reference, body } = message;
    try {
      const news = await this.office.send(delivery.caller, kind, reference, body);
      await this.deliveries.once(delivery, (tx) => this.answers.take(tx, news));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = String(error.details['reason'] ?? error.message);
      await this.deliveries.once(delivery, (tx) => this.answers.recordRefused(tx, message, reason));
    }
  }
}
