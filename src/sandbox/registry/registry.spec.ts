import { Harness } from '../testing/harness.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `adv_${String((serial += 1))}`;
const pledge = (reference: string, changes: object = {}, number = 'WR-1'): object => ({
  reference,
  kind: 'pledge',
  debtor: { name: '宁波示例贸易有限公司', uscc: '91330201MA2812345X' },
  creditor: { code: 'partner_bank', name: '合作银行' },
  secured: { amount: '8000.00', currency: 'CNY' },
  expiresOn: '2099-08-27',
  collateral: [{ kind: 'warehouse_receipt', number, issuer: '91330201MA2812345X' }],
  ...changes,
});
const register = (body: object): ReturnType<Harness['call']> => world.call('POST', '/registry/registrations', body);
const show = (reference: string): ReturnType<Harness['call']> =>
  world.call('GET', `/registry/registrations/${reference}`);
const renew = (reference: string, expiresOn: string, renewalReference = 'r-1'): ReturnType<Harness['call']> =>
  world.call('POST', `/registry/registrations/${reference}/renewals`, { renewalReference, expiresOn });
const cancel = (reference: string): ReturnType<Harness['call']> =>
  world.call('POST', `/registry/registrations/${reference}/cancellation`, { reason: 'debt_settled' });

describe('The movables register', () => {
  it('registers at once, once, however often it is sent', async () => {
    const reference = newReference();
    const answers = [await register(pledge(reference)), await register(pledge(reference))];
    expect(answers[0]).toMatchObject({
      status: 201,
      json: { reference, status: 'registered', expiresOn: '2099-08-27' },
    });
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect((await register(pledge(reference, { expiresOn: '2099-09-01' }))).json['code']).toBe('REFERENCE_REUSED');
  });

  it('extends to a later day, each renewal once, and cancels', async () => {
    const reference = newReference();
    await register(pledge(reference));
    const renewed = { status: 200, json: { expiresOn: '2100-02-23' } };
    expect([await renew(reference, '2100-02-23'), await renew(reference, '2100-02-23')]).toMatchObject([
      renewed,
      renewed,
    ]);
    expect((await renew(reference, '2100-02-23', 'r-2')).json['code']).toBe('NO_LONGER');
    const cancelled = [await cancel(reference), await cancel(reference)].map(({ json }) => json['status']);
    expect(cancelled).toEqual(['cancelled', 'cancelled']);
    expect((await renew(reference, '2101-01-01', 'r-3')).json['code']).toBe('NOT_REGISTERED');
  });

  it('says of SBX-TAKEN that it is registered already, and takes its time with SBX-SLOW', async () => {
    expect(await register(pledge(newReference(), {}, 'WR SBX-TAKEN'))).toMatchObject({
      status: 409,
      json: { code: 'ALREADY_REGISTERED' },
    });
    const reference = newReference();
    const slow = await register(pledge(reference, {}, 'WR SBX-SLOW'));
    expect(slow).toMatchObject({ status: 202, json: { status: 'pending', registrationNumber: null } });
    let shown = await show(reference);
    for (let tries = 0; shown.json['status'] === 'pending' && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      shown = await show(reference);
    }
    expect(shown.json['status']).toBe('registered');
    expect(shown.json['registrationNumber']).toMatch(/^ZD\d+$/);
  });

  it.each([
    ['no debtor', { debtor: { name: 'X', uscc: 'O' } }, '/debtor/uscc'],
    ['nothing secured', { secured: { amount: '0.00', currency: 'CNY' } }, '/secured/amount'],
    ['a day that is over', { expiresOn: '2020-01-01' }, '/expiresOn'],
    ['nothing pledged', { collateral: [] }, '/collateral'],
  ])('refuses %s', async (_why, changes, pointer) => {
    const { status, json } = await register(pledge(newReference(), changes));
    expect(status).toBe(422);
    expect((json['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it('knows nothing of what nobody has registered', async () => {
    expect([(await show('adv_none')).status, (await cancel('adv_none')).status]).toEqual([404, 404]);
  });
});
