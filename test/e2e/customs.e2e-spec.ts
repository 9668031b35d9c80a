import { CustomsDesk, type DeclarationBody, type ProblemBody } from '../support/customs-desk.js';
import { LINE, orderBody } from '../support/order-samples.js';
import { stepByStep } from '../support/step-by-step.js';
import { eventually } from '../support/test-platform.js';

const SMOOTH = ['drafted', 'submitted', 'accepted', 'released', 'departed', 'cleared'];

let desk: CustomsDesk;

beforeAll(async () => {
  desk = await CustomsDesk.open();
});

afterAll(async () => {
  await desk.close();
});

/** A declaration that customs answers word by word, each of them heard before the next. */
async function answered(contractNumber: string, states: readonly string[]): Promise<DeclarationBody> {
  const draft = await desk.drafted(contractNumber);
  await stepByStep(desk.platform, 'customs', async (stepOn) => {
    await desk.ship(draft);
    await desk.until(draft.id, 'submitted');
    for (const state of states) {
      await stepOn();
      await desk.until(draft.id, state);
    }
  });
  return (await desk.read(draft.id)).body;
}

describe('An order whose freight the platform books', () => {
  it('is drafted, completed by the booking, declared, released, departed and cleared by itself', async () => {
    const { id } = await desk.declarationOf(await desk.place());
    const cleared = await desk.until(id, 'cleared');
    expect(cleared).toMatchObject({ attempt: 1, expectedBy: null, allowedActions: [], inspected: false });
    expect(cleared.entryNumber).toMatch(/^3104\d{4}0\d{9}$/);
    expect(cleared.transport['billNumber']).toMatch(/^SNBX/);
    expect(await desk.story(id)).toEqual(SMOOTH);
  });

  it('is declared as a market purchase where it was sold as one, and nothing of it is refunded', async () => {
    const order = await desk.place({ salesChannel: '1039', refund: { mode: 'none', advance: false } });
    const { id } = await desk.declarationOf(order);
    await desk.until(id, 'cleared');
    expect((await desk.messages(id)).at(0)?.message).toContain('<TradeMode>1039</TradeMode>');
    expect((await desk.events(id)).at(-1)?.data).toMatchObject({ supervisionMode: '1039' });
    const { body } = await eventually(
      () => desk.tenant.client.get<{ tracks: Record<string, string> }>(`/v1/orders/${order}`),
      (read) => read.body.tracks['customs'] === 'cleared',
    );
    expect(body.tracks['taxRefund']).toBe('not_applicable');
  });
});

