import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from '../support/api-client.js';
import { type ApprovalBody, colleague, policy, say, type Standing } from '../support/approval-desk.js';
import { CustomsDesk, type DeclarationBody, type ProblemBody } from '../support/customs-desk.js';
import { eventually } from '../support/test-platform.js';

interface RequestBody extends Standing {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly outcomeReason: string | null;
  readonly message: string | null;
}

let desk: CustomsDesk;
beforeAll(async () => {
  desk = await CustomsDesk.open();
});
afterAll(() => desk.close());

let serial = 0;

/** A declaration that customs has accepted and does nothing more about. */
async function accepted(word = 'SBX-CUSTOMS-HOLD', state = 'accepted'): Promise<DeclarationBody> {
  serial += 1;
  const draft = await desk.drafted(`RQ-${serial} ${word}`);
  await desk.ship(draft);
  return desk.until(draft.id, state);
}

const ask = (id: string, what: string, body: object = { reason: 'The buyer cancelled the order' }) =>
  desk.command<RequestBody>(id, what, body);

async function settled(id: string, state: string): Promise<RequestBody> {
  const { body } = await eventually(
    () => desk.tenant.client.get<{ data: RequestBody[] }>(`/v1/customs/declarations/${id}/requests`),
    (answer) => answer.body.data[0]?.state === state,
  );
  const [request] = body.data;
  if (request === undefined) throw new Error('There is no request');
  return request;
}

const problem = (answer: ApiAnswer<unknown>) => [answer.status, (answer.body as ProblemBody).code];

describe('A withdrawal', () => {
  it('that customs grants ends the attempt, and the declaration may be declared anew under another number', async () => {
    const { id, entryNumber, allowedActions } = await accepted();
    expect(allowedActions).toEqual(['request_withdrawal', 'request_amendment']);
    const { status, body } = await ask(id, 'withdrawal');
    expect([status, body.kind, body.state]).toEqual([202, 'withdrawal', 'queued']);
    const withdrawn = await desk.until(id, 'withdrawn');
    expect(withdrawn.allowedActions).toEqual(['revise', 'resubmit', 'cancel']);
    expect((await settled(id, 'granted')).message).toContain(`<EntryId>${entryNumber ?? ''}</EntryId>`);
    const answers = (await desk.receipts(id)) as unknown as {
      kind: string;
      steps: string[];
      requestId: string | null;
    }[];
    expect(answers.find(({ kind }) => kind === 'request_granted')).toMatchObject({
      steps: ['withdraw'],
      requestId: body.id,
    });
    const { body: mended } = await desk.correct(withdrawn, { contractNumber: `RQ-${serial}-B` });
    expect(mended.state).toBe('withdrawn');
    await desk.command(id, 'resubmission');
    const again = await desk.until(id, 'released');
    expect([again.attempt, again.entryNumber === entryNumber]).toEqual([2, false]);
    expect(await desk.story(id)).toEqual([
      ...['drafted', 'submitted', 'accepted', 'change_requested', 'withdrawn', 'submitted', 'accepted', 'released'],
    ]);
  });

  it('that customs refuses changes nothing, and another may follow', async () => {
    const { id } = await accepted();
    await ask(id, 'withdrawal', { reason: 'SBX-REFUSE' });
    expect((await settled(id, 'refused')).outcomeReason).toContain('不予同意');
    expect((await desk.read(id)).body.state).toBe('accepted');
    await ask(id, 'withdrawal', { reason: 'SBX-TWICE SBX-DISORDER' });
    await desk.until(id, 'withdrawn');
    expect((await desk.story(id)).filter((type) => type === 'withdrawn')).toHaveLength(1);
  });

  it('that the single window does not take is refused with its words', async () => {
    const { id } = await accepted();
    await ask(id, 'withdrawal', { reason: 'SBX-REJECT' });
    expect((await settled(id, 'refused')).outcomeReason).toContain('不予同意');
  });

  it('whose answer was lost is asked for; while it is open there is no other', async () => {
    const { id } = await accepted();
    const { body } = await ask(id, 'withdrawal', { reason: 'SBX-LOST' });
    await settled(id, 'sent');
    expect(problem(await ask(id, 'amendment', { reason: 'x', changes: { remarks: 'x' } }))).toEqual([
      ...[409, 'CUSTOMS.REQUEST_OPEN'],
    ]);
    await desk.platform.rows(
      `UPDATE platform.delivery SET due_at = now() WHERE queue = 'customs.ask-request' AND payload ->> 'requestId' = $1`,
      [parseId('declarationRequest', body.id)],
    );
    await desk.until(id, 'withdrawn');
  });
});

