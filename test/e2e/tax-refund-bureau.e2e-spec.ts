import { RefundDesk } from '../support/refund-desk.js';
import { SELLER } from '../support/order-samples.js';
import { stepByStep } from '../support/step-by-step.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const SMOOTH = ['matched', 'filed', 'accepted', 'approved', 'paid'];

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});

afterAll(async () => {
  await platform.stop();
});

/** The bureau reads magic words in the taxpayer's name. */
const taxpayer = (word: string): Promise<RefundDesk> => RefundDesk.open(platform, { name: `${SELLER.name} ${word}` });

describe('A bureau that says no', () => {
  it('leaves a rejected claim and clean books; filed again it is a second attempt; given up, it frees its invoice', async () => {
    const desk = await taxpayer('SBX-TAX-REJECT');
    const rejected = await desk.claimed('rejected');
    expect(rejected).toMatchObject({
      reason: 'The supplier is under investigation for false invoices',
      allowedActions: ['file', 'abandon'],
      awarded: { amount: '0.00' },
      expectedBy: null,
    });
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
    expect(await desk.posted('clearing_tax_bureau')).toBe('0.00');

    const dry = await desk.command(rejected.id, 'filing', {}, '?dryRun=true');
    expect([dry.status, dry.body.state, dry.body.attempt]).toEqual([200, 'queued', 2]);
    expect((await desk.claim(rejected.id)).body).toMatchObject({ state: 'rejected', attempt: 1 });

    const again = await desk.command(rejected.id, 'filing');
    expect(again.status).toBe(202);
    expect(again.body).toMatchObject({ state: 'queued', attempt: 2, reason: null, refund: { amount: '7800.00' } });
    expect(again.body.expectedBy).not.toBeNull();
    const twice = await eventually(
      () => desk.claim(rejected.id),
      ({ body }) => body.state === 'rejected' && body.attempt === 2,
    );
    expect(twice.body.filings.map(({ reference, state }) => [reference, state])).toEqual([
      [rejected.id, 'taken'],
      [`${rejected.id}-2`, 'taken'],
    ]);
    expect(await desk.story(rejected.id)).toEqual([
      'matched',
      'filed',
      'accepted',
      'rejected',
      'filed',
      'accepted',
      'rejected',
    ]);
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');

    const abandoned = await desk.command(rejected.id, 'abandonment', { reason: 'Another supplier invoice comes' });
    expect(abandoned.body).toMatchObject({ state: 'abandoned', allowedActions: [] });
    const told = await platform.rows<{ data: object }>(
      `SELECT data FROM platform.event WHERE tenant_id = $1 AND type = 'tax_refund.claim.abandoned'`,
      [desk.tenant.tenantId],
    );
    expect(told).toMatchObject([{ data: { refund: rejected.refund, reason: 'Another supplier invoice comes' } }]);
    const { body } = await desk.tenant.client.get<{ data: { id: string; lines: { claimedQuantity: string }[] }[] }>(
      '/v1/tax-refund/invoices',
    );
    expect(body.data[0]?.lines[0]?.claimedQuantity).toBe('0');
  });

  it('to a claim that was given up, lets the export be matched anew on other invoices', async () => {
    const desk = await taxpayer('SBX-TAX-REJECT');
    const orderId = await desk.place();
    const { body: invoice } = await desk.record(desk.invoice(orderId));
    await desk.clear(orderId);
    await desk.collect(orderId);
    const first = await desk.untilClaim(orderId, 'rejected');
    await desk.command(first.id, 'abandonment', { reason: 'The invoice is in doubt' });
    await desk.tenant.client.post(`/v1/tax-refund/invoices/${invoice.id}/cancellation`, { reason: 'In doubt' });
    await desk.record(desk.invoice(orderId));
    const second = await desk.untilClaim(orderId, 'rejected');
    expect(second.id).not.toBe(first.id);
    expect(second.lines[0]?.declarationLine).toBe(first.lines[0]?.declarationLine);
  });

  it('at the door, because another claims the same item, says why', async () => {
    const desk = await RefundDesk.open(platform);
    const other = await RefundDesk.open(platform);
    const prepare = async (of: RefundDesk, entryNumber?: string) => {
      const orderId = await of.place();
      await of.record(of.invoice(orderId));
      const number = await of.clear(orderId, entryNumber === undefined ? {} : { entryNumber });
      await of.collect(orderId);
      return { orderId, number };
    };
    const { orderId, number } = await prepare(desk);
    await desk.untilClaim(orderId, 'paid');
    const late = await prepare(other, number);
    const rejected = await other.untilClaim(late.orderId, 'rejected');
    expect(rejected.reason).toMatch(/A declaration line can be claimed once; \/lines\/0\/declarationLine/);
    expect(rejected.filings).toMatchObject([{ state: 'refused' }]);
    expect(await other.posted('refund_receivable', other.sellerId)).toBe('0.00');
  });
});

