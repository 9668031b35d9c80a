import { checkAirWaybill, checkS10 } from '../../src/kernel/identifiers/index.js';
import { type ConsignmentBody, CourierDesk, GOODS, RECIPIENT } from '../support/courier-desk.js';
import { FreightDesk } from '../support/freight-desk.js';
import { orderBody } from '../support/order-samples.js';
import { printed, shellExamples, typed } from '../support/shell-examples.js';
import { stepByStep } from '../support/step-by-step.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: CourierDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new CourierDesk(platform, await platform.tenant());
});
afterAll(() => platform.stop());

const BY_OTHER = { by: 'other', readyDate: '2026-12-01' };

const inState =
  (...states: string[]) =>
  ({ state }: ConsignmentBody) =>
    states.includes(state);
const codes = async (id: string) =>
  (
    await desk.client.get<{ data: { classifier: string; code: string; sourceCode: string }[] }>(
      `/v1/freight/consignments/${id}/events`,
    )
  ).body.data.map(({ classifier, code }) => `${classifier} ${code}`);
const faultsOf = ({ body }: { body: { errors?: readonly { pointer: string; code: string }[] } }) =>
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).sort();

describe('A consignment', () => {
  it.each(['express', 'postal', 'dedicated_line', 'air', 'rail'])(
    'by %s is booked from an offer, named, carried and handed over, each told once',
    async (way) => {
      const made = await desk.booked(way, `SO-${way}`);
      expect(made).toMatchObject({ way, state: 'requested', packages: 1, waybillNumber: null });
      expect(made.predictedDelivery?.source).toBe('offer');
      const done = await desk.until(made.id, inState('delivered'));
      const number = done.waybillNumber ?? '';
      if (way === 'air') expect(checkAirWaybill(number).valid).toBe(true);
      if (way === 'postal') expect(checkS10(number).valid).toBe(true);
      expect(done.trackingNumbers).toEqual(way === 'air' || way === 'rail' ? [] : [number]);
      expect(await codes(made.id)).toEqual(['ACT RECE', 'ACT DEPA', 'EST DROP', 'ACT ARRI', 'ACT CUSR', 'ACT DROP']);
      expect([done.collection.actual, done.departure.actual, done.delivery.actual]).not.toContain(null);
      expect(done.delivery.estimated).not.toBe(done.delivery.actual);
      expect(done.predictedDelivery).toBeNull();
      const ends = ['requested', 'delivered'];
      expect(await Promise.all(ends.map((type) => desk.told(made.id, type)))).toEqual([1, 1]);
      // Callbacks overtake one another: a step that was overtaken is not told, what happened is.
      const between = await Promise.all(
        ['accepted', 'collected', 'in_transit'].map((type) => desk.told(made.id, type)),
      );
      expect(Math.max(...between)).toBeLessThanOrEqual(1);
      expect(await desk.told(made.id, 'milestone')).toBe(6);
    },
  );

  it.each([
    ['REJECT', 'rejected', 'The goods are not taken at this address'],
    ['SEND-BACK', 'returned', 'The recipient was not there, and has not fetched it'],
    ['LOSE', 'lost', 'It is not where it should be, and nowhere else'],
  ])('that meets SBX-COURIER-%s is %s, with the reason', async (word, state, reason) => {
    const { id } = await desk.booked('express', `SBX-COURIER-${word}`);
    const ended = await desk.until(id, inState(state));
    expect([ended.reason, await desk.told(id, state)]).toEqual([reason, 1]);
  });

  it.each(['LOST', 'DOWN-ONCE', 'HANGUP', 'TWICE', 'DISORDER'])(
    'is taken once and ends well through a courier whose manner is %s',
    async (word) => {
      const { id } = await desk.booked('dedicated_line', `SBX-COURIER-${word}`);
      await eventually(async () => {
        await desk.letTimePass(id);
        return (await desk.read(id)).body;
      }, inState('delivered'));
      const taken = (await desk.received(id)).filter(({ effect }) => effect === 'taken');
      expect(taken).toHaveLength(1);
      expect(await desk.told(id, 'delivered')).toBe(1);
    },
  );

  it('does not go under a number that cannot be', async () => {
    const { id } = await desk.booked('air', 'SBX-COURIER-BAD-NUMBER');
    await eventually(
      () =>
        platform.rows(`SELECT 1 FROM platform.inbox_message WHERE partner = 'courier' AND body LIKE $1`, [`%${id}%`]),
      (rows) => rows.length > 0,
    );
    await eventually(
      async () => {
        await desk.letTimePass(id);
        return (await desk.received(id)).filter(({ effect }) => effect === 'asked').length;
      },
      (asked) => asked > 0,
    );
    expect(await desk.told(id, 'accepted')).toBe(0);
    expect((await desk.read(id)).body).toMatchObject({ state: 'requested', waybillNumber: null });
  });
});

