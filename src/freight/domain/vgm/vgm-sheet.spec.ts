import { type VgmPaperFacts, vgmSheet } from './vgm-sheet.js';

const CALCULATED: VgmPaperFacts = {
  ...{ reference: 'vgm_1', state: 'accepted', carrierBookingReference: 'SBK1', shipper: 'Ningbo Example Trading' },
  content: {
    ...{ equipmentReference: 'SBXU7950013', method: 'SM2', cargoKg: '9000', dunnageKg: '120', tareKg: '2200' },
    responsiblePerson: 'Li Wei',
  },
  figures: { verifiedKg: '11320', calculatedKg: '11320', differenceKg: '0', toleranceKg: '566', payloadKg: '28280' },
  declaredAt: new Date('2026-11-30T08:00:00Z'),
};
const textsOf = (facts: VgmPaperFacts): string[] =>
  vgmSheet(facts).blocks.flatMap((block) => (block.kind === 'boxes' ? block.boxes.map(({ text }) => text) : []));

describe('A declared mass on paper', () => {
  it('has the mass, how it was found, and the name in capitals, which is the signature', () => {
    expect(textsOf(CALCULATED)).toEqual(
      expect.arrayContaining(['SBXU7950013', '11320 kg', '9000 kg', '120 kg', '2200 kg', 'LI WEI']),
    );
  });

  it('has where and when it was weighed, where it was', () => {
    const weighed = { weighedKg: '11400', weighedAt: '2026-11-24T08:30:00+08:00', weighingPlace: 'Beilun 3' };
    const content = { ...CALCULATED.content, ...weighed, method: 'SM1' } as const;
    expect(textsOf({ ...CALCULATED, content })).toEqual(expect.arrayContaining(['11400 kg', 'Beilun 3']));
    expect(textsOf(CALCULATED)).not.toContain('Beilun 3');
  });
});