describe('A bureau that grants less', () => {
  it('is taken at its word: half is paid, and nothing stays receivable', async () => {
    const desk = await taxpayer('SBX-TAX-LESS');
    const { id } = await desk.claimed('paid');
    // The approval says why, and may be heard after the payment.
    const { body: paid } = await eventually(
      () => desk.claim(id),
      ({ body }) => body.reason !== null,
    );
    expect(paid).toMatchObject({
      state: 'paid',
      refund: { amount: '7800.00' },
      awarded: { amount: '3900.00' },
      reason: 'Half of the input VAT is disallowed',
    });
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
    expect(await desk.posted('clearing_tax_bureau')).toBe('0.00');
    expect(await desk.credited()).toBe('3900.00');
  });
});

describe('A bureau whose payment overtakes its approval', () => {
  it('is believed, and its reason for less is kept when it comes, told once', async () => {
    const desk = await taxpayer('SBX-TAX-NEVER');
    const { id } = await desk.claimed('filed');
    const say = (kind: string, more: object) =>
      desk.callback({ type: `claim.${kind}`, reference: id, acceptanceNumber: '33022026000000001', ...more });
    const amount = { amount: '3900.00', currency: 'CNY' };
    await say('paid', { at: '2026-11-27T10:00:00+08:00', amount, treasuryReference: 'TRS1' });
    expect(await desk.until(id, 'paid')).toMatchObject({ awarded: { amount: '3900.00' }, reason: null });
    await say('approved', { at: '2026-11-26T10:00:00+08:00', amount, reason: 'Half is disallowed' });
    const { body } = await eventually(
      () => desk.claim(id),
      (answer) => answer.body.reason !== null,
    );
    expect(body).toMatchObject({ state: 'paid', awarded: { amount: '3900.00' }, reason: 'Half is disallowed' });
    expect(await desk.story(id)).toEqual(SMOOTH);
    expect(await desk.credited()).toBe('3900.00');
  });
});

describe('A bureau that asks', () => {
  it('goes on by itself, answered or not', async () => {
    const desk = await taxpayer('SBX-TAX-QUERY');
    await stepByStep(platform, 'tax-bureau', async (stepOn) => {
      const { id } = await desk.claimed('filed');
      for (const state of ['accepted', 'queried', 'approved', 'paid']) {
        await stepOn();
        await desk.until(id, state);
      }
      expect(await desk.story(id)).toEqual(['matched', 'filed', 'accepted', 'queried', 'approved', 'paid']);
    });
  });

  it('and answers itself in the same breath may be heard too late; the claim is paid all the same', async () => {
    const desk = await taxpayer('SBX-TAX-QUERY');
    const { id } = await desk.claimed('paid');
    expect((await desk.story(id)).filter((step) => step !== 'queried')).toEqual(SMOOTH);
  });

  it('is answered, may ask again, and is not led astray by its own repeats', async () => {
    const desk = await taxpayer('SBX-TAX-NEVER');
    const { id } = await desk.claimed('filed');
    const say = (kind: string, at: string, more: object = {}) =>
      desk.callback({ type: `claim.${kind}`, reference: id, acceptanceNumber: '33022026000000001', at, ...more });
    const first = '2026-11-24T10:00:00+08:00';
    expect(await say('queried', first, { reason: 'Names differ' })).toBe(202);
    const queried = await desk.until(id, 'queried');
    expect(queried).toMatchObject({ reason: 'Names differ', allowedActions: ['answer'] });
    const answered = await desk.command(id, 'answers', { text: 'Same goods, another name' });
    expect(answered.body).toMatchObject({ state: 'answered', answers: [{ text: 'Same goods, another name' }] });
    await say('queried', first, { reason: 'Names differ' });
    await say('queried', '2026-11-25T10:00:00+08:00', { reason: 'Which supplier?' });
    expect((await desk.until(id, 'queried')).reason).toBe('Which supplier?');
    await desk.command(id, 'answers', { text: 'The factory in Yuyao' });
    const amount = { amount: '7800.00', currency: 'CNY' };
    await say('paid', '2026-11-27T10:00:00+08:00', { amount, treasuryReference: 'TRS1' });
    await desk.until(id, 'paid');
    await say('approved', '2026-11-26T10:00:00+08:00', { amount });
    await say('rejected', '2026-11-26T10:00:00+08:00', { reason: 'late' });
    expect(await desk.story(id)).toEqual(['matched', 'filed', 'accepted', 'queried', 'queried', 'approved', 'paid']);
    expect((await desk.claim(id)).body.answers).toHaveLength(2);
  });
});

