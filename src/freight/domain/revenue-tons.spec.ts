import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { lclFreight, type LclShipment } from './revenue-tons.js';

const usd = (amount: string) => Money.parse(amount, 'USD');
const pieces = (count: number, length: string, width: string, height: string) => [
  { count, lengthCm: new Decimal(length), widthCm: new Decimal(width), heightCm: new Decimal(height) },
];
const shipment = (cbm: string, grossKg: string, rate: string, more: Partial<LclShipment> = {}): LclShipment => ({
  cbm: new Decimal(cbm),
  grossKg: new Decimal(grossKg),
  ratePerRevenueTon: usd(rate),
  ...more,
});

describe('lclFreight (W/M)', () => {
  it.each([
    // m³,    kg,     tons,    basis,     freight,  why
    ['1.8', '3000', '3', 'weight', '120.00', 'heavy goods pay by weight'],
    ['2.16', '500', '2.16', 'volume', '86.40', 'light goods pay by volume'],
    ['2', '2000', '2', 'volume', '80.00', 'equal: volume, by custom'],
    ['0.12', '85.5', '1', 'minimum', '40.00', 'at least one revenue ton'],
    ['1', '999.9', '1', 'volume', '40.00', 'exactly the minimum is not below it'],
    ['1.0005', '1', '1.001', 'volume', '40.04', 'cubic metres half up to three decimals'],
  ])('%s m³ of %s kg at 40.00: %s revenue tons by %s, %s (%s)', (cbm, kg, tons, basis, freight) => {
    const result = lclFreight(shipment(cbm, kg, '40.00'));
    expect(result.revenueTons.toString()).toBe(tons);
    expect(result.basis).toBe(basis);
    expect(result.freight.toAmountString()).toBe(freight);
  });

  it('rounds each piece first, then adds', () => {
    // 11 × 11 × 12 cm = 0.001452 m³ → 0.001, a thousand times
    const many = { ...shipment('0', '1', '40.00'), cbm: undefined, pieces: pieces(1000, '11', '11', '12') };
    expect(lclFreight(many).cbm.toString()).toBe('1');
  });

  it('adds the fixed charges of the shipment', () => {
    const result = lclFreight(shipment('0.12', '85.5', '45.50', { fixedCharges: [usd('30.00'), usd('12.34')] }));
    expect(result.fixedCharges.toAmountString()).toBe('42.34');
    expect(result.total.toAmountString()).toBe('87.84');
    expect(result.byVolume.toAmountString()).toBe('5.46');
    expect(result.byWeight.toAmountString()).toBe('3.91');
  });

  it.each<[string, Partial<LclShipment>]>([
    ['neither pieces nor m³', { cbm: undefined }],
    ['both', { pieces: pieces(1, '1', '1', '1') }],
    ['a charge in another currency', { fixedCharges: [Money.parse('1.00', 'EUR')] }],
    ['a negative rate', { ratePerRevenueTon: usd('-1.00') }],
    ['a negative weight', { grossKg: new Decimal(-1) }],
  ])('refuses %s', (_what, more) => {
    expect(() => lclFreight(shipment('1', '1', '40.00', more))).toThrow(InvalidInputError);
  });
});
