import { type CertificateFacts } from '../../contracts/events/agency-certificate.events.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type CertificateCommand, type CertificateState } from '../domain/agency-certificate-status.js';
import { type CertificateStep } from '../domain/certificate-news.js';
import { type AgencyCertificate } from '../entities/agency-certificate.entity.js';
import { ASK_CERTIFICATE } from '../jobs/agency-certificate.job.js';

interface About {
  readonly resource: { readonly type: 'agencyCertificate'; readonly id: string };
  readonly orderId: string;
  readonly changed: readonly string[];
}

function about({ id, orderId }: AgencyCertificate, changed: readonly string[] = ['state']): About {
  return { resource: { type: 'agencyCertificate', id }, orderId, changed };
}

function factsOf({ principal, agreement, applyBy }: AgencyCertificate): CertificateFacts {
  return { principalName: principal.name, agreementNumber: agreement.number, applyBy };
}

/** Writes down who moved a certificate from where to where. */
export function noteCertificate(
  tx: Tx,
  command: CertificateCommand | 'draft' | 'ask',
  { id, state, principal, agreement }: AgencyCertificate,
  from: CertificateState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  audit(tx, {
    action: `tax_refund.agency_certificate.${command}`,
    resourceType: 'agencyCertificate',
    resourceId: id,
    from,
    to: state,
    details: { principal: principal.name, agreementNumber: agreement.number, ...details },
  });
}

/** Promises the question that is put when nothing has come by `expectedBy`. */
export function awaitOffice(tx: Tx, { id, state, expectedBy }: AgencyCertificate): void {
  if (expectedBy === null) return;
  const wait = { certificateId: id, state, expectedBy: expectedBy.toISOString() };
  enqueue(tx, ASK_CERTIFICATE, wait, { dueAt: expectedBy });
}

export function announceDrafted(tx: Tx, certificate: AgencyCertificate): void {
  const type = 'tax_refund.agency_certificate.drafted';
  publish(tx, { type, ...about(certificate), creates: true, data: factsOf(certificate) });
}

export function announceAbandoned(tx: Tx, certificate: AgencyCertificate, reason: string): void {
  const data = { ...factsOf(certificate), reason };
  publish(tx, { type: 'tax_refund.agency_certificate.abandoned', ...about(certificate, ['state', 'reason']), data });
}

export function announceOverdue(tx: Tx, certificate: AgencyCertificate, state: string, expectedBy: string): void {
  const data = { ...factsOf(certificate), state, expectedBy };
  publish(tx, { type: 'tax_refund.agency_certificate.overdue', ...about(certificate, ['expectedBy']), data });
}

/** Says what a step of the bureau's means to others. */
export function announceCertificateStep(tx: Tx, certificate: AgencyCertificate, step: CertificateStep): void {
  const facts = factsOf(certificate);
  const reason = certificate.reason ?? '';
  const certificateNumber = certificate.certificateNumber ?? '';
  switch (step) {
    case 'send': {
      const applied = about(certificate, ['state', 'applicationNumber', 'appliedOn']);
      const data = { ...facts, applicationNumber: certificate.applicationNumber ?? '' };
      publish(tx, { type: 'tax_refund.agency_certificate.applied', ...applied, data });
      return;
    }
    case 'issue': {
      const issued = about(certificate, ['state', 'certificateNumber', 'issuedOn']);
      publish(tx, { type: 'tax_refund.agency_certificate.issued', ...issued, data: { ...facts, certificateNumber } });
      return;
    }
    case 'refuse': {
      const refused = about(certificate, ['state', 'reason']);
      publish(tx, { type: 'tax_refund.agency_certificate.refused', ...refused, data: { ...facts, reason } });
      return;
    }
    case 'confirm_void':
      publish(tx, {
        type: 'tax_refund.agency_certificate.voided',
        ...about(certificate),
        data: { ...facts, certificateNumber, reason: certificate.voidReason ?? '' },
      });
      return;
    case 'refuse_void':
      publish(tx, {
        type: 'tax_refund.agency_certificate.void_refused',
        ...about(certificate, ['state', 'reason']),
        data: { ...facts, certificateNumber, reason },
      });
  }
}
