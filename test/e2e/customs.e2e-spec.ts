import { randomUUID } from 'node:crypto';

import { type ApiAnswer, type ApiClient } from '../support/api-client.js';
import { BUYER, LINE, orderBody, SELLER } from '../support/order-samples.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Finding {
  readonly pointer: string;
  readonly rule: string;
  readonly severity: string;
}

interface DeclarationBody {
  readonly id: string;
  readonly state: string;
  readonly allowedActions: readonly string[];
  readonly expectedBy: string | null;
  readonly attempt: number;
  readonly entryNumber: string | null;
  readonly inspected: boolean;
  readonly rejectionReason: string | null;
  readonly exportDate: string | null;
  readonly findings: readonly Finding[];
  readonly submission: {
    readonly id: string;
    readonly attempt: number;
    readonly state: string;
    readonly fieldsChecked: number;
  } | null;
  readonly transport: Readonly<Record<string, string | null>>;
  readonly fob: { readonly amount: string } | null;
  readonly version: number;
}

interface ProblemBody {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

interface Scenario {
  readonly contractNumber?: string;
  readonly order?: object;
}

let platform: TestPlatform;
let tenant: TestTenant;
let sellerId: string;
let buyerId: string;
let orders = 0;
let bills = 0;

beforeAll(async () => {
  platform = await TestPlatform.start();
  tenant = await platform.tenant();
  [sellerId, buyerId] = await Promise.all([party(SELLER), party(BUYER)]);
}, 60_000);

afterAll(async () => {
  await platform.stop();
});

const key = () => ({ 'idempotency-key': randomUUID() });

async function party(body: object): Promise<string> {
  const { body: created } = await tenant.client.post<{ id: string }>('/v1/parties', body, key());
  return created.id;
}

/** An order whose freight somebody else books: its declaration waits for transport. @returns the order's id */
async function place({ contractNumber = 'NB20261101', order = {} }: Scenario = {}): Promise<string> {
  orders += 1;
  const { freight, ...body } = orderBody(sellerId, buyerId, `SO-${orders}`);
  const placed = await tenant.client.post<{ id: string }>(
    '/v1/orders',
    { ...body, contractNumber, freight: { ...freight, by: 'other', mode: null, containers: [] }, ...order },
    key(),
  );
  expect(placed.status).toBe(201);
  return placed.body.id;
}

function read(id: string, client = tenant.client): Promise<ApiAnswer<DeclarationBody>> {
  return client.get<DeclarationBody>(`/v1/customs/declarations/${id}`);
}

async function declarationOf(orderId: string): Promise<DeclarationBody> {
  const found = await eventually(
    () => tenant.client.get<{ data: { id: string }[] }>(`/v1/customs/declarations?orderId=${orderId}`),
    ({ body }) => body.data.length === 1,
  );
  return (await read(found.body.data[0]?.id ?? '')).body;
}

async function drafted(scenario: Scenario = {}): Promise<DeclarationBody> {
  return declarationOf(await place(scenario));
}

function correct(
  declaration: DeclarationBody,
  body: object,
  version = declaration.version,
): Promise<ApiAnswer<DeclarationBody>> {
  return tenant.client.patch<DeclarationBody>(`/v1/customs/declarations/${declaration.id}`, body, {
    'if-match': `"${version}"`,
  });
}

function command<Body = DeclarationBody>(
  id: string,
  name: string,
  body: object = {},
  client: ApiClient = tenant.client,
): Promise<ApiAnswer<Body>> {
  return client.post<Body>(`/v1/customs/declarations/${id}/${name}`, body, key());
}

/** Gives the transport; a sound draft leaves by that. */
async function ship(
  declaration: DeclarationBody,
  more: object = {},
): Promise<{ billNumber: string; answer: ApiAnswer<DeclarationBody> }> {
  bills += 1;
  const billNumber = `TESTBL${String(bills).padStart(8, '0')}`;
  const transport = { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber };
  const answer = await correct(declaration, { transport, ...more });
  return { billNumber, answer };
}

async function until(id: string, state: string): Promise<DeclarationBody> {
  const { body } = await eventually(
    () => read(id),
    (answer) => answer.body.state === state,
  );
  return body;
}

/** The vessel leaves: the outside world's lever. */
async function depart(billNo: string): Promise<void> {
  const answer = await fetch(`${platform.sandbox.url}/control/departures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ billNo, vesselName: 'SBX ORIENT', voyage: '026W' }),
  });
  expect(answer.status).toBeLessThan(300);
}

async function eventsOf(id: string): Promise<{ type: string; sequence: number; data: Record<string, unknown> }[]> {
  return platform.rows(
    `SELECT e.type, e.sequence, e.data FROM platform.event e JOIN customs.declaration d ON d.tenant_id = e.tenant_id AND d.id = e.resource_id
     WHERE d.reference = (SELECT reference FROM customs.declaration WHERE id = $1) ORDER BY e.sequence`,
    [await uuidOf(id)],
  );
}

async function uuidOf(id: string): Promise<string> {
  const { parseId } = await import('../../src/kernel/ids.js');
  return parseId('declaration', id);
}

const short = (type: string) => type.replace('customs.declaration.', '');

async function story(id: string): Promise<string[]> {
  return (await eventsOf(id)).map(({ type }) => short(type));
}

async function receiptsOf(
  id: string,
): Promise<{ kind: string; outcome: string; timesSeen: number; source: string; body: string }[]> {
  const { body } = await tenant.client.get<{ data: never[] }>(`/v1/customs/declarations/${id}/receipts`);
  return body.data;
}

/** Lets the waits of this declaration end now. */
async function letTimePass(id: string): Promise<void> {
  await platform.rows(
    `UPDATE platform.delivery SET due_at = now() WHERE queue = 'customs.ask-customs' AND payload ->> 'declarationId' = $1`,
    [await uuidOf(id)],
  );
}

describe('An order whose freight the platform books', () => {
  it('is drafted, completed by the booking, declared, released, departed and cleared by itself', async () => {
    const { freight, ...body } = orderBody(sellerId, buyerId, 'SO-PLATFORM');
    const placed = await tenant.client.post<{ id: string }>('/v1/orders', { ...body, freight }, key());
    const { id } = await declarationOf(placed.body.id);
    const cleared = await until(id, 'cleared');
    expect(cleared).toMatchObject({ attempt: 1, expectedBy: null, allowedActions: [], inspected: false });
    expect(cleared.entryNumber).toMatch(/^3104\d{4}0\d{9}$/);
    expect(cleared.transport['billNumber']).toMatch(/^SNBX/);
    expect(await story(id)).toEqual(['drafted', 'submitted', 'accepted', 'released', 'departed', 'cleared']);
  });
});

describe('A declaration', () => {
  it('waits for its transport, leaves when it is given, and ends cleared with its FOB value by item', async () => {
    const draft = await drafted();
    expect(draft).toMatchObject({ state: 'draft', attempt: 0, entryNumber: null, submission: null });
    expect(draft.findings.filter(({ severity }) => severity === 'error')).toEqual([]);

    const { billNumber, answer } = await ship(draft);
    expect(answer.body).toMatchObject({ state: 'queued', attempt: 1, submission: { attempt: 1, state: 'queued' } });
    expect(answer.body.expectedBy).not.toBeNull();
    const released = await until(draft.id, 'released');
    expect(released.entryNumber).toMatch(/^3104\d{4}0\d{9}$/);

    await depart(billNumber);
    const cleared = await until(draft.id, 'cleared');
    expect(cleared.exportDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const events = await eventsOf(draft.id);
    expect(events.map(({ type }) => short(type))).toEqual([
      'drafted',
      'submitted',
      'accepted',
      'released',
      'departed',
      'cleared',
    ]);
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
    const draft = await drafted({ contractNumber: 'WORDS-1' });
    await ship(draft);
    await until(draft.id, 'released');
    const { body } = await tenant.client.get<{ data: { message: string; answer: string; sequenceNumber: string }[] }>(
      `/v1/customs/declarations/${draft.id}/messages`,
    );
    expect(body.data).toHaveLength(1);
    expect(body.data[0]?.message).toContain('<ContrNo>WORDS-1</ContrNo>');
    expect(body.data[0]?.answer).toContain(`<SeqNo>${body.data[0]?.sequenceNumber ?? ''}</SeqNo>`);
    const receipts = await receiptsOf(draft.id);
    expect(receipts.map(({ kind, outcome, source }) => [kind, outcome, source])).toEqual(
      expect.arrayContaining([
        ['accepted', 'applied', 'callback'],
        ['released', 'applied', 'callback'],
      ]),
    );
    for (const receipt of receipts)
      expect(receipt.body).toContain(`<SEQ_NO>${body.data[0]?.sequenceNumber ?? ''}</SEQ_NO>`);
  });

  it('may be inspected on its way', async () => {
    const draft = await drafted({ contractNumber: 'SBX-CUSTOMS-INSPECT' });
    await ship(draft);
    const released = await until(draft.id, 'released');
    expect(released.inspected).toBe(true);
    expect(await story(draft.id)).toEqual(['drafted', 'submitted', 'accepted', 'inspection_ordered', 'released']);
  });

  it('that customs sends back is mended and declared again, as a second attempt of the same', async () => {
    const draft = await drafted({ contractNumber: 'SBX-CUSTOMS-REJECT' });
    const { billNumber } = await ship(draft);
    const rejected = await until(draft.id, 'rejected');
    expect(rejected).toMatchObject({
      attempt: 1,
      entryNumber: null,
      expectedBy: null,
      allowedActions: ['amend', 'resubmit', 'cancel'],
    });
    expect(rejected.rejectionReason).toMatch(/申报要素/);

    const amended = await correct(rejected, {
      items: [{ itemNumber: 1, declarationElements: '用途:烘烤|品牌类型:1|出口享惠情况:0|型号:EO-36' }],
    });
    expect(amended.body).toMatchObject({ state: 'rejected', attempt: 1 });
    const again = await command(draft.id, 'resubmission');
    expect(again.status).toBe(202);
    expect(again.body).toMatchObject({ state: 'queued', attempt: 2, rejectionReason: null });

    await until(draft.id, 'released');
    await depart(billNumber);
    await until(draft.id, 'cleared');
    expect(await story(draft.id)).toEqual([
      'drafted',
      'submitted',
      'rejected',
      'submitted',
      'accepted',
      'released',
      'departed',
      'cleared',
    ]);
    const { body } = await tenant.client.get<{ data: { attempt: number; state: string; message: string }[] }>(
      `/v1/customs/declarations/${draft.id}/messages`,
    );
    expect(body.data.map(({ attempt, state }) => [attempt, state])).toEqual([
      [2, 'accepted'],
      [1, 'rejected'],
    ]);
    expect(body.data[0]?.message).toContain('EO-36');
    expect(body.data[1]?.message).toContain('EO-35');
  });

  it('whose form customs does not even take is rejected with all of its reasons', async () => {
    const heavy = { ...LINE, netWeightKg: '99999999999999', grossWeightKg: '99999999999999' };
    const draft = await drafted({ order: { lines: [heavy] } });
    await ship(draft);
    const rejected = await until(draft.id, 'rejected');
    expect(rejected.rejectionReason).toMatch(/GrossWet.*NetWt/s);
    expect(rejected.submission?.state).toBe('refused');
    expect(await story(draft.id)).toEqual(['drafted', 'rejected']);
  });

  it('that customs deletes can be declared anew', async () => {
    const draft = await drafted({ contractNumber: 'SBX-CUSTOMS-DELETE' });
    await ship(draft);
    expect(await until(draft.id, 'rejected')).toMatchObject({ entryNumber: null, rejectionReason: '海关删单' });
    expect(await story(draft.id)).toEqual(['drafted', 'submitted', 'accepted', 'rejected']);
  });
});

describe('Receipts', () => {
  it('that come twice, late and out of order move nothing twice and nothing back', async () => {
    const draft = await drafted({ contractNumber: 'SBX-CUSTOMS-DISORDER' });
    const { billNumber } = await ship(draft, { remarks: 'SBX-CUSTOMS-TWICE SBX-CUSTOMS-INSPECT' });
    await until(draft.id, 'released');
    await depart(billNumber);
    await until(draft.id, 'cleared');
    const settled = await eventually(
      () => receiptsOf(draft.id),
      (receipts) => receipts.length === 5 && receipts.every(({ timesSeen }) => timesSeen === 2),
    );
    expect(settled.map(({ outcome }) => outcome).sort()).toEqual(expect.arrayContaining(['applied']));
    expect(settled.filter(({ outcome }) => outcome === 'waiting' || outcome === 'held')).toEqual([]);
    const told = (await story(draft.id)).filter((type) => type !== 'inspection_ordered');
    expect(told).toEqual(['drafted', 'submitted', 'accepted', 'released', 'departed', 'cleared']);
  });

  it('that never come are asked for, and somebody is told', async () => {
    const draft = await drafted({ contractNumber: 'SBX-CUSTOMS-LOST' });
    await ship(draft);
    await until(draft.id, 'submitted');
    await letTimePass(draft.id);
    await until(draft.id, 'released');
    expect((await story(draft.id)).slice(0, 2)).toEqual(['drafted', 'submitted']);
  });

  it('of a customs that stays silent: overdue, again and again, with longer waits', async () => {
    const draft = await drafted({ contractNumber: 'SBX-CUSTOMS-NEVER' });
    await ship(draft);
    const submitted = await until(draft.id, 'submitted');
    await letTimePass(draft.id);
    const later = await eventually(
      () => read(draft.id),
      ({ body }) => body.expectedBy !== submitted.expectedBy,
    );
    expect(later.body.state).toBe('submitted');
    const events = await eventsOf(draft.id);
    expect(events.at(-1)).toMatchObject({
      type: 'customs.declaration.overdue',
      data: { state: 'submitted', expectedBy: submitted.expectedBy },
    });
  });

  it('that nobody can read end among the dead letters, and harm nothing', async () => {
    const before = await platform.rows(`SELECT id FROM platform.dead_letter WHERE queue = 'customs.take-receipt'`);
    const { createHmac } = await import('node:crypto');
    const { publicId } = await import('../../src/kernel/ids.js');
    const time = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', 'sandbox-customs-secret').update(`${time}.<nonsense/>`).digest('hex');
    const answer = await fetch(
      `${platform.config.publicUrl}/v1/inbound/customs/${publicId('tenant', tenant.tenantId)}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/xml', 'x-signature': `t=${time},v1=${signature}` },
        body: '<nonsense/>',
      },
    );
    expect(answer.status).toBe(202);
    const after = await eventually(
      () =>
        platform.rows<{ error_code: string }>(
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
    const draft = await drafted({ contractNumber });
    await ship(draft);
    await until(draft.id, 'released');
    const { body } = await tenant.client.get<{ data: { id: string }[] }>(
      `/v1/customs/declarations/${draft.id}/messages`,
    );
    expect(body.data).toHaveLength(1);
    const sent = await platform.rows<{ request_body: string }>(
      `SELECT request_body FROM platform.partner_exchange WHERE operation = 'submit-declaration' AND reference = $1`,
      [body.data[0]?.id],
    );
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ request_body }) => request_body)).size).toBe(1);
    expect(await story(draft.id)).toEqual(['drafted', 'submitted', 'accepted', 'released']);
  });

  it('is tried without being sent by a dry run, which keeps nothing', async () => {
    const draft = await drafted();
    const lacking = await tenant.client.post<ProblemBody>(
      `/v1/customs/declarations/${draft.id}/submission?dryRun=true`,
      {},
      key(),
    );
    expect(lacking.status).toBe(422);
    const { transport } = draft;
    expect(transport['billNumber']).toBeNull();

    const bill = { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'DRY-1' };
    const path = `/v1/customs/declarations/${draft.id}?dryRun=true`;
    const dry = await tenant.client.patch<DeclarationBody>(
      path,
      { transport: bill },
      { 'if-match': `"${draft.version}"` },
    );
    expect(dry.body.submission?.fieldsChecked).toBeGreaterThan(50);
    expect((await read(draft.id)).body).toEqual(draft);
  });
});

