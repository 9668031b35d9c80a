import { type InvoiceStanding, judgeInvoices, softened } from './invoice-standing.js';

const INVOICE: InvoiceStanding = {
  id: 'i-1',
  invoiceNumber: '26332000000012345678',
  state: 'verified',
  outcome: 'genuine',
  reason: null,
  issuedOn: '2026-11-10',
  sellerName: '工厂',
  isReviewed: true,
  abnormal: null,
};
const LISTED = { ground: 'runaway', source: '甬税异字〔2026〕118号', listedOn: '2026-11-27' } as const;
const judged = (change: Partial<InvoiceStanding>, review: 'warn' | 'block' = 'warn') => {
  const { unusable, findings, missing } = judgeInvoices([{ ...INVOICE, ...change }], review);
  return [unusable.size, findings.map(({ check }) => check), missing.map(({ fact }) => fact)];
};

describe('The invoices of an export', () => {
  it.each<[string, Partial<InvoiceStanding>, 'warn' | 'block', unknown[]]>([
    ['is genuine', {}, 'block', [0, [], []]],
    ['was recorded before there were checks', { state: null, outcome: null }, 'warn', [0, [], []]],
    ['is not answered yet', { state: 'unverified', outcome: null }, 'warn', [0, [], ['invoice_verification']]],
    ['was voided', { state: 'refused', outcome: 'voided' }, 'warn', [1, ['authenticity'], []]],
    ['is not looked at', { state: 'declined', reason: 'Too many' }, 'warn', [1, ['authenticity'], []]],
    ['is on an abnormal list', { abnormal: LISTED }, 'warn', [1, ['authenticity'], []]],
    ['is of an issuer that nobody reviewed', { isReviewed: false }, 'warn', [0, [], []]],
    ['is of one where reviews are asked for', { isReviewed: false }, 'block', [1, ['issuer'], []]],
  ])('one that %s', (_what, change, review, expected) => {
    expect(judged(change, review)).toEqual(expected);
  });

  it('stop a claim by what cannot be used only while others do not cover the goods', () => {
    const standings = judgeInvoices([{ ...INVOICE, state: 'refused', outcome: 'voided' }], 'warn');
    expect([true, false].map((isCovered) => softened(standings, isCovered)[0]?.outcome)).toEqual(['warn', 'block']);
  });
});
