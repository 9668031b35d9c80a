import { AgencyDesk } from '../support/agency-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** How often the bureau took this filing in. */
async function takenIn(reference: string): Promise<number> {
  const answer = await fetch(`${platform.sandbox.url}/control/received?partner=tax-bureau&reference=${reference}`);
  const { counts } = (await answer.json()) as { counts: Readonly<Record<string, { taken: number } | undefined>> };
  return counts[reference]?.taken ?? 0;
}

/** A claim that is to be filed, and is not sent yet. */
async function queued(desk: AgencyDesk): Promise<{ id: string; agreement: string; reference: string }> {
  const stays = await desk.claim(await desk.exported(), 'matched');
  const { id: agreement } = await desk.entrust();
  await platform.stopWorker();
  const { body, status } = await desk.file(stays.id);
  expect([status, body.state]).toEqual([202, 'queued']);
  return { id: stays.id, agreement, reference: body.filings[0]?.reference ?? '' };
}

describe('An agency agreement that ends between the command and the sending', () => {
  it('keeps the claim back: the bureau never has it, and another agreement lets it be filed', async () => {
    const desk = await AgencyDesk.open(platform);
    const { id, agreement, reference } = await queued(desk);
    await desk.end(agreement);
    await platform.startWorker();
    const held = await desk.refunds.until(id, 'matched');
    expect(held).toMatchObject({ attempt: 1, agencyAgreementId: null, held: { rule: 'agency_ended' } });
    expect(held.filings).toMatchObject([{ attempt: 1, state: 'withheld' }]);
    expect(await takenIn(reference)).toBe(0);
    expect(await desk.refunds.story(id)).toEqual(['matched', 'held', 'held']);
    expect((await desk.audit(id, 'hold'))[0]?.details).toMatchObject({ agreement, attempt: 1 });

    await desk.entrust();
    expect((await desk.file(id)).status).toBe(202);
    expect(await desk.refunds.until(id, 'paid')).toMatchObject({ attempt: 2, held: null });
    expect(await takenIn(reference)).toBe(0);
    expect(await takenIn(`${reference}-2`)).toBe(1);
  });
});

describe('An agency agreement that ends after the sending', () => {
  it('calls nothing back: the claim goes on, and the audit says so', async () => {
    const desk = await AgencyDesk.open(platform);
    const { id: agreement } = await desk.entrust();
    await desk.refunds.bureau({ delayMs: 60_000 });
    const claim = await desk.claim(await desk.exported(), 'filed');
    await desk.end(agreement);
    expect((await desk.audit(claim.id, 'go_on'))[0]?.details).toMatchObject({ agreement, agreementState: 'ended' });
    expect((await desk.refunds.claim(claim.id)).body.state).toBe('filed');
    await desk.refunds.bureau({});
  });

  it('calls nothing back whose answer was lost: the bureau is asked, has it, and the audit says so', async () => {
    const desk = await AgencyDesk.open(platform, { seller: { name: '宁波示例制造有限公司 SBX-HANGUP' } });
    const { id, agreement, reference } = await queued(desk);
    await desk.refunds.bureau({ lossy: 1 });
    await platform.startWorker();
    await eventually(
      () => takenIn(reference),
      (count) => count === 1,
    );
    await desk.refunds.bureau({ down: true });
    await desk.end(agreement);
    await desk.refunds.bureau({});
    await eventually(
      () => desk.audit(id, 'go_on'),
      (lines) => lines.length === 1,
    );
    const [line] = await desk.audit(id, 'go_on');
    expect(line?.details).toMatchObject({ agreement, agreementEndedAfterSending: true });
    expect(await takenIn(reference)).toBe(1);
  });
});
