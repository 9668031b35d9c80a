import { Harness } from '../testing/harness.js';
import { loan } from '../testing/samples.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;

/** A loan of 9,000.00 that was paid out, due on 2099-01-31. */
async function disbursed(): Promise<string> {
  const reference = `adv_x${String((serial += 1))}`;
  await world.call('POST', '/lender/loans', loan(reference));
  await world.told('lender', 1, reference);
  return reference;
}

const extend = (reference: string, extension: string, changes: object = {}): ReturnType<Harness['call']> =>
  world.call('POST', `/lender/loans/${reference}/extensions`, {
    ...{ extensionReference: extension, maturityDate: '2099-03-02', purpose: '' },
    fee: { amount: '9.00', currency: 'CNY' },
    ...changes,
  });
const told = async (extension: string): Promise<Record<string, unknown>> =>
  JSON.parse((await world.told('lender', 1, extension))[0] ?? '') as Record<string, unknown>;
const shown = async (reference: string, extension: string): Promise<Record<string, unknown>> =>
  (await world.call('GET', `/lender/loans/${reference}/extensions/${extension}`)).json;

describe('A later due date', () => {
  it('is received at once and granted; asked for again, it gets the first answer', async () => {
    const reference = await disbursed();
    const answer = await extend(reference, 'lxt_1');
    expect(answer).toMatchObject({ status: 202, json: { extensionReference: 'lxt_1', status: 'received' } });
    expect(await told('lxt_1')).toMatchObject({ type: 'loan.extended', reference, maturityDate: '2099-03-02' });
    expect((await extend(reference, 'lxt_1')).text).toBe(answer.text);
    expect(await shown(reference, 'lxt_1')).toMatchObject({ status: 'extended', maturityDate: '2099-03-02' });
  });

  it('is granted for half of the days by SBX-SHORTER in its purpose', async () => {
    const reference = await disbursed();
    await extend(reference, 'lxt_2', { purpose: 'SBX-SHORTER' });
    expect(await told('lxt_2')).toMatchObject({ type: 'loan.extended', maturityDate: '2099-02-15' });
  });

  it('is refused with a reason by SBX-REJECT', async () => {
    const reference = await disbursed();
    await extend(reference, 'lxt_3', { purpose: 'SBX-REJECT' });
    expect(await told('lxt_3')).toMatchObject({ type: 'loan.extension_refused', reasonCode: 'CREDIT_POLICY' });
  });

  it('is not taken of a day that is no later, nor of a loan that was not paid out', async () => {
    const reference = await disbursed();
    const early = await extend(reference, 'lxt_4', { maturityDate: '2099-01-31' });
    expect([early.status, early.json['code']]).toEqual([422, 'NOT_LATER']);
    await world.call('POST', '/lender/loans', loan('adv_never', {}, 'Ningbo SBX-LENDER-NEVER'));
    expect((await extend('adv_never', 'lxt_5')).json['code']).toBe('NOT_DISBURSED');
    expect((await world.call('GET', `/lender/loans/${reference}/extensions/lxt_none`)).status).toBe(404);
  });
});