describe('A bureau that is', () => {
  it.each([
    ['down at first', 'SBX-TAX-DOWN-ONCE'],
    ['cut off after it took the claim', 'SBX-TAX-HANGUP'],
    ['saying everything twice', 'SBX-TAX-TWICE'],
    ['telling it in the wrong order', 'SBX-TAX-DISORDER'],
  ])('%s pays once', async (_why, word) => {
    const desk = await taxpayer(word);
    const paid = await desk.claimed('paid');
    expect(await desk.story(paid.id)).toEqual(SMOOTH);
    expect(await desk.credited()).toBe('7800.00');
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
  });

  it('forgetful is asked, and goes on', async () => {
    const desk = await taxpayer('SBX-TAX-LOST');
    const { id } = await desk.claimed('filed');
    await eventually(
      async () => {
        await desk.letTimePass(id);
        return (await desk.claim(id)).body.state;
      },
      (state) => state === 'paid',
    );
    expect((await desk.story(id)).filter((step) => step !== 'overdue')).toEqual(SMOOTH);
  });

  it('silent is asked in vain: the claim stays filed, is reported overdue, and the next question is promised', async () => {
    const desk = await taxpayer('SBX-TAX-NEVER');
    const { id, expectedBy } = await desk.claimed('filed');
    await desk.letTimePass(id);
    await eventually(
      () => desk.story(id),
      (story) => story.at(-1) === 'overdue',
    );
    const { body } = await desk.claim(id);
    expect(body.state).toBe('filed');
    expect(body.expectedBy).not.toBe(expectedBy);
    const promised = await platform.rows(
      `SELECT 1 FROM platform.delivery WHERE tenant_id = $1 AND queue = 'tax-refund.ask-bureau' AND due_at > now()`,
      [desk.tenant.tenantId],
    );
    expect(promised).toHaveLength(1);
  });

  it('down for long is tried again, asked, and reported overdue', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    await desk.record(desk.invoice(orderId));
    await desk.collect(orderId);
    await desk.untilCase(orderId, ({ missing }) => missing.every(({ fact }) => fact === 'declaration_cleared'));
    await desk.bureau({ down: true });
    try {
      await desk.clear(orderId);
      const { id } = await desk.untilClaim(orderId, 'queued');
      await desk.letTimePass(id);
      await eventually(
        () => desk.story(id),
        (story) => story.includes('overdue'),
      );
      await desk.bureau({ down: false });
      await desk.letTimePass(id);
      await desk.until(id, 'paid');
    } finally {
      await desk.bureau({ down: false });
    }
  });
});

describe('A callback', () => {
  it('that is not signed by the bureau is not taken', async () => {
    const desk = await RefundDesk.open(platform);
    expect(await desk.callback({ type: 'claim.paid' }, 'another secret')).toBe(401);
  });

  it('about a claim that is not ours goes to the dead letters, for a person', async () => {
    const desk = await RefundDesk.open(platform);
    const at = '2026-11-24T10:00:00+08:00';
    await desk.callback({ type: 'claim.paid', reference: 'clm_unknown', acceptanceNumber: '1', at });
    const found = await eventually(
      () =>
        platform.rows<{ error_code: string }>(`SELECT error_code FROM platform.dead_letter WHERE tenant_id = $1`, [
          desk.tenant.tenantId,
        ]),
      (rows) => rows.length > 0,
    );
    expect(found).toMatchObject([{ error_code: 'TAX_REFUND.UNREADABLE_BUREAU_MESSAGE' }]);
  });
});
