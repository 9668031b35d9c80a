import { createHash } from 'node:crypto';

import { parseId } from '../../src/kernel/ids.js';
import { type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { BUYER } from '../support/order-samples.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Contract {
  readonly id: string;
  readonly state: string;
  readonly orderIds: readonly string[];
  readonly terms: { readonly amount: { readonly amount: string } };
  readonly requests: readonly {
    readonly kind: string;
    readonly state: string;
    readonly result: { readonly documents?: readonly object[] } | null;
  }[];
}
interface Letter {
  readonly id: string;
  readonly state: string;
  readonly orderId: string | null;
}

const PATH = '/v1/fx/registered-contracts';
const SETTINGS = { institutionCode: '330200000101', channel: 'iso20022', classAUnderReview: false, directory: 'warn' };
const TERMS = { startsOn: '2026-11-02', endsOn: '2027-06-30' };

let platform: TestPlatform;
let desk: FxDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  const set = await desk.tenant.client.send('PUT', '/v1/fx/currency-control-settings', SETTINGS, {});
  expect(set.status).toBe(200);
});
afterAll(() => platform.stop());

const post = (path: string, body: object) => desk.tenant.client.post<Contract & Letter & Problem>(path, body, key());
const setOrders = (id: string, orderIds: readonly string[]) =>
  desk.tenant.client.send<Contract & Problem>('PUT', `${PATH}/${id}/orders`, { orderIds }, key());
const until = (id: string, holds: (found: Contract) => boolean) =>
  eventually(() => desk.get<Contract>(`${PATH}/${id}`), holds);
const reached = (id: string, state: string) => until(id, (found) => found.state === state);
const orders = async (...references: readonly string[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const reference of references) ids.push(await desk.order({ reference }));
  return ids;
};
const listed = async (orderId: string): Promise<readonly string[]> =>
  (await desk.get<{ data: readonly Contract[] }>(`${PATH}?orderId=${orderId}`)).data.map(({ id }) => id);
const faults = ({ errors }: Problem): string[] => errors.map(({ pointer, code }) => `${pointer} ${code}`);
const declare = (orderId: string, entryNumber: string) =>
  platform.rows(
    `INSERT INTO fx.declared_export (tenant_id, declaration_id, order_id, entry_number, export_date, supervision_mode,
                                     total_minor, total_currency, parts, is_void, created_at)
     VALUES ($1, gen_random_uuid(), $2, $3, '2026-11-20', '0110', 1000000, 'USD', 1, false, now())`,
    [desk.tenant.tenantId, parseId('order', orderId), entryNumber],
  );

