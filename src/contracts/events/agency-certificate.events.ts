import { day, event, instant, text, type ValueOf } from './shape.js';

/** For whom the goods were exported, and by when the agent applies. */
const CERTIFICATE = {
  principalName: text('慈溪示例电器有限公司'),
  agreementNumber: text('DLCK-2026-0001'),
  applyBy: day('2027-04-15', 'The last day for the application'),
} as const;
export type CertificateFacts = ValueOf<typeof CERTIFICATE>;

const CERTIFICATE_NUMBER = { certificateNumber: text('330220260000000001') } as const;
const REASON = { reason: text('The agreement number is wrong') } as const;

/** The certificate with which a principal claims the refund of what was exported for it (代理出口货物证明). */
export const AGENCY_CERTIFICATE_EVENTS = {
  'tax_refund.agency_certificate.drafted': event(
    ['agencyCertificate'],
    'a certificate of agency export was drawn up for a principal',
    '已拟制代理出口货物证明申请',
    CERTIFICATE,
  ),
  'tax_refund.agency_certificate.applied': event(
    ['agencyCertificate'],
    'the tax bureau has the application, with its number',
    '税务机关已受理证明申请，附受理号',
    { ...CERTIFICATE, applicationNumber: text('330220260000000001') },
  ),
  'tax_refund.agency_certificate.issued': event(
    ['agencyCertificate'],
    'issued: the principal claims the refund with its number',
    '证明已开具，委托方凭证明编号申报退税',
    { ...CERTIFICATE, ...CERTIFICATE_NUMBER },
  ),
  'tax_refund.agency_certificate.refused': event(
    ['agencyCertificate'],
    'the tax bureau refused it, with the reason',
    '税务机关不予开具及原因',
    { ...CERTIFICATE, ...REASON },
  ),
  'tax_refund.agency_certificate.voided': event(
    ['agencyCertificate'],
    'voided (作废), with the reason: its items may be certified anew',
    '证明已作废及原因，可重新开具',
    { ...CERTIFICATE, ...CERTIFICATE_NUMBER, ...REASON },
  ),
  'tax_refund.agency_certificate.void_refused': event(
    ['agencyCertificate'],
    'the tax bureau did not void it, with the reason: it stands',
    '税务机关不予作废及原因，证明继续有效',
    { ...CERTIFICATE, ...CERTIFICATE_NUMBER, ...REASON },
  ),
  'tax_refund.agency_certificate.abandoned': event(
    ['agencyCertificate'],
    'given up before it was issued: its items are free',
    '证明申请已放弃',
    { ...CERTIFICATE, ...REASON },
  ),
  'tax_refund.agency_certificate.overdue': event(
    ['agencyCertificate'],
    'no answer of the tax bureau by `expectedBy`',
    '税务机关逾 `expectedBy` 未答复证明申请',
    { ...CERTIFICATE, state: text('applied'), expectedBy: instant('2026-12-01T08:00:00.000Z') },
  ),
} as const;
