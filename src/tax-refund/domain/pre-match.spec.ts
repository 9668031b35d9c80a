import { Decimal } from '../../kernel/decimal.js';
import { bought, BOXES, cny, exported, EXPORTER, item, told } from '../testing/exports.js';
import { type InvoiceLine } from './match-facts.js';
import { type PlannedExport, preMatch } from './pre-match.js';

const buyer = { name: '宁波示例进出口有限公司', taxNumber: EXPORTER };
const line = { ...item(1), purchase: cny('60000.00'), vatRate: new Decimal('0.13') };

function planned(invoices: readonly InvoiceLine[], change: Partial<PlannedExport> = {}): PlannedExport {
  return { ...exported(invoices), lines: [line], invoiceBuyer: buyer, fxRate: new Decimal('7.0827'), ...change };
}

describe('Before the goods leave', () => {
  it('it is said what the invoice of a purchase must show, and what comes back', () => {
    const { invoices, isReady, expectedRefund, missing } = preMatch(planned([]));
    expect(invoices).toEqual([
      {
        ...{ lineNumber: 1, kind: 'special', goodsName: '电烤箱', hsCode: '8516609000' },
        counts: [
          { quantity: new Decimal(1_000), unit: '001' },
          { quantity: new Decimal(8_000), unit: '035' },
        ],
        ...{ amountExVat: cny('60000.00'), vatRate: new Decimal('0.13'), vat: cny('7800.00'), buyer, remark: '' },
      },
    ]);
    expect([isReady, expectedRefund?.toString(), missing.map(({ fact }) => fact)]).toEqual([
      false,
      '7800.00 CNY',
      ['invoice'],
    ]);
  });

  it('the invoice of an agency export is for its FOB value in CNY, with its remark', () => {
    const { invoices, expectedRefund } = preMatch(planned([], { regime: 'agency', invoiceBuyer: null }));
    expect(invoices).toMatchObject([
      { kind: 'agency_refund', amountExVat: cny('70827.00'), vat: cny('9207.51'), remark: '代办退税专用', buyer: null },
    ]);
    expect(expectedRefund?.toString()).toBe('9207.51 CNY');
  });

  it('a draft is told what would block it, and how it has to be written', () => {
    const { findings, suggestions, isReady } = preMatch(planned([bought('100', '60000.00', { unit: BOXES })]));
    expect([isReady, told(findings), suggestions.map(({ proposal }) => proposal)]).toEqual([
      false,
      ['unit block'],
      ['reissue'],
    ]);
  });

  it('a draft that is right is ready; its own amount and rate count', () => {
    const draft = bought('1000', '50000.00', { vatRate: new Decimal('0.03') });
    const { isReady, expectedRefund, lines } = preMatch(planned([draft]));
    expect([isReady, expectedRefund?.toString(), lines[0]?.refund?.toString()]).toEqual([
      true,
      '1500.00 CNY',
      '1500.00 CNY',
    ]);
  });

  it('what cannot be told is not guessed: no price, no exchange rate, no refund rate', () => {
    expect(preMatch(planned([], { lines: [{ ...line, purchase: null }] })).expectedRefund).toBeNull();
    expect(preMatch(planned([], { regime: 'agency', fxRate: null })).invoices[0]?.amountExVat).toBeNull();
    expect(preMatch(planned([], { lines: [{ ...line, refundRate: null }] })).expectedRefund).toBeNull();
  });

  it('of a manufacturer the ceiling is told, and no invoice is asked for', () => {
    const { invoices, isReady, expectedRefund } = preMatch(planned([], { regime: 'manufacturer' }));
    expect([invoices, isReady, expectedRefund?.toString()]).toEqual([[], true, '9207.51 CNY']);
  });

  it('goods whose refund was cancelled get none, and need no invoice', () => {
    const none = { ...line, refundRate: new Decimal(0) };
    const { invoices, expectedRefund } = preMatch(planned([], { lines: [none] }));
    expect([invoices, expectedRefund?.toString()]).toEqual([[], '0.00 CNY']);
  });
});
