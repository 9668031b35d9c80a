import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import { isWorkdayOf } from '../../../kernel/workdays.js';
import { bopDueOn, bopRemindOn } from './bop-dates.js';
import { bopCsv, bopXml, type ExportedBop } from './bop-export.js';
import { type BopContent, bopFindings } from './bop-findings.js';
import { bopNumber, readBopNumber } from './bop-number.js';
import { BOP } from './bop-status.js';
import { isForeignReceipt } from './foreign-receipt.js';
import { proposeBopLine } from './propose-bop-line.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');
const CONTENT: BopContent = {
  number: '3302000001012611240001',
  creditedOn: '2026-11-24',
  payerName: 'HAMBURG HAUSHALT',
  payerCountry: 'DE',
  amount: usd('10000.00'),
  lines: [{ code: '121010', amount: usd('10000.00'), remark: '' }],
  contractNumber: 'NB-1',
  invoiceNumber: 'SO-1',
  isBonded: false,
};

describe('A declaration number', () => {
  it('is read as it was written, whatever institution, day and serial', () => {
    const days = fc.date({ min: new Date('2010-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n - 1n), days, fc.integer({ min: 1, max: 9_999 }), (code, date, serial) => {
        const parts = { institution: code.toString().padStart(12, '0'), day: date.toISOString().slice(0, 10), serial };
        expect(readBopNumber(bopNumber(parts))).toEqual(parts);
      }),
    );
  });

  it.each(['', '330200000101261124000', '3302000001012613240001', '3302000001012611240000', '33020000010126112400O1'])(
    '%s is none',
    (number) => {
      expect(readBopNumber(number)).toBeNull();
    },
  );
});

describe('The last day', () => {
  it.each([
    ['2026-11-24', '2026-12-01', 'a weekend lies between'],
    ['2026-09-30', '2026-10-13', 'the National Day week, and the Saturday worked after it'],
    ['2026-02-13', '2026-02-27', 'the Spring Festival, and the Saturday worked before it'],
  ])('of a credit on %s is %s: %s', (creditedOn, dueOn) => {
    expect(bopDueOn(creditedOn)).toBe(dueOn);
    expect(bopRemindOn(creditedOn) < dueOn).toBe(true);
  });

  it('is counted by a calendar that was imported, where there is one', () => {
    const source = 'a notice';
    const isWorked = isWorkdayOf({ 2027: { off: [['2027-02-05', '2027-02-11']], worked: ['2027-02-20'], source } });
    expect([bopDueOn('2027-02-03', isWorked), bopDueOn('2027-02-15', isWorked)]).toEqual(['2027-02-17', '2027-02-20']);
  });
});

describe('A proposed code', () => {
  it.each([
    [null, '121010', '预收'],
    ['0110', '121010', ''],
    ['0615', '121020', ''],
    ['0214', '221000', ''],
    ['1210', '121030', '保税'],
    ['9610', '121990', ''],
  ])('of supervision mode %s is %s, remarked %s', (supervisionMode, code, remark) => {
    expect(proposeBopLine({ supervisionMode, isRefund: false, isBonded: false })).toMatchObject({ code, remark });
  });

  it('of a refund says so', () => {
    expect(proposeBopLine({ supervisionMode: null, isRefund: true, isBonded: false }).remark).toBe('退');
  });
});

describe('Findings', () => {
  const of = (change: Partial<BopContent>): string[] =>
    bopFindings({ ...CONTENT, ...change }).map(({ pointer, code }) => `${pointer} ${code}`);

  it.each<[string, Partial<BopContent>, string[]]>([
    ['nothing', {}, []],
    ['a number of another day', { creditedOn: '2026-11-25' }, ['/number other_day']],
    ['nobody and nowhere', { payerName: ' ', payerCountry: null }, ['/payerName required', '/payerCountry required']],
    ['no transaction', { lines: [] }, ['/lines count']],
    [
      'goods without contract',
      { contractNumber: null, invoiceNumber: '' },
      ['/contractNumber required', '/invoiceNumber required'],
    ],
    [
      'a code twice',
      { lines: [1, 2].map(() => ({ code: '121010', amount: usd('5000.00'), remark: '' })) },
      ['/lines duplicate'],
    ],
    [
      'another currency',
      { lines: [{ code: '121010', amount: Money.parse('1', 'JPY'), remark: '' }] },
      ['/lines/0/amount currency_mismatch'],
    ],
  ])('in %s', (_what, change, found) => {
    expect(of(change)).toEqual(found);
  });

  it('of services want no contract', () => {
    const lines = [{ code: '222011', amount: CONTENT.amount, remark: '' }];
    expect(of({ lines, contractNumber: null, invoiceNumber: null })).toEqual([]);
  });
});

describe('A receipt', () => {
  it.each([
    ['USD', 'DE', true],
    ['USD', null, true],
    ['CNY', 'HK', true],
    ['CNY', null, false],
    ['USD', 'CN', false],
  ] as const)('in %s from %s is foreign: %s', (currency, payerCountry, isForeign) => {
    expect(isForeignReceipt({ amount: Money.parse('1.00', currency), payerCountry })).toBe(isForeign);
  });
});

describe('A file', () => {
  const row: ExportedBop = {
    ...CONTENT,
    declarer: '宁波 "示例"',
    payerName: '=A,B',
    settled: { amount: Money.parse('70741.00', 'CNY'), rate: '7.0741' },
  };

  it('keeps formulas, quotes and commas as text', () => {
    const [, line] = bopCsv([row]).split('\r\n');
    expect(line).toBe(
      `${row.number},"宁波 ""示例""",2026-11-24,"'=A,B",DE,USD,10000.00,70741.00,7.0741,121010,10000.00,,,,,NB-1,SO-1,否`,
    );
  });

  it('says in XML what it is', () => {
    const xml = bopXml([row], { from: '2026-11-01', to: '2026-11-30' });
    expect(xml).toContain('format="entrepot-bop-1" from="2026-11-01" to="2026-11-30" count="1"');
    expect(xml).toContain('<Payer>=A,B</Payer>');
  });
});

describe('Every transition', () => {
  it('of a declaration', () => {
    const moves = BOP.states.flatMap((from) =>
      BOP.commands
        .filter((command) => BOP.allows(from, command))
        .map((command) => `${from} ${command} ${BOP.next(from, command)}`),
    );
    expect(moves).toEqual([
      'draft submit submitted',
      'draft delete deletion_submitted',
      'draft drop deleted',
      'submitted accept accepted',
      'submitted reject rejected',
      'accepted correct draft',
      'accepted delete deletion_submitted',
      'rejected correct draft',
      'rejected delete deletion_submitted',
      'rejected drop deleted',
      'deletion_submitted confirm_deletion deleted',
      'deletion_submitted refuse_deletion accepted',
    ]);
  });
});
