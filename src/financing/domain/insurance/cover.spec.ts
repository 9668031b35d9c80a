import { Money } from '../../../kernel/money.js';
import { told } from '../../../kernel/sentence.js';
import { ASSIGNMENT } from '../assignment/assignment-status.js';
import { assignmentReasons } from '../assignment/assignment-fact.js';
import { freeOfLimit, limitReasons, type LimitStanding } from './cover.js';
import { checkTerms } from './cover-terms.js';
import { BUYER_LIMIT, INSURANCE_CLAIM, SHIPMENT } from './insurance-status.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const GRANTED: LimitStanding = {
  ...{ state: 'granted', granted: cny('500000.00'), used: cny('71000.00') },
  ...{ validFrom: '2026-11-01', validUntil: '2027-10-31', reason: null },
};
const lines = (machine: { table: Readonly<Record<string, { from: readonly string[]; to: string }>> }): string[] =>
  Object.entries(machine.table).map(([command, { from, to }]) => `${from.join('|')} ${command} ${to}`);

describe('A buyer limit', () => {
  it.each([
    [{}, [], 'it is good'],
    [{ state: 'requested' }, ['The insurer has not decided on the buyer limit'], 'nobody has decided'],
    [
      { state: 'revoked', reason: 'The buyer pays late' },
      ['The insurer revoked the buyer limit: The buyer pays late'],
      'why',
    ],
    [{ state: 'refused' }, ['The insurer refused the buyer limit: the insurer gave no reason'], 'no reason was given'],
    [{ validUntil: '2026-11-30' }, ['The buyer limit ended on 2026-11-30'], 'it is over'],
    [{ validFrom: '2026-12-02' }, ['The buyer limit begins on 2026-12-02'], 'it has not begun'],
    [
      { granted: cny('50000.00'), reason: 'rated lower' },
      ['The insurer cut the buyer limit to 50000.00 CNY, and 71000.00 CNY of it is used: rated lower'],
      'less is granted than is used',
    ],
  ] as readonly (readonly [Partial<LimitStanding>, readonly string[], string])[])(
    '%j keeps new loans from the buyer by %j: %s',
    (change, reasons) => {
      const found = limitReasons({ ...GRANTED, ...change }, '2026-12-01');
      expect(found.map((reason) => told(reason, 'en'))).toEqual(reasons);
    },
  );

  it('has nothing free below zero', () => {
    expect(freeOfLimit({ granted: cny('1.00'), used: cny('2.00') }).isZero()).toBe(true);
  });
});

describe('The lives of insured and assigned receivables', () => {
  it('are these and no others', () => {
    expect(lines(BUYER_LIMIT)).toEqual([
      'requested|granted grant granted',
      'requested refuse refused',
      'requested|granted reduce granted',
      'requested|granted revoke revoked',
    ]);
    expect(lines(SHIPMENT)).toEqual([
      'declared accept accepted',
      'declared refuse refused',
      'declared|accepted settle settled',
      'accepted claim claimed',
      'claimed close closed',
    ]);
    expect(lines(INSURANCE_CLAIM)).toEqual([
      'notified file filed',
      'filed assess assessed',
      'notified|filed refuse refused',
      'filed|assessed pay paid',
      'paid recover paid',
    ]);
    expect(lines(ASSIGNMENT)).toEqual([
      'drafted send sent',
      'sent acknowledge acknowledged',
      'drafted|sent|acknowledged release released',
    ]);
  });

  it('open a product that asks for an assignment only when the buyer has acknowledged it', () => {
    expect(assignmentReasons(null)).toBeNull();
    expect(assignmentReasons('released')).toBeNull();
    expect(assignmentReasons('acknowledged')).toEqual([]);
    expect(assignmentReasons('drafted')).toHaveLength(1);
    expect(assignmentReasons('sent')).toHaveLength(1);
  });
});

describe('The terms of a policy', () => {
  it('are refused with every fault at once', () => {
    const terms = {
      ...{ commercialShare: '9', politicalShare: '0', maximumTenorDays: 731, declarationDays: 30, lossNoticeDays: 60 },
      ...{ waitingDays: 120, minimumPremium: '100.00', rates: [{ grade: 'A', tenorDays: 90, rate: '4.2' }] },
      countries: [
        { country: 'DE', grade: 'B' },
        { country: 'DE', grade: 'A' },
      ],
    };
    let faults: readonly { pointer: string }[] = [];
    try {
      checkTerms(terms, { validFrom: '2026-12-31', validTo: '2026-01-01' });
    } catch (error) {
      faults = (error as { faults: readonly { pointer: string }[] }).faults;
    }
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/validTo',
      '/commercialShare',
      '/politicalShare',
      '/maximumTenorDays',
      '/countries/0/grade',
      '/countries/1/country',
      '/rates/0/rate',
    ]);
  });
});
