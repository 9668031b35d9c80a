import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { parseId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { type ApiAnswer } from '../support/api-client.js';
import { type ClaimBody, key, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface DocumentBody {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly code: string;
}

interface PackBody {
  readonly id: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly missing: readonly string[];
  readonly keptUntil: string;
  readonly legalHold: { readonly reason: string } | null;
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly documentId: string | null }[];
  readonly code: string;
}

const DOCUMENTS = '/v1/tax-refund/evidence-documents';
const PACKS = '/v1/tax-refund/evidence-packs';
const run = promisify(execFile);
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

let platform: TestPlatform;
let desk: RefundDesk;
let claim: ClaimBody;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await RefundDesk.open(platform);
  claim = await desk.claimed('paid');
});
afterAll(() => platform.stop());

const add = (
  orderId: string,
  kind: string,
  content: Buffer,
  type = 'application/pdf',
): Promise<ApiAnswer<DocumentBody>> =>
  desk.tenant.client.send<DocumentBody>(
    'POST',
    `${DOCUMENTS}?orderId=${orderId}&kind=${kind}&fileName=a.pdf`,
    content,
    {
      'content-type': type,
      ...key(),
    },
  );
const make = (id: string): Promise<ApiAnswer<PackBody>> =>
  desk.tenant.client.post<PackBody>(PACKS, { claimId: id }, key());