describe('Cancelling a consignment', () => {
  it('holds until it is collected; then the courier says no, and so do we', async () => {
    await stepByStep(platform, 'courier', async (stepOn) => {
      const early = await desk.booked('express');
      expect(early.allowedActions).toEqual(['request_cancellation']);
      const stale = await desk.cancel(early.id, { 'if-match': '"99"' });
      expect(stale.status).toBe(412);
      expect((await desk.cancel(early.id)).body).toMatchObject({ cancellation: 'requested', allowedActions: [] });
      expect((await desk.cancel(early.id)).status).toBe(409);
      await eventually(
        async () =>
          (await desk.received(early.id)).filter(
            ({ path, effect }) => path.endsWith('/cancellation') && effect === 'taken',
          ).length,
        (count) => count === 1,
      );
      await stepOn();
      const gone = await desk.until(early.id, inState('cancelled'));
      expect(gone).toMatchObject({ cancellation: 'confirmed', reason: 'Cancelled by the shipper' });
    });
    const stubborn = await desk.booked('express', 'SBX-COURIER-NO-CANCEL SBX-COURIER-LATE');
    await desk.cancel(stubborn.id);
    const kept = await desk.until(stubborn.id, ({ cancellation }) => cancellation === 'declined');
    expect([kept.state === 'cancelled', await desk.told(stubborn.id, 'cancellation_declined')]).toEqual([false, 1]);
    const carried = await desk.until(stubborn.id, inState('delivered'));
    const late = await desk.cancel(carried.id);
    expect([late.status, late.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });
});

describe('Booking a consignment', () => {
  it('tells everything that the courier would send back, each with its place', async () => {
    const light = { pieces: [{ count: 1, length: '30', width: '20', height: '10', weight: '0.4' }] };
    const body = await desk.wanted('express', { compare: { ...light, batteries: 'contained' } });
    const answer = await desk.book({
      ...body,
      sender: undefined,
      recipient: { ...RECIPIENT, country: 'FR' },
      goods: [
        { ...GOODS[0], hsCode: undefined },
        { ...GOODS[0], value: { amount: '1.00', currency: 'EUR' } },
      ],
    });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual(
      [
        ...['/goods net_above_gross', '/goods/0/hsCode required', '/goods/1/value currency_mismatch'],
        ...['/papers missing', '/recipient/country misfit', '/sender required'],
      ].sort(),
    );
    const papers = ['un38_3_summary'];
    const goods = [{ ...GOODS[0], netKg: '0.3' }];
    expect((await desk.book({ ...body, papers, goods })).status).toBe(202);
  });

  it('is for offers that are there and go this way', async () => {
    const { comparisonId, offer } = await desk.offer('lcl');
    const rest = { ...(await desk.wanted('express')), comparisonId };
    expect(faultsOf(await desk.book({ ...rest, offerRank: offer.rank }))).toEqual(['/offerRank booked_elsewhere']);
    expect(faultsOf(await desk.book({ ...rest, offerRank: 99 }))).toEqual(['/offerRank unknown']);
    const strange = await desk.book({ ...rest, comparisonId: 'frc_01jdq3x7k2e9ta6v0m8r4c5wzb', offerRank: 1 });
    expect(strange.status).toBe(404);
  });

  it('of an offer that has expired says what it would cost today', async () => {
    const body = await desk.wanted('express');
    await platform.rows(
      `UPDATE freight.comparison SET offers = (SELECT jsonb_agg(o || '{"validUntil": "2026-01-01T00:00:00.000Z"}')
                                               FROM jsonb_array_elements(offers) o) WHERE tenant_id = $1`,
      [desk.tenant.tenantId],
    );
    const answer = await desk.book(body);
    expect([answer.status, answer.body.code]).toEqual([409, 'FREIGHT.OFFER_EXPIRED']);
    expect(answer.body).toMatchObject({ details: { freshTotals: [expect.stringContaining('CNY')] } });
  });

  it('takes an offer once, however many ask at once', async () => {
    const body = await desk.wanted('express');
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.book(body)));
    const [first] = answers.filter(({ status }) => status === 202);
    const others = answers.filter((answer) => answer !== first);
    expect(new Set(others.map(({ status, body: { code } }) => `${status} ${code}`))).toEqual(
      new Set(['409 FREIGHT.OFFER_BOOKED']),
    );
    const { id } = await desk.until(first?.body.id ?? '', inState('delivered'));
    expect((await desk.received(id)).filter(({ effect }) => effect === 'taken')).toHaveLength(1);
  });

  it('of an order takes its parties and lines, and stands in its timeline', async () => {
    const freight = new FreightDesk(platform, desk.tenant);
    const { route } = orderBody('', '');
    const order = { incoterm: 'FCA', route: { ...route, transportMode: 'air' }, freight: BY_OTHER };
    const orderId = await freight.place({ word: 'AIR', order });
    const bare = await desk.wanted('express');
    const booked = await desk.book({
      ...{ comparisonId: bare.comparisonId, offerRank: bare.offerRank, orderId },
      ...{ recipient: RECIPIENT, goods: GOODS },
    });
    expect(booked.status).toBe(202);
    expect(booked.body.orderId).toBe(orderId);
    await desk.until(booked.body.id, inState('delivered'));
    const shown = await desk.client.get<{ tracks: { freight: string } }>(`/v1/orders/${orderId}`);
    expect(shown.body.tracks.freight).toBe('not_applicable');
    const { body } = await desk.client.get<{ data: { type: string; title?: string }[] }>(
      `/v1/orders/${orderId}/timeline?limit=100`,
    );
    expect(JSON.stringify(body.data)).toContain('freight.consignment.delivered');
    const bySea = await freight.place({ word: 'SEA' });
    const refused = await desk.book({ ...(await desk.wanted('express')), orderId: bySea });
    expect([refused.status, refused.body.code]).toEqual([409, 'FREIGHT.ORDER_GOES_BY_SEA']);
  });
});

