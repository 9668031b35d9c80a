import { X509Certificate } from 'node:crypto';

import { type Clock } from '../../../kernel/clock.js';
import { knownMessage } from '../../../../test/support/ceb-messages.js';
import { CebSettings } from '../ceb-settings.js';
import { SANDBOX_CERTIFICATE, SANDBOX_KEY } from './sandbox-certificate.js';
import { SoftwareSigner } from './software-signer.js';

const signerAt = (day: string, signing: CebSettings['signing']): SoftwareSigner => {
  const clock: Clock = { now: () => new Date(`${day}T00:00:00Z`) };
  const receiverIds = { export: 'DXPEDCCEB0000003', import: 'DXPEDCCEB0000002' };
  return new SoftwareSigner(new CebSettings({ signing, rsaDigest: 'sha1', receiverIds }), clock);
};
const GIVEN = { certificate: SANDBOX_CERTIFICATE, key: SANDBOX_KEY };
const OTHER_KEY = SANDBOX_KEY.replace('MIGH', 'MIGI');

describe('The signer', () => {
  it.each([
    ['2026-11-29', 'operational', null],
    ['2099-12-02', 'degraded', 'expires_soon'],
    ['2100-01-01', 'down', 'expired'],
    ['2019-12-31', 'down', 'not_valid_yet'],
  ])('on %s is %s (%s)', async (day, status, reason) => {
    expect(await signerAt(day, GIVEN).standing()).toMatchObject({
      status,
      reason,
      certificate: { algorithm: 'sm2-sm3', serialNumber: new X509Certificate(SANDBOX_CERTIFICATE).serialNumber },
    });
  });

  it.each([
    ['nothing', null, 'not_configured'],
    ['a key that is none', { ...GIVEN, key: OTHER_KEY }, 'key_unusable'],
    ['a certificate that is none', { ...GIVEN, certificate: 'x' }, 'key_unusable'],
  ])('with %s is down, and what must be signed is not even queued', async (_what, signing, reason) => {
    const signer = signerAt('2026-11-29', signing);
    expect([signer.isConfigured, await signer.standing()]).toEqual([
      false,
      { status: 'down', reason, certificate: null },
    ]);
    await expect(signer.sign('<a/>', knownMessage('CEB621Message'))).rejects.toMatchObject({
      code: 'CUSTOMS.SIGNER_UNAVAILABLE',
    });
  });

  it('signs nothing by a certificate that is over', async () => {
    const signing = signerAt('2100-01-01', GIVEN).sign('<a/>', knownMessage('CEB621Message'));
    await expect(signing).rejects.toMatchObject({
      code: 'CUSTOMS.CERTIFICATE_NOT_VALID',
      details: { reason: 'expired' },
    });
  });
});
