import { Injectable } from '@nestjs/common';

import { isLocalDate } from '../../kernel/local-date.js';
import { PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type CertificateNews } from '../domain/certificate-news.js';
import { SAY } from '../domain/agency-certificate.sentences.js';
import { fieldsOf, letIn, textIn } from './bureau-door.js';
import {
  type CertificateApplication,
  type CertificateMessageKind,
  CertificateOffice,
  type CertificateVoidance,
} from './certificate-office.port.js';
import { type Asker } from './tax-bureau.port.js';

const PATHS: Readonly<Record<CertificateMessageKind, string>> = {
  application: '/agency-certificates',
  voidance: '/agency-certificate-voidances',
};
const CALLBACKS: Readonly<Record<string, Pick<CertificateNews, 'kind' | 'status'>>> = {
  'agency_certificate.issued': { kind: 'application', status: 'granted' },
  'agency_certificate.refused': { kind: 'application', status: 'refused' },
  'agency_certificate_voidance.voided': { kind: 'voidance', status: 'granted' },
  'agency_certificate_voidance.refused': { kind: 'voidance', status: 'refused' },
};
const STATUSES: Readonly<Record<string, CertificateNews['status']>> = {
  received: 'received',
  issued: 'granted',
  voided: 'granted',
  refused: 'refused',
};
const REASON_MAX = 1_000;

/** The bureau's JSON over HTTPS: applications and voidances out, what becomes of them in. */
@Injectable()
export class HttpCertificateOffice extends CertificateOffice {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override composeApplication(application: CertificateApplication): string {
    const { reference, agent, principal, agreement, replaces, lines } = application;
    return JSON.stringify({
      reference,
      agent: { name: agent.name, uscc: agent.uscc },
      principal: { name: principal.name, uscc: principal.uscc },
      agreement: { number: agreement.number, signedOn: agreement.signedOn },
      ...(replaces === null ? {} : { replaces }),
      lines: lines.map(({ declarationLine, exportDate, hsCode, goodsName, quantity, unit, fob }) => ({
        ...{ declarationLine, exportDate, hsCode, goodsName, quantity, unit },
        fob: { amount: fob.amount, currency: fob.currency },
      })),
    });
  }

  override composeVoidance({ reference, certificateNumber, reason }: CertificateVoidance): string {
    return JSON.stringify({ reference, certificateNumber, reason });
  }

  override async send(
    asker: Asker,
    kind: CertificateMessageKind,
    reference: string,
    message: string,
  ): Promise<CertificateNews> {
    const operation = kind === 'application' ? 'apply-certificate' : 'void-certificate';
    const call = { operation, reference, method: 'POST', path: PATHS[kind], body: message } as const;
    const { body } = await letIn(() => this.client.call(asker, { partner: 'tax-bureau', ...call }));
    return understood(readStatus(body, kind));
  }

  override async ask(asker: Asker, kind: CertificateMessageKind, reference: string): Promise<CertificateNews | null> {
    const path = `${PATHS[kind]}/${encodeURIComponent(reference)}`;
    const call = { operation: 'ask-certificate', reference, method: 'GET', path } as const;
    const answer = await letIn(() => this.client.find(asker, { partner: 'tax-bureau', ...call }));
    return answer === null ? null : understood(readStatus(answer.body, kind));
  }

  override read(message: string): CertificateNews | null {
    const fields = fieldsOf(message);
    const type = fields === null ? null : textIn(fields, 'type');
    const about = type === null ? undefined : CALLBACKS[type];
    return fields === null || about === undefined ? null : newsOf(fields, about);
  }
}

/** `{"reference", "status": "received" | "issued" | "voided" | "refused", "applicationNumber", …}` */
function readStatus(body: string, kind: CertificateMessageKind): CertificateNews | null {
  const fields = fieldsOf(body);
  const status = fields === null ? undefined : STATUSES[textIn(fields, 'status') ?? ''];
  return fields === null || status === undefined ? null : newsOf(fields, { kind, status });
}

/** Null where it lacks what it must say. */
function newsOf(
  fields: Readonly<Record<string, unknown>>,
  { kind, status }: Pick<CertificateNews, 'kind' | 'status'>,
): CertificateNews | null {
  const reference = textIn(fields, 'reference');
  const applicationNumber = textIn(fields, 'applicationNumber');
  const certificateNumber = textIn(fields, 'certificateNumber');
  const issuedOn = textIn(fields, 'issuedOn');
  const isIssue = kind === 'application' && status === 'granted';
  if (reference === null || (kind === 'application' && status !== 'refused' && applicationNumber === null)) return null;
  if (isIssue && (certificateNumber === null || issuedOn === null || !isLocalDate(issuedOn))) return null;
  const reason = beginningOf(textIn(fields, 'reason') ?? '', REASON_MAX);
  return { kind, status, reference, applicationNumber, certificateNumber, issuedOn, reason: reason || null };
}

/** An answer that we cannot read may be a yes: unknown, so the same question is put again. */
function understood(news: CertificateNews | null): CertificateNews {
  if (news === null) throw new PartnerUnavailableError(SAY.answer_unknown, { partner: 'tax-bureau' });
  return news;
}
