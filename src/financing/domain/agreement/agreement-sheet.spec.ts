import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { scheduleOf } from '../instalments/schedule.js';
import { agreementSheet, type AgreementFacts } from './agreement-sheet.js';

const money = (amount: string): Money => Money.parse(amount, 'CNY');
const FACTS: AgreementFacts = {
  ...{ number: 'LA-1', reference: 'adv_1', principal: money('36000.00'), fee: money('36.00'), dayBasis: 360 },
  borrower: { name: 'Ningbo Example', uscc: '91330201MA2812345X' },
  lender: { en: 'Partner bank', zh: '合作银行' },
  product: { en: 'Refund advance', zh: '退税融资' },
  annualRate: new Decimal('0.05'),
  schedule: scheduleOf({
    ...{ currency: 'CNY', from: '2027-03-01', annualRate: new Decimal('0.05'), dayBasis: 360, fee: money('36.00') },
    parts: [{ dueOn: '2027-03-31', minor: 3_600_000n }],
  }),
  ...{ offeredOn: '2027-03-01', validUntil: '2027-03-08', signature: null },
};

describe('The paper of an agreement', () => {
  it('tells parties, amount, rate, fee, and what it costs in all by the day of the offer', () => {
    const { mark, number, blocks } = agreementSheet(FACTS);
    expect([mark, number]).toEqual(['DRAFT 草稿', 'LA-1']);
    const text = JSON.stringify(blocks);
    for (const part of ['Partner bank', '91330201MA2812345X', '36000.00', '36.00', '5 % (ACT/360)']) {
      expect(text).toContain(part);
    }
    // 30 days of 36,000.00 at 5 % are 150.00; with the fee 186.00, which is 6.2 % a year.
    expect(text).toContain('"2027-03-31","36000.00","150.00","36.00","36186.00"');
    expect(text).toContain('6.2 %');
  });

  it('is no draft any more once it is signed, and names who has', () => {
    const sheet = agreementSheet({ ...FACTS, signature: { signatory: 'Zhang San', signedOn: '2027-03-02' } });
    expect(sheet.mark).toBeNull();
    expect(JSON.stringify(sheet.blocks)).toContain('Zhang San\\n2027-03-02');
  });
});
