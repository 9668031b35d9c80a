import { newId, publicId } from '../../src/kernel/ids.js';
import { type Problem, type QuoteBody } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Crossed {
  readonly valueDate: string;
  readonly explanation: { readonly steps: readonly { readonly name: string }[] };
}

let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

describe('A quote', () => {
  const usd = { amount: '1.00', currency: 'USD' };
  let orderId: string;

  it('is not given from a board that is too old; a new one is fetched', async () => {
    const order = await desk.order();
    await platform.rows(
      `UPDATE fx.board SET fetched_at = now() - interval '11 minutes', requested_at = now() - interval '1 hour' WHERE tenant_id = $1`,
      [desk.tenant.tenantId],
    );
    const body = { sell: usd, orderId: order };
    const answer = await desk.tenant.client.post<Problem>('/v1/fx/quotes', body, key());
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'FX.BOARD_STALE', '1']);
    expect((await desk.quote(body)).status).toBe(201);
    const board = await desk.get<{ quotes: object[] }>('/v1/fx/board');
    expect(board.quotes).toContainEqual(expect.objectContaining({ currency: 'USD', unit: '100', spotBuy: '708.12' }));
  });

  it('expires', async () => {
    const given = await desk.quote({ sell: usd, orderId: await desk.order(), lockSeconds: 1 });
    const { id } = given.body;
    await eventually(
      () => desk.get<QuoteBody>(`/v1/fx/quotes/${id}`),
      ({ state, allowedActions }) => state === 'expired' && allowedActions.length === 0,
    );
    const late = await desk.convert(id);
    expect([late.status, (late.body as unknown as Problem).code]).toEqual([409, 'FX.QUOTE_EXPIRED']);
  });

  it.each<[string, () => object, number, string, string[]]>([
    ['for no amount', () => ({ sellerId: desk.sellerId }), 422, 'REQUEST.INVALID', ['/sell required']],
    [
      'for two amounts',
      () => ({ sell: usd, buy: usd, sellerId: desk.sellerId }),
      422,
      'REQUEST.INVALID',
      ['/buy not_applicable'],
    ],
    ['for nobody', () => ({ sell: usd }), 422, 'REQUEST.INVALID', ['/orderId required']],
    [
      'with the wrong counter-currency',
      () => ({ sell: usd, sellCurrency: 'CNY', sellerId: desk.sellerId }),
      422,
      'REQUEST.INVALID',
      ['/sellCurrency not_applicable'],
    ],
    [
      'for nothing',
      () => ({ sell: { amount: '0.00', currency: 'USD' }, sellerId: desk.sellerId }),
      422,
      'REQUEST.INVALID',
      ['/sell money'],
    ],
    [
      'for too fine an amount',
      () => ({ sell: { amount: '1.001', currency: 'USD' }, sellerId: desk.sellerId }),
      422,
      'REQUEST.INVALID',
      ['/sell money'],
    ],
    [
      'that holds for an hour',
      () => ({ sell: usd, sellerId: desk.sellerId, lockSeconds: 3_600 }),
      422,
      'REQUEST.INVALID',
      ['/lockSeconds max'],
    ],
    [
      'of USD into USD',
      () => ({ sell: usd, buyCurrency: 'USD', sellerId: desk.sellerId }),
      422,
      'FX.PAIR_NOT_QUOTED',
      [],
    ],
    [
      'of CNY into CNY',
      () => ({ sell: { amount: '1.00', currency: 'CNY' }, sellerId: desk.sellerId }),
      422,
      'FX.PAIR_NOT_QUOTED',
      [],
    ],
    [
      'in a currency that the bank does not quote',
      () => ({ sell: { amount: '1.00', currency: 'BRL' }, sellerId: desk.sellerId }),
      422,
      'FX.PAIR_NOT_QUOTED',
      [],
    ],
    [
      'of next to nothing',
      () => ({ sell: { amount: '0.01', currency: 'CNY' }, buyCurrency: 'USD', sellerId: desk.sellerId }),
      422,
      'FX.AMOUNT_TOO_SMALL',
      [],
    ],
    ['for a seller who has no order', () => ({ sell: usd, sellerId: desk.buyerId }), 422, 'FX.SELLER_UNKNOWN', []],
    [
      'that buys for an order',
      () => ({ buy: usd, orderId: orderId }),
      422,
      'REQUEST.INVALID',
      ['/sellCurrency currency_mismatch'],
    ],
    [
      'for an order that is none',
      () => ({ sell: usd, orderId: publicId('order', newId()) }),
      422,
      'FX.SELLER_UNKNOWN',
      [],
    ],
  ])('%s is refused', async (_what, body, status, code, faults) => {
    orderId = await desk.order();
    const answer = (await desk.quote(body())) as unknown as { status: number; body: Problem };
    expect([
      answer.status,
      answer.body.code,
      answer.body.errors.map((fault) => `${fault.pointer} ${fault.code}`),
    ]).toEqual([status, code, faults]);
  });

  it.each([
    ['an unknown one', () => publicId('fxQuote', newId()), 404, 'REQUEST.NOT_FOUND'],
    ['something else', () => publicId('order', newId()), 422, 'REQUEST.INVALID'],
  ])('that is %s converts nothing', async (_what, id, status, code) => {
    const answer = await desk.convert(id());
    expect([answer.status, (answer.body as unknown as Problem).code]).toEqual([status, code]);
  });

  it('converts nothing without an Idempotency-Key', async () => {
    const answer = await desk.convert(publicId('fxQuote', newId()), {});
    expect([answer.status, (answer.body as unknown as Problem).code]).toEqual([400, 'IDEMPOTENCY.KEY_REQUIRED']);
  });
});

