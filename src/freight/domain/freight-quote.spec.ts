import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { DomainError, InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { type FclCargo, type LclCargo } from './cargo.js';
import { quoteFreight } from './freight-quote.js';
import { NoRateError, SurchargeCurrencyError } from './quote.errors.js';
import { AS_THE_MODE, type Rate } from './rate.js';

const usd = (amount: string) => Money.parse(amount, 'USD');
const cny = (amount: string) => Money.parse(amount, 'CNY');

const rate = (code: string, change: Partial<Rate>): Rate => ({
  id: code + (change.sizeType ?? ''),
  isShared: true,
  mode: 'fcl',
  code,
  name: code,
  basis: 'per_container',
  portOfLoading: 'CNNGB',
  portOfDischarge: 'DEHAM',
  destinationCountry: null,
  originCountry: null,
  sizeType: null,
  price: null,
  share: null,
  percentOf: [],
  minimum: null,
  maximum: null,
  payer: 'prepaid',
  position: 10,
  validFrom: '2026-01-01',
  validTo: null,
  source: 'spec',
  service: null,
  fromKg: null,
  weighing: AS_THE_MODE,
  transitDaysMin: null,
  transitDaysMax: null,
  ...change,
});

const TARIFF: Rate[] = [
  rate('OCEAN', { sizeType: '22G1', price: usd('1280.00') }),
  rate('OCEAN', { sizeType: '45G1', price: usd('2100.00') }),
  rate('BAF', { price: usd('180.00'), position: 20 }),
  rate('THC', { price: cny('900.00'), position: 40 }),
  rate('DOC', { basis: 'per_bill_of_lading', price: cny('450.00'), position: 50 }),
  rate('ENS', { basis: 'per_bill_of_lading', price: usd('35.00'), position: 55 }),
  rate('CAF', { basis: 'percent_of', share: new Decimal('0.03'), percentOf: ['OCEAN'], position: 60 }),
  rate('PSS', { basis: 'percent_of', share: new Decimal('0.05'), percentOf: ['OCEAN', 'BAF', 'CAF'], position: 61 }),
];

const fcl = (containers: FclCargo['containers'], grossKg = '9000'): FclCargo => ({
  mode: 'fcl',
  containers,
  grossKg: new Decimal(grossKg),
});

const amounts = (quote: ReturnType<typeof quoteFreight>) =>
  quote.lines.map(({ code, sizeType, amount }) => [code, sizeType, amount.toString()]);

describe('An FCL quote', () => {
  it('itemises: per container by size, per bill of lading once, percentages last and on one another', () => {
    const quote = quoteFreight(
      fcl([
        { sizeType: '22G1', count: 2 },
        { sizeType: '45G1', count: 1 },
      ]),
      TARIFF,
    );
    expect(amounts(quote)).toEqual([
      ['OCEAN', '22G1', '2560.00 USD'],
      ['OCEAN', '45G1', '2100.00 USD'],
      ['BAF', '22G1', '360.00 USD'],
      ['BAF', '45G1', '180.00 USD'],
      ['THC', '22G1', '1800.00 CNY'],
      ['THC', '45G1', '900.00 CNY'],
      ['DOC', null, '450.00 CNY'],
      ['ENS', null, '35.00 USD'],
      ['CAF', null, '139.80 USD'], // 3 % of 4,660.00
      ['PSS', null, '266.99 USD'], // 5 % of 4,660.00 + 540.00 + 139.80
    ]);
  });

  it('sums each currency by itself, and has one total only where there is one currency', () => {
    const quote = quoteFreight(fcl([{ sizeType: '22G1', count: 1 }]), TARIFF);
    expect(quote.totals.map(String)).toEqual(['1608.32 USD', '1350.00 CNY']);
    expect(quote.total).toBeNull();
    const dollars = TARIFF.filter(({ price }) => price?.currency !== 'CNY');
    expect(quoteFreight(fcl([{ sizeType: '22G1', count: 1 }]), dollars).total?.toString()).toBe('1608.32 USD');
  });

  it('keeps what the consignee pays apart', () => {
    const tariff = [...TARIFF, rate('DTHC', { price: Money.parse('250.00', 'EUR'), payer: 'collect' })];
    const quote = quoteFreight(fcl([{ sizeType: '22G1', count: 2 }]), tariff);
    expect(quote.collectTotals.map(String)).toEqual(['500.00 EUR']);
    expect(quote.totals.map(({ currency }) => currency)).toEqual(['USD', 'CNY']);
  });

  it.each([
    ['minimum', '500.00', null, '500.00 USD'],
    ['maximum', null, '300.00', '300.00 USD'],
    [null, '300.00', '400.00', '360.00 USD'],
  ])('keeps a charge within its limits (%s)', (limitedBy, minimum, maximum, amount) => {
    const limited = rate('BAF', {
      sizeType: '22G1',
      price: usd('180.00'),
      minimum: minimum === null ? null : usd(minimum),
      maximum: maximum === null ? null : usd(maximum),
    });
    const quote = quoteFreight(fcl([{ sizeType: '22G1', count: 2 }]), [...TARIFF, limited]);
    const line = quote.lines.find(({ code }) => code === 'BAF');
    expect([line?.limitedBy, line?.amount.toString()]).toEqual([limitedBy, amount]);
  });

  it('holds until the first of its rates ends', () => {
    const tariff = [...TARIFF, rate('EBS', { price: usd('10.00'), validTo: '2026-12-31' })];
    expect(quoteFreight(fcl([{ sizeType: '22G1', count: 1 }]), tariff).ratesValidTo).toBe('2026-12-31');
    expect(quoteFreight(fcl([{ sizeType: '22G1', count: 1 }]), TARIFF).ratesValidTo).toBeNull();
  });

  it('says which size has no ocean freight, all of them at once', () => {
    const error = thrownBy(() =>
      quoteFreight(
        fcl([
          { sizeType: '22G1', count: 1 },
          { sizeType: '45R1', count: 1 },
          { sizeType: '22U1', count: 1 },
        ]),
        TARIFF,
      ),
    );
    expect(error).toBeInstanceOf(NoRateError);
    expect(error.faults.map(({ pointer }) => pointer)).toEqual(['/containers/1/sizeType', '/containers/2/sizeType']);
  });

  it('refuses a percentage of charges in two currencies, and a limit in another one', () => {
    const mixed = rate('CAF', {
      basis: 'percent_of',
      share: new Decimal('0.1'),
      percentOf: ['OCEAN', 'THC'],
      isShared: false,
    });
    const limit = rate('BAF', { price: usd('1.00'), minimum: cny('10.00'), isShared: false });
    for (const wrong of [mixed, limit]) {
      const quote = () => quoteFreight(fcl([{ sizeType: '22G1', count: 1 }]), [...TARIFF, wrong]);
      expect(quote).toThrow(SurchargeCurrencyError);
    }
  });

  it.each<[string, FclCargo, string[]]>([
    ['no container', fcl([]), ['/containers']],
    ['no weight', fcl([{ sizeType: '22G1', count: 1 }], '0'), ['/grossKg']],
    ['more than the boxes may carry', fcl([{ sizeType: '22G1', count: 1 }], '28181'), ['/grossKg']],
    ['a size twice', fcl([1, 2].map((count) => ({ sizeType: '22G1', count }))), ['/containers/1/sizeType']],
    ['a size that is none', fcl([{ sizeType: '99ZZ', count: 0 }]), ['/containers/0/count', '/containers/0/sizeType']],
  ])('refuses %s', (_what, cargo, pointers) => {
    const error = thrownBy(() => quoteFreight(cargo, TARIFF));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error.faults.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('explains every line and every total', () => {
    const quote = quoteFreight(fcl([{ sizeType: '22G1', count: 1 }]), TARIFF);
    expect(quote.rule.id).toBe('freight.quote');
    expect(quote.steps).toHaveLength(quote.lines.length + quote.totals.length);
    expect(quote.steps[0]).toEqual({
      name: 'lines.0.amount',
      formula: 'OCEAN: round(1280.00 USD × 1), per_container',
      value: '1280.00 USD',
    });
  });

  it('loses nothing: the totals are the sum of the lines, whatever is shipped', () => {
    const count = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(count, count, fc.bigInt({ min: 0n, max: 10_000_000n }), (small, large, minor) => {
        const tariff = [...TARIFF, rate('GRI', { price: Money.ofMinor(minor, 'USD') })];
        const quote = quoteFreight(
          fcl([
            { sizeType: '22G1', count: small },
            { sizeType: '45G1', count: large },
          ]),
          tariff,
        );
        for (const total of quote.totals) {
          const lines = quote.lines.filter(({ amount }) => amount.currency === total.currency);
          expect(
            Money.sum(
              lines.map(({ amount }) => amount),
              total.currency,
            ),
          ).toEqual(total);
        }
      }),
    );
  });
});

describe('An LCL quote', () => {
  const tariff: Rate[] = [
    rate('OCEAN', { mode: 'lcl', basis: 'per_revenue_ton', price: usd('25.00') }),
    rate('CFS', { mode: 'lcl', basis: 'per_revenue_ton', price: cny('110.00'), minimum: cny('300.00'), position: 40 }),
    rate('DOC', { mode: 'lcl', basis: 'per_bill_of_lading', price: cny('200.00'), position: 50 }),
  ];
  const lcl = (cbm: string, grossKg: string): LclCargo => ({
    mode: 'lcl',
    cbm: new Decimal(cbm),
    grossKg: new Decimal(grossKg),
  });

  it.each([
    // m³,  kg,     tons,  ocean,        CFS,          why
    ['6.4', '2100', '6.4', '160.00 USD', '704.00 CNY', 'by volume'],
    ['1.2', '3500', '3.5', '87.50 USD', '385.00 CNY', 'by weight'],
    ['0.3', '120', '1', '25.00 USD', '300.00 CNY', 'at least one revenue ton, and the least that CFS takes'],
  ])('%s m³ of %s kg are %s revenue tons: %s and %s (%s)', (cbm, kg, tons, ocean, cfs) => {
    const quote = quoteFreight(lcl(cbm, kg), tariff);
    expect(quote.revenueTons?.toString()).toBe(tons);
    expect(amounts(quote).map(([, , amount]) => amount)).toEqual([ocean, cfs, '200.00 CNY']);
    expect(quote.steps.map(({ name }) => name).slice(0, 3)).toEqual(['cbm', 'weightTons', 'revenueTons']);
  });

  it.each<[string, LclCargo, string]>([
    ['neither pieces nor cubic metres', { mode: 'lcl', grossKg: new Decimal(1) }, '/cbm'],
    ['no volume', lcl('0', '100'), '/cbm'],
    ['no weight', lcl('1', '0'), '/grossKg'],
  ])('refuses %s', (_what, cargo, pointer) => {
    expect(thrownBy(() => quoteFreight(cargo, tariff)).faults.map((fault) => fault.pointer)).toEqual([pointer]);
  });

  it('needs an ocean freight per revenue ton', () => {
    const error = thrownBy(() => quoteFreight(lcl('1', '1'), tariff.slice(1)));
    expect([error.code, error.faults[0]?.pointer]).toEqual(['FREIGHT.NO_RATE', '/portOfDischarge']);
  });
});

function thrownBy(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
