import { Harness } from '../testing/harness.js';
import { booking, claim, declaration, loan, paymentOrder } from '../testing/samples.js';

const HOUR_MS = 3_600_000;
const GO_ON = 'GO-ON';

let world: Harness;
beforeEach(async () => {
  world = await Harness.start({ delayMs: HOUR_MS });
});
afterEach(() => world.stop());

const turn = async (partner: string, reference: string, outcome: string): Promise<number> =>
  (await world.control('POST', '/outcomes', { partner, reference, outcome })).status;

/** What a partner said last of one reference, once it has said so much. */
const last = async (
  partner: 'customs' | 'carrier' | 'courier' | 'bank' | 'lender' | 'tax-bureau',
  reference: string,
  count: number,
) => (await world.told(partner, count, reference)).at(-1) ?? '';

const declare = (reference: string): ReturnType<Harness['call']> =>
  world.call('POST', '/customs/declarations', declaration({ ContrNo: reference }), { 'x-message-id': reference });

const pay = async (messageId: string): Promise<void> => {
  const account = { reference: `cac_${messageId}`, ownerName: 'Ningbo Example Trading', currency: 'CNY' };
  const { json } = await world.call('POST', '/bank/accounts', account);
  await world.call('POST', '/bank/payments', paymentOrder({ messageId, debtorAccount: String(json['accountNumber']) }));
};

describe('A story that is told to', () => {
  it('goes on by one step, and no other does', async () => {
    await declare('dat_1');
    await declare('dat_2');
    expect(await turn('customs', 'dat_1', GO_ON)).toBe(200);
    expect(await last('customs', 'dat_1', 1)).toContain('<CHANNEL>L</CHANNEL>');
    expect(await turn('customs', 'dat_1', GO_ON)).toBe(200);
    expect(await last('customs', 'dat_1', 2)).toContain('<CHANNEL>F</CHANNEL>');
    expect(world.bodies('customs', 'dat_2')).toEqual([]);
    expect(await turn('customs', 'dat_1', GO_ON)).toBe(409);
  });

  it.each([
    ['REFUSE', 'Z', 0],
    ['REFUSE', 'Z', 1],
    ['INSPECT', 'C', 1],
    ['REVIEW', 'M', 1],
    ['DELETE', 'D', 1],
  ])('%s has customs say %s after %i steps', async (word, channel, steps) => {
    await declare('dat_1');
    for (let step = 0; step < steps; step += 1) await turn('customs', 'dat_1', GO_ON);
    expect(await turn('customs', 'dat_1', word)).toBe(200);
    expect(await last('customs', 'dat_1', steps + 1)).toContain(`<CHANNEL>${channel}</CHANNEL>`);
  });

  it('is too late once the goods are released', async () => {
    await declare('dat_1');
    await turn('customs', 'dat_1', GO_ON);
    await turn('customs', 'dat_1', GO_ON);
    expect(await turn('customs', 'dat_1', 'INSPECT')).toBe(409);
  });

  it.each([
    ['REJECT', 'REJECTED', 1],
    ['DECLINE', 'DECLINED', 2],
  ])('%s has the carrier say %s after %i steps', async (word, status, steps) => {
    await world.call('POST', '/carrier/v2/bookings', booking('bkg_1'));
    for (let step = 0; step < steps; step += 1) await turn('carrier', 'bkg_1', GO_ON);
    expect(await turn('carrier', 'bkg_1', word)).toBe(200);
    expect(await last('carrier', 'bkg_1', steps + 1)).toContain(status);
  });

  it('ROLLED moves a voyage that waits for its release', async () => {
    await world.call('POST', '/carrier/v2/bookings', booking('bkg_1'));
    for (let step = 0; step < 3; step += 1) await turn('carrier', 'bkg_1', GO_ON);
    expect(await turn('carrier', 'bkg_1', 'ROLLED')).toBe(200);
    expect(await last('carrier', 'bkg_1', 4)).toContain('"delayReasonCode":"WEA"');
  });

  it.each([
    ['REJECT', 'AC04', 0],
    ['NOFUNDS', 'AM04', 0],
    ['ACCEPT-REJECT', 'AC01', 1],
  ])('%s has the bank say %s after %i steps', async (word, code, steps) => {
    await pay('pay_1');
    for (let step = 0; step < steps; step += 1) await turn('bank', 'pay_1', GO_ON);
    expect(await turn('bank', 'pay_1', word)).toBe(200);
    expect(await last('bank', 'pay_1', steps + 1)).toContain(code);
    expect(await turn('bank', 'pay_1', word)).toBe(409);
  });

  it('REJECT has the lender decline', async () => {
    await world.call('POST', '/lender/loans', loan('adv_1'));
    expect(await turn('lender', 'adv_1', 'REJECT')).toBe(200);
    expect(await last('lender', 'adv_1', 1)).toContain('loan.declined');
    expect(await turn('lender', 'adv_1', 'REJECT')).toBe(409);
  });

  it.each([
    ['QUERY', 'claim.queried'],
    ['REJECT', 'claim.rejected'],
    ['LESS', '"amount":{"amount":"3250.00","currency":"CNY"}'],
  ])('%s has the tax bureau say %s of a claim that it accepted', async (word, said) => {
    await world.call('POST', '/tax-bureau/claims', claim('clm_1'));
    await turn('tax-bureau', 'clm_1', GO_ON);
    expect(await turn('tax-bureau', 'clm_1', word)).toBe(200);
    expect(await last('tax-bureau', 'clm_1', 2)).toContain(said);
  });

  it('is refused where the partner knows no such thing, or can do no such thing', async () => {
    expect(await turn('customs', 'dat_9', GO_ON)).toBe(404);
    await declare('dat_1');
    expect(await turn('customs', 'dat_1', 'EXPLODE')).toBe(422);
    expect(await turn('circus', 'dat_1', GO_ON)).toBe(422);
  });
});

describe('A pace', () => {
  it('is that of one tenant, until it is taken back', async () => {
    const pace = async (tenantId: string, delayMs: number | null): Promise<number> =>
      (await world.control('PUT', '/paces', { partner: 'customs', tenantId, delayMs })).status;
    // What the harness has in the place of a tenant.
    expect(await pace('customs', 0)).toBe(200);
    await declare('dat_1');
    expect(await last('customs', 'dat_1', 2)).toContain('<CHANNEL>F</CHANNEL>');
    expect(await pace('customs', null)).toBe(200);
    expect(await pace('somebody', 0)).toBe(200);
    await declare('dat_2');
    await declare('dat_3');
    expect(await turn('customs', 'dat_3', GO_ON)).toBe(200);
    await last('customs', 'dat_3', 1);
    expect(world.bodies('customs', 'dat_2')).toEqual([]);
    expect(await pace('customs', -1)).toBe(422);
  });
});
