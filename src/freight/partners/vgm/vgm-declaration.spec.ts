import { newId, publicId } from '../../../kernel/ids.js';
import { UndeclarableMassError } from '../../domain/vgm/vgm.errors.js';
import { type VgmNotice } from '../../domain/vgm/vgm-content.js';
import { readEvents } from '../dcsa-events.js';
import { readVgmEvents } from './dcsa-vgm.js';
import { vgmDeclaration } from './vgm-declaration.js';

const NOTICE: VgmNotice = {
  reference: 'vgm_01jdq3x7k2e9ta6v0m8r4c5wzb',
  declaredAt: new Date('2026-11-24T02:00:00Z'),
  carrierBookingReference: 'SBK795000001',
  customerReference: 'SO-1',
  shipper: 'Ningbo Example Trading Co., Ltd.',
  content: {
    equipmentReference: 'SBXU7950013',
    method: 'SM1',
    cargoKg: '20000',
    dunnageKg: '300',
    tareKg: '2200',
    weighedKg: '22480.125',
    weighedAt: '2026-11-24T08:30:00+08:00',
    weighingPlace: 'Beilun  weighbridge 3, Ningbo',
    certificateReference: 'W42-23110812',
    responsiblePerson: 'Li Wei',
  },
  figures: {
    ...{ verifiedKg: '22480.125', calculatedKg: '22500', differenceKg: '19.875', toleranceKg: '1000' },
    payloadKg: '28280',
  },
  retracted: ['vgm_01jdq3x7k2e9ta6v0m8r4c5wza'],
};

describe('A declaration of verified gross mass in the words of DCSA VGM 1.0', () => {
  it('says what was weighed, for whom, and who signs; then what is to be forgotten', () => {
    expect(JSON.parse(vgmDeclaration(NOTICE))).toEqual({
      VGMDeclarations: [
        {
          declarationReference: 'vgm_01jdq3x7k2e9ta6v0m8r4c5wzb',
          declarationDateTime: '2026-11-24T02:00:00.000Z',
          equipmentDetails: {
            equipmentReference: 'SBXU7950013',
            cargoGrossWeight: { value: 20000, unit: 'KGM' },
            tareWeight: { value: 2200, unit: 'KGM' },
          },
          shipmentDetails: {
            carrierBookingReference: 'SBK795000001',
            otherReferences: [{ typeCode: 'SI', reference: 'SO-1' }],
          },
          VGM: {
            weight: { value: 22480.125, unit: 'KGM' },
            method: 'SM1',
            dateTime: '2026-11-24T08:30:00+08:00',
            location: { locationName: 'Beilun weighbridge 3, Ningbo' },
            certificationReference: 'W42-23110812',
          },
          responsibleParty: { partyName: 'Ningbo Example Trading Co., Ltd.' },
          authorizedPersonSignatory: 'LI WEI',
        },
        {
          declarationReference: 'vgm_01jdq3x7k2e9ta6v0m8r4c5wza',
          isRetracted: true,
          declarationDateTime: '2026-11-24T02:00:00.000Z',
        },
      ],
    });
  });

  it('says no more of one that was calculated than the standard has room for', () => {
    const { equipmentReference, cargoKg, tareKg, responsiblePerson } = NOTICE.content;
    const content = {
      equipmentReference,
      method: 'SM2',
      cargoKg,
      dunnageKg: '300',
      tareKg,
      responsiblePerson,
    } as const;
    const { VGMDeclarations } = JSON.parse(
      vgmDeclaration({ ...NOTICE, shipper: 'S'.repeat(80), content, retracted: [] }),
    ) as { VGMDeclarations: [{ VGM: object; responsibleParty: { partyName: string } }] };
    expect(VGMDeclarations).toHaveLength(1);
    expect(VGMDeclarations[0].VGM).toEqual({ weight: { value: 22480.125, unit: 'KGM' }, method: 'SM2' });
    expect(VGMDeclarations[0].responsibleParty.partyName).toHaveLength(70);
  });

  it('is refused where it would not fit the schema', () => {
    expect(() => vgmDeclaration({ ...NOTICE, carrierBookingReference: 'B'.repeat(36) })).toThrow(UndeclarableMassError);
  });
});

describe('Shipment events of a document VGM', () => {
  const id = newId();
  const event = (documentID: string, more: object = {}): object => ({
    eventID: 'e',
    eventCreatedDateTime: '2026-11-24T02:00:01Z',
    eventType: 'SHIPMENT',
    eventClassifierCode: 'ACT',
    eventDateTime: '2026-11-24T10:00:00+08:00',
    shipmentEventTypeCode: 'REJE',
    documentTypeCode: 'VGM',
    documentID,
    reason: 'Weighed anew',
    ...more,
  });
  const ours = publicId('vgmDeclaration', id);

  it('are about a declaration of ours by its number, in 2.2 and in 3.0', () => {
    const report = {
      declarationId: id,
      command: 'reject',
      reason: 'Weighed anew',
      asOf: new Date('2026-11-24T02:00:00Z'),
    };
    const { eventID, ...payload } = event(ours) as Record<string, unknown>;
    expect(readVgmEvents([event(ours), { metadata: { eventID }, payload }])).toEqual([report, report]);
  });

  it('of others, of other documents and with other codes say nothing of it, and stay milestones', () => {
    const others = [event('TERMINAL-1'), event(ours, { documentTypeCode: 'SHI' })];
    expect(readVgmEvents([...others, event(ours, { shipmentEventTypeCode: 'PENA' }), 7])).toEqual([]);
    expect(readEvents([...others, event(ours)]).events).toHaveLength(2);
  });
});
