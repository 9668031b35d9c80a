import { CebDesk, importLists } from '../support/ceb-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

/** As if the worker died at that moment: nothing of its transaction is kept, and another try comes. */
const BREAK_RECORD = `
  CREATE FUNCTION customs.break_record() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'the worker is dead'; END $$;
  CREATE TRIGGER break_record BEFORE UPDATE ON customs.ceb_message FOR EACH ROW WHEN (NEW.state = 'sent')
    EXECUTE FUNCTION customs.break_record()`;
const MEND_RECORD = `DROP TRIGGER break_record ON customs.ceb_message; DROP FUNCTION customs.break_record()`;

describe('A message to e-commerce customs, when something breaks on the way', () => {
  let platform: TestPlatform;
  let desk: CebDesk;
  let serial = 0;
  const order = (word: string): string => `F${(serial += 1)}-SBX-${word}`;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = new CebDesk(platform, await platform.tenant());
  });
  afterAll(() => platform.stop());

  const counts = async (id: string): Promise<Record<string, number>> => {
    const path = `/control/received?partner=customs&reference=${id}`;
    const answer = await fetch(platform.sandbox.url + path);
    const { counts: all } = (await answer.json()) as { counts: Record<string, Record<string, number> | undefined> };
    return all[id] ?? {};
  };

  const letTimePass = async (): Promise<void> => {
    await platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'customs.ask-ceb' AND tenant_id = $1`,
      [desk.tenant.tenantId],
    );
  };

  it('is declared once, though the worker dies between the sending and the record', async () => {
    await platform.rows(BREAK_RECORD);
    const [id = ''] = await desk.send(importLists([order('NEVER')]));
    const tried = await eventually(
      () => counts(id),
      ({ repeated = 0 }) => repeated >= 1,
    );
    expect(tried['taken']).toBe(1);
    expect(await desk.message(id)).toMatchObject({ state: 'queued', attempts: 0 });
    const signed = await desk.xmlOf(id);
    await platform.rows(MEND_RECORD);
    expect(await desk.until(id, 'sent')).toMatchObject({ attempts: 1 });
    expect((await counts(id))['taken']).toBe(1);
    // Other bytes under its reference would have been refused.
    expect(await desk.xmlOf(id)).toBe(signed);
  });

  it('waits for an exchange that is down, and leaves when it is up', async () => {
    await control({ down: true });
    const [id = ''] = await desk.send(importLists([order('TWICE')]));
    await eventually(
      () => counts(id),
      ({ down = 0 }) => down >= 1,
    );
    expect(await desk.message(id)).toMatchObject({ state: 'queued' });
    await control({});
    await desk.until(id, 'answered');
    expect(await desk.results(id, 4)).toEqual(['2', '120', '800', '899']);
  });

  it('is asked for while customs says nothing, and may then be sent again, which declares nothing twice', async () => {
    const [id = ''] = await desk.send(importLists([order('NEVER')]));
    expect(await desk.until(id, 'sent')).toMatchObject({ resendable: false });
    const early = await desk.tenant.client.post(`/v1/customs/ceb/messages/${id}/resend`);
    expect(early.body).toMatchObject({ status: 409, code: 'CUSTOMS.CEB_MESSAGE_NOT_RESENDABLE' });
    await letTimePass();
    await eventually(
      () => desk.message(id),
      ({ resendable }) => resendable,
    );
    const again = await desk.tenant.client.post(`/v1/customs/ceb/messages/${id}/resend`);
    expect([again.status, again.body['state']]).toEqual([202, 'queued']);
    await eventually(
      () => counts(id),
      ({ repeated = 0 }) => repeated >= 1,
    );
    expect(await desk.until(id, 'sent')).toMatchObject({ attempts: 2 });
    expect((await counts(id))['taken']).toBe(1);
  });

  it('is sent again by itself when the exchange never had it', async () => {
    const [id = ''] = await desk.send(importLists([order('NEVER')]));
    await desk.until(id, 'sent');
    await fetch(`${platform.sandbox.url}/control/reset`, { method: 'POST' });
    await letTimePass();
    await eventually(
      () => counts(id),
      ({ taken = 0 }) => taken >= 1,
    );
    expect(await desk.until(id, 'sent')).toMatchObject({ attempts: 2 });
  });

  const control = async (switches: object): Promise<void> => {
    await fetch(`${platform.sandbox.url}/control/partners/customs`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(switches),
    });
  };
});
