import { type PartnerClient } from '../../platform/partners/partner-client.js';
import { HttpCertificateOffice } from './certificate-office.http.js';

const office = new HttpCertificateOffice({} as PartnerClient);
const read = (message: object) => office.read(JSON.stringify(message));
const ISSUED = {
  type: 'agency_certificate.issued',
  reference: 'agc_1',
  applicationNumber: 'A1',
  certificateNumber: 'C1',
  issuedOn: '2026-12-01',
};

describe('A callback about a certificate of agency export', () => {
  it.each([
    [ISSUED, { kind: 'application', status: 'granted', certificateNumber: 'C1', issuedOn: '2026-12-01', reason: null }],
    [
      { type: 'agency_certificate.refused', reference: 'agc_1', reason: 'no' },
      { kind: 'application', status: 'refused', reason: 'no' },
    ],
    [
      { type: 'agency_certificate_voidance.voided', reference: 'agc_1.v1' },
      { kind: 'voidance', status: 'granted' },
    ],
    [
      { type: 'agency_certificate_voidance.refused', reference: 'agc_1.v1', reason: 'used' },
      { kind: 'voidance', status: 'refused', reason: 'used' },
    ],
  ])('is read: %j', (message, news) => {
    expect(read(message)).toMatchObject(news);
  });

  it.each([
    ['is about a claim', { type: 'claim.paid', reference: 'clm_1' }],
    ['names none', { ...ISSUED, reference: undefined }],
    ['has no number', { ...ISSUED, certificateNumber: undefined }],
    ['has no day', { ...ISSUED, issuedOn: '2026-02-30' }],
  ])('that %s is none of ours', (_why, message) => {
    expect(read(message)).toBeNull();
  });

  it('that is no JSON is none of ours', () => {
    expect(office.read('<xml/>')).toBeNull();
  });

  it('cuts a reason short', () => {
    const news = read({ type: 'agency_certificate.refused', reference: 'agc_1', reason: 'x'.repeat(5_000) });
    expect(news?.reason?.length).toBeLessThanOrEqual(1_000);
  });
});
