import { addDays } from '../../src/kernel/local-date.js';
import { awaited, colleague, policy, say } from '../support/approval-desk.js';
import { DisputeDesk, TODAY, USD } from '../support/dispute-desk.js';
import { LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const SLOW_MS = 90_000;
const DISPUTED = 'The buyer disputes 2500.00 USD of the order: quality';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
}, SLOW_MS);
afterAll(() => platform.stop());

const open = async (): Promise<[LendingDesk, DisputeDesk]> => {
  const lending = await LendingDesk.open(platform);
  return [lending, new DisputeDesk(lending)];
};
const events = async ({ client }: LendingDesk, type: string) =>
  (await client.get<{ data: { data: Record<string, unknown> }[] }>(`/v1/events?limit=100&type=${type}`)).body.data;

describe('A dispute with a buyer', () => {
  it('closes what asks for an undisputed order, at once; resolved, it opens again', async () => {
    const [lending, desk] = await open();
    await desk.ask('not_disputed');
    const orderId = await lending.ready();
    expect((await desk.judged(orderId, 'not_disputed')).outcome).toBe('met');

    const opened = await desk.open(orderId);
    expect([opened.status, opened.body.state, opened.body.allowedActions]).toEqual([201, 'open', ['resolve']]);
    expect(await desk.judged(orderId, 'not_disputed')).toEqual({ outcome: 'unmet', reasons: [DISPUTED] });
    expect((await desk.judged(orderId, 'not_disputed', 'insured_factoring', 'zh')).reasons).toEqual([
      '买方对订单提出争议 2500.00 USD：质量',
    ]);
    const refused = await lending.ask(orderId);
    expect([refused.status, refused.body.code, refused.body.details.reasons]).toEqual([
      ...[409, 'FINANCING.NOT_ELIGIBLE', [DISPUTED]],
    ]);

    const second = await desk.open(orderId, { kind: 'delivery', amount: USD('1000.00') });
    expect((await desk.resolve(opened.body.id)).body).toMatchObject({
      ...{ state: 'resolved', outcome: 'rejected', conceded: USD('0.00'), allowedActions: [] },
    });
    expect((await desk.judged(orderId, 'not_disputed')).reasons).toEqual([
      'The buyer disputes 1000.00 USD of the order: delivery',
    ]);
    await desk.resolve(second.body.id, { outcome: 'settled', conceded: USD('400.00'), note: 'A discount' });
    expect((await desk.judged(orderId, 'not_disputed')).outcome).toBe('met');
    expect((await lending.ask(orderId)).status).toBe(202);
    const told = await eventually(
      () => events(lending, 'financing.dispute.opened,financing.dispute.resolved'),
      ({ length }) => length === 4,
    );
    const { body: timeline } = await lending.client.get<{ data: object[] }>(
      `/v1/orders/${orderId}/timeline?limit=100`,
      { 'accept-language': 'zh' },
    );
    const said = timeline.data.map((entry) => JSON.stringify(entry)).join();
    expect(said).toContain('买方就质量对 2500.00 USD 提出争议');
    expect(said).toContain('争议已解决：双方和解，让步 400.00 USD');
    expect(told.map(({ data }) => data['conceded'] ?? data['kind']).sort()).toEqual(
      [USD('0.00'), USD('400.00'), 'delivery', 'quality'].sort(),
    );
  });

  it('takes what is disputed, and then what was given up, from what is lent on', async () => {
    const [lending, desk] = await open();
    const orderId = await lending.desk.place();
    expect(await desk.base(orderId)).toBe('71000.00 CNY');
    const { body } = await desk.open(orderId);
    expect(await desk.base(orderId)).toBe('53250.00 CNY');
    await desk.resolve(body.id, { outcome: 'upheld', conceded: USD('1000.00') });
    expect(await desk.base(orderId)).toBe('63900.00 CNY');
    await desk.open(orderId, { amount: USD('10000.00') });
    expect(await desk.base(orderId)).toBe('0.00 CNY');
  });

  it('declines what waits for a second person when that one approves', async () => {
    const [lending, desk] = await open();
    const { tenant } = lending.desk;
    const owner = await colleague(platform, tenant, 'owner');
    const checker = await colleague(platform, tenant, 'approver');
    await policy(owner, 'financing.advance.draw', '100.00');
    await desk.ask('not_disputed');
    const orderId = await lending.ready();
    const { body: asked } = await lending.ask(orderId);
    expect(asked.state).toBe('awaiting_approval');
    await desk.open(orderId);
    await say(checker.client, await awaited(checker, orderId), 'approval');
    const declined = await eventually(
      () => lending.advance(asked.id),
      ({ state }) => state !== 'awaiting_approval',
    );
    expect(declined).toMatchObject({ state: 'declined', reasons: [DISPUTED] });
  });

  it('names what is wrong with it, and changes nothing then', async () => {
    const [lending, desk] = await open();
    const orderId = await lending.desk.place();
    const faults = async (answer: ReturnType<DisputeDesk['open']>): Promise<unknown> => {
      const { status, body } = await answer;
      return [status, ...body.errors.map(({ pointer }) => pointer)];
    };
    expect(await faults(desk.open(orderId, { amount: USD('10000.01') }))).toEqual([422, '/amount']);
    expect(await faults(desk.open(orderId, { openedOn: addDays(TODAY, 1) }))).toEqual([422, '/openedOn']);
    const draft = await lending.desk.place({ placement: 'later' });
    expect((await desk.open(draft)).body.code).toBe('FINANCING.NOT_DISPUTABLE');
    const { body } = await desk.open(orderId);
    expect(await faults(desk.resolve(body.id, { outcome: 'settled' }))).toEqual([422, '/conceded']);
    expect(await faults(desk.resolve(body.id, { resolvedOn: addDays(TODAY, -1) }))).toEqual([422, '/resolvedOn']);
    expect((await desk.dispute(body.id)).state).toBe('open');
    const [, stranger] = await open();
    expect((await stranger.open(orderId)).status).toBe(404);
    expect((await stranger.resolve(body.id)).status).toBe(404);
  });

  it('is resolved once, though twenty say so at once', async () => {
    const [lending, desk] = await open();
    const { body } = await desk.open(await lending.desk.place());
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_none, index) =>
        desk.resolve(body.id, index % 2 === 0 ? {} : { outcome: 'settled', conceded: USD(`${index}.00`) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
    const winner = answers.find(({ status }) => status === 200)?.body;
    expect((await desk.dispute(body.id)).conceded).toEqual(winner?.conceded);
    const told = await eventually(
      () => events(lending, 'financing.dispute.resolved'),
      ({ length }) => length > 0,
    );
    expect(told).toHaveLength(1);
  });

  it('and a draw at the same moment go one after the other: the draw is whole or refused', async () => {
    const [lending, desk] = await open();
    await desk.ask('not_disputed');
    const orders = await Promise.all(Array.from({ length: 5 }, () => lending.ready()));
    const both = await Promise.all(orders.map((id) => Promise.all([lending.ask(id), desk.open(id)])));
    for (const [asked, disputed] of both) {
      expect(disputed.status).toBe(201);
      if (asked.status !== 202) expect(asked.body.details.reasons).toEqual([DISPUTED]);
      else expect(asked.body.principal.amount).toBe('8000.00');
    }
  });
});

describe('A name on a list of denied parties', () => {
  it('stops every draw, whatever the product asks for, until the list says that it is clear', async () => {
    const [lending, desk] = await open();
    const { sellerId, buyerId } = lending.desk;
    const orderId = await lending.ready();
    const why = 'The buyer stands on a list of denied parties: OFAC SDN';
    expect((await desk.screen(buyerId, 'hit')).status).toBe(201);
    expect((await lending.ask(orderId)).body.details.reasons).toEqual([why]);
    // Another list does not clear it; nor does an older word of the same one.
    await desk.screen(buyerId, 'clear', { list: 'UN' });
    await desk.screen(buyerId, 'clear', { screenedOn: addDays(TODAY, -1) });
    expect((await lending.ask(orderId)).body.details.reasons).toEqual([why]);
    await desk.screen(buyerId, 'possible');
    await desk.screen(sellerId, 'possible');
    expect((await lending.ask(orderId)).status).toBe(202);
  });

  it('and any that is not clear closes what asks for `screening_clear`', async () => {
    const [lending, desk] = await open();
    await desk.ask('screening_clear');
    const { sellerId, buyerId } = lending.desk;
    const orderId = await lending.ready();
    const judged = () => desk.judged(orderId, 'screening_clear', 'refund_advance');
    expect((await judged()).outcome).toBe('unknown');
    await desk.screen(sellerId, 'clear');
    expect((await judged()).outcome).toBe('unknown');
    await desk.screen(buyerId, 'possible');
    expect((await judged()).reasons).toEqual(['The buyer may stand on a list of denied parties: OFAC SDN']);
    await desk.screen(buyerId, 'hit');
    expect((await lending.ask(orderId)).body.details.reasons).toHaveLength(1);
    await desk.screen(buyerId, 'clear');
    expect((await judged()).outcome).toBe('met');
    expect((await lending.ask(orderId)).status).toBe(202);
  });

  it('is entered of parties that are there, for days that have come, and seen by nobody else', async () => {
    const [lending, desk] = await open();
    const [, stranger] = await open();
    const { buyerId } = lending.desk;
    const foreign = await stranger.screen(buyerId, 'hit');
    expect([foreign.status, foreign.body.errors[0]?.pointer]).toEqual([422, '/partyId']);
    const future = await desk.screen(buyerId, 'clear', { screenedOn: addDays(TODAY, 1) });
    expect([future.status, future.body.errors[0]?.pointer]).toEqual([422, '/screenedOn']);
    const { body } = await desk.screen(buyerId, 'clear');
    expect((await lending.client.get(`/v1/financing/screenings/${body.id}`)).status).toBe(200);
    expect((await stranger.lending.client.get(`/v1/financing/screenings/${body.id}`)).status).toBe(404);
  });
});

describe('The score of a seller', () => {
  it('counts open disputes and looks at screenings; what was frozen before stays as it was', async () => {
    const [lending, desk] = await open();
    const { sellerId } = lending.desk;
    const score = async () => {
      const { body } = await lending.client.post<{ id: string; score: number; inputs: Record<string, unknown> }>(
        '/v1/financing/scores',
        { sellerId },
        key(),
      );
      return body;
    };
    const before = await score();
    expect(before.inputs).toMatchObject({ disputes: null, screening: null });
    const { body } = await desk.open(await lending.desk.place());
    await desk.screen(sellerId, 'possible');
    expect((await score()).inputs).toMatchObject({ disputes: 1, screening: 'review' });
    await desk.resolve(body.id);
    await desk.screen(sellerId, 'clear');
    const after = await score();
    expect(after.inputs).toMatchObject({ disputes: 0, screening: 'clear' });
    expect(after.score).toBeGreaterThan(before.score);
    await desk.screen(sellerId, 'hit');
    expect((await score()).score).toBeLessThanOrEqual(199);
    for (const { id } of [before, after]) {
      const { body: again } = await lending.client.get(`/v1/financing/scores/${id}/verification`);
      expect(again).toMatchObject({ isSame: true });
    }
  });
});
