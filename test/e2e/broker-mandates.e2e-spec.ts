import { BROKER, BrokerDesk, type BrokerMandateBody, inDays } from '../support/broker-desk.js';
import { type ApiAnswer } from '../support/api-client.js';
import { CustomsDesk, key } from '../support/customs-desk.js';
import { SELLER } from '../support/order-samples.js';
import { eventually } from '../support/test-platform.js';

const NOBODY = 'bmd_01jdq3x7k2e9ta6v0m8r4c5wzb';

let desk: CustomsDesk;
let brokers: BrokerDesk;

beforeAll(async () => {
  desk = await CustomsDesk.open();
  brokers = new BrokerDesk(desk.platform, desk.tenant.client, desk.sellerId);
});
afterAll(() => desk.close());

const faultsOf = ({ body }: ApiAnswer<BrokerMandateBody>): string[] =>
  body.errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe("A broker's mandate", () => {
  it('is offered, accepted and revoked, and each step is told with the names of both sides', async () => {
    const offered = await brokers.offer();
    expect([offered.status, offered.body.state]).toEqual([201, 'offered']);
    expect(offered.body.allowedActions).toEqual(['accept', 'refuse', 'revoke']);
    const { id } = offered.body;
    const accepted = await brokers.command(id, 'acceptance');
    expect([accepted.body.state, accepted.body.acceptedAt === null]).toEqual(['in_force', false]);
    const revoked = await brokers.command(id, 'revocation', { reason: 'We change to another broker' });
    expect(revoked.body).toMatchObject({ state: 'revoked', reason: 'We change to another broker', allowedActions: [] });
    expect((await brokers.command(id, 'acceptance')).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    const lines = await brokers.history(id);
    expect(lines.map(({ action, toState }) => `${action} ${toState}`)).toEqual([
      'customs.broker_mandate.offer offered',
      'customs.broker_mandate.accept in_force',
      'customs.broker_mandate.revoke revoked',
    ]);
    for (const { details } of lines) {
      expect(details).toMatchObject({ seller: offered.body.sellerName, broker: BROKER.name });
    }
    // An event is in the feed once nothing older can still come: a moment after its command.
    const told = () =>
      desk.tenant.client
        .get<{ data: { type: string }[] }>(`/v1/events?resourceId=${id}&limit=100`)
        .then(({ body }) =>
          body.data.map(({ type }) => type).filter((type) => type.startsWith('customs.broker_mandate')),
        );
    const types = await eventually(told, (seen) => seen.length >= 3);
    expect(types.sort()).toEqual(['accepted', 'offered', 'revoked'].map((step) => `customs.broker_mandate.${step}`));
  });

  it('may be refused, with a reason', async () => {
    const { body } = await brokers.offer();
    const refused = await brokers.command(body.id, 'refusal', { reason: 'We do not serve this port' });
    expect(refused.body).toMatchObject({ state: 'refused', reason: 'We do not serve this port' });
  });

  it('is found by seller, state and number', async () => {
    const { id } = await brokers.entrust({ agreementNumber: 'FIND0000000001' });
    const list = async (query: string): Promise<string[]> => {
      const path = `/v1/customs/broker-mandates?${query}`;
      return (await desk.tenant.client.get<{ data: { id: string }[] }>(path)).body.data.map((each) => each.id);
    };
    expect(await list('agreementNumber=FIND0000000001')).toEqual([id]);
    expect(await list(`sellerId=${desk.sellerId}&state=in_force`)).toContain(id);
    expect(await list('agreementNumber=FIND0000000001&state=offered')).toEqual([]);
    const again = await brokers.offer({ agreementNumber: 'FIND0000000001' });
    expect([again.status, again.body.code]).toEqual([409, 'CUSTOMS.BROKER_MANDATE_EXISTS']);
  });

  it('is for one order of that seller where it is for a single shipment', async () => {
    const orderId = await desk.place();
    const single = await brokers.offer({ kind: 'single_shipment', orderId });
    expect(single.status).toBe(201);
    const none = await brokers.offer({ kind: 'single_shipment' });
    expect([none.status, faultsOf(none)]).toEqual([422, ['/orderId required']]);
  });

  it('lasts a year at most', async () => {
    const answer = await brokers.offer({ validFrom: inDays(0), validTo: inDays(400) });
    expect([answer.status, faultsOf(answer)]).toEqual([422, ['/validTo too_long']]);
  });

  it('ends by itself when the tenant’s clock passes its last day', async () => {
    const tenant = await desk.platform.tenant('With a clock');
    const clock = (now: string) => tenant.client.post('/v1/sandbox/clock', { now }, key());
    const seller = await tenant.client.post<{ id: string }>('/v1/parties', SELLER, key());
    const own = new BrokerDesk(desk.platform, tenant.client, seller.body.id);
    const offered = (await own.offer({ validTo: inDays(10) })).body;
    const accepted = await own.entrust({ validTo: inDays(10) });
    await clock(`${inDays(10)}T15:59:59Z`);
    expect((await own.read(accepted.id)).body.state).toBe('in_force');
    await clock(`${inDays(10)}T16:00:01Z`);
    const isOver = ({ body }: ApiAnswer<BrokerMandateBody>) => body.state === 'expired';
    await eventually(() => own.read(accepted.id), isOver);
    await eventually(() => own.read(offered.id), isOver);
  });

  it('of another tenant is not there: 404', async () => {
    const { id } = await brokers.entrust();
    const { client } = await desk.platform.tenant('Stranger');
    const answers = [
      await brokers.read(id, client),
      await brokers.command(id, 'acceptance', {}, client),
      await brokers.command(id, 'refusal', { reason: 'x' }, client),
      await brokers.command(id, 'revocation', { reason: 'x' }, client),
      await client.get(`/v1/customs/broker-mandates/${id}/history`),
      await brokers.offer({}, client),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await brokers.read(id)).body.state).toBe('in_force');
    expect((await brokers.read(NOBODY)).status).toBe(404);
  });
});

describe("Whether a broker's mandate is required", () => {
  const PATH = '/v1/customs/broker-mandate-policy';

  it('a sandbox tenant decides, and it is not until then', async () => {
    const { client } = await desk.platform.tenant('Undecided');
    expect((await client.get(PATH)).body).toEqual({ required: false, settable: true });
    expect((await client.send('PUT', PATH, { required: true }, key())).body).toEqual({
      required: true,
      settable: true,
    });
    expect((await client.get(PATH)).body).toEqual({ required: true, settable: true });
  });

  it('the law decides for a live one: it always is', async () => {
    const { client } = await desk.platform.tenant('Live', { livemode: true });
    expect((await client.get(PATH)).body).toEqual({ required: true, settable: false });
    const answer = await client.send<{ code: string }>('PUT', PATH, { required: false }, key());
    expect([answer.status, answer.body.code]).toEqual([409, 'CUSTOMS.BROKER_MANDATE_REQUIRED']);
  });
});