describe('A quote between two foreign currencies', () => {
  /** A Monday, 10:00 in China. */
  const START = '2027-12-06T02:00:00.000Z';
  const wish = { sell: { amount: '1000.00', currency: 'USD' }, buyCurrency: 'EUR', tenor: 'spot' };

  it('is at their cross rate, for a day worked in both centres, and both positions are closed', async () => {
    desk = await FxDesk.open(platform);
    await desk.tenant.client.post('/v1/sandbox/clock', { now: START }, key());
    const orderId = await desk.order({ reference: 'SO-X1' });
    await desk.order({ currency: 'EUR', reference: 'SO-X2' });
    const funds = [
      ['client_funds', '-5000.00'],
      ['clearing_bank', '5000.00'],
    ] as const;
    await desk.book(orderId, funds, 'USD');
    const ofOrder = (await desk.quote({ ...wish, orderId })).body as unknown as Problem;
    expect(ofOrder.errors[0]).toMatchObject({ pointer: '/orderId', code: 'not_applicable' });

    const { body: quote } = await desk.quote({ ...wish, sellerId: desk.sellerId });
    expect(quote).toMatchObject({
      ...{ side: 'cross', rate: '85.72149812', unit: '100', boardRate: '85.89311273' },
      buy: { amount: '857.21', currency: 'EUR' },
      legs: [
        { side: 'sell', boardRate: '708.12', rate: '707.41188', amount: wish.sell, worth: { amount: '7074.12' } },
        { side: 'buy', boardRate: '824.42', rate: '825.24442', amount: { amount: '857.21' } },
      ],
    });
    const { valueDate, explanation } = quote as unknown as Crossed;
    const dates = await desk.get<{ valueDate: string }>('/v1/fx/value-dates?base=USD&quote=EUR&tenor=spot');
    expect(valueDate).toBe(dates.valueDate);
    expect(explanation.steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'sell.boardRate',
        'sell.rate',
        'buy.boardRate',
        'buy.rate',
        'rate',
        'margin',
        'valueDate',
      ]),
    );

    const { id } = (await desk.convert(quote.id)).body;
    const until = (state: string) =>
      eventually(
        () => desk.get<{ state: string; allowedActions: string[] }>(`/v1/fx/conversions/${id}`),
        (found) => found.state === state,
      );
    expect((await until('dealt')).allowedActions).toEqual([]);
    const changed = await desk.tenant.client.post<Problem>(`/v1/fx/conversions/${id}/cancellation`, {}, key());
    expect([changed.status, changed.body.code]).toEqual([409, 'FX.CROSS_NOT_CHANGED']);
    await desk.tenant.client.post('/v1/sandbox/clock', { now: `${valueDate}T02:00:00.000Z` }, key());
    await until('settled');
    expect([await desk.balance('client_funds', 'EUR'), await desk.balance('client_funds', 'USD')]).toEqual([
      '85721',
      '400000',
    ]);
    // The bank has paid 858.93 by its own cross rate.
    expect(await desk.balance('fx_spread', 'EUR')).toBe('172');
    expect([await desk.balance('fx_position', 'EUR'), await desk.balance('fx_position', 'USD')]).toEqual(['0', '0']);
  });
});
