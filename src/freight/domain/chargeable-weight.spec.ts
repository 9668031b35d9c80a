import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { chargeableWeight, type WeighedShipment } from './chargeable-weight.js';
import { type VolumePolicy } from './rate.js';

const pieces = (count: number, ...[length, width, height]: [string, string, string]) => [
  { count, lengthCm: new Decimal(length), widthCm: new Decimal(width), heightCm: new Decimal(height) },
];
const shipment = (grossKg: string, more: Partial<WeighedShipment> = {}): WeighedShipment => ({
  mode: 'air',
  pieces: pieces(1, '40', '40', '40'),
  grossKg: new Decimal(grossKg),
  ...more,
});

describe('chargeableWeight', () => {
  it.each<[string, WeighedShipment, string, string, string]>([
    // why, shipment, volumetric, chargeable, basis
    ['eight light cartons', shipment('45', { pieces: pieces(8, '60', '40', '20') }), '64', '64', 'volume'],
    [
      'as heavy as voluminous counts as gross',
      shipment('64', { pieces: pieces(8, '60', '40', '20') }),
      '64',
      '64',
      'gross',
    ],
    ['air divides by 6000', shipment('1'), '10.667', '10.667', 'volume'],
    ['couriers divide by 5000', shipment('1', { mode: 'courier' }), '12.8', '12.8', 'volume'],
    ['the carrier says 8000', shipment('1', { divisor: new Decimal(8000) }), '8', '8', 'volume'],
    ['up to the next kilogram', shipment('1', { roundUpToKg: new Decimal(1) }), '10.667', '11', 'volume'],
    ['a multiple stays', shipment('12', { roundUpToKg: new Decimal('0.5') }), '10.667', '12', 'gross'],
    [
      'a gram over a multiple does not',
      shipment('12.001', { roundUpToKg: new Decimal('0.5') }),
      '10.667',
      '12.5',
      'gross',
    ],
  ])('%s', (_why, given, volumetricKg, chargeableKg, basis) => {
    const result = chargeableWeight(given);
    expect(result.volumetricKg.toString()).toBe(volumetricKg);
    expect(result.chargeableKg.toString()).toBe(chargeableKg);
    expect(result.basis).toBe(basis);
  });

  it.each<[VolumePolicy, string, string]>([
    ['full', '10.667', '全泡: all of the volume'],
    ['half', '7.833', '半泡: the mean of 5 and 10.6667'],
    ['none', '5', '免泡: the gross weight alone'],
  ])('policy %s charges %s kg for 5 kg in a big box (%s)', (volumePolicy, chargeableKg) => {
    expect(chargeableWeight(shipment('5', { volumePolicy })).chargeableKg.toString()).toBe(chargeableKg);
  });

  it('takes cubic metres at so many kilograms instead of pieces', () => {
    const loose = { ...shipment('100'), pieces: undefined, volumeCbm: new Decimal('1.2'), kgPerCbm: new Decimal(167) };
    expect(chargeableWeight(loose).chargeableKg.toString()).toBe('200.4');
  });

  it('adds exact volumes: many small pieces are not rounded one by one', () => {
    const small = shipment('1', { pieces: pieces(1000, '10', '10', '1') });
    expect(chargeableWeight(small).volumetricKg.toString()).toBe('16.667');
  });

  it.each<[string, Partial<WeighedShipment>]>([
    ['neither pieces nor volume', { pieces: undefined }],
    ['pieces and volume', { volumeCbm: new Decimal(1), kgPerCbm: new Decimal(167) }],
    ['volume without kg per m³', { pieces: undefined, volumeCbm: new Decimal(1) }],
    ['no pieces in the list', { pieces: [] }],
    ['a box without height', { pieces: pieces(1, '1', '1', '0') }],
    ['a divisor of zero', { divisor: new Decimal(0) }],
    ['a step of zero', { roundUpToKg: new Decimal(0) }],
  ])('refuses %s', (_what, more) => {
    expect(() => chargeableWeight(shipment('1', more))).toThrow(InvalidInputError);
  });

  it('never charges less than the gross weight, nor a step more than the greater of the two', () => {
    const tenths = fc.integer({ min: 1, max: 5000 }).map((value) => new Decimal(value).div(10));
    fc.assert(
      fc.property(tenths, tenths, tenths, tenths, tenths, (lengthCm, widthCm, heightCm, grossKg, roundUpToKg) => {
        const result = chargeableWeight({
          mode: 'air',
          pieces: [{ count: 2, lengthCm, widthCm, heightCm }],
          grossKg,
          roundUpToKg,
        });
        const greater = Decimal.max(grossKg, result.volumetricKg);
        expect(result.chargeableKg.greaterThanOrEqualTo(grossKg)).toBe(true);
        expect(result.chargeableKg.lessThan(greater.plus(roundUpToKg).plus('0.001'))).toBe(true);
        expect(result.chargeableKg.mod(roundUpToKg).isZero()).toBe(true);
      }),
    );
  });
});
