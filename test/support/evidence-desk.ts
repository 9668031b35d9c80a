import { key } from './refund-desk.js';
import { eventually, type TestTenant } from './test-platform.js';

/** A document of an export, and the pack of its claim, once that was filed. */
export async function bringEvidence({ client }: TestTenant, orderId: string): Promise<void> {
  const place = `/v1/tax-refund/evidence-documents?orderId=${orderId}&kind=bill_of_lading&fileName=bill.pdf`;
  const headers = { 'content-type': 'application/pdf', ...key() };
  const added = await client.send('POST', place, Buffer.from('%PDF-1.4\n%%EOF\n'), headers);
  if (added.status !== 201) throw new Error(added.text);
  const claims = await eventually(
    () => client.get<{ data: { id: string; filedAt: string | null }[] }>(`/v1/tax-refund/claims?orderId=${orderId}`),
    ({ body }) => body.data.some(({ filedAt }) => filedAt !== null),
  );
  const made = await client.post('/v1/tax-refund/evidence-packs', { claimId: claims.body.data[0]?.id }, key());
  if (made.status !== 201) throw new Error(made.text);
}