describe('A declaration', () => {
  it('waits for its transport, leaves when it is given, and ends cleared with its FOB value by item', async () => {
    const draft = await desk.drafted();
    expect(draft).toMatchObject({ state: 'draft', attempt: 0, entryNumber: null, submission: null });
    expect(draft.findings.filter(({ severity }) => severity === 'error')).toEqual([]);

    const { billNumber, queued } = await desk.ship(draft);
    expect(queued).toMatchObject({ state: 'queued', attempt: 1, submission: { attempt: 1, state: 'queued' } });
    expect(queued.expectedBy).not.toBeNull();
    const released = await desk.until(draft.id, 'released');
    expect(released.entryNumber).toMatch(/^3104\d{4}0\d{9}$/);

    await desk.depart(billNumber);
    const cleared = await desk.until(draft.id, 'cleared');
    expect(cleared.exportDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const events = await desk.events(draft.id);
    expect(await desk.story(draft.id)).toEqual(SMOOTH);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(events.at(-1)?.data).toMatchObject({
      entryNumber: cleared.entryNumber,
      exportDate: cleared.exportDate,
      supervisionMode: '0110',
      fob: { amount: '10000.00', currency: 'USD' },
      items: [
        {
          itemNumber: 1,
          hsCode: LINE.hsCode,
          quantities: [
            { quantity: '1000', unit: '001' },
            { quantity: '1000', unit: '001' },
            { quantity: '8000', unit: '035' },
          ],
          fob: { amount: '10000.00', currency: 'USD' },
        },
      ],
    });
  });

  it('keeps message, answer and receipts word for word', async () => {
    const { id } = await answered('WORDS-1', ['accepted', 'released']);
    const [message, ...others] = await desk.messages(id);
    expect(others).toEqual([]);
    expect(message?.message).toContain('<ContrNo>WORDS-1</ContrNo>');
    const number = `<SeqNo>${message?.sequenceNumber ?? ''}</SeqNo>`;
    expect(message?.answer).toContain(number);
    const receipts = await desk.receipts(id);
    expect(receipts.map(({ kind, outcome, source }) => [kind, outcome, source])).toEqual(
      expect.arrayContaining([
        ['accepted', 'applied', 'callback'],
        ['released', 'applied', 'callback'],
      ]),
    );
    for (const { body } of receipts) expect(body).toContain(number.replaceAll('SeqNo', 'SEQ_NO'));
  });

  it('may be inspected on its way', async () => {
    const { id, inspected } = await answered('SBX-CUSTOMS-INSPECT', ['accepted', 'inspecting', 'released']);
    expect(inspected).toBe(true);
    expect(await desk.story(id)).toEqual(['drafted', 'submitted', 'accepted', 'inspection_ordered', 'released']);
  });

  it('that customs sends back is mended and declared again, as a second attempt of the same', async () => {
    const draft = await desk.drafted('SBX-CUSTOMS-REJECT');
    const { billNumber } = await desk.ship(draft);
    const rejected = await desk.until(draft.id, 'rejected');
    expect(rejected).toMatchObject({
      attempt: 1,
      entryNumber: null,
      expectedBy: null,
      allowedActions: ['amend', 'resubmit', 'cancel'],
    });
    expect(rejected.rejectionReason).toMatch(/申报要素/);

    const amended = await desk.correct(rejected, {
      items: [{ itemNumber: 1, declarationElements: '用途:烘烤|品牌类型:1|出口享惠情况:0|型号:EO-36' }],
    });
    expect(amended.body).toMatchObject({ state: 'rejected', attempt: 1 });
    const again = await desk.command(draft.id, 'resubmission');
    expect(again.status).toBe(202);
    expect(again.body).toMatchObject({ state: 'queued', attempt: 2, rejectionReason: null });

    await desk.until(draft.id, 'released');
    await desk.depart(billNumber);
    await desk.until(draft.id, 'cleared');
    expect(await desk.story(draft.id)).toEqual([
      'drafted',
      'submitted',
      'rejected',
      'submitted',
      'accepted',
      'released',
      'departed',
      'cleared',
    ]);
    const messages = await desk.messages(draft.id);
    expect(messages.map(({ attempt, state }) => [attempt, state])).toEqual([
      [2, 'accepted'],
      [1, 'rejected'],
    ]);
    expect(messages[0]?.message).toContain('EO-36');
    expect(messages[1]?.message).toContain('EO-35');
  });

  it('whose form customs does not even take is rejected with all of its reasons', async () => {
    const heavy = { ...LINE, netWeightKg: '99999999999999', grossWeightKg: '99999999999999' };
    const draft = await desk.drafted('HEAVY-1', { lines: [heavy] });
    await desk.ship(draft);
    const rejected = await desk.until(draft.id, 'rejected');
    expect(rejected.rejectionReason).toMatch(/GrossWet.*NetWt/s);
    expect(rejected.submission?.state).toBe('refused');
    expect(await desk.story(draft.id)).toEqual(['drafted', 'rejected']);
  });

  it('that customs deletes can be declared anew', async () => {
    const deleted = await answered('SBX-CUSTOMS-DELETE', ['accepted', 'rejected']);
    expect(deleted).toMatchObject({ entryNumber: null, rejectionReason: '海关删单' });
    expect(deleted.allowedActions).toContain('resubmit');
    expect(await desk.story(deleted.id)).toEqual(['drafted', 'submitted', 'accepted', 'rejected']);
  });
});

describe('Errors of the form', () => {
  it('block the declaration, all named at once, until they are mended', async () => {
    const charges = {
      freightCharge: { amount: '900.00', currency: 'USD' },
      insuranceCharge: { amount: '9.00', currency: 'USD' },
    };
    const draft = await desk.drafted('BLOCKED-1', {
      incoterm: 'CIF',
      freight: { by: 'other', mode: null, containers: [], readyDate: '2026-12-01', ...charges },
      route: { ...orderBody('', '').route, portOfLoading: 'CNZZZ' },
      lines: [{ ...LINE, hsCode: '7701000000' }],
    });
    expect(draft.state).toBe('blocked');
    const errors = draft.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, pointer }) => `${rule} ${pointer}`);
    expect(errors).toEqual(['exit_port_unknown /portOfLoading', 'hs_chapter_unknown /items/0/hsCode']);
    const events = await desk.events(draft.id);
    expect(events.map(({ type, data }) => [type, data['faults']])).toEqual([
      ['customs.declaration.drafted', undefined],
      ['customs.declaration.blocked', 2],
    ]);

    const refused = await desk.command<ProblemBody>(draft.id, 'submission');
    expect(refused).toMatchObject({ status: 422, body: { code: 'CUSTOMS.DECLARATION_BLOCKED' } });
    expect(refused.body.errors.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['exit_port_unknown', 'hs_chapter_unknown', 'transport_required']),
    );

    // Looked at again, with nothing mended: nothing is announced again.
    expect((await desk.command(draft.id, 'validation')).body.state).toBe('blocked');
    const mended = await desk.correct((await desk.read(draft.id)).body, {
      exitPortCode: '380101',
      items: [{ itemNumber: 1, hsCode: LINE.hsCode }],
    });
    expect(mended.body).toMatchObject({ state: 'draft', fob: { amount: '9091.00' } });
    expect((await desk.command(draft.id, 'validation')).body.state).toBe('draft');
    await desk.ship((await desk.read(draft.id)).body);
    await desk.until(draft.id, 'released');
    expect(await desk.story(draft.id)).toEqual(['drafted', 'blocked', 'drafted', 'submitted', 'accepted', 'released']);
  });
});

describe('The list', () => {
  it('is filtered by state, order and number, and goes on from page to page', async () => {
    const list = (query: string) =>
      desk.tenant.client.get<{
        data: { id: string; state: string; entryNumber: string | null }[];
        nextCursor: string | null;
      }>(`/v1/customs/declarations?${query}`);
    const cleared = await list('state=cleared,released');
    expect(cleared.body.data.length).toBeGreaterThan(1);
    expect(new Set(cleared.body.data.map(({ state }) => state))).toEqual(new Set(['cleared', 'released']));
    const entryNumber = cleared.body.data[0]?.entryNumber ?? '';
    expect((await list(`entryNumber=${entryNumber}`)).body.data).toHaveLength(1);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.body.nextCursor ?? ''}`);
    const ids = [...first.body.data, ...second.body.data].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});
