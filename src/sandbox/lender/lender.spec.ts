import { Harness } from '../testing/harness.js';
import { loan } from '../testing/samples.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `adv_${String((serial += 1))}`;

const apply = (body: object): ReturnType<Harness['call']> => world.call('POST', '/lender/loans', body);
const told = async (reference: string): Promise<Record<string, unknown>> =>
  JSON.parse((await world.told('lender', 1, reference))[0] ?? '') as Record<string, unknown>;
const cny = (amount: string): object => ({ amount, currency: 'CNY' });
const repay = (reference: string, repaymentReference: string, principal: string): ReturnType<Harness['call']> =>
  world.call('POST', `/lender/loans/${reference}/repayments`, {
    repaymentReference,
    principal: cny(principal),
    interest: cny('32.63'),
    fees: cny('0.00'),
    valueDate: '2026-12-24',
  });

async function disbursed(): Promise<string> {
  const reference = newReference();
  await apply(loan(reference));
  await told(reference);
  return reference;
}

describe('Lending against a refund', () => {
  it('is received at once and disbursed in full', async () => {
    const reference = newReference();
    const answer = await apply(loan(reference));
    expect(answer).toMatchObject({ status: 202, json: { reference, status: 'received' } });
    expect(await told(reference)).toMatchObject({
      type: 'loan.disbursed',
      reference,
      loanId: answer.json['loanId'],
      amount: cny('9000.00'),
    });
  });

  it('counts what is still owed, to the last repayment', async () => {
    const reference = await disbursed();
    expect((await repay(reference, 'rep_1', '4000.00')).json).toMatchObject({
      outstanding: cny('5000.00'),
      status: 'open',
    });
    expect((await repay(reference, 'rep_2', '5000.00')).json).toMatchObject({
      outstanding: cny('0.00'),
      status: 'repaid',
    });
    const shown = await world.call('GET', `/lender/loans/${reference}`);
    expect(shown.json).toMatchObject({
      status: 'repaid',
      repayments: [{ repaymentReference: 'rep_1' }, { repaymentReference: 'rep_2' }],
    });
  });

  it('takes a repayment once, however often it is sent', async () => {
    const reference = await disbursed();
    const answers = [await repay(reference, 'rep_1', '4000.00'), await repay(reference, 'rep_1', '4000.00')];
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect((await world.call('GET', `/lender/loans/${reference}`)).json).toMatchObject({ outstanding: cny('5000.00') });
  });

  it('takes no more principal than is owed', async () => {
    const reference = await disbursed();
    expect((await repay(reference, 'rep_1', '9000.01')).json['code']).toBe('OVERPAID');
  });

  it('takes nothing back that was not paid out', async () => {
    const reference = newReference();
    await apply(loan(reference, {}, 'Ningbo SBX-LENDER-NEVER'));
    expect((await repay(reference, 'rep_1', '1.00')).json['code']).toBe('NOT_DISBURSED');
  });

  it('is declined with a reason by SBX-REJECT in the name of the borrower', async () => {
    const reference = newReference();
    await apply(loan(reference, {}, 'Ningbo SBX-REJECT'));
    expect(await told(reference)).toMatchObject({ type: 'loan.declined', reasonCode: 'CREDIT_POLICY' });
  });

  it.each([
    ['a rate in percent', { annualRate: '4.35' }, '/annualRate'],
    ['a day count that nobody uses', { dayBasis: '30/360' }, '/dayBasis'],
    ['a maturity in the past', { maturityDate: '2020-01-01' }, '/maturityDate'],
    ['more than the refund that secures it', { amount: cny('10000.01') }, '/security/expected'],
    ['an amount with three decimals', { amount: cny('1.001') }, '/amount'],
    ['a borrower without a credit code', { borrower: { name: 'X', uscc: 'O' } }, '/borrower/uscc'],
  ])('refuses %s', async (_why, changes, pointer) => {
    const { status, json } = await apply(loan(newReference(), changes));
    expect(status).toBe(422);
    expect((json['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it('knows nothing of a loan that nobody applied for', async () => {
    expect((await world.call('GET', '/lender/loans/adv_none')).status).toBe(404);
  });
});
