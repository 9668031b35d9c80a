import { planFor, rankOf, type Receipt, type ReceiptKind } from '../receipt.js';

const NUMBER = '310420261000000001';
const receipt = (kind: ReceiptKind, entryNumber = NUMBER): Receipt => ({
  ...{ kind, entryNumber, sequenceNumber: 'I20260000795000001', noticedAt: null, exportDate: null },
  ...{ note: '', code: '', body: '' },
});
const submitted = { state: 'submitted', entryNumber: null, exportDate: null, direction: 'import' } as const;

describe('A receipt of an import', () => {
  it('clears what was released: nothing that comes in departs', () => {
    expect(planFor(submitted, receipt('cleared'))).toEqual({
      steps: ['accept', 'release', 'clear'],
      outcome: 'applied',
    });
    const released = { ...submitted, state: 'released', entryNumber: NUMBER } as const;
    expect(planFor(released, receipt('departed')).steps).toEqual([]);
  });

  it('carries the number of an import, or waits', () => {
    expect(planFor(submitted, receipt('accepted', '310420260000000001')).outcome).toBe('held');
    expect(planFor({ ...submitted, direction: 'export' }, receipt('accepted')).outcome).toBe('held');
  });

  it('that is a bill is looked at once the import is accepted, and moves nothing', () => {
    expect(planFor(submitted, receipt('tax_bill'))).toEqual({ steps: [], outcome: 'ignored' });
    expect(rankOf('accepted')).toBeLessThan(rankOf('tax_bill'));
    expect(rankOf('tax_bill')).toBeLessThan(rankOf('released'));
  });
});
