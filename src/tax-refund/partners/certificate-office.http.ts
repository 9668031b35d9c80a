import { Injectable } from '@nestjs/common';

import { isLocalDate } from '../../kernel/local-date.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type CertificateNews } from '../domain/certificate-news.js';
import { SAY } from '../domain/agency-certificate.sentences.js';
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
/** The door is shut to us: our configuration is wrong, the application is not. */
const NOT_LET_IN: readonly unknown[] = [401, 403];
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
    const fields = parse(message);
    const type = fields === null ? null : textIn(fields, 'type');
    const about = type === null ? undefined : CALLBACKS[type];
    return fields === null || about === undefined ? null : newsOf(fields, about);
  }
}

/** `{"reference", "status": "received" | "issued" | "voided" | "refused", "applicationNumber", …}` */
function readStatus(body: string, kind: CertificateMessageKind): CertificateNews | null {
  const fields = parse(body);
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

async function letIn<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof PartnerRejectedError)) throw error;
    if (NOT_LET_IN.includes(error.details['status'])) {
      throw new PartnerUnavailableError(SAY.not_let_in, { partner: 'tax-bureau' }, [], { cause: error });
    }
    const reason = reasonOf(String(error.details['reason'] ?? ''));
    throw new PartnerRejectedError(SAY.bureau_refused, { partner: 'tax-bureau', reason }, [], { cause: error });
  }
}

/** The bureau's own words, of every fault: `{"code","message","errors":[{"pointer","message"}]}`. */
function reasonOf(answer: string): string {
  const fields = parse(answer);
  if (fields === null) return beginningOf(answer, REASON_MAX);
  const listed = fields['errors'];
  const faults = (Array.isArray(listed) ? (listed as unknown[]) : []).filter(isFields);
  const said = faults.map((fault) => `${textIn(fault, 'pointer') ?? ''} ${textIn(fault, 'message') ?? ''}`.trim());
  return beginningOf([textIn(fields, 'message') ?? answer, ...said].join('; '), REASON_MAX);
}

function parse(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
