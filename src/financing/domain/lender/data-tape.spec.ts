import { readFileSync } from 'node:fs';

import { type LenderLoan } from './lender-loan.js';
import { csvCell, TAPE_COLUMNS, tapeHead, tapeLine, tapeRow } from './data-tape.js';

const ID = '0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11';
const loan: LenderLoan = {
  ...{ id: ID, consentId: ID, clientTenantId: ID, product: 'refund_advance', productVersion: 1, state: 'drawn' },
  ...{ currency: 'CNY', principalMinor: '800000', outstandingMinor: '800000', feeMinor: '800', feesDueMinor: '800' },
  ...{ annualRate: '0.036', penaltyRate: '0.018', dayBasis: 360, requestedOn: '2026-11-01', drawnOn: '2026-11-01' },
  ...{
    maturityOn: '2026-11-21',
    endedOn: null,
    isRecourse: false,
    course: { firstMaturityOn: '2026-11-21', overdueFrom: null, extensions: [], writtenOff: null },
    lenderLoanId: 'L-1',
    bankReference: 'B-1',
  },
  ...{ sellerId: ID, sellerName: '=HYPERLINK("http://x")', sellerUscc: '91330201MA2812345X', groupId: null },
  ...{ buyerId: ID, buyerName: 'Müller, Söhne', buyerCountry: 'DE' },
  running: { from: '2026-11-01', interestSum: '0', penaltySum: '0', interestBase: '0', penaltyBase: '0' },
  rates: [{ from: '2026-11-01', annualRate: '0.036', penaltyRate: '0.018' }],
  backing: { pledges: [], registration: null, entryNumbers: [], hasDeparted: true, claimState: null, refund: null },
  ...{ createdAt: new Date(0), updatedAt: new Date(0), version: 1 },
};

describe('The data tape', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['  =1', "'  =1"],
    ['＝1+1', "'＝1+1"],
    ['a,b', '"a,b"'],
    ['=a"b', `"'=a""b"`],
    ['line\nbreak', '"line\nbreak"'],
    ['宁波示例', '宁波示例'],
    [null, ''],
    [0, '0'],
    [false, 'false'],
  ])('writes %j so that no spreadsheet takes it for a formula', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('owes what has accrued: twenty days at 3.6 % of 8,000.00, and ten more with 1.8 % on top', () => {
    const row = tapeRow(loan, '2026-12-01');
    expect(row).toMatchObject({
      ...{ outstanding: '8000.00', interest_due: '24.00', penalty_due: '4.00', fees_due: '8.00' },
      ...{ days_overdue: 10, overdue_bucket: 'days_1_30', client_name: '=HYPERLINK("http://x")' },
    });
  });

  it('has as many cells in a line as names in its head, and the same in JSON', () => {
    const plain = { ...loan, sellerName: 'A', buyerName: 'B' };
    const names = tapeHead().trim().split(',');
    expect(tapeLine(plain, '2026-12-01').trim().split(',')).toHaveLength(names.length);
    expect(Object.keys(tapeRow(plain, '2026-12-01'))).toEqual(names);
  });

  it('has its columns in the guide', () => {
    const guide = readFileSync('docs/financing-lender.md', 'utf8');
    expect(TAPE_COLUMNS.filter(({ name }) => !guide.includes(`| \`${name}\``)).map(({ name }) => name)).toEqual([]);
  });
});
