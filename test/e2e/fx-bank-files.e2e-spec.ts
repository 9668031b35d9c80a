import { type ApiAnswer } from '../support/api-client.js';
import { type BankFileBody, type CollectionBody, type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';
import { camtSample, type SampleFile } from '../../src/fx/testing/camt-sample.js';

const XML = { 'content-type': 'application/xml' };

let platform: TestPlatform;
let desk: FxDesk;
let account: string;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  await desk.order({ reference: 'SO-7100' });
  account = (await desk.account('USD')).accountNumber;
});
afterAll(() => platform.stop());

const send = <Body = BankFileBody>(xml: string, query = '', headers = key()): Promise<ApiAnswer<Body>> =>
  desk.tenant.client.post<Body>(`/v1/fx/bank-files${query}`, xml, { ...XML, ...headers });
const statement = (file: Partial<SampleFile>): string => camtSample({ account, entries: [], ...file });
const collections = async (): Promise<readonly CollectionBody[]> =>
  (await desk.get<{ data: CollectionBody[] }>('/v1/fx/collections?limit=100')).data;
const named = async (reference: string): Promise<readonly CollectionBody[]> =>
  (await collections()).filter(({ bankReference }) => bankReference === reference);
const takenIn = (id: string): Promise<BankFileBody> =>
  eventually(
    () => desk.get<BankFileBody>(`/v1/fx/bank-files/${id}`),
    ({ state }) => state === 'taken_in',
    60_000,
  );
const outcomes = ({ entries }: BankFileBody): string[] =>
  entries.map(({ reference, outcome }) => `${reference} ${outcome}`);

describe('A file of the bank', () => {
  it('is only looked at in a dry run', async () => {
    const xml = statement({
      messageId: 'DRY',
      balances: [
        ['OPBD', '0.00'],
        ['CLBD', '70.00'],
      ],
      entries: [
        { reference: 'DRY-1', amount: '100.00' },
        { reference: 'DRY-2', amount: '30.00', side: 'DBIT' },
      ],
    });
    const { status, body } = await send(xml, '?dryRun=true');
    expect(status).toBe(200);
    expect(body).toMatchObject({ messageType: 'camt.053', messageVersion: '08', messageId: 'DRY', entryCount: 2 });
    expect(body.reports[0]).toMatchObject({
      accountNumber: account,
      credits: { count: 1, sum: { amount: '100.00', currency: 'USD' } },
      debits: { count: 1, sum: { amount: '30.00', currency: 'USD' } },
      checks: [{ check: 'closing', stated: '70.00', counted: '70.00' }],
    });
    expect(outcomes(body)).toEqual(['DRY-1 taken_in', 'DRY-2 noted']);
    expect(await named('DRY-1')).toEqual([]);
    expect((await desk.get<{ data: BankFileBody[] }>('/v1/fx/bank-files')).data).toEqual([]);
  });

  it('brings what no notice has told, and nothing twice', async () => {
    const told = await desk.pay({ amount: '2000.00', remittance: 'SO-7100' });
    await desk.collection(told);
    const before = BigInt(await desk.balance('client_funds', 'USD'));
    const xml = statement({
      id: 'ST-A',
      balances: [
        ['OPBD', '0.00'],
        ['CLBD', '5000.00'],
      ],
      entries: [
        { reference: told, amount: '2000.00' },
        { reference: 'LOST-1', amount: '3000.00', remittance: 'SO-7100 rest', payer: 'Hamburg Haushalt' },
        { reference: 'SOON-1', amount: '9.00', status: 'PDNG' },
      ],
    });
    const idempotent = key();
    const first = await send(xml, '', idempotent);
    expect([first.status, outcomes(first.body)]).toEqual([202, [`${told} known`, 'LOST-1 taken_in', 'SOON-1 pending']]);
    await takenIn(first.body.id);
    const again = await send(xml, '', idempotent);
    expect([again.status, again.headers['idempotent-replayed'], again.text]).toEqual([202, 'true', first.text]);
    const repeated = await send(xml);
    expect([repeated.body.id, repeated.body.isRepeated, repeated.body.state]).toEqual([
      first.body.id,
      true,
      'taken_in',
    ]);
    const otherwise = await send(`${xml}\n`);
    expect(outcomes(otherwise.body)).toEqual([`${told} known`, 'LOST-1 known', 'SOON-1 pending']);
    expect(otherwise.body.reports[0]?.repeats).toBe(first.body.reports[0]?.id);
    const [lost] = await named('LOST-1');
    expect(lost).toMatchObject({ state: 'matched', amount: { amount: '3000.00' }, remittance: 'SO-7100 rest' });
    expect(await named('SOON-1')).toEqual([]);
    expect(BigInt(await desk.balance('client_funds', 'USD')) - before).toBe(300_000n);
    const events = await desk.events('fx.bank_file.taken_in');
    expect(events.map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ messageType: 'camt.053', messageId: 'MSG-1', accounts: 1, takenIn: 1, known: 1 }]),
    );
  });

  it('that says a statement otherwise is refused', async () => {
    const answer = await send<Problem>(statement({ id: 'ST-A', balances: [['CLBD', '1.00']] }));
    expect([answer.status, answer.body.code]).toEqual([422, 'FX.BANK_FILE_UNUSABLE']);
    expect(answer.text).toContain('statement_changed');
  });

  it('tells a batch as a whole that a notice told one by one, and the other way round', async () => {
    const part = (reference: string): string =>
      `<TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef></Refs><Amt Ccy="USD">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>`;
    const parts = [{ reference: 'BATCH-1', amount: '100.00', details: part('A') + part('B') }];
    const first = await send(statement({ type: '054', id: 'N-1', entries: parts }));
    await takenIn(first.body.id);
    const whole = await send(
      statement({
        id: 'ST-B',
        balances: [['CLBD', '200.00']],
        entries: [{ reference: 'BATCH-1' }, { reference: 'BATCH-2' }],
      }),
    );
    expect(outcomes(whole.body)).toEqual(['BATCH-1 known', 'BATCH-2 taken_in']);
    await takenIn(whole.body.id);
    const later = await send(
      statement({ type: '054', id: 'N-2', entries: [{ reference: 'BATCH-2', details: part('A') + part('B') }] }),
    );
    expect(outcomes(later.body)).toEqual(['BATCH-2 known']);
    const found = (await collections())
      .map(({ bankReference }) => bankReference)
      .filter((name) => name.startsWith('BATCH'));
    expect(found.sort()).toEqual(['BATCH-1/A', 'BATCH-1/B', 'BATCH-2']);
  });

  it('links a reversal to what it takes back, under the same reference', async () => {
    const credit = await send(
      statement({ type: '054', id: 'N-3', entries: [{ reference: 'BACK-1', amount: '77.00' }] }),
    );
    await takenIn(credit.body.id);
    const reversal = { reference: 'BACK-1', amount: '77.00', side: 'DBIT', isReversal: true } as const;
    const back = await send(statement({ type: '054', id: 'N-4', entries: [reversal] }));
    expect(outcomes(back.body)).toEqual(['BACK-1 taken_in']);
    await takenIn(back.body.id);
    const found = await named('BACK-1');
    const original = found.find(({ kind }) => kind === 'credit');
    expect(found.find(({ kind }) => kind === 'reversal')).toMatchObject({ state: 'set_aside', reverses: original?.id });
    expect(original?.reverses).toBeNull();
  });

  it('of many entries is taken in part by part, and listed', async () => {
    const entries = Array.from({ length: 210 }, (_none, index) => ({ reference: `MANY-${index}`, amount: '1.00' }));
    const { body } = await send(
      statement({
        id: 'ST-C',
        balances: [
          ['OPBD', '0.00'],
          ['CLBD', '210.00'],
        ],
        entries,
      }),
    );
    expect([body.entryCount, body.entries.length]).toEqual([210, 200]);
    await takenIn(body.id);
    const rows = await platform.rows<{ bank_reference: string }>(
      `SELECT bank_reference FROM fx.collection WHERE bank_reference LIKE 'MANY-%'`,
    );
    expect(new Set(rows.map((row) => row.bank_reference)).size).toBe(210);
    const path = `/v1/fx/bank-files/${body.id}/entries?limit=100`;
    const page = await desk.get<{ data: { number: number }[]; nextCursor: string }>(path);
    const next = await desk.get<{ data: { number: number }[] }>(`${path}&cursor=${page.nextCursor}`);
    expect([page.data[0]?.number, next.data[0]?.number, next.data.length]).toEqual([1, 101, 100]);
  });

  it('sent by many at the same moment is kept once', async () => {
    const xml = statement({ type: '054', id: 'N-5', entries: [{ reference: 'RACE-1' }] });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(xml)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(202));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await takenIn(answers[0]?.body.id ?? '');
    expect(await named('RACE-1')).toHaveLength(1);
  });
});

