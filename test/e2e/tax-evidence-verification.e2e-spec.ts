import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';

import yazl from 'yazl';

import { type ApiAnswer } from '../support/api-client.js';
import { type ClaimBody, key, RefundDesk } from '../support/refund-desk.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Verdict {
  readonly verdict: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly pack: { readonly packId: string; readonly claimId: string } | null;
  readonly files: readonly { readonly path: string; readonly outcome: string }[];
  readonly documents: readonly { readonly documentId: string; readonly orderId: string }[];
  readonly partOf: readonly { readonly packId: string; readonly claimId: string; readonly path: string }[];
  readonly code: string;
}

interface Pack {
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly sizeBytes: number; readonly sha256: string }[];
}

const PATH = '/v1/tax-refund/evidence-verifications';
const BILL = Buffer.from('%PDF-1.4\n% bill\n%%EOF\n');

/** What a pack is made of, by its paths. */
type Content = ReadonlyMap<string, Buffer>;

describe('A file that somebody shows', () => {
  let platform: TestPlatform;
  let desk: RefundDesk;
  let claim: ClaimBody;
  let pack: Pack;
  let archive: Buffer;
  let content: Content;
  let documentId: string;

  const show = (
    file: Buffer,
    type = 'application/zip',
    tenant: TestTenant = desk.tenant,
  ): Promise<ApiAnswer<Verdict>> => tenant.client.send<Verdict>('POST', PATH, file, { 'content-type': type });
  const outcomes = ({ files }: Verdict): Record<string, string[]> =>
    Object.fromEntries(
      [...Map.groupBy(files, ({ outcome }) => outcome)].map(([outcome, all]) => [outcome, all.map(({ path }) => path)]),
    );
  /** As any program packs files anew: compressed, at another time. */
  const repacked = (files: Content, folder = ''): Promise<Buffer> => {
    const zip = new yazl.ZipFile();
    for (const [path, body] of files) zip.addBuffer(body, folder + path);
    zip.end();
    return buffer(zip.outputStream);
  };
  /** Of a pack nothing is compressed: each file lies in the archive as it is, somewhere behind its name. */
  const unpacked = (whole: Buffer, files: Pack['files']): Content =>
    new Map(
      files.map(({ path, sizeBytes, sha256 }) => {
        for (let name = whole.indexOf(path); name >= 0; name = whole.indexOf(path, name + 1)) {
          const start = name + Buffer.byteLength(path);
          const body = whole.subarray(start, start + sizeBytes);
          if (createHash('sha256').update(body).digest('hex') === sha256) return [path, body];
        }
        throw new Error(`${path} is not in the archive`);
      }),
    );

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = await RefundDesk.open(platform);
    claim = await desk.claimed('paid');
    const { client } = desk.tenant;
    const added = await client.send<{ id: string }>(
      'POST',
      `/v1/tax-refund/evidence-documents?orderId=${claim.orderId}&kind=bill_of_lading&fileName=bill.pdf`,
      BILL,
      { 'content-type': 'application/pdf', ...key() },
    );
    documentId = added.body.id;
    const made = await client.post<Pack>('/v1/tax-refund/evidence-packs', { claimId: claim.id }, key());
    const full = await client.get<Pack>(`/v1/tax-refund/evidence-packs/${made.body.id}`);
    pack = full.body;
    const answer = await fetch(`${platform.config.publicUrl}/v1/tax-refund/evidence-packs/${pack.id}/archive`, {
      headers: { authorization: `Bearer ${desk.tenant.apiKey}` },
    });
    archive = Buffer.from(await answer.arrayBuffer());
    content = unpacked(archive, pack.files);
  });
  afterAll(() => platform.stop());

  it('is the archive of a pack, whole and unchanged', async () => {
    const { status, body } = await show(archive);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      verdict: 'pack',
      sizeBytes: archive.length,
      pack: { packId: pack.id, claimId: claim.id },
    });
    expect(outcomes(body)).toEqual({ unchanged: pack.files.map(({ path }) => path) });
  });

  it('is a pack that was packed anew: its files are unchanged, and it is not as it was made', async () => {
    for (const folder of ['', 'evidence/']) {
      const { body } = await show(await repacked(content, folder));
      expect([body.verdict, body.pack?.packId]).toEqual(['changed_pack', pack.id]);
      expect(outcomes(body)).toEqual({ unchanged: pack.files.map(({ path }) => path) });
    }
  });

  it('is a pack in which something was replaced, taken out and put in, and says what', async () => {
    const forged = new Map(content);
    forged.set('claim.json', Buffer.from('{}'));
    forged.delete('invoices.json');
    forged.set('documents/more.pdf', BILL);
    const { body } = await show(await repacked(forged));
    expect([body.verdict, body.pack?.packId]).toEqual(['changed_pack', pack.id]);
    expect(outcomes(body)).toMatchObject({
      changed: ['claim.json'],
      missing: ['invoices.json'],
      added: ['documents/more.pdf'],
    });
  });

  it('is a pack of which a byte was changed on its way', async () => {
    const damaged = Buffer.from(archive);
    const at = damaged.indexOf('% bill');
    damaged[at] = 0x23;
    const { body } = await show(damaged);
    expect(body.verdict).toBe('changed_pack');
    expect(outcomes(body)['changed']).toHaveLength(1);
  });

  it('is an archive that was cut off, or is no archive behind its first bytes', async () => {
    const answers = [
      await show(archive.subarray(0, archive.length - 100)),
      await show(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)])),
      await show(Buffer.from('PK\u0003\u0004')),
    ];
    expect(answers.map(({ body }) => body.verdict)).toEqual(Array(3).fill('unreadable_archive'));
  });

  it('is no evidence bomb: a small archive that unpacks into too much is not read', async () => {
    const zip = new yazl.ZipFile();
    const zeros = Buffer.alloc(64 * 1_048_576);
    for (let at = 0; at < 9; at += 1) zip.addBuffer(zeros, `${at}.bin`);
    zip.end();
    expect((await show(await buffer(zip.outputStream))).body.verdict).toBe('unreadable_archive');
  });

  it('is a document, and in which packs it is', async () => {
    const { body } = await show(BILL, 'application/pdf');
    expect(body).toMatchObject({ verdict: 'file', documents: [{ documentId, orderId: claim.orderId }] });
    expect(body.partOf).toMatchObject([{ packId: pack.id, claimId: claim.id }]);
    const index = content.get('index.pdf') ?? Buffer.alloc(0);
    expect((await show(index, 'application/pdf')).body).toMatchObject({
      verdict: 'file',
      documents: [],
      partOf: [{ packId: pack.id, path: 'index.pdf' }],
    });
    expect((await show(Buffer.from('%PDF-1.4\n'), 'application/pdf')).body.verdict).toBe('unknown');
    expect((await show(Buffer.alloc(0), 'application/pdf')).body.verdict).toBe('unknown');
  });

  it('of another tenant is unknown', async () => {
    const stranger = await platform.tenant('Stranger');
    for (const file of [archive, await repacked(content)]) {
      expect((await show(file, 'application/zip', stranger)).body).toMatchObject({
        verdict: 'unknown',
        pack: null,
        files: [],
      });
    }
    expect((await show(BILL, 'application/pdf', stranger)).body).toMatchObject({ verdict: 'unknown', documents: [] });
  });

  it('is refused as JSON, and where it is too large', async () => {
    const json = await desk.tenant.client.post<Verdict>(PATH, {});
    expect([json.status, json.body.code]).toEqual([400, 'REQUEST.UNSUPPORTED_MEDIA_TYPE']);
    const large = await show(Buffer.alloc(256 * 1_048_576 + 1), 'application/pdf');
    expect([large.status, large.body.code]).toEqual([413, 'REQUEST.TOO_LARGE']);
  });
});
