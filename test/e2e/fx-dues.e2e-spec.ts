import { type MoneyJson } from '../../src/kernel/money.js';
import { parseId } from '../../src/kernel/ids.js';
import { type Booking, FreightDesk, notification } from '../support/freight-desk.js';
import { type PayoutBody } from '../support/fx-answers.js';
import { FxDesk } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface DuesPurchaseBody {
  readonly due: MoneyJson;
  readonly cost: MoneyJson;
  readonly returnedDue: MoneyJson;
  readonly returnedCost: MoneyJson;
  readonly rate: string;
  readonly unit: string;
  readonly boardAsOf: string;
  readonly explanation: { readonly steps: readonly { readonly name: string; readonly value: string }[] };
}

/** Customs never answer, so that the carrier goes on waiting and the booking can be cancelled. */
const WAITING = 'SBX-CUSTOMS-NEVER';
const CARRIAGE = {
  by: 'platform',
  mode: 'fcl',
  containers: [{ sizeType: '22G1', count: 1 }],
  readyDate: '2026-12-01',
};

let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
beforeEach(async () => {
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

const isConfirmed = (payouts: readonly PayoutBody[]) => payouts.every(({ state }) => state === 'confirmed');
const confirmed = (count: number) => (payouts: readonly PayoutBody[]) =>
  payouts.length === count && isConfirmed(payouts);

/** The seller owes freight on an order, as the freight service books it. */
async function owe(orderId: string, amount: string, currency: string): Promise<void> {
  const legs = [
    ['client_dues', amount],
    ['clearing_carrier', `-${amount}`],
  ] as const;
  await desk.book(orderId, legs, currency);
}

async function purchases(orderId: string): Promise<readonly DuesPurchaseBody[]> {
  return (await desk.get<{ data: DuesPurchaseBody[] }>(`/v1/fx/dues-purchases?orderId=${orderId}`)).data;
}

async function untilPaidOut(orderId: string): Promise<void> {
  await eventually(
    () => desk.get<{ tracks: { fx: string } }>(`/v1/orders/${orderId}`),
    ({ tracks }) => tracks.fx === 'paid_out',
  );
}

/** What the books hold for the seller or are owed by it; nothing may be left over. */
async function leftOver(currencies: readonly string[]): Promise<string[]> {
  const codes = ['client_funds', 'client_dues'];
  const found = await Promise.all(
    codes.flatMap((code) => currencies.map(async (one) => `${code} ${one} ${await desk.balance(code, one)}`)),
  );
  return found.filter((line) => !line.endsWith(' 0'));
}

describe('Freight owed in another currency than the sale', () => {
  it('is paid of the CNY, at the bank’s board of the moment', async () => {
    const order = await desk.order({ currency: 'EUR', conversion: 'automatic' });
    await owe(order, '1495.00', 'USD');
    await desk.pay({ amount: '10000.00', currency: 'EUR', remittance: 'goods' });
    const [payout] = await desk.payouts(order, confirmed(1));
    await untilPaidOut(order);

    const [bought] = await desk.conversions(order, () => true);
    const [taken] = await purchases(order);
    expect(taken).toMatchObject({
      due: { amount: '1495.00', currency: 'USD' },
      cost: { amount: '10630.95', currency: 'CNY' },
      rate: '711.1',
      unit: '100',
    });
    expect(Date.parse(taken?.boardAsOf ?? '')).not.toBeNaN();
    expect(taken?.explanation.steps.at(-1)).toMatchObject({ name: 'converted', value: '10630.95 CNY' });
    expect(fen(payout?.amount)).toBe(fen(bought?.bought) - fen(taken?.cost));
    expect(await leftOver(['EUR', 'USD', 'CNY'])).toEqual([]);
    expect([await desk.balance('fx_position', 'USD'), await desk.balance('fx_position', 'CNY')]).toEqual([
      '-149500',
      '1063095',
    ]);
  });

  it('takes all there is when it is more; the rest stays owed', async () => {
    const order = await desk.order({ currency: 'EUR', conversion: 'automatic' });
    await owe(order, '20000.00', 'USD');
    await desk.pay({ amount: '10000.00', currency: 'EUR', remittance: 'goods' });
    await untilPaidOut(order);
    const [bought] = await desk.conversions(order, () => true);
    const [taken] = await purchases(order);
    const fenLeft = fen(bought?.bought) - fen(taken?.cost);
    // Less than a cent costs.
    expect([fenLeft >= 0n, fenLeft < 8n]).toEqual([true, true]);
    expect(await desk.balance('client_dues', 'USD')).toBe(String(2_000_000n - fen(taken?.due)));
  });

  it('is paid at a board that is fetched for it when the last one is old', async () => {
    const order = await desk.order({ conversion: 'automatic' });
    await owe(order, '100.00', 'USD');
    // Money in CNY needs no quote: the board is wanted for the dues alone.
    await platform.rows(`UPDATE fx.receivable SET expected_currency = 'CNY', received_currency = 'CNY' WHERE id = $1`, [
      parseId('order', order),
    ]);
    await desk.quote({ sell: { amount: '1.00', currency: 'USD' }, sellerId: desk.sellerId });
    await platform.rows(`UPDATE fx.board SET fetched_at = now() - interval '1 hour' WHERE tenant_id = $1`, [
      desk.tenant.tenantId,
    ]);
    await desk.pay({ amount: '10000.00', currency: 'CNY', remittance: 'SO-1001' });
    const [payout] = await desk.payouts(order, confirmed(1));
    expect(payout?.amount.amount).toBe('9288.90');
  });

  it('waits for the buyer’s next payment where that is in its currency', async () => {
    const order = await desk.order();
    const convert = async (amount: string): Promise<void> => {
      const { body } = await desk.quote({ sell: { amount, currency: 'USD' }, orderId: order });
      expect((await desk.convert(body.id)).status).toBe(201);
    };
    await desk.pay({ amount: '4000.00', remittance: 'SO-1001' });
    await desk.receivable(order, ({ received }) => received.amount === '4000.00');
    await owe(order, '1495.00', 'USD');
    await convert('4000.00');
    await desk.payouts(order, confirmed(1));
    expect(await desk.balance('client_dues', 'USD')).toBe('149500');
    await desk.pay({ amount: '6000.00', remittance: 'SO-1001' });
    await desk.receivable(order, ({ state }) => state === 'collected');
    await convert('4505.00');
    await desk.payouts(order, confirmed(2));
    expect(await purchases(order)).toEqual([]);
    expect(await leftOver(['USD', 'CNY'])).toEqual([]);
  });
});

describe('Freight that was paid and is owed no more', () => {
  async function carried(currency: string): Promise<{ order: string; booking: Booking; freight: FreightDesk }> {
    const freight = new FreightDesk(platform, desk.tenant);
    const reference = `SO-${WAITING}-1`;
    const order = await desk.order({ reference, currency, conversion: 'automatic', freight: CARRIAGE });
    const booking = await freight.booking(order, 'confirmed');
    await desk.pay({ amount: '10000.00', currency, remittance: reference });
    await desk.payouts(order, confirmed(1));
    expect(await leftOver([currency, 'USD', 'CNY'])).toEqual([]);
    return { order, booking, freight };
  }

  it.each([
    ['cancelled', 'CANCELLED'],
    ['declined', 'DECLINED'],
  ])('goes back to the seller when the carrier has %s: converted, and paid out', async (state, bookingStatus) => {
    const { order, booking, freight } = await carried('USD');
    const { carrierBookingRequestReference } = booking;
    await freight.callBack(notification({ bookingStatus, carrierBookingRequestReference }, 1));
    await freight.booking(order, state);
    await desk.payouts(order, confirmed(3));
    const conversions = await desk.conversions(order, () => true);
    expect(conversions.map(({ sold }) => `${sold.amount} ${sold.currency}`).toSorted()).toEqual([
      '1495.00 USD',
      '1500.00 CNY',
      '8505.00 USD',
    ]);
    expect(await leftOver(['USD', 'CNY'])).toEqual([]);
    expect(await desk.balance('clearing_carrier', 'USD')).toBe('0');
    expect(await desk.balance('fx_position', 'USD')).toBe('0');
    const [collection] = (await desk.get<{ data: { allocations: { duesTaken: MoneyJson }[] }[] }>('/v1/fx/collections'))
      .data;
    expect(collection?.allocations.map(({ duesTaken }) => duesTaken.amount)).toEqual(['0.00', '0.00']);
  });

  it('comes back at the price that was paid, where it was bought', async () => {
    const { order, booking, freight } = await carried('EUR');
    const [before] = await purchases(order);
    await freight.cancel(booking.id);
    await desk.payouts(order, confirmed(2));
    const [after] = await purchases(order);
    expect(after).toMatchObject({ returnedDue: before?.due, returnedCost: before?.cost });
    const [back] = await desk.payouts(order, () => true);
    expect(fen(back?.amount)).toBe(fen(before?.cost) + 150_000n);
    expect(await leftOver(['EUR', 'USD', 'CNY'])).toEqual([]);
    expect([await desk.balance('fx_position', 'USD'), await desk.balance('fx_position', 'CNY')]).toEqual(['0', '0']);
  });

  it('comes back once, however often the carrier says so', async () => {
    const { order, booking, freight } = await carried('USD');
    await freight.cancel(booking.id);
    await desk.payouts(order, confirmed(3));
    await platform.rows(
      `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
       SELECT tenant_id, gen_random_uuid(), 'fx.on-freight-released', type,
              jsonb_build_object('resourceId', resource_id, 'orderId', order_id, 'data', data), now(), now()
       FROM platform.event WHERE tenant_id = $1 AND type = 'freight.booking.cancelled'`,
      [desk.tenant.tenantId],
    );
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.delivery WHERE queue = 'fx.on-freight-released'`),
      (rows) => rows.length === 0,
    );
    expect(await desk.payouts(order, () => true)).toHaveLength(3);
    expect(await leftOver(['USD', 'CNY'])).toEqual([]);
  });
});

function fen(money: MoneyJson | undefined): bigint {
  return BigInt((money?.amount ?? '').replace('.', ''));
}
