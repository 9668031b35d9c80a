import { airWaybillLines, customsFormLines, type PaperFacts } from './paper-lines.js';

const party = (country: string) => ({ name: 'N', address: 'A', postalCode: '1', country, phone: null });
const line = (amount: string, hsCode: string | null) => ({
  ...{ description: 'T-shirts', hsCode, quantity: '16', netKg: '1.2', originCountry: 'CN' },
  value: { amount, currency: 'USD' },
});
const FACTS: PaperFacts = {
  ...{ waybillNumber: '16012345675', trackingNumbers: ['EE123456785CN'], reference: null, departureDate: '2026-12-06' },
  ...{ sender: party('CN'), recipient: party('DE'), contents: 'sample', papers: ['un38_3_summary'] },
  goods: [line('96.00', '610910'), line('4.50', null)],
  offer: {
    ...{ from: 'CNPVG', to: 'DEFRA', chargeableKg: '3' },
    totals: [
      { amount: '352.00', currency: 'CNY' },
      { amount: '5.00', currency: 'EUR' },
    ],
  },
  cargo: {
    ...{ incoterm: 'DAP', nature: { unNumber: 'UN1263', batteries: 'contained' } },
    measures: { pieces: 2, grossKg: '3', cbm: '0.012' },
  },
};

describe('Papers that go with a consignment', () => {
  it('declare each line, and the sum of all, to customs', () => {
    const form = new Map(customsFormLines(FACTS));
    expect(form.get('Category of item')).toBe('Commercial sample');
    expect(form.get('Content 1')).toBe('16 of T-shirts, 1.2 kg net, 96.00 USD, HS 610910, origin CN');
    expect(form.get('Content 2')).toBe('16 of T-shirts, 1.2 kg net, 4.50 USD, origin CN');
    expect(form.get('Total value')).toBe('100.50 USD');
    expect(form.get('Postal charges')).toBe('352.00 CNY + 5.00 EUR');
    expect(form.get('Comments')).toBe('UN1263; Lithium batteries: contained; un38_3_summary');
  });

  it('tell the airline from where to where what goes, by which weight', () => {
    const form = new Map(airWaybillLines(FACTS));
    expect(form.get('Air waybill number')).toBe('160-12345675');
    expect([form.get('Airport of departure'), form.get('Airport of destination')]).toEqual(['CNPVG', 'DEFRA']);
    expect([form.get('Gross weight'), form.get('Chargeable weight')]).toEqual(['3 kg', '3 kg']);
    expect(form.get('Consignee')).toBe('N, A, 1, DE');
  });

  it('leave open what nobody knows yet', () => {
    const open = { ...FACTS, waybillNumber: null, goods: [], offer: { ...FACTS.offer, chargeableKg: null } };
    const form = new Map(airWaybillLines(open));
    expect([
      form.get('Air waybill number'),
      form.get('Chargeable weight'),
      form.get('Declared value for customs'),
    ]).toEqual([...['', '', '']]);
  });
});
