import { parseId } from '../../src/kernel/ids.js';
import { LendingDesk } from '../support/lending-desk.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { stepByStep } from '../support/step-by-step.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface AdvanceView {
  readonly id: string;
  readonly state: string;
  readonly principal: { amount: string };
  readonly outstanding: { amount: string };
  readonly reasons: readonly string[];
}

interface WaterfallView {
  readonly source: string;
  readonly state: string;
  readonly amount: { amount: string };
  readonly fees: { amount: string };
  readonly interest: { amount: string };
  readonly principal: { amount: string };
  readonly released: { amount: string };
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** A seller whose name chooses how the lender of the sandbox behaves. */
const seller = (word: string): Promise<RefundDesk> =>
  RefundDesk.open(platform, { name: `宁波示例 ${word}`, nameEn: `Ningbo Example ${word}` });

/** An order that wishes for an advance, with every fact that opens it. */
async function ready(desk: RefundDesk): Promise<string> {
  const orderId = await desk.place({ refund: { mode: 'trading', advance: true } });
  await desk.hear(orderId, 'customs.declaration.released', { entryNumber: LendingDesk.entryNumber() });
  await desk.record(desk.invoice(orderId));
  await desk.clear(orderId);
  await desk.collect(orderId);
  return orderId;
}

const advancesOf = async (desk: RefundDesk, orderId: string): Promise<readonly AdvanceView[]> =>
  (await desk.tenant.client.get<{ data: AdvanceView[] }>(`/v1/financing/advances?orderId=${orderId}`)).body.data;

const until = async (desk: RefundDesk, orderId: string, state: string): Promise<AdvanceView> => {
  const found = await eventually(
    () => advancesOf(desk, orderId),
    ([first]) => first?.state === state,
    60_000,
  );
  const [advance] = found;
  if (advance === undefined) throw new Error('No advance');
  return advance;
};

const waterfallsOf = async (desk: RefundDesk, orderId: string): Promise<readonly WaterfallView[]> =>
  (await desk.tenant.client.get<{ data: WaterfallView[] }>(`/v1/financing/waterfalls?orderId=${orderId}`)).body.data;

const told = async (orderId: string, type: string): Promise<number> =>
  (
    await platform.rows(`SELECT 1 FROM platform.event WHERE order_id = $1 AND type = $2`, [
      parseId('order', orderId),
      type,
    ])
  ).length;

describe('An advance on a refund', () => {
  it('is drawn when the goods are released and the refund is matched, and repaid from the refund to the fen', async () => {
    const desk = await seller('');
    let orderId = '';
    await stepByStep(platform, 'tax-bureau', async () => {
      orderId = await ready(desk);
      const drawn = await until(desk, orderId, 'drawn');
      expect(drawn).toMatchObject({ principal: { amount: '6240.00' }, outstanding: { amount: '6240.00' } });
    });
    await until(desk, orderId, 'repaid');
    const [refund] = (await waterfallsOf(desk, orderId)).filter(({ source }) => source === 'refund');
    // Drawn and repaid on one day: no interest, the fee of 0.1 %, and what is left of 7,800.00 for the seller.
    expect(refund).toMatchObject({
      state: 'split',
      amount: { amount: '7800.00' },
      fees: { amount: '6.24' },
      interest: { amount: '0.00' },
      principal: { amount: '6240.00' },
      released: { amount: '1553.76' },
    });
    for (const code of ['loan_principal', 'fees', 'interest'] as const) {
      expect(await desk.posted(code, desk.sellerId)).toBe('0.00');
    }
    expect(await desk.posted('clearing_lender')).toBe('0.00');
    const { body } = await desk.tenant.client.get<{
      data: { used: { amount: string }; reserved: { amount: string } }[];
    }>('/v1/financing/limits');
    expect(body.data).toMatchObject([{ used: { amount: '0.00' }, reserved: { amount: '0.00' } }]);
  });

  it('that the lender declines leaves the limit free and the whole refund to the seller', async () => {
    const desk = await seller('SBX-LENDER-REJECT');
    const orderId = await ready(desk);
    const declined = await until(desk, orderId, 'declined');
    expect(declined.reasons).toHaveLength(1);
    const [refund] = await eventually(
      () => waterfallsOf(desk, orderId),
      ([first]) => first?.state === 'split',
    );
    expect(refund).toMatchObject({ source: 'refund', released: { amount: '7800.00' } });
  });

  it('that the lender declines in characters that cannot be stored is declined all the same', async () => {
    const desk = await seller('SBX-LENDER-NEVER');
    const orderId = await ready(desk);
    const { id: reference } = await until(desk, orderId, 'requested');
    const word = { type: 'loan.declined', reference, reason: 'no\u0000 \ud83d' };
    expect(await desk.callback(word, 'sandbox-lender-secret', 'lender')).toBe(202);
    expect((await until(desk, orderId, 'declined')).reasons).toEqual(['no\ufffd \ufffd']);
  });

  it.each(['SBX-LENDER-TWICE', 'SBX-LENDER-DISORDER', 'SBX-LENDER-DOWN-ONCE', 'SBX-LENDER-HANGUP', 'SBX-LENDER-LOST'])(
    'is drawn once when the lender is as %s says',
    async (word) => {
      const desk = await seller(word);
      const orderId = await ready(desk);
      await until(desk, orderId, 'repaid');
      expect(await advancesOf(desk, orderId)).toHaveLength(1);
      expect(await told(orderId, 'financing.advance.drawn')).toBe(1);
      expect(await told(orderId, 'financing.advance.repaid')).toBe(1);
      const sources = (await waterfallsOf(desk, orderId)).map(({ source }) => source).sort();
      expect(sources).toEqual(['advance', 'refund']);
    },
    90_000,
  );

  it('cannot be had before its facts: every reason is named, and nothing is kept', async () => {
    const desk = await seller('');
    const orderId = await desk.place();
    const answer = await desk.tenant.client.post<{ code: string; details: { reasons: string[] } }>(
      '/v1/financing/advances',
      { orderId },
      key(),
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'FINANCING.NOT_ELIGIBLE']);
    expect(answer.body.details.reasons).toHaveLength(2);
    expect(await advancesOf(desk, orderId)).toEqual([]);
  });

  it('is worked out and not kept by a dry run, and asked for by hand once only', async () => {
    const desk = await seller('');
    await stepByStep(platform, 'tax-bureau', async () => {
      const orderId = await desk.place();
      await desk.hear(orderId, 'customs.declaration.released', { entryNumber: '310420260000000018' });
      await desk.record(desk.invoice(orderId));
      await desk.clear(orderId);
      await desk.collect(orderId);
      const ask = (query = '') =>
        desk.tenant.client.post<AdvanceView & { code: string }>(`/v1/financing/advances${query}`, { orderId }, key());
      const dry = await eventually(
        () => ask('?dryRun=true'),
        ({ status }) => status === 200,
      );
      expect(dry.body.principal.amount).toBe('6240.00');
      expect(await advancesOf(desk, orderId)).toEqual([]);
      expect((await ask()).status).toBe(202);
      expect((await ask()).body.code).toBe('FINANCING.ALREADY_ADVANCED');
    });
  });
});
