import { Decimal } from '../../kernel/decimal.js';
import { told as words } from '../../kernel/sentence.js';
import { bought, BOXES, exported, EXPORTER, FACTORY, item } from '../testing/exports.js';
import { matchExport } from './match-export.js';
import { type ExportToMatch, type InvoiceLine } from './match-facts.js';
import { type FreeLine, suggestionsFor } from './match-suggestions.js';

function suggested(
  invoices: readonly InvoiceLine[],
  elsewhere: readonly FreeLine[] = [],
  change: Partial<ExportToMatch> = {},
) {
  const given = exported(invoices, change);
  return suggestionsFor(given, matchExport(given), elsewhere);
}

const free = (quantity: string, orderReference: string | null, change: Partial<InvoiceLine> = {}): FreeLine => ({
  ...bought(quantity, '18000.00', { orderLineNumber: null, ...change }),
  orderReference,
});

describe('Where a line does not match', () => {
  it('nothing is suggested for what is covered, and for manufacturers', () => {
    expect(suggested([bought('1000', '60000.00')])).toEqual([]);
    expect(suggested([], [], { regime: 'manufacturer' })).toEqual([]);
  });

  it('an invoice in no declared unit is to be written again, exactly so', () => {
    const [first] = suggested([bought('100', '60000.00', { unit: BOXES, invoiceNumber: '11112222' })]);
    expect(first).toMatchObject({
      proposal: 'reissue',
      rank: 1,
      lineNumber: 1,
      invoiceNumber: '11112222',
      invoiceLine: 1,
    });
    expect(first?.text?.values).toEqual({
      ...{
        invoice: '11112222',
        goods: '电烤箱',
        unit: '001',
        quantity: '1000',
        amount: '60000.00 CNY',
        buyer: EXPORTER,
      },
    });
    expect(words(first?.reason ?? '', 'en')).toBe('Invoice 11112222 line 1 counts in 140; declared are 001, 001, 035');
  });

  it.each([
    ['another code', { hsCode: '8516800000' }, 'TAX_MATCH.coded_otherwise'],
    ['another buyer', { buyerTaxNumber: FACTORY }, 'TAX_MATCH.between_others'],
  ])('an invoice with %s keeps what is right of it', (_what, change, code) => {
    const [first] = suggested([bought('400', '24000.00', change)]);
    expect([first?.reason.code, first?.text?.values['quantity']]).toEqual([code, '400']);
  });

  it('what is free elsewhere is offered, that which covers most first', () => {
    const elsewhere = [
      free('200', 'SO-7'),
      free('900', null),
      free('500', 'SO-8', { goodsName: '微波炉' }),
      free('500', 'SO-9', { unit: BOXES }),
    ];
    const found = suggested([bought('700', '42000.00')], elsewhere);
    expect(found.map(({ proposal, rank }) => [proposal, rank])).toEqual([
      ['move', 1],
      ['move', 2],
    ]);
    expect(found.map(({ reason }) => [reason.values['free'], reason.values['short']])).toEqual([
      ['300', '300'],
      ['200', '300'],
    ]);
  });

  it('an invoice is to be written where there is none', () => {
    const [first] = suggested([bought('700', '42000.00')]);
    expect(first).toMatchObject({ proposal: 'issue', invoiceNumber: null });
    expect(first?.text?.values).toEqual({ goods: '电烤箱', unit: '001', quantity: '300', buyer: EXPORTER });
  });

  it('no more than five are made for a line', () => {
    const elsewhere = Array.from({ length: 9 }, (_one, index) => free(String(index + 1), null));
    expect(suggested([], elsewhere, { lines: [item(1), item(2, { refundRate: new Decimal(0) })] })).toHaveLength(5);
  });
});
