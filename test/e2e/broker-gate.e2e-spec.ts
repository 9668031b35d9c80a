import { BROKER, BrokerDesk, inDays } from '../support/broker-desk.js';
import { CustomsDesk, type DeclarationBody, key, type ProblemBody } from '../support/customs-desk.js';
import { SELLER } from '../support/order-samples.js';

const TRANSPORT = { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'TESTBL00009999' };

interface Declared extends DeclarationBody {
  readonly declarant: { readonly name: string; readonly uscc: string };
  readonly submission: DeclarationBody['submission'] & { readonly brokerMandateId: string | null };
}

let desk: CustomsDesk;

beforeAll(async () => {
  desk = await CustomsDesk.open();
});
afterAll(() => desk.close());

/** A seller of its own, so that no test sees another one's mandates. */
async function exporter(required: boolean): Promise<{ desk: CustomsDesk; brokers: BrokerDesk }> {
  const own = await desk.elsewhere();
  const brokers = new BrokerDesk(own.platform, own.tenant.client, own.sellerId);
  if (required) await brokers.require(true);
  return { desk: own, brokers };
}

const submit = (own: CustomsDesk, id: string, query = '') =>
  own.tenant.client.post<ProblemBody & Declared>(
    `/v1/customs/declarations/${id}/submission${query}`,
    { transport: TRANSPORT },
    key(),
  );

describe("A declaration that needs a broker's mandate", () => {
  it.each([
    ['none', null, ['/declarant broker_mandate_missing']],
    ['one that is only offered', { isOffered: true }, ['/declarant broker_mandate_missing']],
    ['one for other offices', { customsOffices: ['53'] }, ['/declarationOffice broker_mandate_office']],
    ['one for other modes', { supervisionModes: ['9710'] }, ['/supervisionMode broker_mandate_mode']],
    ['one that has not begun', { validFrom: inDays(3) }, ['/declarant broker_mandate_not_begun']],
    ['one that was revoked', { isRevoked: true }, ['/declarant broker_mandate_ended']],
  ])('is refused with %s, by what is missing and where', async (_what, mandate, expected) => {
    const { desk: own, brokers } = await exporter(true);
    const { isOffered = false, isRevoked = false, ...change } = { ...mandate } as Record<string, unknown>;
    if (isOffered === true) await brokers.offer(change);
    else if (mandate !== null) {
      const { id } = await brokers.entrust(change);
      if (isRevoked === true) await brokers.revoke(id);
    }
    const draft = await own.drafted();
    for (const query of ['?dryRun=true', '']) {
      const { status, body } = await submit(own, draft.id, query);
      expect([status, body.code]).toEqual([409, 'CUSTOMS.BROKER_MANDATE_MISSING']);
      expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
      expect(JSON.stringify(body.errors)).toContain('POST /v1/customs/broker-mandates');
    }
    expect((await own.read(draft.id)).body).toMatchObject({ state: 'draft', attempt: 0 });
  });

  it('is refused in Chinese too', async () => {
    const { desk: own } = await exporter(true);
    const draft = await own.drafted();
    const headers = { ...key(), 'accept-language': 'zh-CN' };
    const body = { transport: TRANSPORT };
    const { text } = await own.tenant.client.post(`/v1/customs/declarations/${draft.id}/submission`, body, headers);
    expect(text).toContain('未委托任何报关企业');
  });

  it('is declared by the broker whose mandate covers it', async () => {
    const { desk: own, brokers } = await exporter(true);
    const { id: mandate } = await brokers.entrust({ customsOffices: ['31'], supervisionModes: ['0110'] });
    const draft = await own.drafted();
    const { status } = await submit(own, draft.id);
    expect(status).toBe(202);
    const released = (await own.until(draft.id, 'released')) as Declared;
    expect(released.declarant).toMatchObject({ name: BROKER.name, uscc: BROKER.uscc });
    expect(released.submission.brokerMandateId).toBe(mandate);
    const [message] = await own.messages(draft.id);
    expect(message?.message).toContain(`<AgentCodeScc>${BROKER.uscc}</AgentCodeScc>`);
    const [line] = await brokers.audit(draft.id, 'submit');
    expect(line?.details).toMatchObject({ mandate, seller: SELLER.name, broker: BROKER.name });
  });

  it('is declared under the mandate for its own order, which covers no other', async () => {
    const { desk: own, brokers } = await exporter(true);
    const freight = { by: 'other', mode: null, containers: [], readyDate: '2026-12-01' };
    const orderId = await own.place({ freight });
    await brokers.entrust({ kind: 'single_shipment', orderId });
    const { id } = await own.declarationOf(orderId);
    expect((await submit(own, id)).status).toBe(202);
    const other = await own.drafted();
    const { body } = await submit(own, other.id);
    expect(body.errors.map(({ code }) => code)).toEqual(['broker_mandate_missing']);
  });

  it('that nobody commands stays and says why, until it is submitted under a mandate', async () => {
    const { desk: own, brokers } = await exporter(true);
    const { id } = await own.declarationOf(await own.place());
    const blocked = await own.until(id, 'blocked');
    const errors = blocked.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual(['/declarant broker_mandate_missing']);
    expect(await own.story(id)).toEqual(['drafted', 'blocked']);
    await brokers.entrust();
    expect((await own.command(id, 'submission')).status).toBe(202);
    expect((await own.until(id, 'cleared')).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe("A declaration of a sandbox tenant that requires no broker's mandate", () => {
  it('is declared by the exporter itself', async () => {
    const { desk: own } = await exporter(false);
    const draft = await own.drafted();
    expect((await submit(own, draft.id)).status).toBe(202);
    const released = (await own.until(draft.id, 'released')) as Declared;
    expect([released.declarant.uscc, released.submission.brokerMandateId]).toEqual([SELLER.uscc, null]);
  });

  it('is kept back all the same by a mandate that has ended', async () => {
    const { desk: own, brokers } = await exporter(false);
    const { id } = await brokers.entrust();
    await brokers.revoke(id);
    const draft = await own.drafted();
    const { status, body } = await submit(own, draft.id);
    expect([status, body.errors.map(({ code }) => code)]).toEqual([409, ['broker_mandate_ended']]);
  });

  it('is kept back from the day after the last day of its mandate', async () => {
    const { desk: own, brokers } = await exporter(false);
    await brokers.entrust({ validTo: inDays(2) });
    const draft = await own.drafted();
    await own.tenant.client.post('/v1/sandbox/clock', { now: `${inDays(2)}T16:00:00Z` }, key());
    const { status, body } = await submit(own, draft.id);
    expect([status, body.errors.map(({ code }) => code)]).toEqual([409, ['broker_mandate_ended']]);
  });
});

describe('A declaration of a live tenant', () => {
  it('is refused without a mandate, whatever the tenant wants', async () => {
    const own = await desk.elsewhere({ livemode: true });
    const draft = await own.drafted();
    const { status, body } = await submit(own, draft.id);
    expect([status, body.code]).toEqual([409, 'CUSTOMS.BROKER_MANDATE_MISSING']);
  });

  it('is not covered by the mandate of another tenant for the same company', async () => {
    const { brokers } = await exporter(true);
    await brokers.entrust();
    const own = await desk.elsewhere({ livemode: true });
    const draft = await own.drafted();
    const { body } = await submit(own, draft.id);
    expect(body.errors.map(({ code }) => code)).toEqual(['broker_mandate_missing']);
  });
});
