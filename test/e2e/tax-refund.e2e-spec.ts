import { RefundDesk } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';

const SMOOTH = ['matched', 'filed', 'accepted', 'approved', 'paid'];

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
}, 60_000);

afterAll(async () => {
  await platform.stop();
});

describe('The refund of a trading company', () => {
  it('is matched, filed and paid by itself, and every fen of it is in the books', async () => {
    const desk = await RefundDesk.open(platform);
    const paid = await desk.claimed('paid');
    expect(paid).toMatchObject({
      attempt: 1,
      taxable: { amount: '60000.00', currency: 'CNY' },
      refund: { amount: '7800.00', currency: 'CNY' },
      nonRefundableVat: { amount: '0.00', currency: 'CNY' },
      awarded: { amount: '7800.00', currency: 'CNY' },
      expectedBy: null,
      allowedActions: [],
    });
    expect(paid.acceptanceNumber).toMatch(/^3302/);
    expect(paid.treasuryReference).toMatch(/^TRS/);
    expect(await desk.story(paid.id)).toEqual(SMOOTH);
    expect((await desk.events(paid.id)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
    expect(await desk.posted('clearing_tax_bureau')).toBe('0.00');
    expect(await desk.posted('clearing_bank')).toBe('7800.00');
    expect(await desk.posted('client_funds', desk.sellerId)).toBe('7800.00');
  });
});
