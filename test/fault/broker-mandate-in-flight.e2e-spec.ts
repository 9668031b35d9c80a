import { BrokerDesk } from '../support/broker-desk.js';
import { CustomsDesk, type DeclarationBody } from '../support/customs-desk.js';
import { eventually } from '../support/test-platform.js';

let desk: CustomsDesk;
let brokers: BrokerDesk;

beforeAll(async () => {
  desk = await CustomsDesk.open();
  brokers = new BrokerDesk(desk.platform, desk.tenant.client, desk.sellerId);
  await brokers.require(true);
});
afterEach(() => brokers.revokeAll());
afterAll(() => desk.close());

/** How often customs took a message of this attempt in. */
async function takenIn(id: string): Promise<number> {
  const [message] = await desk.messages(id);
  const path = `/control/received?partner=customs&reference=${message?.id}`;
  const answer = await fetch(desk.platform.sandbox.url + path);
  const { counts } = (await answer.json()) as { counts: Readonly<Record<string, { taken: number } | undefined>> };
  return counts[message?.id ?? '']?.taken ?? 0;
}

const customs = (switches: object): Promise<void> => desk.control('PUT', '/control/partners/customs', switches);

/** A declaration that is commanded, accepted, and not sent yet. */
async function queued(): Promise<{ id: string; mandate: string }> {
  const { id: mandate } = await brokers.entrust();
  const draft: DeclarationBody = await desk.drafted();
  await desk.platform.stopWorker();
  const { queued: left } = await desk.ship(draft);
  expect(left.state).toBe('queued');
  return { id: draft.id, mandate };
}

describe("A broker's mandate that ends between the command and the sending", () => {
  it('keeps the message back: customs never has it, and another mandate lets it leave', async () => {
    const { id, mandate } = await queued();
    await brokers.revoke(mandate);
    await desk.platform.startWorker();
    const held = await desk.until(id, 'blocked');
    expect(held.findings.map(({ rule }) => rule)).toContain('broker_mandate_ended');
    expect(held.submission).toMatchObject({ attempt: 1, state: 'withheld' });
    expect(await takenIn(id)).toBe(0);
    expect(await desk.story(id)).toEqual(['drafted', 'blocked']);
    expect((await brokers.audit(id, 'hold'))[0]?.details).toMatchObject({ mandate, attempt: 1 });

    await brokers.entrust();
    expect((await desk.command(id, 'submission')).status).toBe(202);
    expect((await desk.until(id, 'released')).attempt).toBe(2);
    expect(await takenIn(id)).toBe(1);
  });

  it('keeps nothing back that a new mandate of the same broker covers by then', async () => {
    const { id, mandate } = await queued();
    await brokers.revoke(mandate);
    await brokers.entrust();
    await desk.platform.startWorker();
    expect((await desk.until(id, 'released')).attempt).toBe(1);
  });
});

describe("A broker's mandate that ends after the sending", () => {
  it('calls nothing back: the declaration goes on, and the audit says so', async () => {
    const { id: mandate } = await brokers.entrust();
    const draft = await desk.drafted();
    await customs({ delayMs: 60_000 });
    await desk.ship(draft);
    await desk.until(draft.id, 'submitted');
    await brokers.revoke(mandate);
    const [line] = await brokers.audit(draft.id, 'go_on');
    expect(line?.details).toMatchObject({ mandate, mandateState: 'revoked' });
    expect((await desk.read(draft.id)).body.state).toBe('submitted');
    await customs({});
  });

  it('calls nothing back whose answer was lost: customs is asked, has it, and the audit says so', async () => {
    const { id, mandate } = await queued();
    await customs({ hang: true, lossy: 1 });
    await desk.platform.startWorker();
    await eventually(
      () => takenIn(id),
      (count) => count === 1,
    );
    await brokers.revoke(mandate);
    await customs({});
    await eventually(
      () => brokers.audit(id, 'send'),
      (lines) => lines.length === 1,
    );
    const [line] = await brokers.audit(id, 'send');
    expect(line?.details).toMatchObject({ mandate, mandateEndedAfterSending: true });
    expect(await takenIn(id)).toBe(1);
  });
});
