import { addDays, CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { type MoneyJson } from '../../src/kernel/money.js';
import { camtSample, type SampleFile } from '../../src/fx/testing/camt-sample.js';
import { type AccountBody, type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface StatementBody {
  readonly id: string;
  readonly currency: string;
  readonly reference: string;
  readonly opening: MoneyJson;
  readonly closing: MoneyJson;
  readonly gap: MoneyJson | null;
  readonly daysMissing: number;
  readonly isComplete: boolean;
  readonly previousId: string | null;
}

interface ReconciliationBody {
  readonly bankBalance: MoneyJson;
  readonly ledgerBalance: MoneyJson;
  readonly difference: MoneyJson;
  readonly matched: number;
  readonly isReconciled: boolean;
  readonly explanations: readonly { readonly kind: string; readonly count: number; readonly amount: MoneyJson }[];
  readonly lines: readonly {
    readonly kind: string;
    readonly entry: number | null;
    readonly transferKind: string | null;
  }[];
}

const TODAY = dateInZone(new Date(), CHINA);

let platform: TestPlatform;
let desk: FxDesk;
let account: AccountBody;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

async function statements(query: string, count: number): Promise<readonly StatementBody[]> {
  const { data } = await eventually(
    () => desk.get<{ data: readonly StatementBody[] }>(`/v1/fx/statements?${query}`),
    (found) => found.data.length >= count,
  );
  return data;
}

const reconciled = (id = '') => desk.get<ReconciliationBody>(`/v1/fx/statements/${id}/reconciliation`);
const explained = ({ explanations }: ReconciliationBody) =>
  explanations.map(({ kind, amount }) => [kind, amount.amount]);

async function paidOut(reference: string): Promise<void> {
  const order = await desk.order({ reference, conversion: 'automatic' });
  await desk.pay({ amount: '10000.00', remittance: reference });
  await desk.payouts(order, ([payout]) => payout?.state === 'confirmed');
}

/** A statement that somebody brings, so many days from now. */
async function bring(days: number, file: Omit<SampleFile, 'account'>): Promise<StatementBody> {
  const day = addDays(TODAY, days);
  const id = `BRT-${day}`;
  const xml = camtSample({ account: account.accountNumber, id, ...file }).replaceAll('2026-11-24', day);
  const answer = await desk.tenant.client.post('/v1/fx/bank-files', xml, {
    'content-type': 'application/xml',
    ...key(),
  });
  expect(answer.status).toBe(202);
  const found = (await statements(`accountId=${account.id}`, 1)).find(({ reference }) => reference === id);
  if (found === undefined) throw new Error(`No statement ${id}`);
  return found;
}

describe('The statement of an account', () => {
  it('is fetched in the morning, and agrees with the ledger to the cent', async () => {
    await paidOut('ST-1');
    account = await desk.account('USD');
    await desk.hurry('fx.ask-statement');
    const both = await statements('', 2);
    expect(both.map(({ currency }) => currency).sort()).toEqual(['CNY', 'USD']);
    for (const { id, isComplete, previousId } of both) {
      expect([isComplete, previousId]).toEqual([true, null]);
      const found = await reconciled(id);
      expect([found.difference.amount, found.matched, found.isReconciled, found.lines]).toEqual(['0.00', 2, true, []]);
      expect(found.ledgerBalance).toEqual(found.bankBalance);
    }
    const entries = await desk.get<{ data: readonly { outcome: string }[] }>(
      `/v1/fx/statements/${both[0]?.id}/entries`,
    );
    expect(entries.data).toHaveLength(2);
    expect(await desk.events('fx.statement.%')).toEqual([]);
  });

  it('shows what was booked since as in transit, until the next one', async () => {
    const [cny] = (await statements('', 2)).filter(({ currency }) => currency === 'CNY');
    await paidOut('ST-2');
    const found = await reconciled(cny?.id);
    expect(found.explanations).toEqual([expect.objectContaining({ kind: 'in_transit', count: 2 })]);
    expect(found.lines.map(({ transferKind }) => transferKind)).toEqual(['fx.conversion-settled', 'fx.payout']);
    expect([found.isReconciled, await desk.events('fx.statement.%')]).toEqual([true, []]);
  });

  it('that differs is told of; a fee is booked once, and what is missing stays a gap', async () => {
    // What the bank has on the second order stands in the statement that is missing.
    const open = await bring(3, {
      balances: [
        ['OPBD', '7.00'],
        ['CLBD', '2.00'],
      ],
      entries: [{ amount: '5.00', side: 'DBIT' }],
    });
    expect(open).toMatchObject({ isComplete: false, daysMissing: 2, gap: { amount: '7.00', currency: 'USD' } });
    const [event] = await eventually(
      () => desk.events('fx.statement.difference_found'),
      (events) => events.length > 0,
    );
    expect(event?.data).toMatchObject({ difference: { amount: '2.00', currency: 'USD' }, open: 2 });
    expect(explained(await reconciled(open.id))).toEqual([
      ['gap', '7.00'],
      ['unknown', '-5.00'],
      ['in_transit', '0.00'],
    ]);

    const path = `/v1/fx/statements/${open.id}/entries/1/booking`;
    const tried = key();
    const book = (body: object, headers = key(), at = path) => desk.tenant.client.post<Problem>(at, body, headers);
    expect((await book({ kind: 'tip' })).status).toBe(422);
    expect((await book({ kind: 'fee' }, key(), path.replace('/1/', '/9/'))).status).toBe(404);
    expect((await book({ kind: 'fee' }, key(), `${path}?dryRun=true`)).status).toBeLessThan(300);
    const booked = await book({ kind: 'fee' }, tried);
    expect([booked.status, (await book({ kind: 'fee' }, tried)).text]).toEqual([201, booked.text]);
    const again = await book({ kind: 'interest' });
    expect([again.status, again.body.code]).toEqual([409, 'FX.ENTRY_ACCOUNTED']);

    expect(explained(await reconciled(open.id))).toEqual([
      ['gap', '7.00'],
      ['in_transit', '0.00'],
    ]);
    expect(await desk.balance('client_dues', 'USD')).toBe('500');
  });

  it('has interest that nobody takes for a buyer’s money', async () => {
    const code = '<Fmly><Cd>RCDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly>';
    const day = addDays(TODAY, 4);
    const xml = camtSample({
      account: account.accountNumber,
      id: 'INTEREST',
      balances: [
        ['OPBD', '2.00'],
        ['CLBD', '2.50'],
      ],
      entries: [{ amount: '0.50', reference: 'INT-1' }],
    });
    const body = xml
      .replaceAll('2026-11-24', day)
      .replace(code, '<Fmly><Cd>MCOP</Cd><SubFmlyCd>INTR</SubFmlyCd></Fmly>');
    await desk.tenant.client.post('/v1/fx/bank-files', body, { 'content-type': 'application/xml', ...key() });
    const [found] = (await statements(`accountId=${account.id}`, 3)).filter(
      ({ reference }) => reference === 'INTEREST',
    );
    const funds = BigInt(await desk.balance('client_funds', 'USD'));
    const path = `/v1/fx/statements/${found?.id}/entries/1/booking`;
    expect((await desk.tenant.client.post(path, { kind: 'interest' }, key())).status).toBe(201);
    expect(BigInt(await desk.balance('client_funds', 'USD')) - funds).toBe(50n);
    expect(explained(await reconciled(found?.id))).toEqual([
      ['gap', '7.00'],
      ['in_transit', '0.00'],
    ]);
  });

  it('is nobody else’s', async () => {
    const [mine] = await statements('', 1);
    const stranger = await platform.tenant();
    for (const path of ['', '/entries', '/reconciliation']) {
      expect((await stranger.client.get(`/v1/fx/statements/${mine?.id}${path}`)).status).toBe(404);
    }
  });
});
