import { type PaymentReport } from './payment-report.js';
import { reportsOfBatch } from './batch-report.js';

const REPORT: PaymentReport = {
  ...{ messageId: 'pba_1', status: 'RJCT', groupStatus: 'PART', reasonCode: null, reason: null, bankReference: null },
  transactions: [{ endToEndId: 'b', status: 'RJCT', reasonCode: 'AC04', reason: 'Closed', bankReference: null }],
};

describe('What the bank says of a batch', () => {
  it('is said of the payments that it names; with PART the others are awaited', () => {
    expect(reportsOfBatch(REPORT, ['a', 'b', 'c'])).toEqual([
      { messageId: 'b', status: 'RJCT', reasonCode: 'AC04', reason: 'Closed', bankReference: null },
    ]);
  });

  it('is said of all others where it speaks of the whole', () => {
    const found = reportsOfBatch({ ...REPORT, groupStatus: 'ACCP' }, ['a', 'b']);
    expect(found?.map(({ messageId, status }) => [messageId, status])).toEqual([
      ['a', 'ACCP'],
      ['b', 'RJCT'],
    ]);
  });

  it('is not taken where it names a payment of another', () => {
    expect(reportsOfBatch(REPORT, ['a', 'c'])).toBeNull();
  });
});
