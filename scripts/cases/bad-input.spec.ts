import fc from 'fast-check';

import { DomainError } from '../../src/kernel/domain-error.js';
import { STATUS } from '../../src/platform/http/problem.js';
import { CALCULATORS, EXAMPLES } from './in-process.js';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const usd = (amount: string) => ({ amount, currency: 'USD' });
const TRADING_ITEM = { purchaseAmountExVat: cny('1.00'), vatRate: '0.13', refundRate: '0.13' };

/** What a client would be told: the status and the places of the faults. */
async function refusal(kind: string, body: unknown): Promise<{ status: number; pointers: string[] }> {
  try {
    await CALCULATORS.get(kind)?.(body);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { status: STATUS[error.kind], pointers: [...new Set(error.faults.map((fault) => fault.pointer))] };
  }
  return { status: 200, pointers: [] };
}

describe('the example in the docs', () => {
  it.each([...EXAMPLES])('of %s works', async (kind, example) => {
    expect(await refusal(kind, example)).toEqual({ status: 200, pointers: [] });
  });
});

describe('bad input to a calculator', () => {
  it.each<[string, string, unknown, string[]]>([
    ['an empty body', 'tax-refund/trading', {}, ['/items']],
    ['an unknown field', 'tax-refund/trading', { items: [{ ...TRADING_ITEM, fob: usd('1') }] }, ['/items/0/fob']],
    ['no items', 'tax-refund/trading', { items: [] }, ['/items']],
    ['a rate as a number', 'tax-refund/trading', { items: [{ ...TRADING_ITEM, vatRate: 0.13 }] }, ['/items/0/vatRate']],
    ['a rate in percent', 'tax-refund/trading', { items: [{ ...TRADING_ITEM, vatRate: '13' }] }, ['/items/0/vatRate']],
    [
      'every fault at once',
      'tax-refund/trading',
      {
        items: [
          { vatRate: 'x', refundRate: '-1' },
          { ...TRADING_ITEM, purchasedQuantity: {} },
        ],
      },
      ['/items/0/vatRate', '/items/0/refundRate', '/items/1/purchasedQuantity'],
    ],
    [
      'an amount in another currency',
      'tax-refund/trading',
      { items: [{ ...TRADING_ITEM, purchaseAmountExVat: usd('1.00') }] },
      ['/items/0/purchaseAmountExVat'],
    ],
    [
      'a foreign value without a rate',
      'tax-refund/agency',
      { items: [{ fob: usd('1.00'), vatRate: '0.13', refundRate: '0.13' }] },
      ['/items/0/fxRate'],
    ],
    [
      'a group without refund',
      'tax-refund/manufacturer',
      {
        rateGroups: [{ fob: cny('1.00'), vatRate: '0.13', refundRate: '0' }],
        domesticOutputVat: cny('0.00'),
        inputVat: cny('0.00'),
      },
      ['/rateGroups/0/refundRate'],
    ],
    ['no such goods', 'tax-refund/rate', { hsCode: '99999999', exportDate: '2026-01-01' }, ['/hsCode']],
    ['no such day', 'tax-refund/rate', { hsCode: '85414300', exportDate: '2026-02-30' }, ['/exportDate']],
    ['a number for a date', 'tax-refund/deadlines', { exportDate: 20260101 }, ['/exportDate']],
    ['pieces and volume', 'freight/chargeable-weight', { mode: 'air', pieces: [], grossKg: '1' }, ['/pieces']],
    [
      'a charge with too many decimals, beside one in another currency',
      'freight/revenue-tons',
      { cbm: '1', grossKg: '1', ratePerRevenueTon: usd('1'), fixedCharges: [usd('1.001'), usd('x')] },
      ['/fixedCharges/0', '/fixedCharges/1'],
    ],
    [
      'a board without the price',
      'fx/conversion',
      { amount: usd('1.00'), side: 'buy', quote: { currency: 'CNY', spotBuy: '700' } },
      ['/quote/spotSell'],
    ],
    [
      'a year of 361 days',
      'financing/interest',
      { annualRate: '0.1', dayBasis: 361, periods: [{ principal: usd('1'), days: 1 }] },
      ['/dayBasis'],
    ],
    ['a code that is not a text', 'identifiers/uscc', { value: 91110000 }, ['/value']],
  ])('%s (%s)', async (_why, kind, body, pointers) => {
    expect(await refusal(kind, body)).toEqual({ status: 422, pointers });
  });

  it('a code that is wrong as such is an answer, not bad input', async () => {
    expect(await CALCULATORS.get('identifiers/iban')?.({ value: '' })).toMatchObject({
      valid: false,
      reason: 'format',
    });
  });

  it.each([...CALCULATORS])('%s has a good request here', async (kind) => {
    expect(await refusal(kind, GOOD[kind])).toEqual({ status: 200, pointers: [] });
  });

  it.each([...CALCULATORS])(
    '%s answers or refuses a good request with any one value spoiled, and never breaks',
    async (kind) => {
      const good = GOOD[kind];
      for (const path of pathsOf(good)) {
        for (const nasty of NASTY) {
          const { status } = await refusal(kind, spoiled(good, path, nasty));
          expect([200, 422]).toContain(status);
        }
      }
    },
  );

  it.each([...CALCULATORS])('%s answers or refuses whatever is posted', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.object({ maxDepth: 3 }), async (body) => {
        expect([200, 422]).toContain((await refusal(kind, body)).status);
      }),
    );
  });
});

