import { createHmac, randomUUID } from 'node:crypto';

import { publicId } from '../../src/kernel/ids.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

export interface PartnerWord {
  readonly partner: string;
  readonly secret: string;
  readonly message: object;
}

/** What a partner says of a tenant, signed as it signs. @returns the status */
export async function callBack(
  { config }: TestPlatform,
  { tenantId }: Pick<TestTenant, 'tenantId'>,
  { partner, secret, message }: PartnerWord,
): Promise<number> {
  const body = JSON.stringify(message);
  const seconds = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  const url = `${config.publicUrl}/v1/inbound/${partner}/${publicId('tenant', tenantId)}`;
  const headers = {
    'content-type': 'application/json',
    'x-message-id': randomUUID(),
    'x-signature': `t=${seconds},v1=${signature}`,
  };
  return (await fetch(url, { method: 'POST', headers, body })).status;
}
