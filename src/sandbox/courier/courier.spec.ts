import { checkAirWaybill, checkS10 } from '../../kernel/identifiers/index.js';
import { Harness } from '../testing/harness.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `csg_${String((serial += 1))}`;
const party = { name: 'Ningbo Sample Trading', address: '1 Renmin Road', country: 'CN' };
const order = (reference: string, change: object = {}): object => ({
  ...{ reference, customerReference: 'SO-1', way: 'postal', from: 'CNPVG', to: 'DEFRA', shipDate: '2026-12-06' },
  ...{ transitDays: { min: 12, max: 30 }, sender: party, recipient: { ...party, country: 'DE' } },
  pieces: [{ count: 2, lengthCm: '30', widthCm: '20', heightCm: '10', weightKg: '1.5' }],
  goods: [{ description: 'T-shirts', netKg: '1.2', value: { amount: '96.00', currency: 'USD' } }],
  ...change,
});
const place = (reference: string, change: object = {}) =>
  world.call('POST', '/courier/v1/consignments', order(reference, change));
const statuses = (reference: string) =>
  world.bodies('courier', reference).map((body) => (JSON.parse(body) as { status: string }).status);
const ended = (reference: string, status: string) =>
  world.eventually(
    () => statuses(reference),
    (told) => told.at(-1) === status,
  );
const show = async (reference: string) => (await world.call('GET', `/courier/v1/consignments/${reference}`)).json;

describe('Sending goods', () => {
  it('is received at once, and reported to its end with a number for each item', async () => {
    const reference = newReference();
    expect(await place(reference)).toMatchObject({ status: 202, json: { reference, status: 'RECEIVED' } });
    expect(await ended(reference, 'DELIVERED')).toEqual([
      ...['ACCEPTED', 'COLLECTED', 'IN_TRANSIT', 'IN_TRANSIT', 'DELIVERED'],
    ]);
    const numbers = (await show(reference))['trackingNumbers'] as string[];
    expect(numbers.map((number) => checkS10(number).valid)).toEqual([true, true]);
  });

  it('by air has one number for all pieces', async () => {
    const reference = newReference();
    await place(reference, { way: 'air' });
    await ended(reference, 'DELIVERED');
    const { waybillNumber, trackingNumbers } = await show(reference);
    expect([checkAirWaybill(String(waybillNumber)).valid, trackingNumbers]).toEqual([true, []]);
  });

  it('is taken once, however often it is sent', async () => {
    const reference = newReference();
    const answers = [await place(reference), await place(reference)];
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect((await place(reference, { way: 'air' })).status).toBe(409);
  });

  it.each([
    ['REJECT', 'REJECTED'],
    ['SEND-BACK', 'RETURNED'],
    ['LOSE', 'LOST'],
  ])('ends otherwise by SBX-COURIER-%s', async (word, status) => {
    const reference = newReference();
    await place(reference, { customerReference: `SBX-COURIER-${word}` });
    expect(await ended(reference, status)).toContain(status);
  });

  it('is not cancelled once it is collected', async () => {
    const reference = newReference();
    await place(reference);
    await ended(reference, 'DELIVERED');
    expect((await world.call('POST', `/courier/v1/consignments/${reference}/cancellation`, {})).status).toBe(409);
  });

  it.each([
    ['a way of nobody', { way: 'camel' }, '/way'],
    ['no pieces', { pieces: [] }, '/pieces'],
    ['no recipient', { recipient: null }, '/recipient'],
    ['goods without a value', { goods: [{ description: 'x', netKg: '1' }] }, '/goods/0/value'],
  ])('is refused with %s', async (_why, change, pointer) => {
    const { status, json } = await place(newReference(), change);
    expect(status).toBe(422);
    expect((json['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });
});
