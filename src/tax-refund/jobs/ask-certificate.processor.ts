import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CertificateAnswers } from '../application/certificate-answers.service.js';
import { type CertificateNews } from '../domain/certificate-news.js';
import { type CertificateMessage } from '../entities/agency-certificates.table.js';
import { CertificateOffice } from '../partners/certificate-office.port.js';
import { ASK_CERTIFICATE, type AskCertificate } from './agency-certificate.job.js';

/** Asks the bureau how an application or a voidance stands, when nothing has come in time. */
@Injectable()
export class AskCertificateProcessor extends Processor<AskCertificate> {
  readonly job = ASK_CERTIFICATE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: CertificateAnswers,
    private readonly office: CertificateOffice,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskCertificate>): Promise<void> {
    const wait = delivery.payload;
    const message = await this.deliveries.read(delivery, (view) => this.answers.overdue(view, wait));
    if (message === null) return;
    const told = await this.ask(delivery, message);
    await this.deliveries.once(delivery, (tx) => this.answers.recordAsked(tx, wait, message, told));
  }

  /** A bureau that cannot be reached is asked again at the next wait's end; one that does not answer has refused nothing. */
  private async ask(
    { caller }: Delivery<AskCertificate>,
    { kind, reference }: CertificateMessage,
  ): Promise<CertificateNews | null | 'silence'> {
    try {
      return await this.office.ask(caller, kind, reference);
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return 'silence';
      throw error;
    }
  }
}