describe('Errors of the form', () => {
  it('block the declaration, all named at once, until they are mended', async () => {
    const draft = await drafted({
      contractNumber: 'BLOCKED-1',
      order: {
        incoterm: 'CIF',
        freight: {
          by: 'other',
          mode: null,
          containers: [],
          readyDate: '2026-12-01',
          freightCharge: { amount: '900.00', currency: 'USD' },
          insuranceCharge: { amount: '9.00', currency: 'USD' },
        },
        route: { ...orderBody('', '').route, portOfLoading: 'CNZZZ' },
        lines: [{ ...LINE, hsCode: '7701000000' }],
      },
    });
    expect(draft.state).toBe('blocked');
    const errors = draft.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, pointer }) => `${rule} ${pointer}`);
    expect(errors).toEqual(['exit_port_unknown /portOfLoading', 'hs_chapter_unknown /items/0/hsCode']);
    const events = await eventsOf(draft.id);
    expect(events.map(({ type, data }) => [short(type), data['faults']])).toEqual([
      ['drafted', undefined],
      ['blocked', 2],
    ]);

    const refused = await command<ProblemBody>(draft.id, 'submission');
    expect(refused).toMatchObject({ status: 422, body: { code: 'CUSTOMS.DECLARATION_BLOCKED' } });
    expect(refused.body.errors.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['exit_port_unknown', 'hs_chapter_unknown', 'transport_required']),
    );

    const mended = await correct(draft, { exitPortCode: '380101', items: [{ itemNumber: 1, hsCode: LINE.hsCode }] });
    expect(mended.body).toMatchObject({ state: 'draft', fob: { amount: '9091.00' } });
    expect((await command(draft.id, 'validation')).body.state).toBe('draft');
    await ship((await read(draft.id)).body);
    await until(draft.id, 'released');
    expect(await story(draft.id)).toEqual(['drafted', 'blocked', 'drafted', 'submitted', 'accepted', 'released']);
  });
});

