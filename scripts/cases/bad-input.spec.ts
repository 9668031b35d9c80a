import fc from 'fast-check';

import { DomainError } from '../../src/kernel/domain-error.js';
import { STATUS } from '../../src/platform/http/problem.js';
import { GOOD_CALCULATIONS } from '../../test/support/good-calculations.js';
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
    expect(await refusal(kind, GOOD_CALCULATIONS[kind])).toEqual({ status: 200, pointers: [] });
  });

  it.each([...CALCULATORS])(
    '%s answers or refuses a good request with any one value spoiled, and never breaks',
    async (kind) => {
      const good = GOOD_CALCULATIONS[kind];
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
