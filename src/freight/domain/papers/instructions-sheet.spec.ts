import { instructionsSheet, type PrintedInstructions } from './instructions-sheet.js';

const FACTS: PrintedInstructions = {
  ...{ reference: 'sin_1', state: 'received', updateState: 'none', shippingInstructionsReference: 'SI-1' },
  transportDocumentReference: null,
  message: {
    ...{
      transportDocumentTypeCode: 'BOL',
      isElectronic: false,
      isShippedOnBoardType: true,
      freightPaymentTermCode: 'COL',
    },
    ...{ numberOfOriginalsWithoutCharges: 3, numberOfCopiesWithoutCharges: 2, shippingInstructionsRevisionNumber: 4 },
    invoicePayableAt: { UNLocationCode: 'DEHAM' },
    partyContactDetails: [{ name: 'Li Wei', phone: '+86 574' }],
  },
  voyage: {
    ...{ portOfLoading: 'CNNGB', portOfDischarge: 'DEHAM', vesselName: 'SBX', voyageNumber: '1W' },
    ...{ plannedDeparture: '2026-12-05', plannedArrival: null },
  },
};
const textsOf = (change: Partial<PrintedInstructions> = {}) => {
  const { blocks } = instructionsSheet({ ...FACTS, ...change }, (code) => code);
  return blocks.flatMap((block) => (block.kind === 'boxes' ? block.boxes.map(({ text }) => text) : []));
};
const markOf = (change: Partial<PrintedInstructions>) =>
  instructionsSheet({ ...FACTS, ...change }, (code) => code).mark;

describe('Shipping instructions on paper', () => {
  it('say which document is wanted, how many of it, and who pays where', () => {
    expect(textsOf()).toEqual(
      expect.arrayContaining([
        'BILL OF LADING 提单\non paper 纸质, shipped on board 已装船',
        '3 originals 正本\n2 copies 副本',
        'FREIGHT COLLECT 运费到付\npayable at DEHAM',
        'Instructions 补料号  SI-1\nRevision 版次  4',
        'Li Wei +86 574',
        'SBX / 1W',
      ]),
    );
  });

  it.each([
    ['received', null],
    ['cancelled', 'CANCELLED 已取消'],
    ['declined', 'DECLINED 已拒绝'],
    ['refused', 'REFUSED 未受理'],
  ] as const)('that are %s are marked %j', (state, mark) => {
    expect(markOf({ state })).toBe(mark);
  });

  it('say that an update is open, and stand as they were', () => {
    const blocks = (updateState: PrintedInstructions['updateState']) =>
      instructionsSheet({ ...FACTS, updateState }, (code) => code).blocks.filter(({ kind }) => kind === 'text').length;
    expect([blocks('none'), blocks('received'), blocks('confirmed')]).toEqual([0, 1, 0]);
  });
});