describe('What cannot be used', () => {
  const refused = async (xml: string): Promise<Problem> => {
    const { status, body } = await send<Problem>(xml, '?dryRun=true');
    expect([status, body.code]).toEqual([422, 'FX.BANK_FILE_UNUSABLE']);
    return body;
  };

  it('tells all its faults, in the language of the caller', async () => {
    const xml = statement({ account: '1', balances: [['CLBD', '1.00']] });
    expect((await refused(xml)).errors).toEqual([
      expect.objectContaining({ pointer: '/xml/Document/BkToCstmrStmt/Stmt[1]/Acct/Id', code: 'account_unknown' }),
    ]);
    const zh = await send<Problem>(xml.replace('"USD"', '"XXQ"'), '?dryRun=true', {
      'accept-language': 'zh-CN',
      ...key(),
    });
    expect(zh.body.errors[0]?.message).toMatch(/^第 \d+ 行：/);
  });

  it('declares entities, or is of another tenant', async () => {
    expect((await refused(`<!DOCTYPE a [<!ENTITY b "c">]>${statement({})}`)).errors[0]?.message).toContain(
      'Line 1, column 1',
    );
    const stranger = (await platform.tenant()).client;
    const xml = statement({ type: '054', entries: [{}] });
    const answer = await stranger.post<Problem>('/v1/fx/bank-files', xml, { ...XML, ...key() });
    expect([answer.status, answer.body.errors[0]?.code]).toEqual([422, 'account_unknown']);
  });

  it('is too long, or no XML', async () => {
    const blank = `${' '.repeat(65_535)}\n`;
    const long = await send<Problem>(statement({}).replace('<Stmt>', `<Stmt>${blank.repeat(256)}`));
    expect([long.status, long.body.code]).toEqual([413, 'REQUEST.TOO_LARGE']);
    const json = await desk.tenant.client.post<Problem>('/v1/fx/bank-files', { a: 1 }, key());
    expect([json.status, json.body.code]).toEqual([400, 'REQUEST.UNSUPPORTED_MEDIA_TYPE']);
    const withoutKey = await send<Problem>(statement({}), '', {});
    expect(withoutKey.body.code).toBe('IDEMPOTENCY.KEY_REQUIRED');
  });
});
