import { createHmac } from 'node:crypto';

import { publicId } from '../../src/kernel/ids.js';
import { CustomsDesk, key, type DeclarationBody } from '../support/customs-desk.js';
import { eventually } from '../support/test-platform.js';

let desk: CustomsDesk;

beforeAll(async () => {
  desk = await CustomsDesk.open();
});

afterAll(async () => {
  await desk.close();
});

describe('Receipts', () => {
  it('that come twice, late and out of order move nothing twice and nothing back', async () => {
    const draft = await desk.drafted('SBX-CUSTOMS-DISORDER');
    const { billNumber } = await desk.ship(draft, { remarks: 'SBX-CUSTOMS-TWICE SBX-CUSTOMS-INSPECT' });
    await desk.until(draft.id, 'released');
    await desk.depart(billNumber);
    await desk.until(draft.id, 'cleared');
    const settled = await eventually(
      () => desk.receipts(draft.id),
      (receipts) => receipts.length === 5 && receipts.every(({ timesSeen }) => timesSeen === 2),
    );
    expect(settled.filter(({ outcome }) => outcome === 'waiting' || outcome === 'held')).toEqual([]);
    const story = await desk.story(draft.id);
    // Customs looked at the goods, whenever the word of it came.
    expect(story.filter((type) => type === 'inspection_ordered')).toHaveLength(1);
    const told = story.filter((type) => type !== 'inspection_ordered');
    expect(told).toEqual(['drafted', 'submitted', 'accepted', 'released', 'departed', 'cleared']);
  });

  it('that never come are asked for', async () => {
    const draft = await desk.drafted('SBX-CUSTOMS-LOST');
    await desk.ship(draft);
    await desk.until(draft.id, 'submitted');
    await desk.letTimePass(draft.id);
    await desk.until(draft.id, 'released');
    expect((await desk.story(draft.id)).slice(0, 2)).toEqual(['drafted', 'submitted']);
  });

  it('of a customs that stays silent are missed aloud, again and again, with longer waits', async () => {
    const draft = await desk.drafted('SBX-CUSTOMS-NEVER');
    await desk.ship(draft);
    let last = await desk.until(draft.id, 'submitted');
    for (const round of [1, 2]) {
      await desk.letTimePass(draft.id);
      const { body } = await eventually(
        () => desk.read(draft.id),
        (answer) => answer.body.expectedBy !== last.expectedBy,
      );
      expect(body.state).toBe('submitted');
      const overdue = (await desk.events(draft.id)).filter(({ type }) => type === 'customs.declaration.overdue');
      expect(overdue).toHaveLength(round);
      expect(overdue.at(-1)?.data).toEqual({ state: 'submitted', expectedBy: last.expectedBy });
      last = body;
    }
  });

  it('that nobody can read end among the dead letters, and harm nothing', async () => {
    const before = await desk.platform.rows(`SELECT id FROM platform.dead_letter WHERE queue = 'customs.take-receipt'`);
    const time = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', 'sandbox-customs-secret').update(`${time}.<nonsense/>`).digest('hex');
    const answer = await fetch(
      `${desk.platform.config.publicUrl}/v1/inbound/customs/${publicId('tenant', desk.tenant.tenantId)}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/xml', 'x-signature': `t=${time},v1=${signature}` },
        body: '<nonsense/>',
      },
    );
    expect(answer.status).toBe(202);
    const after = await eventually(
      () =>
        desk.platform.rows<{ error_code: string }>(
          `SELECT error_code FROM platform.dead_letter WHERE queue = 'customs.take-receipt'`,
        ),
      (letters) => letters.length > before.length,
    );
    expect(after.at(-1)?.error_code).toBe('CUSTOMS.UNREADABLE_RECEIPT');
  });
});

describe('A message to customs', () => {
  it.each([
    ['SBX-CUSTOMS-DOWN-ONCE', 'customs was down for a moment'],
    ['SBX-CUSTOMS-HANGUP', 'the connection broke after customs had it'],
  ])('%s is sent again under the same reference: %s', async (contractNumber, _why) => {
    const draft = await desk.drafted(contractNumber);
    await desk.ship(draft);
    await desk.until(draft.id, 'released');
    const [message, ...others] = await desk.messages(draft.id);
    expect(others).toEqual([]);
    const sent = await desk.platform.rows<{ request_body: string }>(
      `SELECT request_body FROM platform.partner_exchange WHERE operation = 'submit-declaration' AND reference = $1`,
      [message?.id],
    );
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ request_body }) => request_body)).size).toBe(1);
    expect(await desk.story(draft.id)).toEqual(['drafted', 'submitted', 'accepted', 'released']);
  });

  it('is tried without being sent by a dry run, which keeps nothing', async () => {
    const draft = await desk.drafted();
    const body = { transport: { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'DRY-1' } };
    const path = `/v1/customs/declarations/${draft.id}/submission`;
    const dry = await desk.tenant.client.post<DeclarationBody>(`${path}?dryRun=true`, body, key());
    expect(dry).toMatchObject({ status: 200, body: { state: 'queued', submission: { attempt: 1, state: 'queued' } } });
    expect(dry.body.submission?.fieldsChecked).toBeGreaterThan(50);
    expect((await desk.read(draft.id)).body).toEqual(draft);
    expect((await desk.command(draft.id, 'submission', body)).status).toBe(202);
    await desk.until(draft.id, 'released');
  });

  it('waits for a customs that is down, and tells that it does', async () => {
    const draft = await desk.drafted();
    await desk.control('PUT', '/control/partners/customs', { down: true });
    try {
      await desk.ship(draft);
      await desk.letTimePass(draft.id);
      await eventually(
        () => desk.story(draft.id),
        (types) => types.includes('overdue'),
      );
      expect((await desk.read(draft.id)).body).toMatchObject({ state: 'queued', attempt: 1 });
    } finally {
      await desk.control('PUT', '/control/partners/customs', { down: false });
    }
    await desk.letTimePass(draft.id);
    await desk.until(draft.id, 'released');
    expect((await desk.story(draft.id)).filter((type) => type !== 'overdue')).toEqual([
      'drafted',
      'submitted',
      'accepted',
      'released',
    ]);
  });
});

describe('A customs that has forgotten a message it took', () => {
  it('is sent it again under the same reference', async () => {
    const draft = await desk.drafted('SBX-CUSTOMS-NEVER');
    await desk.ship(draft);
    await desk.until(draft.id, 'submitted');
    await desk.control('POST', '/control/reset', {});
    await desk.letTimePass(draft.id);
    await eventually(
      () => desk.story(draft.id),
      (types) => types.filter((type) => type === 'submitted').length === 2,
    );
    expect(await desk.story(draft.id)).toEqual(['drafted', 'submitted', 'overdue', 'submitted']);
    expect((await desk.read(draft.id)).body.attempt).toBe(1);
  });
});