describe('One contract over several orders', () => {
  it('is registered for what the buyer owes for all of them, under the number that is named', async () => {
    const [first = '', second = ''] = await orders('CO-1', 'CO-2');
    const nameless = await post(PATH, { orderIds: [first, second], ...TERMS });
    expect(faults(nameless.body)).toEqual(['/contractNumber required']);
    const twice = await post(PATH, { orderIds: [first, first], ...TERMS });
    expect(faults(twice.body)).toEqual(['/orderIds/1 twice']);
    const asked = await post(PATH, { orderIds: [first, second], ...TERMS, contractNumber: 'FRAME-1' });
    expect([asked.status, asked.body.orderIds]).toEqual([202, [first, second]]);
    expect(asked.body.terms.amount.amount).toBe('20000.00');
    await reached(asked.body.id, 'registered');
    expect([await listed(first), await listed(second)]).toEqual([[asked.body.id], [asked.body.id]]);
    const [event] = await eventually(
      () => desk.events('fx.registered_contract.registered'),
      (found) => found.length > 0,
    );
    expect(event?.data).toMatchObject({ orderIds: [first, second] });
  });

  it('takes no order of another buyer, none in another currency, and none that is under another', async () => {
    const [own = ''] = await orders('CO-3');
    const stranger = await desk.tenant.client.post<{ id: string }>(
      '/v1/parties',
      { ...BUYER, reference: 'CO-BUYER', name: 'LYON MAISON SARL' },
      key(),
    );
    const theirs = await desk.to(stranger.body.id).order({ reference: 'CO-4' });
    const euros = await desk.order({ reference: 'CO-5', currency: 'EUR' });
    const mixed = await post(PATH, { orderIds: [own, theirs, euros], ...TERMS, contractNumber: 'FRAME-2' });
    expect(faults(mixed.body)).toEqual(['/orderIds/1 other_buyer', '/orderIds/2 currency_mismatch']);
    const { id } = (await post(PATH, { orderIds: [own], ...TERMS })).body;
    const again = await post(PATH, { orderIds: [own], ...TERMS, contractNumber: 'FRAME-3' });
    expect([again.status, again.body.code]).toEqual([409, 'FX.CONTRACT_REGISTERED']);
    await reached(id, 'registered');
    expect(faults((await setOrders(id, [theirs])).body)).toEqual(['/orderIds/0 other_buyer']);
  });

  it('covers others when it is told to; what is left out, or under one that ended, is free for another', async () => {
    const [first = '', second = '', third = ''] = await orders('CO-6', 'CO-7', 'CO-8');
    const { id } = (await post(PATH, { orderIds: [first], ...TERMS, contractNumber: 'FRAME-4' })).body;
    const widened = await setOrders(id, [first, second]);
    expect([widened.status, widened.body.orderIds]).toEqual([200, [first, second]]);
    expect((await post(PATH, { orderIds: [second, third], ...TERMS, contractNumber: 'F' })).status).toBe(409);
    expect((await setOrders(id, [first, third])).body.orderIds).toEqual([first, third]);
    const freed = await post(PATH, { orderIds: [second], ...TERMS, contractNumber: 'FRAME-5 SBX-BANK-REJECT' });
    await reached(freed.body.id, 'refused');
    await eventually(
      async () => (await setOrders(id, [first, second, third])).status,
      (status) => status === 200,
    );
    await reached(id, 'registered');
    await post(`${PATH}/${id}/closure`, { reason: 'Fulfilled' });
    await reached(id, 'closed');
    expect((await setOrders(id, [first])).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    expect((await post(PATH, { orderIds: [third], ...TERMS })).status).toBe(202);
    await eventually(
      () => desk.events('fx.registered_contract.orders_changed'),
      (events) => events.length === 3,
    );
  });

  it('is named for two contracts at the same moment, and is under one', async () => {
    const [first = '', second = '', third = ''] = await orders('CO-9', 'CO-10', 'CO-11');
    const answers = await Promise.all([
      post(PATH, { orderIds: [first, second], ...TERMS, contractNumber: 'RACE-1' }),
      post(PATH, { orderIds: [third, second, first], ...TERMS, contractNumber: 'RACE-2' }),
      post(PATH, { orderIds: [second, third], ...TERMS, contractNumber: 'RACE-3' }),
    ]);
    const taken = answers.filter(({ status }) => status === 202).map(({ body }) => body.id);
    const under = await Promise.all([first, second, third].map(listed));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    expect(new Set(under.flat())).toEqual(new Set(taken));
  });
});

describe('Papers and letters of a contract over several orders', () => {
  it('are of any of its orders; a letter is about the one that is named', async () => {
    const [first = '', second = '', stranger = ''] = await orders('CO-12', 'CO-13', 'CO-14');
    const asked = await post(PATH, { orderIds: [first, second], ...TERMS, contractNumber: 'FRAME-6' });
    const { id } = await reached(asked.body.id, 'registered');
    await declare(first, '310120260000000012');
    await declare(second, '310120260000000013');
    await declare(stranger, '310120260000000014');
    const shown = (...numbers: readonly string[]) =>
      post(`${PATH}/${id}/supporting-documents`, {
        documents: numbers.map((number) => ({ kind: 'customs_declaration', number })),
      });
    const foreign = await shown('310120260000000012', '310120260000000014');
    expect(faults(foreign.body)).toEqual(['/documents/1/number unknown']);
    expect((await shown('310120260000000012', '310120260000000013')).status).toBe(202);
    await until(id, ({ requests }) => requests.some(({ kind, state }) => kind === 'documents' && state === 'accepted'));
    await post(`${PATH}/${id}/statement-requests`, { from: '2026-11-01', to: '2026-11-02' });
    const { requests } = await until(id, (found) =>
      found.requests.some(({ kind, state }) => kind === 'statement' && state === 'accepted'),
    );
    expect(requests[0]?.result?.documents).toHaveLength(2);

    const words = { contractId: id, subject: 'Second lot', text: 'It follows.', responseRequired: false };
    const write = async (orderId?: string) => post('/v1/fx/currency-control-letters', { ...words, orderId });
    expect((await write(second)).body.orderId).toBe(second);
    expect((await write()).body.orderId).toBeNull();
    expect(faults((await write(stranger)).body)).toEqual(['/orderId unknown']);
  });
});

describe('Files of a contract', () => {
  const FILES = '/v1/fx/contract-files';
  const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
  const add = (orderId: string, kind: string, body: Buffer, type = 'application/pdf') =>
    desk.tenant.client.send<{ id: string; sha256: string } & Problem>(
      'POST',
      `${FILES}?orderId=${orderId}&kind=${kind}&number=NB-1&fileName=nb.pdf`,
      body,
      { 'content-type': type, ...key() },
    );
  const messages = async (id: string, type: string): Promise<readonly string[]> => {
    const { data } = await eventually(
      () =>
        desk.get<{ data: readonly { content: string; messageType: string }[] }>(
          `/v1/fx/currency-control-messages?contractId=${id}`,
        ),
      (page) => page.data.some(({ messageType }) => messageType.startsWith(type)),
    );
    return data.filter(({ messageType }) => messageType.startsWith(type)).map(({ content }) => content);
  };

  it('are kept by order, once each; what is no scan is refused, and what no message has is taken back', async () => {
    const [orderId = ''] = await orders('CF-1');
    const added = await add(orderId, 'contract', PDF);
    expect([added.status, added.body.sha256]).toEqual([201, createHash('sha256').update(PDF).digest('hex')]);
    expect((await add(orderId, 'contract', PDF)).body.id).toBe(added.body.id);
    expect((await add(orderId, 'contract', PDF, 'image/png')).body.code).toBe('FX.UNUSABLE_FILE');
    expect((await add('ord_01jdq3x7k2e9ta6v0m8r4c5wzb', 'contract', PDF)).status).toBe(404);
    const { data } = await desk.get<{ data: readonly object[] }>(`${FILES}?orderId=${orderId}`);
    expect(data).toHaveLength(1);
    expect((await desk.tenant.client.get(`${FILES}/${added.body.id}/content`)).text).toBe(PDF.toString());
    const strange = await platform.tenant();
    expect((await strange.client.get(`${FILES}/${added.body.id}/content`)).status).toBe(404);
    expect((await desk.tenant.client.delete(`${FILES}/${added.body.id}`)).status).toBe(200);
    expect((await desk.tenant.client.get(`${FILES}/${added.body.id}`)).status).toBe(404);
  });

  it('go with the registration, the amendment and the papers; from then on they are kept', async () => {
    const [orderId = '', other = ''] = await orders('CF-2', 'CF-3');
    const id = async (kind: string, body = PDF, of = orderId) => (await add(of, kind, body)).body.id;
    const large = Buffer.concat([PDF, Buffer.alloc(102_400)]);
    const [contract, scan, foreign] = [
      await id('contract'),
      await id('contract', large),
      await id('contract', PDF, other),
    ];
    const wrong = await post(PATH, { orderIds: [orderId], ...TERMS, fileIds: [contract, foreign] });
    expect(faults(wrong.body)).toEqual(['/fileIds/1 unknown']);
    const asked = await post(PATH, { orderIds: [orderId], ...TERMS, fileIds: [contract, scan] });
    await reached(asked.body.id, 'registered');
    const [registration = ''] = await messages(asked.body.id, 'auth.018');
    expect(registration.match(/<Attchmnt>/g)).toHaveLength(2);
    expect(registration.match(/<InclBinryObjct>[^<]+/g)).toEqual([`<InclBinryObjct>${PDF.toString('base64')}`]);
    expect((await desk.tenant.client.delete<Problem>(`${FILES}/${contract}`)).body.code).toBe('FX.CONTRACT_FILE_KEPT');

    const amendment = { endsOn: '2027-09-30', reason: 'Later', fileIds: [await id('contract_amendment')] };
    await post(`${PATH}/${asked.body.id}/amendment`, amendment);
    await reached(asked.body.id, 'registered');
    expect((await messages(asked.body.id, 'auth.021'))[0]).toContain('<Attchmnt><DocTp>CONT</DocTp>');

    const paper = { kind: 'commercial_invoice', number: 'INV-1', amount: { amount: '1.00', currency: 'USD' } };
    const show = (fileIds: readonly string[]) =>
      post(`${PATH}/${asked.body.id}/supporting-documents`, { documents: [{ ...paper, fileIds }] });
    expect(faults((await show([contract])).body)).toEqual(['/documents/0/fileIds/0 other_kind']);
    expect((await show([await id('commercial_invoice')])).status).toBe(202);
    expect((await messages(asked.body.id, 'auth.025'))[0]).toContain('<Attchmnt><DocTp>CINV</DocTp>');
  });
});
