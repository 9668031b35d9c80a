import { publicId } from '../../src/kernel/ids.js';
import { RehearsalDesk, type SimulationBody } from '../support/rehearsal-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const SLOW_MS = 120_000;
const HOUR_MS = 3_600_000;
/** Seller, buyer, order. */
const STEPS_TO_ORDER = 3;
const GOES_ON_MAX = 60;
const STEP_HEARD_MS = 700;
const PARTNERS = ['customs', 'carrier', 'courier', 'bank', 'lender', 'tax_bureau'];

interface Row {
  readonly id: string;
  readonly state: string;
}

describe('A simulation', () => {
  let platform: TestPlatform;
  let desk: RehearsalDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = new RehearsalDesk(await platform.tenant());
    const resourceId = publicId('tenant', desk.tenant.tenantId);
    for (const partner of PARTNERS) {
      const kind = `${partner}.paced`;
      expect(await desk.simulated({ kind, resourceId, parameters: { delayMs: HOUR_MS } })).toMatchObject({
        state: 'done',
      });
    }
  });
  afterAll(() => platform.stop());

  /** An order whose partners wait to be told. */
  const place = async (kind = 'inspection'): Promise<{ orderId: string; scenarioId: string }> => {
    const { body } = await desk.start({ kind, mode: 'stepwise' });
    for (let step = 0; step < STEPS_TO_ORDER; step += 1) await desk.stepped(body.id);
    return { scenarioId: body.id, orderId: (await desk.scenario(body.id)).orderId ?? '' };
  };

  const rowOf = async (path: string): Promise<Row> => {
    const found = await eventually(
      () => desk.tenant.client.get<{ data: Row[] }>(path),
      ({ body: { data } }) => data.length > 0,
    );
    const [row] = found.body.data;
    if (row === undefined) throw new Error(`Nothing at ${path}`);
    return row;
  };
  const booking = (orderId: string): Promise<Row> => rowOf(`/v1/freight/bookings?orderId=${orderId}`);
  const declaration = (orderId: string): Promise<Row> => rowOf(`/v1/customs/declarations?orderId=${orderId}`);

  const does = (kind: string, resourceId: string): Promise<SimulationBody> => desk.simulated({ kind, resourceId });

  /** Has the partner do it as soon as it knows the resource. */
  const done = async (kind: string, resourceId: string): Promise<void> => {
    await eventually(
      () => does(kind, resourceId),
      ({ state }) => state === 'done',
      60_000,
    );
  };

  /** Has the partner go on until the resource is in the state. */
  const goesOn = async (kind: string, look: () => Promise<Row>, state: string): Promise<Row> => {
    for (let steps = 0; steps < GOES_ON_MAX; steps += 1) {
      const row = await look();
      if (row.state === state) return row;
      const { state: outcome } = await does(`${kind}.next_step`, row.id);
      // What the partner then says is on its way: another step would be one too many.
      if (outcome === 'done') await pause();
    }
    throw new Error(`It never was ${state}: ${JSON.stringify(await look())}`);
  };

  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, STEP_HEARD_MS));

  const becomes = (look: () => Promise<Row>, state: string): Promise<Row> =>
    eventually(look, (row) => row.state === state);

  it(
    'has the carrier take a booking, and then reject it',
    async () => {
      const { orderId } = await place();
      const { id } = await booking(orderId);
      await done('booking.rejected', id);
      await becomes(() => booking(orderId), 'received');
      await done('booking.rejected', id);
      await becomes(() => booking(orderId), 'rejected');
    },
    SLOW_MS,
  );

  it(
    'has the carrier decline what it confirmed, and customs send back what they accepted',
    async () => {
      const { orderId } = await place();
      const { id } = await goesOn('booking', () => booking(orderId), 'confirmed');
      const accepted = await goesOn('declaration', () => declaration(orderId), 'accepted');
      await done('declaration.refused', accepted.id);
      await becomes(() => declaration(orderId), 'rejected');
      await done('booking.declined', id);
      await becomes(() => booking(orderId), 'declined');
    },
    SLOW_MS,
  );

  it(
    'decides what each partner does with one whole order, while other tenants’ orders go their way',
    async () => {
      const other = new RehearsalDesk(await platform.tenant('Other'));
      const others = other.run('inspection');
      const { orderId, scenarioId } = await place('export');
      await goesOn('booking', () => booking(orderId), 'confirmed');
      // The booking that it waits for is there; then it records the invoice that the refund stands on.
      for (const name of ['await_booking', 'record_invoice']) {
        expect(await desk.stepped(scenarioId)).toMatchObject({ name, state: 'done' });
      }
      const { id: declarationId } = await goesOn('declaration', () => declaration(orderId), 'accepted');
      await done('declaration.inspected', declarationId);
      await becomes(() => declaration(orderId), 'inspecting');
      await goesOn('declaration', () => declaration(orderId), 'released');
      await goesOn('booking', () => booking(orderId), 'completed');
      await goesOn('declaration', () => declaration(orderId), 'cleared');
      await done('collection.paid', orderId);
      const { id: payoutId } = await rowOf(`/v1/fx/payouts?orderId=${orderId}`);
      await done('payout.returned', payoutId);
      await becomes(() => rowOf(`/v1/fx/payouts?orderId=${orderId}`), 'accepted');
      await done('payout.next_step', payoutId);
      await becomes(() => rowOf(`/v1/fx/payouts?orderId=${orderId}`), 'rejected');
      const { id: claimId } = await rowOf(`/v1/tax-refund/claims?orderId=${orderId}`);
      const { id: advanceId } = await rowOf(`/v1/financing/advances?orderId=${orderId}`);
      await done('advance.declined', advanceId);
      await becomes(() => rowOf(`/v1/financing/advances?orderId=${orderId}`), 'declined');
      await done('claim.reduced', claimId);
      await done('claim.reduced', claimId);
      const { body } = await eventually(
        () =>
          desk.tenant.client.get<{ state: string; awarded: { amount: string } }>(`/v1/tax-refund/claims/${claimId}`),
        (answer) => answer.body.state === 'approved',
      );
      expect(body.awarded.amount).toBe('3900.00');
      const played = await others;
      expect([played.state, played.problem]).toEqual(['completed', null]);
      const stranger = await other.simulate({ kind: 'claim.next_step', resourceId: claimId });
      expect(stranger.status).toBe(404);
    },
    SLOW_MS,
  );

  it('that comes too late, or too early, says so', async () => {
    const { orderId } = await place();
    const { id } = await declaration(orderId);
    const early = await does('declaration.refused', id);
    expect([early.state, early.problem?.code]).toEqual(['failed', 'REHEARSAL.NOT_NOW']);
    const { id: bookingId } = await goesOn('booking', () => booking(orderId), 'confirmed');
    const late = await does('booking.rejected', bookingId);
    expect([late.state, late.problem?.code]).toEqual(['failed', 'PARTNER.REJECTED']);
  });

  it('sets no pace but that of its own tenant', async () => {
    const stranger = new RehearsalDesk(await platform.tenant('Stranger'));
    const resourceId = publicId('tenant', desk.tenant.tenantId);
    expect((await stranger.simulate({ kind: 'customs.paced', resourceId })).status).toBe(404);
  });

  it('is told of in a catalogue, in both languages, with an example that fits its schema', async () => {
    interface Kind {
      readonly kind: string;
      readonly description: string;
      readonly parameters: { readonly properties: object };
      readonly example: object;
    }
    const list = async (language: string): Promise<readonly Kind[]> =>
      (await desk.tenant.client.get<{ data: Kind[] }>('/v1/sandbox/simulation-kinds', { 'accept-language': language }))
        .body.data;
    const [english, chinese] = [await list('en'), await list('zh-CN')];
    expect(english.map(({ kind }) => kind)).toEqual(chinese.map(({ kind }) => kind));
    expect(new Set(english.map(({ kind }) => kind)).size).toBe(english.length);
    expect(english.length).toBeGreaterThan(25);
    expect(chinese.filter(({ description }) => !/\p{Script=Han}/u.test(description))).toEqual([]);
    for (const { parameters, example } of english) {
      const names = Object.keys(parameters.properties);
      expect(Object.keys(example).filter((name) => !names.includes(name))).toEqual([]);
    }
  });
});
