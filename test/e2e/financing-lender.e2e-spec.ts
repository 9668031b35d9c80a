import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { LenderDesk, type Money } from '../support/lender-desk.js';
import { CNY } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { shellExamples, typed } from '../support/shell-examples.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface PortfolioBody {
  readonly asOf: string;
  readonly alerts: number;
  readonly currencies: readonly {
    readonly currency: string;
    readonly drawn: Money;
    readonly reserved: Money;
    readonly free: Money | null;
    readonly loans: number;
    readonly products: readonly { readonly product: string; readonly drawn: Money }[];
    readonly ageing: readonly { readonly bucket: string; readonly drawn: Money; readonly share: string }[];
    readonly clients: { readonly largest: readonly { readonly share: string; readonly loans: number }[] };
  }[];
  readonly covenants: readonly { readonly measure: string; readonly value: string; readonly isBreached: boolean }[];
}

const SLOW_MS = 90_000;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
}, SLOW_MS);
afterAll(() => platform.stop());

describe('A consent that a lender sees what it lends', () => {
  it('holds once the lender accepts, stands on record with who gave it, and is told to both', async () => {
    const desk = await LenderDesk.open(platform);
    const offered = await desk.offer();
    expect([offered.status, offered.body.state, offered.body.allowedActions]).toEqual([201, 'offered', ['revoke']]);
    expect(offered.body.givenBy).toMatch(/^api_key:key_/);
    expect((await desk.offer()).body.code).toBe('FINANCING.LENDER_CONSENT_EXISTS');
    const { id } = offered.body;
    const stranger = await platform.tenant('Another Bank');
    expect((await stranger.client.get(`/v1/lender/consents/${id}`)).status).toBe(404);
    expect((await desk.answer(id, 'acceptance', stranger.client)).status).toBe(404);
    expect((await desk.answer(id, 'acceptance', desk.borrower.client)).status).toBe(404);

    const accepted = await desk.answer(id, 'acceptance');
    expect(accepted.body).toMatchObject({
      state: 'active',
      lenderName: 'Demo Bank',
      givenBy: null,
      allowedActions: [],
    });
    expect((await desk.answer(id, 'acceptance')).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    for (const client of [desk.lender.client, desk.borrower.client]) {
      for (const news of ['offered', 'accepted']) {
        const type = `financing.lender_consent.${news}`;
        const [event] = await eventually(
          () => desk.events(type, client),
          ({ length }) => length === 1,
        );
        expect((await client.get(event?.resource.url ?? '')).status).toBe(200);
      }
    }
  });

  it('names a lender that products name, and another tenant of the same mode', async () => {
    const desk = await LenderDesk.open(platform);
    expect((await desk.offer('no_such_bank')).status).toBe(422);
    const nobody = { ...desk.lender, tenantId: newId() };
    expect((await desk.offer(undefined, nobody)).body.code).toBe('FINANCING.NO_SUCH_LENDER_TENANT');
    const live = await platform.tenant('Live Bank', { livemode: true });
    expect((await desk.offer(undefined, live)).body.code).toBe('FINANCING.NO_SUCH_LENDER_TENANT');
  });

  it('is given once by however many at the same moment, and accepted once', async () => {
    const desk = await LenderDesk.open(platform);
    const offers = await Promise.all(Array.from({ length: 20 }, () => desk.offer()));
    expect(offers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    const id = offers.find(({ status }) => status === 201)?.body.id ?? '';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_each, index) => desk.answer(id, index % 2 === 0 ? 'acceptance' : 'refusal')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
  });

  it('may be declined, and then another one given', async () => {
    const desk = await LenderDesk.open(platform);
    const { body } = await desk.offer();
    expect((await desk.answer(body.id, 'refusal')).body.state).toBe('declined');
    expect((await desk.offer()).status).toBe(201);
  });
});

describe('A lender', () => {
  it(
    'sees its loans and what becomes of them, each once; nobody else sees anything',
    async () => {
      const desk = await LenderDesk.open(platform);
      const before = await desk.drawn();
      await desk.consent();
      const [old] = [await desk.sees(before)];
      expect(old).toMatchObject({ state: 'drawn', principal: CNY('8000.00'), outstanding: CNY('8000.00') });

      const next = await desk.requested();
      const loan = await desk.sees(next);
      expect(loan.state).toBe('requested');
      const { id } = loan;
      await desk.borrower.says(next, { type: 'loan.declined', reason: 'no' });
      await desk.sees(next, ({ state }) => state === 'declined');
      const changes = await eventually(
        async () =>
          (await desk.events('financing.lender_loan.shared,financing.lender_loan.changed')).filter(
            ({ resource }) => resource.id === id,
          ),
        ({ length }) => length === 2,
      );
      expect(changes.map(({ sequence, data }) => [sequence, data['state']])).toEqual([
        [1, 'requested'],
        [2, 'declined'],
      ]);

      const other = await platform.tenant('Another Bank');
      for (const { client } of [other, desk.borrower.desk.tenant]) {
        expect(await desk.loans(client)).toEqual([]);
        expect((await client.get(`/v1/lender/loans/${id}`)).status).toBe(404);
        const { body } = await client.get<PortfolioBody>('/v1/lender/portfolio');
        expect(body.currencies).toEqual([]);
        expect((await client.get('/v1/lender/data-tape')).text.trim().split('\r\n')).toHaveLength(1);
      }
      // Nothing else of its client.
      expect((await desk.lender.client.get(`/v1/financing/advances/${next}`)).status).toBe(404);
      expect((await desk.lender.client.get<{ data: object[] }>('/v1/orders')).body.data).toEqual([]);
      const seen = JSON.stringify(await desk.loan(old.id));
      for (const word of ['accountNumber', 'address', 'phone', 'email']) expect(seen).not.toContain(word);
    },
    SLOW_MS,
  );

  it(
    'is told of every change of a pledged fact once, however often the news is brought',
    async () => {
      const desk = await LenderDesk.open(platform);
      await desk.consent();
      const reference = await desk.drawn();
      const { id } = await desk.sees(reference, ({ state }) => state === 'drawn');
      const { tenantId } = desk.borrower.desk.tenant;
      const orderId = await orderOf(reference);
      const caller = { tenantId, actor: 'test', traceparent: null };
      const claim = { type: 'claim', id: newId() };
      await platform.api.get(UnitOfWork).run(caller, (tx) => {
        const refund = CNY('10000.00');
        publish(tx, { type: 'tax_refund.claim.filed', resource: claim, orderId, data: { refund } });
        publish(tx, {
          type: 'tax_refund.claim.rejected',
          resource: claim,
          orderId,
          data: { reason: 'Zhang San said so' },
        });
        return Promise.resolve();
      });
      const told = await eventually(
        () => desk.events('financing.lender_loan.fact_changed'),
        ({ length }) => length >= 2,
        30_000,
      );
      expect(told.map(({ data }) => [data['fact'], data['amount'] ?? null])).toEqual([
        ['refund_filed', CNY('10000.00')],
        ['refund_rejected', null],
      ]);
      const details = await desk.loan(id);
      expect(details.facts.map(({ fact }) => fact)).toEqual(['refund_filed', 'refund_rejected']);
      expect(JSON.stringify([told, details])).not.toContain('Zhang San');

      // As if the worker had died before it noted how far it had come, and began anew.
      await platform.rows(`UPDATE financing.lender_feed SET position = 0 WHERE tenant_id = $1`, [desk.lender.tenantId]);
      await eventually(
        () => platform.rows<{ position: string }>(FEED, [desk.lender.tenantId]),
        ([feed]) => feed?.position !== '0',
        30_000,
      );
      expect(await desk.events('financing.lender_loan.fact_changed')).toHaveLength(2);
    },
    SLOW_MS,
  );

  it(
    'keeps what was drawn when the consent is revoked, and gets nothing new',
    async () => {
      const desk = await LenderDesk.open(platform);
      const consent = await desk.consent();
      const kept = await desk.drawn();
      const asked = await desk.requested();
      await desk.sees(asked);
      await desk.sees(kept, ({ state }) => state === 'drawn');
      expect((await desk.revoke(consent)).body.state).toBe('revoked');
      const [gone] = await eventually(
        () => desk.events('financing.lender_loan.withdrawn'),
        ({ length }) => length === 1,
        30_000,
      );
      expect(gone?.data['reference']).toBe(asked);
      const never = await desk.drawn();
      await desk.borrower.fund('9000.00');
      const repaid = await desk.borrower.client.post(
        `/v1/financing/advances/${kept}/repayments`,
        { amount: CNY('1000.00') },
        key(),
      );
      expect(repaid.status).toBe(200);
      const loan = await desk.sees(kept, ({ outstanding }) => outstanding.amount !== '8000.00');
      const { statement, payments } = await desk.loan(loan.id);
      expect(payments).toHaveLength(1);
      expect(statement.map(({ kind }) => kind)).toContain('repayment');
      expect((await desk.loans()).map(({ reference }) => reference)).toEqual([kept]);
      expect((await desk.events('financing.lender_loan.shared')).map(({ data }) => data['reference'])).not.toContain(
        never,
      );
    },
    SLOW_MS,
  );

  it(
    'has a portfolio that adds up, of any day, held to its covenants, and a tape of it',
    async () => {
      const desk = await LenderDesk.open(platform);
      await desk.consent();
      const [first] = [await desk.drawn(), await desk.drawn()];
      const third = await desk.requested();
      for (const reference of [first, third]) await desk.sees(reference);
      await eventually(
        async () => (await desk.loans()).filter(({ state }) => state === 'drawn'),
        ({ length }) => length === 2,
        30_000,
      );
      const { client } = desk.lender;
      for (const [measure, threshold] of [
        ['largest_client_share', '0.25'],
        ['overdue_share', '0.05'],
      ]) {
        const added = await client.post(
          '/v1/lender/covenants',
          { name: 'C', measure, threshold, validFrom: '2026-01-01' },
          key(),
        );
        expect(added.status).toBe(201);
      }
      const { body } = await client.get<PortfolioBody>('/v1/lender/portfolio');
      const [yuan] = body.currencies;
      expect(yuan).toMatchObject({ currency: 'CNY', drawn: CNY('16000.00'), reserved: CNY('8000.00'), loans: 3 });
      expect(yuan?.clients.largest).toEqual([expect.objectContaining({ share: '1', loans: 3 })]);
      expect(yuan?.ageing[0]).toMatchObject({ bucket: 'current', drawn: CNY('16000.00'), share: '1' });
      expect(yuan?.free).not.toBeNull();
      expect(body.covenants.map(({ measure, isBreached }) => [measure, isBreached])).toEqual([
        ['largest_client_share', true],
        ['overdue_share', false],
      ]);
      expect(body.alerts).toBe(1);
      // The draws are dated 2026-11-30; a day before nothing was lent.
      const past = await client.get<PortfolioBody>('/v1/lender/portfolio?asOf=2026-11-29');
      expect(past.body).toMatchObject({ asOf: '2026-11-29', currencies: [] });
      expect((await client.get('/v1/lender/portfolio?asOf=2030-01-01')).status).toBe(422);

      const tape = await client.get('/v1/lender/data-tape');
      const lines = tape.text.trim().split('\r\n');
      expect(lines).toHaveLength(4);
      expect(lines[0]).toMatch(/^loan_id,reference,/);
      expect(lines[1]).toContain(first);
      const json = await client.get<{ data: Record<string, unknown>[] }>('/v1/lender/data-tape?format=json');
      expect(json.body.data.map((row) => row['reference'])).toEqual(lines.slice(1).map((line) => line.split(',')[1]));
      expect(Object.keys(json.body.data[0] ?? {})).toEqual(lines[0]?.split(','));
    },
    SLOW_MS,
  );
});

describe('The page on the lender', () => {
  const examples = shellExamples('docs/financing-lender.md');

  it.each(examples.map((example) => [example.heading, example] as const))('%s', async (_heading, example) => {
    const [{ apiKey: KEY }, bank] = [await platform.tenant(), await platform.tenant('Bank')];
    const env = { BASE: platform.config.publicUrl, KEY, LENDER: publicId('tenant', bank.tenantId) };
    expect(await typed(example, env)).toMatch(/"id":"(lcn|lcv)_/);
  });
});

const FEED = `SELECT position::text AS position FROM financing.lender_feed WHERE tenant_id = $1`;

async function orderOf(reference: string): Promise<string> {
  const sql = `SELECT order_id FROM financing.advance WHERE id = $1`;
  const [row] = await platform.rows<{ order_id: string }>(sql, [parseId('advance', reference)]);
  return row?.order_id ?? publicId('order', newId());
}
