import fc from 'fast-check';

import { isWorkday } from '../../../kernel/china-workdays.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type InvalidInputError } from '../../../kernel/domain-error.js';
import { addDays, daysBetween } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { told } from '../../../kernel/sentence.js';
import {
  dueDateOf,
  type Extendable,
  type ExtensionTerms,
  isGrantable,
  priceOf,
  reasonsAgainst,
} from './extension-rules.js';
import { EXTENSION, EXTENSION_STATES } from './extension-status.js';

const TERMS: ExtensionTerms = {
  ...{ timesMax: 2, daysMax: 90, graceDays: 10, feeRate: '0.001' },
  overdueFrom: 'first_due_date',
};
/** Due on a Tuesday. */
const LOAN: Extendable = {
  ...{ today: '2027-05-20', maturityOn: '2027-06-01', firstDueOn: '2027-06-01', times: 0 },
  ...{ isPending: false, isCalled: false },
};
const against = (loan: Partial<Extendable>, terms: ExtensionTerms | undefined = TERMS): string[] =>
  reasonsAgainst(terms, { ...LOAN, ...loan }).map((reason) => told(reason, 'en'));
const dueOn = (wished: string, loan: Partial<Extendable> = {}): string => {
  try {
    return dueDateOf(TERMS, { ...LOAN, ...loan }, wished);
  } catch (error) {
    return (error as InvalidInputError).faults.map(({ pointer, code }) => `${pointer} ${code}`).join();
  }
};

describe('Whether a later due date can be asked for', () => {
  it.each([
    ['before the due date', {}, []],
    ['on the last day of grace', { today: '2027-06-11' }, []],
    ['a day later', { today: '2027-06-12' }, ['It had to be asked for by 2027-06-11']],
    ['once more', { times: 1 }, []],
    ['a third time', { times: 2 }, ['It can be extended 2 times at most']],
    ['while one is pending', { isPending: true }, ['An extension waits for the lender already']],
    ['while the group is called', { isCalled: true }, ['Its guarantee group was called for it']],
  ])('%s', (_when, loan, reasons) => {
    expect(against(loan)).toEqual(reasons);
  });

  it('is no where the terms say nothing of it', () => {
    expect(reasonsAgainst(undefined, LOAN).map((reason) => told(reason, 'en'))).toEqual([
      'The terms of the loan allow no extension',
    ]);
  });
});

describe('The later due date', () => {
  it.each([
    ['2027-07-01', '2027-07-01', 'a working day'],
    ['2027-08-28', '2027-08-30', 'a Saturday moves to Monday'],
    ['2027-08-30', '2027-08-30', 'the ninetieth day'],
    ['2027-08-31', '/dueOn too_late', 'the ninety-first'],
    ['2027-06-01', '/dueOn too_early', 'moves nothing'],
  ])('wished for on %s is %s: %s', (wished, due) => {
    expect(dueOn(wished)).toBe(due);
  });

  it('of days of grace lies after today, and all extensions count from the first due date', () => {
    expect(dueOn('2027-06-08', { today: '2027-06-08' })).toBe('/dueOn too_early');
    expect(dueOn('2027-09-10', { maturityOn: '2027-08-02' })).toBe('/dueOn too_late');
  });

  it('is a day on which banks work, later than before, and never more than the days of the terms and a holiday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), (days) => {
        const due = dueDateOf(TERMS, LOAN, addDays(LOAN.maturityOn, days));
        expect(isWorkday(due)).toBe(true);
        expect(due > LOAN.maturityOn).toBe(true);
        expect(daysBetween(LOAN.maturityOn, due)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is granted as it was asked for, or earlier, but never later nor without moving anything', () => {
    const asked = { from: '2027-06-01', to: '2027-08-30' };
    expect(['2027-06-01', '2027-06-02', '2027-08-30', '2027-08-31'].map((day) => isGrantable(day, asked))).toEqual([
      ...[false, true, true, false],
    ]);
  });
});

describe('Its price', () => {
  it('is a share of what is owed, and the interest of the extra days: 8,000.00 at 4.35 % for 30 days', () => {
    const { fee, interest } = priceOf(TERMS, {
      ...{ principal: Money.parse('8000.00', 'CNY'), annualRate: new Decimal('0.0435'), dayBasis: 360 },
      ...{ from: '2027-06-01', to: '2027-07-01' },
    });
    expect([fee.toAmountString(), interest.toAmountString()]).toEqual(['8.00', '29.00']);
  });
});

describe('The life of an extension', () => {
  it('is decided once', () => {
    const ways = EXTENSION_STATES.flatMap((from) =>
      EXTENSION.commands.filter((command) => EXTENSION.allows(from, command)).map((command) => `${from} ${command}`),
    );
    expect(ways).toEqual(['requested grant', 'requested refuse', 'requested lapse']);
  });
});
