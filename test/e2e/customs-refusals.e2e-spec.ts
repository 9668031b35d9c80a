import { type ApiAnswer } from '../support/api-client.js';
import { CustomsDesk, type DeclarationBody, key, type ProblemBody } from '../support/customs-desk.js';

let desk: CustomsDesk;

beforeAll(async () => {
  desk = await CustomsDesk.open();
});

afterAll(async () => {
  await desk.close();
});

describe('What a caller may not do', () => {
  let draft: DeclarationBody;
  beforeAll(async () => {
    draft = await desk.drafted();
  });

  const problemOf = (answer: ApiAnswer<unknown>) => [answer.status, (answer.body as ProblemBody).code];

  it.each<[string, () => Promise<ApiAnswer<unknown>>, number, string]>([
    [
      'correct without saying which version',
      () => desk.tenant.client.patch(`/v1/customs/declarations/${draft.id}`, { remarks: 'x' }),
      428,
      'REQUEST.IF_MATCH_REQUIRED',
    ],
    ['correct a version that is gone', () => desk.correct(draft, { remarks: 'x' }, 99), 412, 'REQUEST.STALE_VERSION'],
    ['correct a field that does not exist', () => desk.correct(draft, { vessel: 'x' }), 422, 'REQUEST.INVALID'],
    [
      'correct an item that does not exist',
      () => desk.correct(draft, { items: [{ itemNumber: 7, unitPrice: '1' }] }),
      422,
      'REQUEST.INVALID',
    ],
    [
      'give a price as a number',
      () => desk.correct(draft, { items: [{ itemNumber: 1, unitPrice: 1 }] }),
      422,
      'REQUEST.INVALID',
    ],
    [
      'submit without a key',
      () => desk.tenant.client.post(`/v1/customs/declarations/${draft.id}/submission`),
      400,
      'IDEMPOTENCY.KEY_REQUIRED',
    ],
    ['submit without transport', () => desk.command(draft.id, 'submission'), 422, 'CUSTOMS.DECLARATION_BLOCKED'],
    ['resubmit what was never rejected', () => desk.command(draft.id, 'resubmission'), 409, 'STATE.ILLEGAL_TRANSITION'],
    ['cancel without a reason', () => desk.command(draft.id, 'cancellation'), 422, 'REQUEST.INVALID'],
    [
      'read what is not there',
      () => desk.tenant.client.get('/v1/customs/declarations/dec_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      404,
      'REQUEST.NOT_FOUND',
    ],
    [
      'read by an id of another kind',
      () => desk.tenant.client.get('/v1/customs/declarations/ord_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      404,
      'REQUEST.MALFORMED_ID',
    ],
    [
      'read receipts of nothing',
      () => desk.tenant.client.get('/v1/customs/declarations/dec_01jdq3x7k2e9ta6v0m8r4c5wzb/receipts'),
      404,
      'REQUEST.NOT_FOUND',
    ],
    [
      'list by a filter that does not exist',
      () => desk.tenant.client.get('/v1/customs/declarations?colour=red'),
      400,
      'REQUEST.MALFORMED',
    ],
    [
      'list from a cursor of its own making',
      () => desk.tenant.client.get('/v1/customs/declarations?cursor=abc'),
      400,
      'REQUEST.MALFORMED',
    ],
    [
      'read without a key',
      () => desk.platform.as(null).get(`/v1/customs/declarations/${draft.id}`),
      401,
      'AUTH.UNAUTHENTICATED',
    ],
  ])('%s', async (_what, attempt, status, code) => {
    expect(problemOf(await attempt())).toEqual([status, code]);
    expect((await desk.read(draft.id)).body).toEqual(draft);
  });

  it('see or touch the declaration of another tenant', async () => {
    const stranger = (await desk.platform.tenant('Stranger')).client;
    expect((await desk.read(draft.id, stranger)).status).toBe(404);
    expect((await desk.command(draft.id, 'cancellation', { reason: 'x' }, stranger)).status).toBe(404);
    const list = await stranger.get<{ data: unknown[] }>('/v1/customs/declarations');
    expect(list.body.data).toEqual([]);
  });

  it('change or cancel what is with customs', async () => {
    const other = await desk.drafted('SBX-CUSTOMS-NEVER');
    await desk.ship(other);
    const submitted = await desk.until(other.id, 'submitted');
    expect(problemOf(await desk.correct(submitted, { remarks: 'x' }))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    expect(problemOf(await desk.command(other.id, 'cancellation', { reason: 'x' }))).toEqual([
      409,
      'STATE.ILLEGAL_TRANSITION',
    ]);
    expect(problemOf(await desk.command(other.id, 'submission'))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    expect(problemOf(await desk.command(other.id, 'validation'))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });

  it('cancels a draft once; then nothing more can be done with it', async () => {
    const other = await desk.drafted();
    const cancelled = await desk.command(other.id, 'cancellation', { reason: 'The buyer withdrew' });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', allowedActions: [] });
    expect(problemOf(await desk.command(other.id, 'submission'))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    expect(await desk.story(other.id)).toEqual(['drafted', 'cancelled']);
  });

  it('declares once, however often the same request is sent', async () => {
    const other = await desk.drafted();
    const body = { transport: { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'REPEAT-1' } };
    const headers = key();
    const path = `/v1/customs/declarations/${other.id}/submission`;
    const answers = await Promise.all(Array.from({ length: 50 }, () => desk.tenant.client.post(path, body, headers)));
    const done = answers.filter(({ status }) => status === 202);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    // A twin that comes while the first still runs is told to wait.
    expect(answers.filter(({ status }) => status !== 202).every(({ status }) => status === 409)).toBe(true);
    await desk.until(other.id, 'released');
    expect(await desk.messages(other.id)).toHaveLength(1);
  });
});
