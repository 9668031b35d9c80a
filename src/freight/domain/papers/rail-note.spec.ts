import { type Table } from '../../../kernel/sheet.js';
import { type RailFacts, railNote } from './rail-note.js';

const party = (country: string) => ({ name: 'N', address: 'A', postalCode: '1', country, phone: null });
const FACTS: RailFacts = {
  ...{ waybillNumber: 'CR0001', trackingNumbers: [], reference: 'SO-1', departureDate: '2026-12-06' },
  ...{ sender: party('CN'), recipient: party('DE'), contents: 'merchandise', papers: ['un38_3_summary'] },
  goods: ['1.2', '0.8'].map((netKg) => ({
    ...{ description: 'T-shirts', hsCode: '610910', quantity: '16', netKg, originCountry: 'CN' },
    value: { amount: '96.00', currency: 'USD' },
  })),
  offer: { from: 'CNXIY', to: 'DEDUI', chargeableKg: '3', totals: [{ amount: '352.00', currency: 'CNY' }] },
  cargo: {
    ...{ incoterm: 'DAP', nature: { unNumber: 'UN3481', batteries: 'contained' } },
    measures: { pieces: 3, grossKg: '4.5', cbm: '0.018' },
    pieces: [{ count: 3, weightKg: '1.5', lengthCm: '30', widthCm: '20', heightCm: '10' }],
  },
};

describe('A consignment note by rail', () => {
  const { blocks, number } = railNote(FACTS, (code) => (code === 'CNXIY' ? "Xi'an" : code));
  const boxes = new Map(
    blocks.flatMap((block) => (block.kind === 'boxes' ? block.boxes : [])).map((box) => [box.label, box]),
  );
  const text = (label: string) => [...boxes.values()].find((box) => box.label.startsWith(label))?.text;

  it('tells the railway who sends what from where to where, and what it was told of it', () => {
    expect([number, text('Consignment no.'), text('Consignor')]).toEqual(['CR0001', 'CR0001', 'N\nA\n1 CN']);
    expect([text('Station of departure'), text('Station of destination')]).toEqual(["Xi'an", 'DEDUI']);
    expect(text('Declarations')).toBe('Sale of goods; UN3481; Lithium batteries: contained');
    expect(text('Documents')).toBe('un38_3_summary');
    expect(text('Payment')).toContain('352.00 CNY');
  });

  it('adds up goods and packages', () => {
    const [goods, pieces] = blocks.filter((block): block is Table => block.kind === 'table');
    expect(goods?.totals).toEqual(['', 'TOTAL 合计', '', '', '', '2.000', '192.00 USD']);
    expect(pieces?.rows).toEqual([['3', '30 × 20 × 10', '4.500', '']]);
    expect(pieces?.totals).toEqual(['3', 'TOTAL 合计', '4.500', '0.018']);
  });

  it('leaves to the railway what is its own to write', () => {
    expect([text('Wagon'), text('Seals'), text('Border')]).toEqual(['', '', '']);
  });
});