const PIECE = { count: 8, lengthCm: '60', widthCm: '40', heightCm: '20' };
const CODE = { value: 'CSQU3054383' };

const GOOD: Readonly<Record<string, unknown>> = {
  'tax-refund/trading': {
    items: [
      { ...TRADING_ITEM, consumptionTaxPaid: cny('1.00'), purchasedQuantity: '3', exportedQuantity: '1' },
      { purchaseAmountInclVat: cny('1.13'), vatRate: '0.13', refundRate: '0.13' },
    ],
  },
  'tax-refund/manufacturer': {
    rateGroups: [
      { fob: usd('1.00'), fxRate: '7.1', vatRate: '0.13', refundRate: '0.09', bondedMaterialValue: cny('0.50') },
    ],
    domesticOutputVat: cny('1.00'),
    inputVat: cny('2.00'),
    carryForwardCredit: cny('0.00'),
  },
  'tax-refund/agency': { items: [{ fob: usd('1.00'), fxRate: '7.1', vatRate: '0.13', refundRate: '0.09' }] },
  'tax-refund/deadlines': { exportDate: '2026-01-01', contractFinalCollection: '2026-06-01' },
  'tax-refund/rate': { hsCode: '85414300', exportDate: '2026-01-01' },
  'freight/chargeable-weight': {
    mode: 'air',
    pieces: [PIECE],
    grossKg: '45',
    divisor: '6000',
    roundUpToKg: '0.5',
    volumePolicy: 'half',
  },
  'freight/revenue-tons': {
    pieces: [PIECE],
    grossKg: '45',
    ratePerRevenueTon: usd('40.00'),
    fixedCharges: [usd('1.00')],
    minimumRevenueTons: '1',
  },
  'fx/conversion': {
    amount: usd('1.00'),
    side: 'sell',
    form: 'notes',
    quote: { currency: 'CNY', unit: '100', spotBuy: '1', cashBuy: '2', spotSell: '3', cashSell: '4' },
  },
  'financing/interest': {
    annualRate: '0.1',
    dayBasis: 360,
    periods: [
      { principal: usd('1.00'), days: 1 },
      { principal: usd('1.00'), from: '2026-01-01', to: '2026-02-01' },
    ],
  },
  'margin/exchange-cost': {
    cif: usd('10.00'),
    freight: usd('1.00'),
    insurance: usd('1.00'),
    purchaseAmountInclVat: cny('50.00'),
    vatRate: '0.13',
    refundRate: '0.13',
    feeRate: '0.01',
    fees: cny('1.00'),
    buyRate: '7.1',
  },
  'fx/forward-rate': {
    spot: '7.1',
    baseCurrency: 'GBP',
    quoteCurrency: 'CNY',
    baseRate: '-0.01',
    quoteRate: '0.0165',
    days: 91,
    baseDayBasis: 365,
    quoteDayBasis: 360,
  },
  'fx/trade-credit-reports': {
    enterpriseClass: 'A',
    items: [{ type: 'offshore_resale', days: 91, occurredOn: '2026-04-01', amount: usd('500000.01') }],
  },
  'fx/small-seller-status': { annualTrade: usd('1.00') },
  'financing/factoring': {
    invoice: usd('100.00'),
    advanceRate: '0.8',
    feeRate: '0.01',
    flatFee: usd('1.00'),
    interest: { annualRate: '0.06', days: 60, dayBasis: 360 },
    received: usd('90.00'),
  },
  'financing/guarantee-liability': {
    members: [
      { memberId: 'A', outstanding: cny('100.00'), limit: cny('500.00') },
      { memberId: 'B', outstanding: cny('100.00') },
    ],
    minimumMembers: 3,
    call: { defaultedMemberId: 'A', amountDue: cny('90.00'), ownFunds: cny('1.00'), poolFunds: cny('2.00') },
  },
  'pricing/cif': { fob: usd('100.00'), freight: usd('10.00'), insuredValueFactor: '1.10', premiumRate: '0.006' },
  'customs/declared-weight': { kilograms: '0.456', declaredOn: '2026-04-10' },
  'customs/import-tax': {
    goods: cny('100.00'),
    freight: cny('10.00'),
    insurance: cny('1.00'),
    otherAdditions: cny('1.00'),
    dutyRate: '0.2',
    antiDumpingRate: '1.5',
    consumptionTaxRate: '0.15',
    vatRate: '0.13',
  },
  'customs/retail-import-tax': {
    retailPrice: cny('100.00'),
    freight: cny('10.00'),
    insurance: cny('1.00'),
    consumptionTaxRate: '0.15',
    vatRate: '0.13',
    dutyRate: '0.1',
    purchasedThisYear: cny('1.00'),
    singleItem: true,
    vatBase: 'reduced_consumption_tax',
    declaredOn: '2026-04-10',
  },
  'customs/clearance-channels': {
    supervisionMode: '9710',
    value: cny('100.00'),
    licenceRequired: true,
    inspectionRequired: false,
    taxInvolved: false,
    declaredOn: '2026-04-10',
  },
  'customs/three-document-match': {
    order: {
      orderNo: 'ORD-1',
      goodsValue: cny('400.00'),
      freight: cny('20.00'),
      taxTotal: cny('0.00'),
      discount: cny('0.00'),
      actualPaid: cny('420.00'),
      buyer: { name: '王小明', idNumber: 'TEST-ID-0001' },
      lines: [{ lineNo: 1, itemName: '奶粉', quantity: '2', unitPrice: cny('200.00'), total: cny('400.00') }],
    },
    payment: { orderNo: 'ORD-1', amountPaid: cny('420.00'), payer: { name: '王小明' } },
    waybill: { orderNo: 'ORD-1', consignee: { address: '北京市' } },
    list: { orderNo: 'ORD-1', packages: 1, grossKg: '1', netKg: '1', lines: [{ lineNo: 1, quantity: '2' }] },
  },
  'identifiers/uscc': CODE,
  'identifiers/iso6346': CODE,
  'identifiers/iban': CODE,
  'identifiers/imo': CODE,
  'identifiers/lei': CODE,
  'identifiers/bic': CODE,
  'identifiers/customs-declaration-number': CODE,
  'identifiers/container-size-type': CODE,
};

const NASTY: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  '',
  '0',
  '-1',
  '1e400',
  'NaN',
  '９',
  '999999999999999',
  '9999-12-31',
  '0000-00-00',
  '\u0000',
  'x'.repeat(10_000),
  [],
  [null],
  [[]],
  [[{}]],
  {},
  { amount: '1', currency: 'constructor' },
  { amount: '999999999999999.99', currency: 'CNY' },
  { __proto__: null, toItem: 1 },
];

/** Every place in a JSON value but the root. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  const here = path.length === 0 ? [] : [[...path]];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function spoiled(body: unknown, path: readonly string[], nasty: unknown): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
  parent[path.at(-1) ?? ''] = nasty;
  return copy;
}