describe('What the courier calls back with', () => {
  it('is taken with its signature alone, and a repeat of it changes nothing', async () => {
    const { id } = await desk.booked('postal');
    const { version } = await desk.until(id, inState('delivered'));
    const message = {
      reference: id,
      courierReference: 'x',
      status: 'LOST',
      asOf: new Date().toISOString(),
      events: [],
    };
    expect(await desk.callBack(message, 'somebody-elses-secret')).toBe(401);
    expect(await desk.callBack(message)).toBe(202);
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.delivery WHERE queue = 'freight.take-courier-message'`),
      (rows) => rows.length === 0,
    );
    const after = (await desk.read(id)).body;
    expect([after.state, after.version >= version]).toEqual(['delivered', true]);
  });
});

describe('Labels', () => {
  const labels = async (id: string) => {
    const answer = await fetch(`${platform.config.publicUrl}/v1/freight/consignments/${id}/labels`, {
      headers: { authorization: `Bearer ${desk.tenant.apiKey}` },
    });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };

  it('are there from the number on: one for each package, and the form of the way', async () => {
    const pieces = [{ count: 3, length: '30', width: '20', height: '10', weight: '1.5' }];
    const body = await desk.wanted('postal', { compare: { pieces } });
    await stepByStep(platform, 'courier', async (stepOn) => {
      const { id } = (await desk.book(body)).body;
      expect((await labels(id)).status).toBe(409);
      await stepOn();
      const named = await desk.until(id, inState('accepted'));
      expect(named.trackingNumbers).toHaveLength(3);
      const file = await labels(id);
      expect([file.status, file.type, file.bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
      // Three labels of A6, and a CN 23 of A4.
      const text = file.bytes.toString('latin1');
      expect(text.match(/\/MediaBox \[0 0 297\.64 419\.53\]/g)).toHaveLength(3);
      expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(4);
      expect((await labels(id)).bytes.equals(file.bytes)).toBe(true);
    });
    expect((await labels('csg_01jdq3x7k2e9ta6v0m8r4c5wzb')).status).toBe(404);
  });
});

const EXAMPLES = shellExamples('docs/freight-consignments.md');

describe('The page on consignments', () => {
  it.each(EXAMPLES.map((example) => [example.heading, example] as const))('%s', async (_heading, example) => {
    const { apiKey } = await platform.tenant();
    expect(await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey })).toMatch(printed(example));
  });
});