describe('The cancellation of an exit', () => {
  it('keeps released goods here, and nothing is advanced on their number', async () => {
    const { id, entryNumber } = await accepted('', 'released');
    expect(problem(await ask(id, 'withdrawal'))).toEqual([409, 'CUSTOMS.REQUEST_NOT_POSSIBLE']);
    await ask(id, 'exit-cancellation');
    const ended = await desk.until(id, 'exit_cancelled');
    expect([ended.entryNumber, ended.allowedActions]).toEqual([entryNumber, []]);
    const [facts] = await eventually(
      () =>
        desk.platform.rows<{ entry_numbers: string[]; void_entry_numbers: string[] }>(
          `SELECT entry_numbers, void_entry_numbers FROM financing.order_facts WHERE $1 = ANY (void_entry_numbers)`,
          [entryNumber],
        ),
      (rows) => rows.length === 1,
    );
    expect(facts?.entry_numbers).toEqual([]);
  });
});

describe('An amendment', () => {
  it('is tried dry, names every field, and changes the form when customs grants it', async () => {
    const { id } = await accepted();
    const body = { reason: 'A remark was missing', changes: { remarks: 'PARTIAL SHIPMENT' } };
    const dry = await ask(id, 'amendment?dryRun=true', body);
    expect([dry.status, dry.body.changes.map(({ field, after }) => [field, after])]).toEqual([
      200,
      [['NoteS', 'PARTIAL SHIPMENT']],
    ]);
    expect((await ask(id, 'amendment', body)).status).toBe(202);
    await settled(id, 'granted');
    const amended = (await desk.read(id)).body as DeclarationBody & { remarks: string };
    expect([amended.state, amended.remarks]).toEqual(['accepted', 'PARTIAL SHIPMENT']);
    expect((await desk.events(id)).find(({ type }) => type.endsWith('amended'))?.data).toMatchObject({
      fields: ['NoteS'],
    });
  });

  it('of nothing, or to what breaks a rule, is not asked for', async () => {
    const { id } = await accepted();
    const amend = (changes: object) => ask(id, 'amendment', { reason: 'x', changes });
    expect(problem(await amend({}))).toEqual([422, 'REQUEST.INVALID']);
    const heavy = { items: [{ itemNumber: 1, netWeightKg: '99999' }] };
    expect(problem(await amend(heavy))).toEqual([422, 'CUSTOMS.DECLARATION_BLOCKED']);
  });

  it('takes a second person where the tenant says so', async () => {
    const other = await desk.elsewhere();
    const owner = await colleague(desk.platform, other.tenant, 'owner');
    const checker = await colleague(desk.platform, other.tenant, 'approver');
    await policy(owner, 'customs.declaration.change', '0.00');
    const draft = await other.drafted('RQ-4E SBX-CUSTOMS-HOLD');
    await other.ship(draft);
    await other.until(draft.id, 'accepted');
    const { body } = await other.command<RequestBody>(draft.id, 'withdrawal', { reason: 'x' });
    expect([body.state, body.awaitingApproval === null]).toEqual(['awaiting', false]);
    const approval = (await checker.client.get<ApprovalBody>(body.awaitingApproval?.url ?? '')).body;
    await say(checker.client, approval, 'approval');
    await other.until(draft.id, 'withdrawn');
  });
});

