import { SELLER } from '../support/order-samples.js';
import { faultsOf, key, OrderDesk, type Problem } from '../support/order-desk.js';

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

describe('Parties', () => {
  interface Party {
    id: string;
    version: number;
    warnings: string[];
    name: string;
    aliases: string[];
    bankAccount: object | null;
  }
  let number = 0;
  const fresh = (base: object, change: object = {}) => {
    number += 1;
    return { ...base, reference: `P-${number}`, ...change };
  };

  it('are entered, read and listed', async () => {
    const answer = await desk.tenant.client.post<Party>(
      '/v1/parties',
      fresh(SELLER, { uscc: '9133 0200 MA2A EFJN 86' }),
      key(),
    );
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      object: 'party',
      kind: 'seller',
      uscc: SELLER.uscc,
      warnings: [],
      aliases: [],
      version: 1,
    });
    const found = await desk.tenant.client.get<Party>(`/v1/parties/${answer.body.id}`);
    expect([found.body, found.headers['etag']]).toEqual([answer.body, '"1"']);
    const list = await desk.tenant.client.get<{ data: Party[] }>(`/v1/parties?reference=P-${number}&kind=seller,buyer`);
    expect(list.body.data).toEqual([answer.body]);
  });

  it('are warned of an odd code, refused a wrong one, and told of every fault', async () => {
    const odd = await desk.tenant.client.post<Party>(
      '/v1/parties',
      fresh(SELLER, { uscc: '91330200MA2AEFJN87' }),
      key(),
    );
    expect([odd.status, odd.body.warnings]).toEqual([201, ['uscc_check_character']]);
    const wrong = await desk.tenant.client.post(
      '/v1/parties',
      fresh(SELLER, { uscc: 'O', customsCode: 'x', nameEn: null }),
      key(),
    );
    expect([wrong.status, ...faultsOf(wrong)]).toEqual([
      422,
      '/nameEn required',
      '/customsCode format',
      '/uscc format',
    ]);
  });

  it('have references of their own', async () => {
    const answer = await desk.tenant.client.post<Problem>('/v1/parties', SELLER, key());
    expect([answer.status, answer.body.code]).toEqual([409, 'PARTIES.REFERENCE_TAKEN']);
  });

  it('are changed by who has read them', async () => {
    const { id } = (await desk.tenant.client.post<Party>('/v1/parties', fresh(SELLER), key())).body;
    const path = `/v1/parties/${id}`;
    const change = { aliases: ['NB EXAMPLE'], bankAccount: null };
    expect((await desk.tenant.client.patch(path, change)).status).toBe(428);
    expect((await desk.tenant.client.patch(path, change, { 'If-Match': '"9"' })).status).toBe(412);
    const changed = await desk.tenant.client.patch<Party>(path, change, { 'If-Match': '"1"' });
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ aliases: ['NB EXAMPLE'], bankAccount: null, name: SELLER.name, version: 2 });
    expect((await desk.tenant.client.get<Party>(path)).body).toEqual(changed.body);
    const broken = await desk.tenant.client.patch(path, { country: 'DE' }, { 'If-Match': '"2"' });
    expect([broken.status, ...faultsOf(broken)]).toEqual([422, '/country not_in_china']);
    const kind = await desk.tenant.client.patch(path, { kind: 'buyer' }, { 'If-Match': '"2"' });
    expect([kind.status, ...faultsOf(kind)]).toEqual([422, '/kind unknown_field']);
  });

  it('are nobody else’s', async () => {
    const stranger = await desk.platform.tenant('Stranger');
    expect((await stranger.client.get(`/v1/parties/${desk.seller}`)).status).toBe(404);
    expect((await stranger.client.patch(`/v1/parties/${desk.seller}`, {}, { 'If-Match': '"1"' })).status).toBe(404);
    expect((await stranger.client.get<{ data: unknown[] }>('/v1/parties')).body.data).toEqual([]);
  });
});
