import { camtSample } from '../../src/fx/testing/camt-sample.js';
import { type AccountBody } from './fx-answers.js';
import { key } from './fx-desk.js';
import { eventually, type TestTenant } from './test-platform.js';

/** A file of the bank with an entry that is not booked yet: it moves nothing. */
export async function bringBankFile({ client }: TestTenant): Promise<void> {
  const accounts = await eventually(
    () => client.get<{ data: AccountBody[] }>('/v1/fx/collection-accounts?currency=USD&state=open'),
    ({ body }) => body.data.length > 0,
  );
  const [account] = accounts.body.data;
  const entries = [{ status: 'PDNG', remittance: 'SOON' }];
  const xml = camtSample({ type: '054', account: account?.accountNumber ?? '', entries });
  const answer = await client.post('/v1/fx/bank-files', xml, { 'content-type': 'application/xml', ...key() });
  if (answer.status !== 202) throw new Error(answer.text);
}
