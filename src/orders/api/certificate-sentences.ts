import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type CertificateEvent = Extract<EventType, `tax_refund.agency_certificate.${string}`>;

/** The certificates with which principals claim. */
export const CERTIFICATE_NEWS: { readonly [Type in CertificateEvent]: Words<Type> } = {
  'tax_refund.agency_certificate.drafted': ({ principalName }) => [
    `Certificate of agency export for ${principalName} drawn up`,
    `已拟制 ${principalName} 的代理出口货物证明申请`,
  ],
  'tax_refund.agency_certificate.applied': ({ principalName, applicationNumber }) => [
    `The tax bureau has the application ${applicationNumber} for the certificate of ${principalName}`,
    `税务机关已受理 ${principalName} 的证明申请 ${applicationNumber}`,
  ],
  'tax_refund.agency_certificate.issued': ({ principalName, certificateNumber }) => [
    `Certificate of agency export ${certificateNumber} issued for ${principalName}`,
    `已为 ${principalName} 开具代理出口货物证明 ${certificateNumber}`,
  ],
  'tax_refund.agency_certificate.refused': ({ principalName, reason }) => [
    `The tax bureau refused the certificate of ${principalName}: ${reason}`,
    `税务机关不予开具 ${principalName} 的证明：${reason}`,
  ],
  'tax_refund.agency_certificate.voided': ({ certificateNumber, reason }) => [
    `Certificate of agency export ${certificateNumber} voided: ${reason}`,
    `代理出口货物证明 ${certificateNumber} 已作废：${reason}`,
  ],
  'tax_refund.agency_certificate.void_refused': ({ certificateNumber, reason }) => [
    `The tax bureau did not void certificate ${certificateNumber}: ${reason}`,
    `税务机关不予作废证明 ${certificateNumber}：${reason}`,
  ],
  'tax_refund.agency_certificate.abandoned': ({ principalName, reason }) => [
    `The certificate of ${principalName} was given up: ${reason}`,
    `已放弃 ${principalName} 的证明申请：${reason}`,
  ],
  'tax_refund.agency_certificate.overdue': ({ principalName, state }) => [
    `No word from the tax bureau on the certificate of ${principalName} (${state}); asking`,
    `税务机关逾期未答复 ${principalName} 的证明申请（${state}），正在查询`,
  ],
};
