import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { UnreadableBureauMessageError } from '../domain/claim.errors.js';
import { type CertificateNews, type CertificateStep, certificateSteps } from '../domain/certificate-news.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { AgencyCertificate } from '../entities/agency-certificate.entity.js';
import {
  answerCertificateMessage,
  type CertificateMessage,
  certificateMessageByReference,
  certificateMessagesOf,
  findCertificateMessage,
  releaseCertifiedLines,
} from '../entities/agency-certificates.table.js';
import { type AskCertificate, SEND_CERTIFICATE } from '../jobs/agency-certificate.job.js';
import { announceCertificateStep, announceOverdue, awaitOffice, noteCertificate } from './agency-certificate-news.js';
import { followDeadlines } from './follow-deadlines.js';

/** What becomes of applications and voidances: sent, taken, granted, refused, lost, and asked for. */
@Injectable()
export class CertificateAnswers {
  /** The message, as long as it is still to be sent. */
  async toSend(view: View, id: string): Promise<CertificateMessage | null> {
    const message = await findCertificateMessage(view, id);
    if (message === null) throw new Error(`There is no message ${id}`);
    const certificate = await view.find(AgencyCertificate, message.certificateId);
    return certificate !== null && isToBeSent(certificate, message) ? message : null;
  }

  /** The bureau does not take the message as it is. */
  async recordRefused(tx: Tx, { kind, reference }: CertificateMessage, reason: string): Promise<void> {
    const nothing = { applicationNumber: null, certificateNumber: null, issuedOn: null };
    await this.take(tx, { kind, status: 'refused', reference, reason, ...nothing });
  }

  /**
   * Lets what the bureau says move the certificate.
   * @throws UnreadableBureauMessageError when it is about a message that is not ours
   */
  async take(tx: Tx, news: CertificateNews): Promise<void> {
    const message = await certificateMessageByReference(tx, news.reference);
    if (message === null) {
      throw new UnreadableBureauMessageError(SAY.never_filed({ reference: news.reference.slice(0, 100) }));
    }
    const certificate = await this.locked(tx, message.certificateId);
    if (message.kind !== news.kind || !isPresent(certificate, message)) return;
    if (message.state === 'queued' || news.status === 'refused') {
      const isRefused = news.status === 'refused';
      await answerCertificateMessage(tx, message.id, isRefused ? 'refused' : 'taken', isRefused ? news.reason : null);
    }
    const steps = certificateSteps(certificate.state, news);
    if (steps.length === 0) return;
    for (const step of steps) await this.perform(tx, certificate, step, news);
    awaitOffice(tx, certificate);
    followDeadlines(tx, certificate.orderId);
    await tx.store(AgencyCertificate, certificate);
  }

  /** The wait that a question was promised for, if it still lasts: the message to ask for. */
  async overdue(view: View, wait: AskCertificate): Promise<CertificateMessage | null> {
    const certificate = await view.find(AgencyCertificate, wait.certificateId);
    if (certificate === null || !stillWaits(certificate, wait)) return null;
    const messages = await certificateMessagesOf(view, certificate.id);
    return messages.find((message) => isPresent(certificate, message)) ?? null;
  }

  /**
   * The bureau was asked. What it told is taken like any callback; if that moves nothing, somebody is told, and it is asked again
   * later. What it never had is sent again under its old reference, which can do no harm if it had it after all.
   * @param told null when the bureau does not know it, 'silence' when it could not be reached
   */
  async recordAsked(
    tx: Tx,
    wait: AskCertificate,
    message: CertificateMessage,
    told: CertificateNews | null | 'silence',
  ): Promise<void> {
    if (told !== null && told !== 'silence') await this.take(tx, told);
    const certificate = await this.locked(tx, wait.certificateId);
    if (!stillWaits(certificate, wait)) return;
    const { state } = certificate;
    const isLost = state === 'queued' || told === null;
    if (isLost && state === 'applied') certificate.resend(tx);
    else certificate.waitLonger(tx);
    if (isLost) enqueue(tx, SEND_CERTIFICATE, { messageId: message.id });
    noteCertificate(tx, 'ask', certificate, state, { asks: certificate.asks });
    announceOverdue(tx, certificate, wait.state, wait.expectedBy);
    awaitOffice(tx, certificate);
    followDeadlines(tx, certificate.orderId);
    await tx.store(AgencyCertificate, certificate);
  }

  private async perform(
    tx: Tx,
    certificate: AgencyCertificate,
    step: CertificateStep,
    { applicationNumber, certificateNumber, issuedOn, reason }: CertificateNews,
  ): Promise<void> {
    const { state: from } = certificate;
    const today = dateInZone(tx.now, CHINA);
    switch (step) {
      case 'send':
        certificate.send(applicationNumber ?? '', today, tx);
        break;
      case 'issue':
        certificate.issue(certificateNumber ?? '', issuedOn ?? today, tx);
        break;
      case 'refuse':
        certificate.refuse(reason ?? '', tx);
        break;
      case 'confirm_void':
        certificate.confirmVoid(tx);
        await releaseCertifiedLines(tx, certificate.id);
        break;
      case 'refuse_void':
        certificate.refuseVoid(reason ?? '', tx);
    }
    noteCertificate(tx, step, certificate, from, { applicationNumber, certificateNumber });
    announceCertificateStep(tx, certificate, step);
  }

  private async locked(tx: Tx, id: string): Promise<AgencyCertificate> {
    const certificate = await tx.lock(AgencyCertificate, id);
    if (certificate === null) throw new Error(`There is no certificate ${id}`);
    return certificate;
  }
}

/** Of the present attempt: news of an earlier one change nothing. */
function isPresent({ attempt, voidAttempt, state }: AgencyCertificate, message: CertificateMessage): boolean {
  if (message.kind === 'voidance') return message.attempt === voidAttempt && state === 'voiding';
  return message.attempt === attempt && (state === 'queued' || state === 'applied');
}

function isToBeSent(certificate: AgencyCertificate, message: CertificateMessage): boolean {
  if (!isPresent(certificate, message)) return false;
  return message.kind === 'voidance' || certificate.state === 'queued';
}

function stillWaits({ state, expectedBy }: AgencyCertificate, wait: AskCertificate): boolean {
  return state === wait.state && expectedBy?.toISOString() === wait.expectedBy;
}
