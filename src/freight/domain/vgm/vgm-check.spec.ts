import fc from 'fast-check';

import { areAllVerified, checkVgm, type KnownBoxes } from './vgm-check.js';
import { type VgmContent } from './vgm-content.js';

const NOW = new Date('2026-11-24T02:00:00Z');
const BOX = 'SBXU7950013';
const OTHER = 'SBXU7950034';
const WEIGHED: VgmContent = {
  equipmentReference: BOX,
  method: 'SM1',
  cargoKg: '20000',
  dunnageKg: '300',
  tareKg: '2200',
  weighedKg: '22480',
  weighedAt: '2026-11-24T08:30:00+08:00',
  weighingPlace: 'Beilun weighbridge 3, Ningbo',
  responsiblePerson: 'Li Wei',
};
const CALCULATED: VgmContent = {
  equipmentReference: BOX,
  method: 'SM2',
  cargoKg: '20000',
  dunnageKg: '0',
  tareKg: '2200',
  responsiblePerson: 'Li Wei',
};
const BOXES: KnownBoxes = { instructed: null, told: [], declared: [], booked: [{ sizeType: '22G1', count: 1 }] };

const found = (content: VgmContent, { accepts = false, boxes = {} } = {}): string[] =>
  checkVgm(content, accepts, { ...BOXES, ...boxes }, NOW).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('A declaration of verified gross mass (SOLAS VI/2, IMO MSC.1/Circ.1475)', () => {
  it.each<[string, VgmContent, string[]]>([
    ['weighed, with place and time', WEIGHED, []],
    ['calculated of all its parts', CALCULATED, []],
    [
      'weighed nowhere and never',
      without(WEIGHED, 'weighedAt', 'weighingPlace'),
      ['/weighingPlace required', '/weighedAt required'],
    ],
    ['weighed tomorrow', { ...WEIGHED, weighedAt: '2026-11-25T08:30:00+08:00' }, ['/weighedAt in_future']],
    ['weighed this very moment', { ...WEIGHED, weighedAt: NOW.toISOString() }, []],
    ['weighed without a weight', without(WEIGHED, 'weighedKg'), ['/weighedKg required']],
    ['calculated without dunnage', without(CALCULATED, 'dunnageKg'), ['/dunnageKg required']],
    ['calculated at a place', { ...CALCULATED, weighingPlace: 'Beilun' }, ['/weighingPlace not_allowed']],
    [
      'under a number that is none',
      { ...WEIGHED, equipmentReference: 'SBXU7950019' },
      ['/equipmentReference container_number'],
    ],
    ['signed by nobody', { ...WEIGHED, responsiblePerson: ' ' }, ['/responsiblePerson blank']],
    ['weighed at a blank', { ...WEIGHED, weighingPlace: '  ' }, ['/weighingPlace blank']],
    ['of more than the box may carry', { ...WEIGHED, ratedGrossKg: '22479' }, ['/weighedKg over_payload']],
    ['calculated to more than that', { ...CALCULATED, cargoKg: '28281' }, ['/cargoKg over_payload']],
    ['a ton from the sum', { ...WEIGHED, weighedKg: '23500' }, []],
    ['further from it', { ...WEIGHED, weighedKg: '23500.001' }, ['/weighedKg implausible']],
  ])('%s: %#', (_what, content, faults) => {
    expect(found(content)).toEqual(faults);
  });

  it('that is implausible holds where the shipper stands by it, and one over the payload never', () => {
    expect(found({ ...WEIGHED, weighedKg: '24000' }, { accepts: true })).toEqual([]);
    expect(found({ ...WEIGHED, weighedKg: '31000' }, { accepts: true })).toEqual(['/weighedKg over_payload']);
  });

  it.each<[string, Partial<KnownBoxes>, string[]]>([
    ['named in the instructions', { instructed: [BOX] }, []],
    ['not named there', { instructed: [OTHER] }, ['/equipmentReference other_container']],
    ['changed in the yard', { instructed: [OTHER], told: [BOX] }, []],
    ['declared before', { declared: [BOX] }, []],
    ['one too many', { declared: [OTHER] }, ['/equipmentReference too_many']],
    ['of a carrier that consolidates', { booked: null }, ['/equipmentReference not_allowed']],
  ])('is of a container %s: %#', (_which, boxes, faults) => {
    expect(found(WEIGHED, { boxes })).toEqual(faults);
  });

  it('says all that is wrong at once', () => {
    const faulty = {
      ...without(WEIGHED, 'weighedKg', 'weighingPlace'),
      equipmentReference: 'SBXU7950019',
      cargoKg: '0',
    };
    expect(found(faulty)).toEqual([
      '/cargoKg not_positive',
      '/weighedKg required',
      '/equipmentReference container_number',
      '/weighingPlace required',
    ]);
  });
});

describe('The masses of a booking', () => {
  it('all stand where as many containers as were booked, and all that are named, are accepted', () => {
    const two = { ...BOXES, booked: [{ sizeType: '22G1', count: 2 }] };
    expect(areAllVerified(two, [BOX])).toBe(false);
    expect(areAllVerified(two, [BOX, BOX])).toBe(false);
    expect(areAllVerified(two, [BOX, OTHER])).toBe(true);
    expect(areAllVerified({ ...two, instructed: [BOX, 'SBXU7950055'] }, [BOX, OTHER])).toBe(false);
    expect(areAllVerified({ ...two, booked: null }, [BOX, OTHER])).toBe(false);
  });

  it('are never all there before each booked one is, in whatever order they are accepted', () => {
    const names = fc.uniqueArray(fc.integer({ min: 1, max: 99 }).map(String), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(names, (boxes) => {
        const known = { ...BOXES, instructed: boxes, booked: [{ sizeType: '22G1', count: boxes.length }] };
        boxes.forEach((_box, at) => {
          expect(areAllVerified(known, boxes.slice(0, at))).toBe(false);
        });
        expect(areAllVerified(known, boxes)).toBe(true);
      }),
    );
  });
});

function without(content: VgmContent, ...names: (keyof VgmContent)[]): VgmContent {
  return Object.fromEntries(
    Object.entries(content).filter(([name]) => !names.includes(name as keyof VgmContent)),
  ) as unknown as VgmContent;
}
