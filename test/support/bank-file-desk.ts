import { camtSample, type SampleFile } from '../../src/fx/testing/camt-sample.js';
import { type AccountBody } from './fx-answers.js';
import { key } from './fx-desk.js';
import { eventually, type TestTenant } from './test-platform.js';

/** A file of the bank with an entry that is not booked yet: it moves nothing. */
export function bringBankFile(tenant: TestTenant): Promise<void> {
  const entries = [{ status: 'PDNG', remittance: 'SOON' }];
  return bring(tenant, { type: '054', entries });
}

/** A statement with a fee that nobody has booked. */
export function bringStatement(tenant: TestTenant): Promise<void> {
  const balances = [
    ['OPBD', '5.00'],
    ['CLBD', '0.00'],
  ] as const;
  return bring(tenant, { balances, entries: [{ amount: '5.00', side: 'DBIT', reference: 'FEE-1' }] });
}

async function bring({ client }: TestTenant, file: SampleFile): Promise<void> {
  const accounts = await eventually(
    () => client.get<{ data: AccountBody[] }>('/v1/fx/collection-accounts?currency=USD&state=open'),
    ({ body }) => body.data.length > 0,
  );
  const [account] = accounts.body.data;
  const xml = camtSample({ ...file, account: account?.accountNumber ?? '' });
  const answer = await client.post('/v1/fx/bank-files', xml, { 'content-type': 'application/xml', ...key() });
  if (answer.status !== 202) throw new Error(answer.text);
}
