import { Harness } from '../testing/harness.js';
import { loan } from '../testing/samples.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

interface Approved {
  readonly type: string;
  readonly reference: string;
  readonly agreementNumber: string;
  readonly validUntil: string;
}

let serial = 0;

/** A loan of 9,000.00 that was approved, and is to be signed within a week. */
async function approved(): Promise<Approved> {
  const reference = `adv_s${String((serial += 1))}`;
  await world.call('POST', '/lender/loans', loan(reference, { signature: { withinDays: 7, appliedOn: '2027-03-01' } }));
  return JSON.parse((await world.told('lender', 1, reference))[0] ?? '') as Approved;
}

const sign = (reference: string, agreementNumber: string, changes: object = {}): ReturnType<Harness['call']> =>
  world.call('POST', `/lender/loans/${reference}/signature`, {
    ...{ agreementNumber, signatory: 'Zhang San', signedOn: '2026-11-30' },
    ...changes,
  });
const shown = async (reference: string): Promise<Record<string, unknown>> =>
  (await world.call('GET', `/lender/loans/${reference}`)).json;

describe('A loan that is signed before it is paid out', () => {
  it('is approved with a number and a last day, and paid out after the signature; told again, once', async () => {
    const { type, reference, agreementNumber, validUntil } = await approved();
    expect([type, validUntil]).toEqual(['loan.approved', '2027-03-08']);
    expect(await shown(reference)).toMatchObject({ status: 'approved', agreementNumber, validUntil });
    const answer = await sign(reference, agreementNumber);
    expect(answer).toMatchObject({ status: 202, json: { agreementNumber, status: 'received' } });
    expect((await sign(reference, agreementNumber)).text).toBe(answer.text);
    const [, paid = ''] = await world.told('lender', 2, reference);
    expect(JSON.parse(paid)).toMatchObject({ type: 'loan.disbursed', reference });
    expect(await shown(reference)).toMatchObject({ status: 'disbursed' });
  });

  it('is not paid out to a signatory with SBX-REJECT in the name', async () => {
    const { reference, agreementNumber } = await approved();
    const refused = await sign(reference, agreementNumber, { signatory: 'Zhang San SBX-REJECT' });
    expect([refused.status, refused.json['code']]).toEqual([422, 'SIGNATURE_REFUSED']);
    expect(await shown(reference)).toMatchObject({ status: 'declined' });
  });

  it('takes no signature of another agreement, of one that is over, or of what is not to be signed', async () => {
    const { reference, agreementNumber } = await approved();
    expect((await sign(reference, 'LA-other')).json['code']).toBe('OTHER_AGREEMENT');
    expect((await sign(reference, agreementNumber, { signedOn: '2999-01-01' })).json['code']).toBe('AGREEMENT_OVER');
    await world.call('POST', '/lender/loans', loan('adv_plain'));
    await world.told('lender', 1, 'adv_plain');
    const plain = await sign('adv_plain', agreementNumber);
    expect([plain.status, plain.json['code']]).toEqual([409, 'NOT_APPROVED']);
    expect((await sign('adv_none', agreementNumber)).status).toBe(404);
  });
});