/** As the archive itself, not as text. */
const download = async (id: string): Promise<Buffer> => {
  const answer = await fetch(`${platform.config.publicUrl}${PACKS}/${id}/archive`, {
    headers: { authorization: `Bearer ${desk.tenant.apiKey}` },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const content = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(content.length));
  return content;
};
/** Every line of the claim's audit has its seal. */
const sealed = (): Promise<unknown> =>
  eventually(
    () =>
      platform.rows<{ left: number }>(`SELECT count(*)::int AS left FROM audit.unsealed WHERE tenant_id = $1`, [
        desk.tenant.tenantId,
      ]),
    ([row]) => row?.left === 0,
  );

describe('A document of an export', () => {
  it('is kept once, as what its first bytes say, and can be fetched', async () => {
    const orderId = await desk.place();
    await desk.clear(orderId);
    await desk.untilCase(orderId, ({ declarations }) => declarations.length > 0);
    const content = pdf('bill');
    const added = await add(orderId, 'bill_of_lading', content);
    expect([added.status, added.body.sha256]).toEqual([201, hashOf(content)]);
    expect((await add(orderId, 'bill_of_lading', content)).body.id).toBe(added.body.id);
    const fetched = await desk.tenant.client.get(`${DOCUMENTS}/${added.body.id}/content`);
    expect(fetched.text).toBe(content.toString());
    const { client } = await platform.tenant('Stranger');
    expect((await client.get(`${DOCUMENTS}/${added.body.id}/content`)).status).toBe(404);
    const removed = await desk.tenant.client.delete<DocumentBody>(`${DOCUMENTS}/${added.body.id}`, key());
    expect(removed.status).toBe(200);
    expect((await desk.tenant.client.get(`${DOCUMENTS}/${added.body.id}`)).status).toBe(404);
  });

  it('is refused where it is something else, too large, or of no case', async () => {
    const { orderId } = claim;
    const answers = [
      await add(orderId, 'other', Buffer.from('PK\u0003\u0004')),
      await add(orderId, 'other', pdf('x'), 'image/png'),
      await add(orderId, 'other', pdf('x'), 'application/zip'),
      await add(orderId, 'other', Buffer.concat([pdf('x'), Buffer.alloc(10 * 1_048_576)])),
      await add('ord_01jdq3x7k2e9ta6v0m8r4c5wzb', 'other', pdf('x')),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual([
      'TAX_REFUND.UNUSABLE_DOCUMENT',
      'TAX_REFUND.UNUSABLE_DOCUMENT',
      'REQUEST.UNSUPPORTED_MEDIA_TYPE',
      'REQUEST.TOO_LARGE',
      'REQUEST.NOT_FOUND',
    ]);
  });
});

describe('An evidence pack', () => {
  it('says what is missing; with the three documents it is complete, and the deadline is met', async () => {
    const incomplete = await make(claim.id);
    expect([incomplete.status, incomplete.body.missing]).toEqual([
      201,
      ['contract', 'transport', 'customs_entrustment'],
    ]);
    for (const kind of ['export_contract', 'bill_of_lading', 'customs_entrustment']) {
      expect((await add(claim.orderId, kind, pdf(kind))).status).toBe(201);
    }
    expect((await make(claim.id)).body.missing).toEqual([]);
    await eventually(
      () =>
        desk.tenant.client.get<{ data: { state: string }[] }>(
          `/v1/tax-refund/deadlines?orderId=${claim.orderId}&kind=evidence_documents`,
        ),
      ({ body }) => body.data[0]?.state === 'met',
    );
  });

  it('is an archive of files that are what its manifest says, with an index to read', async () => {
    await sealed();
    const { body: pack } = await make(claim.id);
    const archive = await download(pack.id);
    expect([archive.length, hashOf(archive)]).toEqual([pack.sizeBytes, pack.sha256]);
    const folder = await mkdtemp(path.join(tmpdir(), 'evidence-'));
    try {
      await writeFile(path.join(folder, 'pack.zip'), archive);
      await run('unzip', ['-q', 'pack.zip', '-d', 'out'], { cwd: folder });
      const { body: full } = await desk.tenant.client.get<PackBody>(`${PACKS}/${pack.id}`);
      const names = await readdir(path.join(folder, 'out'), { recursive: true });
      expect(names.filter((name) => name.includes('.')).sort()).toEqual(full.files.map((file) => file.path).sort());
      for (const file of full.files) {
        expect(hashOf(await readFile(path.join(folder, 'out', file.path)))).toBe(file.sha256);
      }
      const read = async (name: string): Promise<never> =>
        JSON.parse(await readFile(path.join(folder, 'out', name), 'utf8')) as never;
      const audit: { action: string; seal: { isRight: boolean } | null }[] = await read('audit.json');
      expect(audit.map(({ action }) => action)).toContain('tax_refund.claim.pay');
      expect(audit.every(({ seal }) => seal?.isRight === true)).toBe(true);
      expect(await read('declarations.json')).toHaveLength(1);
      expect((await readFile(path.join(folder, 'out', 'index.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is the same to the byte while the facts are the same, and is verified by its hash', async () => {
    const { body: pack } = await make(claim.id);
    expect((await make(claim.id)).body).toMatchObject({ id: pack.id, sha256: pack.sha256 });
    const verify = (sha256: string) => desk.tenant.client.get(`${PACKS}/${pack.id}/verification?sha256=${sha256}`);
    expect((await verify(hashOf(await download(pack.id)))).body).toMatchObject({ matches: true, intact: true });
    expect((await verify('0'.repeat(64))).body).toMatchObject({ matches: false, intact: true });
  });

  it('is kept for ten years, and while it is held: by the API, and by the database itself', async () => {
    const { body: pack } = await make(claim.id);
    const { client, tenantId } = desk.tenant;
    expect(Number(pack.keptUntil.slice(0, 4))).toBe(new Date().getUTCFullYear() + 10);
    const address = `${PACKS}/${pack.id}`;
    expect((await client.delete<PackBody>(address, key())).body.code).toBe('TAX_REFUND.EVIDENCE_KEPT');
    const [document = ''] = (await client.get<PackBody>(address)).body.files.flatMap(
      ({ documentId }) => documentId ?? [],
    );
    expect((await client.delete<PackBody>(`${DOCUMENTS}/${document}`, key())).body.code).toBe(
      'TAX_REFUND.EVIDENCE_KEPT',
    );
    const erase = (table: string, id: string) =>
      platform.api
        .get(UnitOfWork)
        .run({ tenantId, actor: 'test', traceparent: null }, (tx) =>
          tx.query(`DELETE FROM tax_refund.${table} WHERE tenant_id = $1 AND id = $2`, [tenantId, id]),
        );
    await expect(erase('evidence_pack', parseId('evidencePack', pack.id))).rejects.toThrow(/kept until/);
    await expect(erase('evidence_document', parseId('evidenceDocument', document))).rejects.toThrow(/are kept/);

    const held = await client.send<PackBody>('PUT', `${address}/legal-hold`, { reason: 'Inspection' }, key());
    expect(held.body.legalHold).toMatchObject({ reason: 'Inspection' });
    await client.post('/v1/sandbox/clock', { now: `${Number(pack.keptUntil.slice(0, 4)) + 1}-01-01T00:00:00Z` }, key());
    expect((await client.delete<PackBody>(address, key())).body.code).toBe('TAX_REFUND.EVIDENCE_KEPT');
    expect((await client.delete<PackBody>(`${address}/legal-hold`, key())).body.legalHold).toBeNull();
    expect((await client.delete(address, key())).status).toBe(200);
    expect((await client.get(address)).status).toBe(404);
  });

  it('is made of nothing that was not filed', async () => {
    const own = await RefundDesk.open(platform);
    const { client } = own.tenant;
    const { id } = await own.claimed('paid');
    await platform.rows(`UPDATE tax_refund.claim SET filed_at = NULL WHERE id = $1`, [parseId('claim', id)]);
    const refused = await client.post<PackBody>(PACKS, { claimId: id }, key());
    expect([refused.status, refused.body.code]).toEqual([409, 'TAX_REFUND.CLAIM_NOT_FILED']);
  });
});