describe('A question of customs', () => {
  const ANSWER = {
    reason: 'The invoice price of item 1',
    answers: [{ itemNumber: 1, kind: 'price', fields: [{ field: 'InvoicePrice', value: '10.50' }] }],
  };

  it('waits for its answer, which lets the declaration go on', async () => {
    const { id, allowedActions } = await accepted('SBX-CUSTOMS-SUPPLEMENT', 'reviewing');
    expect(allowedActions).toContain('request_supplement');
    expect(await desk.read(id)).toMatchObject({ body: { supplementAsked: '请补充申报：价格' } });
    const nobody = { ...ANSWER, answers: [{ ...ANSWER.answers[0], itemNumber: 9 }] };
    expect(problem(await ask(id, 'supplementary-answer', nobody))).toEqual([422, 'REQUEST.INVALID']);
    expect((await ask(id, 'supplementary-answer', ANSWER)).status).toBe(202);
    await desk.until(id, 'released');
    const { message } = await settled(id, 'granted');
    expect(message).toContain('<InvoicePrice>10.50</InvoicePrice>');
    expect(await desk.read(id)).toMatchObject({ body: { supplementAsked: null } });
    expect((await desk.story(id)).filter((type) => type.startsWith('supplement'))).toEqual([
      ...['supplement_asked', 'supplement_answered'],
    ]);
  });

  it('that was not put is not answered', async () => {
    const { id } = await accepted();
    expect(problem(await ask(id, 'supplementary-answer', ANSWER))).toEqual([409, 'CUSTOMS.REQUEST_NOT_POSSIBLE']);
  });
});

describe('An inspection', () => {
  it('is appointed while customs wants to see the goods, and its result stays with the declaration', async () => {
    const appointment = { at: '2026-12-03T09:30:00+08:00', place: '宁波北仑海关查验场站' };
    const held = await accepted();
    expect(problem(await ask(held.id, 'inspection-appointment', appointment))).toEqual([409, 'CUSTOMS.NOT_INSPECTED']);
    const { id } = await accepted('SBX-INSPECT SBX-HOLD', 'inspecting');
    await ask(id, 'inspection-appointment', appointment);
    const evidence = [{ kind: 'inspection_record', reference: '3104202600001' }];
    const result = { outcome: 'conforms', inspectedAt: '2026-12-03T11:00:00+08:00', evidence };
    expect((await ask(id, 'inspection-result', result)).status).toBe(200);
    expect(await desk.read(id)).toMatchObject({
      body: {
        inspection: {
          appointment: { at: '2026-12-03T01:30:00.000Z', place: appointment.place },
          result: { outcome: 'conforms', evidence: [{ reference: '3104202600001', digest: null }] },
        },
      },
    });
    expect((await desk.story(id)).slice(-2)).toEqual(['inspection_appointed', 'inspection_reported']);
  });
});

describe('A message that seems lost', () => {
  it('is found where customs has it', async () => {
    const draft = await desk.drafted('RQ-LOST SBX-CUSTOMS-LOST');
    await desk.ship(draft);
    const { allowedActions } = await desk.until(draft.id, 'submitted');
    expect(allowedActions).toEqual(['redeliver']);
    expect((await desk.command(draft.id, 'redelivery')).status).toBe(202);
    await desk.until(draft.id, 'released');
    expect(await desk.messages(draft.id)).toHaveLength(1);
  });

  it('is not sent again where that is not safe, and the answer says why', async () => {
    const draft = await desk.drafted();
    const { id } = await accepted();
    const why = async (each: string) => {
      const { status, body } = await desk.command<ProblemBody & { details: { reason: string } }>(each, 'redelivery');
      return [status, body.code, body.details.reason];
    };
    expect(await why(draft.id)).toEqual([409, 'CUSTOMS.REDELIVERY_UNSAFE', 'never_sent']);
    expect(await why(id)).toEqual([409, 'CUSTOMS.REDELIVERY_UNSAFE', 'customs_has_it']);
  });
});
