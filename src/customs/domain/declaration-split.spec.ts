import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { TOYS, withForm } from '../testing/forms.js';
import { type DeclarationForm, type FormItem, grossWeight, packing } from './declaration-form.js';
import { ITEMS_MAX, partReference, splitForm } from './declaration-split.js';

const usd = (minor: number): MoneyJson => Money.ofMinor(BigInt(minor), 'USD').toJSON();
const items = (minors: readonly number[]): FormItem[] =>
  minors.map((minor, index) => ({
    ...TOYS,
    itemNumber: index + 1,
    orderLineId: `line-${index + 1}`,
    packages: index % 3,
    total: usd(minor),
  }));
const ofItems = (count: number, change: Partial<DeclarationForm> = {}): DeclarationForm =>
  withForm({ items: items(Array.from({ length: count }, () => 10_000)), ...change });

const sizes = (form: DeclarationForm): number[] => splitForm(form).map((part) => part.items.length);
const amounts = (charges: readonly (MoneyJson | null)[]) => charges.map((charge) => charge?.amount ?? null);
const minorOf = (charge: MoneyJson | null): bigint => (charge === null ? 0n : Money.fromJSON(charge).minor);

/** Any order: up to 260 lines, with freight and insurance or without. */
const ANY = fc
  .record({
    minors: fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 260 }),
    freight: fc.option(fc.integer({ min: 1, max: 99_999_999 })),
    insurance: fc.option(fc.integer({ min: 1, max: 999_999 })),
    other: fc.integer({ min: 1, max: 99_999_999 }),
  })
  .map(({ minors, freight, insurance, other }) =>
    withForm({
      items: items(minors),
      freightCharge: freight === null ? null : usd(freight),
      insuranceCharge: insurance === null ? null : usd(insurance),
      details: { OtherMark: '3', OtherCurr: 'USD', OtherRate: new Decimal(other).div(100).toFixed() },
    }),
  );

describe('An order in declarations', () => {
  it.each([
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [100, [50, 50]],
    [120, [50, 50, 20]],
    [1_000, Array.from({ length: 20 }, () => 50)],
  ])('of %i lines goes in %j', (count, expected) => {
    expect(sizes(ofItems(count))).toEqual(expected);
  });

  it('of one part is the form itself, and one without items too: its rules refuse it', () => {
    const whole = ofItems(50, { freightCharge: usd(12_345) });
    const empty = withForm({ items: [] });
    expect([splitForm(whole), splitForm(empty)]).toEqual([[whole], [empty]]);
  });

  it('shares what is stated for the whole shipment by value; the largest remainders get what is left', () => {
    const form = ofItems(120, { freightCharge: usd(100_000), insuranceCharge: usd(100) });
    const parts = splitForm(form);
    expect(amounts(parts.map(({ freightCharge }) => freightCharge))).toEqual(['416.67', '416.67', '166.66']);
    expect(amounts(parts.map(({ insuranceCharge }) => insuranceCharge))).toEqual(['0.42', '0.42', '0.16']);
  });

  it.each([
    ['a total', '3', ['41.66667', '41.66667', '16.66666']],
    ['a rate', '1', ['100', '100', '100']],
  ])('shares other charges that are %s: %s', (_why, OtherMark, expected) => {
    const details = { OtherMark, OtherCurr: 'USD', OtherRate: '100', EdiRemark: 'all' };
    const parts = splitForm(ofItems(120, { details }));
    expect(parts.map((part) => part.details?.['OtherRate'])).toEqual(expected);
    expect(parts.every((part) => part.details?.['EdiRemark'] === 'all')).toBe(true);
  });

  it('keeps every line once, in its order, numbered from 1 in each part, and none of the parts is empty or too long', () => {
    fc.assert(
      fc.property(ANY, (form) => {
        const parts = splitForm(form);
        const lines = parts.flatMap((part) => part.items.map(({ orderLineId }) => orderLineId));
        expect(lines).toEqual(form.items.map(({ orderLineId }) => orderLineId));
        for (const [index, part] of parts.entries()) {
          expect(part.items.map(({ itemNumber }) => itemNumber)).toEqual(part.items.map((_, place) => place + 1));
          expect(part.items.length > 0 && part.items.length <= ITEMS_MAX).toBe(true);
          if (index < parts.length - 1) expect(part.items.length).toBe(ITEMS_MAX);
        }
      }),
    );
  });

  it('adds up to the whole: charges, packages and weight', () => {
    fc.assert(
      fc.property(ANY, (form) => {
        const parts = splitForm(form);
        const sum = (charge: 'freightCharge' | 'insuranceCharge') =>
          parts.reduce((total, part) => total + minorOf(part[charge]), 0n);
        expect(sum('freightCharge')).toBe(minorOf(form.freightCharge));
        expect(sum('insuranceCharge')).toBe(minorOf(form.insuranceCharge));
        const other = parts.reduce((total, { details }) => total.plus(details?.['OtherRate'] ?? 0), new Decimal(0));
        expect(other.toFixed()).toBe(form.details?.['OtherRate']);
        const packages = (one: DeclarationForm) => packing(one).reduce((total, { count }) => total + count, 0);
        expect(parts.reduce((total, part) => total + packages(part), 0)).toBe(packages(form));
        const weight = parts.reduce((total, part) => total.plus(grossWeight(part)), new Decimal(0));
        expect(weight.toFixed()).toBe(grossWeight(form).toFixed());
      }),
    );
  });

  it('is split alike whenever it is split, and what is mended in a line moves no other', () => {
    fc.assert(
      fc.property(ANY, fc.nat(), (form, at) => {
        expect(splitForm(form)).toEqual(splitForm(structuredClone(form)));
        const place = at % form.items.length;
        const mended = form.items.map((item, index) => (index === place ? { ...item, goodsName: '改正' } : item));
        const linesOf = (one: DeclarationForm) =>
          splitForm(one).map((part) => part.items.map(({ orderLineId }) => orderLineId));
        expect(linesOf({ ...form, items: mended })).toEqual(linesOf(form));
      }),
    );
  });

  it('names its parts in their references', () => {
    expect(partReference('SO-1', { number: 1, of: 1 })).toBe('SO-1');
    expect(partReference('SO-1', { number: 2, of: 3 })).toBe('SO-1 (2/3)');
  });
});
