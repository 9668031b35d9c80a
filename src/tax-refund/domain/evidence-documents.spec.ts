import { DOCUMENT_KINDS, type DocumentKind, evidenceStanding } from './evidence-documents.js';

const added = (kind: DocumentKind, addedOn: string) => ({ kind, addedOn });

describe('evidenceStanding (公告2026年第5号 第四十五条)', () => {
  it('asks for a contract, a transport document and the entrustment of customs clearance', () => {
    expect(evidenceStanding([])).toEqual({
      missing: ['contract', 'transport', 'customs_entrustment'],
      completeOn: null,
    });
    expect(evidenceStanding([added('packing_list', '2026-12-01'), added('air_waybill', '2026-12-01')]).missing).toEqual(
      ['contract', 'customs_entrustment'],
    );
  });

  it('is complete by the day on which the last of the three was first there', () => {
    const documents = [
      added('export_contract', '2026-12-03'),
      added('bill_of_lading', '2026-12-05'),
      added('bill_of_lading', '2026-12-09'),
      added('substitute_entrustment', '2026-12-04'),
    ];
    expect(evidenceStanding(documents)).toEqual({ missing: [], completeOn: '2026-12-05' });
  });

  it('knows what each kind is for, or that it is for none', () => {
    const idle = DOCUMENT_KINDS.filter((kind) => evidenceStanding([added(kind, '2026-12-01')]).missing.length === 3);
    expect(idle).toEqual([
      'packing_list',
      'commercial_invoice',
      'consumption_tax_certificate',
      'collection_evidence',
      'other',
    ]);
  });
});
