import { eventually, type TestTenant } from './test-platform.js';

/** Somebody pays who is no buyer: nobody but a person can say what for. @returns the collection's id */
export async function payUnannounced({ client }: TestTenant, sandboxUrl: string): Promise<string> {
  const { body } = await client.get<{ data: { accountNumber: string }[] }>(
    '/v1/fx/collection-accounts?currency=USD&state=open',
  );
  const answer = await fetch(`${sandboxUrl}/control/buyer-payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      accountNumber: body.data[0]?.accountNumber,
      amount: { amount: '5000.00', currency: 'USD' },
      payerName: 'NOBODY WE KNOW',
      payerCountry: 'FR',
      remittance: '',
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const unmatched = await eventually(
    () => client.get<{ data: { id: string }[] }>('/v1/fx/collections?state=unmatched'),
    ({ body: { data } }) => data.length > 0,
  );
  return unmatched.body.data[0]?.id ?? '';
}
