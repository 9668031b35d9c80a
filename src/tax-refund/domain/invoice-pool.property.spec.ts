import fc from 'fast-check';

import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { InvoicePool } from './invoice-pool.js';
import { type InvoiceLine } from './match-facts.js';

/** In thousandths, so that some are whole pieces and others are not. */
const quantity = fc.integer({ min: 1, max: 5_000_000 }).map((thousandths) => new Decimal(thousandths).div(1_000));
const pieces = fc.integer({ min: 1, max: 1_000_000 }).map((count) => new Decimal(count));
const bought = fc.record({
  quantity: fc.oneof(quantity, pieces),
  minor: fc.bigInt({ min: 0n, max: 10n ** 13n }),
});
const shares = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 8 });

function lineOf(bought: { readonly quantity: Decimal; readonly minor: bigint }): InvoiceLine {
  const amount = Money.ofMinor(bought.minor, 'CNY');
  return {
    ...{ id: '1', invoiceId: '1', invoiceNumber: '1', kind: 'special', issuedOn: '2026-11-10', lineNumber: 1 },
    ...{ sellerTaxNumber: 'S', buyerTaxNumber: 'B', orderLineNumber: null, hsCode: '8516609000', goodsName: '电烤箱' },
    ...{ unit: '001', quantity: bought.quantity, amount, freeQuantity: bought.quantity, freeAmount: amount },
    ...{ vatRate: new Decimal('0.13'), fxRate: null },
  };
}

describe('What is taken of an invoice line', () => {
  it('is its share half up to the fen, of whole pieces as of parts of them, and all shares together are the whole', () => {
    fc.assert(
      fc.property(bought, shares, fc.boolean(), (given, parts, isWhole) => {
        const line = lineOf(given);
        const pool = new InvoicePool([line]);
        let left = given;
        for (const percent of parts) {
          const part = given.quantity.times(percent).div(100);
          const wanted = isWhole ? part.ceil() : part;
          const { takes } = pool.cover([{ quantity: wanted, unit: '001' }], [line]);
          if (wanted.greaterThan(left.quantity)) {
            expect(takes).toBeNull();
            continue;
          }
          const [take] = takes ?? [];
          const share = new Decimal(given.minor.toString()).times(wanted).div(given.quantity);
          const exact = BigInt(roundHalfUp(share, 0).toFixed());
          const expected = wanted.equals(left.quantity) || exact > left.minor ? left.minor : exact;
          expect([take?.quantity.toFixed(), take?.amount.minor]).toEqual([wanted.toFixed(), expected]);
          left = { quantity: left.quantity.minus(wanted), minor: left.minor - expected };
        }
        if (left.quantity.isZero()) {
          expect(left.minor).toBe(0n);
        } else {
          const { takes } = pool.cover([{ quantity: left.quantity, unit: '001' }], [line]);
          expect(takes?.map(({ amount }) => amount.minor)).toEqual([left.minor]);
        }
      }),
    );
  });
});
