import { Harness } from '../testing/harness.js';
import { booking } from '../testing/samples.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

interface VgmEvent {
  readonly shipmentEventTypeCode?: string;
  readonly documentID?: string;
  readonly reason?: string;
}

let serial = 0;
const next = (kind: string): string => `${kind}_${String((serial += 1))}`;

/** A confirmed booking. @returns its number */
async function booked(): Promise<string> {
  const reference = next('bkg');
  await world.call('POST', '/carrier/v2/bookings', booking(reference));
  await world.told('carrier', 3, reference);
  const numbers = world.bodies('carrier', reference).flatMap((body) => /SBK\d{9}/.exec(body) ?? []);
  return numbers[0] ?? '';
}

const mass = (
  declarationReference: string,
  carrierBookingReference: string,
  certificationReference = 'W42',
): object => ({
  declarationReference,
  declarationDateTime: '2026-11-24T02:00:00Z',
  equipmentDetails: { equipmentReference: 'SBXU7950013' },
  shipmentDetails: { carrierBookingReference },
  VGM: { weight: { value: 22480, unit: 'KGM' }, method: 'SM1', certificationReference },
  responsibleParty: { partyName: 'Ningbo Example Trading' },
  authorizedPersonSignatory: 'LI WEI',
});
const declare = (...VGMDeclarations: object[]): ReturnType<Harness['call']> =>
  world.call('POST', '/carrier/v1/vgm-declarations', { VGMDeclarations });
const told = (reference: string): VgmEvent[] =>
  world.bodies('carrier', reference).flatMap((body) => JSON.parse(body) as VgmEvent[]);
const codes = (reference: string): (string | undefined)[] =>
  told(reference).map(({ shipmentEventTypeCode }) => shipmentEventTypeCode);

describe('A verified gross mass at the sandbox carrier', () => {
  it('is received, then approved; the same again gets the first answer', async () => {
    const [reference, number] = [next('vgm'), await booked()];
    const answers = [await declare(mass(reference, number)), await declare(mass(reference, number))];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await world.told('carrier', 2, reference);
    expect(codes(reference)).toEqual(['RECE', 'APPR']);
    const other = await declare(mass(reference, number, 'W43'));
    expect(other.status).toBe(409);
  });

  it('is rejected at the magic word', async () => {
    const [reference, number] = [next('vgm'), await booked()];
    await declare(mass(reference, number, 'SBX-VGM-REJECT'));
    await world.told('carrier', 2, reference);
    expect(told(reference).at(-1)).toMatchObject({ shipmentEventTypeCode: 'REJE', documentID: reference });
  });

  it('that was retracted is spoken of no more, even where its retraction came first', async () => {
    const [old, young, number] = [next('vgm'), next('vgm'), await booked()];
    await declare(mass(young, number), { declarationReference: old, isRetracted: true });
    await declare(mass(old, number));
    await world.told('carrier', 2, young);
    expect(codes(old)).toEqual([]);
  });

  it('that was mislaid is found when somebody asks for its events', async () => {
    const [reference, number] = [next('vgm'), await booked()];
    await declare(mass(reference, number, 'SBX-LOST'));
    const ask = (): ReturnType<Harness['call']> =>
      world.call('GET', `/carrier/v2/events?carrierBookingReference=${number}&documentTypeCode=VGM`);
    await world.eventually(ask, ({ text }) => text.includes('APPR'));
    expect(codes(reference)).toEqual(['RECE', 'APPR']);
  });

  it('is refused in feedback elements, each with its place', async () => {
    const { status, json } = await declare({
      ...mass('vgm_faulty', 'SBK0'),
      VGM: {},
      authorizedPersonSignatory: 'Li Wei',
    });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      feedbackElements: [
        { severity: 'ERROR', propertyPath: '$.VGMDeclarations[0].VGM.weight' },
        {},
        {},
        {},
        { severity: 'ERROR', propertyPath: '$.VGMDeclarations[0].authorizedPersonSignatory' },
      ],
    });
    expect((await declare(mass('vgm_nobody', 'SBK0'))).status).toBe(404);
    expect((await declare({ declarationReference: 'vgm_gone', isRetracted: true })).status).toBe(400);
  });
});