describe('What a caller may not do', () => {
  let draft: DeclarationBody;
  beforeAll(async () => {
    draft = await drafted();
  });

  const problemOf = (answer: ApiAnswer<unknown>) => [answer.status, (answer.body as ProblemBody).code];

  it.each<[string, () => Promise<ApiAnswer<unknown>>, number, string]>([
    [
      'correct without saying which version',
      () => tenant.client.patch(`/v1/customs/declarations/${draft.id}`, { remarks: 'x' }),
      428,
      'REQUEST.IF_MATCH_REQUIRED',
    ],
    ['correct a version that is gone', () => correct(draft, { remarks: 'x' }, 99), 412, 'REQUEST.STALE_VERSION'],
    ['correct a field that does not exist', () => correct(draft, { vessel: 'x' }), 422, 'REQUEST.INVALID'],
    [
      'correct an item that does not exist',
      () => correct(draft, { items: [{ itemNumber: 7, unitPrice: '1' }] }),
      422,
      'REQUEST.INVALID',
    ],
    [
      'give a price as a number',
      () => correct(draft, { items: [{ itemNumber: 1, unitPrice: 1 }] }),
      422,
      'REQUEST.INVALID',
    ],
    [
      'submit without a key',
      () => tenant.client.post(`/v1/customs/declarations/${draft.id}/submission`),
      400,
      'IDEMPOTENCY.KEY_REQUIRED',
    ],
    ['submit without transport', () => command(draft.id, 'submission'), 422, 'CUSTOMS.DECLARATION_BLOCKED'],
    ['resubmit what was never rejected', () => command(draft.id, 'resubmission'), 409, 'STATE.ILLEGAL_TRANSITION'],
    ['cancel without a reason', () => command(draft.id, 'cancellation'), 422, 'REQUEST.INVALID'],
    [
      'read what is not there',
      () => tenant.client.get('/v1/customs/declarations/dec_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      404,
      'REQUEST.NOT_FOUND',
    ],
    [
      'read by an id of another kind',
      () => tenant.client.get('/v1/customs/declarations/ord_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      404,
      'REQUEST.MALFORMED_ID',
    ],
    [
      'read receipts of nothing',
      () => tenant.client.get('/v1/customs/declarations/dec_01jdq3x7k2e9ta6v0m8r4c5wzb/receipts'),
      404,
      'REQUEST.NOT_FOUND',
    ],
    [
      'list by a filter that does not exist',
      () => tenant.client.get('/v1/customs/declarations?colour=red'),
      400,
      'REQUEST.MALFORMED',
    ],
    [
      'list from a cursor of its own making',
      () => tenant.client.get('/v1/customs/declarations?cursor=abc'),
      400,
      'REQUEST.MALFORMED',
    ],
    [
      'read without a key',
      () => platform.as(null).get(`/v1/customs/declarations/${draft.id}`),
      401,
      'AUTH.UNAUTHENTICATED',
    ],
  ])('%s', async (_what, attempt, status, code) => {
    expect(problemOf(await attempt())).toEqual([status, code]);
    expect((await read(draft.id)).body).toEqual(draft);
  });

  it('see or touch the declaration of another tenant', async () => {
    const stranger = (await platform.tenant('Stranger')).client;
    expect((await read(draft.id, stranger)).status).toBe(404);
    expect((await command(draft.id, 'cancellation', { reason: 'x' }, stranger)).status).toBe(404);
    const list = await stranger.get<{ data: unknown[] }>('/v1/customs/declarations');
    expect(list.body.data).toEqual([]);
  });

  it('change or cancel what is with customs', async () => {
    const other = await drafted({ contractNumber: 'SBX-CUSTOMS-NEVER' });
    await ship(other);
    const submitted = await until(other.id, 'submitted');
    expect(problemOf(await correct(submitted, { remarks: 'x' }))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    expect(problemOf(await command(other.id, 'cancellation', { reason: 'x' }))).toEqual([
      409,
      'STATE.ILLEGAL_TRANSITION',
    ]);
    expect(problemOf(await command(other.id, 'submission'))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    expect(problemOf(await command(other.id, 'validation'))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });

  it('cancels a draft once; then nothing more can be done with it', async () => {
    const other = await drafted();
    const cancelled = await command(other.id, 'cancellation', { reason: 'The buyer withdrew' });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', allowedActions: [] });
    expect(problemOf(await command(other.id, 'submission'))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    expect(await story(other.id)).toEqual(['drafted', 'cancelled']);
  });

  it('submits once, however often the same request is sent', async () => {
    const other = await drafted();
    const transport = { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'REPEAT-1' };
    const headers = { 'if-match': `"${other.version}"`, ...key() };
    const path = `/v1/customs/declarations/${other.id}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tenant.client.patch(path, { transport }, headers)),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    await until(other.id, 'released');
    const { body } = await tenant.client.get<{ data: unknown[] }>(`${path}/messages`);
    expect(body.data).toHaveLength(1);
  });
});

describe('The list', () => {
  it('is filtered by state, order and number, and goes on from page to page', async () => {
    const list = (query: string) =>
      tenant.client.get<{
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
