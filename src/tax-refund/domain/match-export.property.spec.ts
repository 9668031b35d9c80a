import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { bought, item, KILOGRAMS, match, PIECES } from '../testing/exports.js';
import { type Match } from './match-export.js';
import { type InvoiceLine } from './match-facts.js';

describe('Any purchases and exports', () => {
  const purchase = fc.record({
    quantity: fc.integer({ min: 1, max: 500 }),
    fen: fc.bigInt({ min: 0n, max: 10_000_000n }),
    pieces: fc.boolean(),
    named: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 3 });

  it('never claim more of an invoice than there is, and all of it when all is exported', () => {
    fc.assert(
      fc.property(fc.array(purchase, { maxLength: 8 }), sizes, (purchases, quantities) => {
        const invoiceLines = purchases.map(boughtAs);
        const lines = quantities.map(itemOf);
        const takes = match(invoiceLines, { lines }).matched.flatMap((found) => {
          const sum = found.takes.reduce((total, { quantity }) => total.plus(quantity), new Decimal(0));
          expect(sum.equals(found.quantity)).toBe(true);
          return found.takes;
        });
        for (const invoice of invoiceLines) {
          const ofIt = takes.filter((take) => take.invoice.id === invoice.id);
          const quantity = ofIt.reduce((sum, take) => sum.plus(take.quantity), new Decimal(0));
          const amount = Money.sum(
            ofIt.map((take) => take.amount),
            'CNY',
          );
          expect(quantity.lessThanOrEqualTo(invoice.quantity)).toBe(true);
          expect(amount.isMoreThan(invoice.amount)).toBe(false);
          expect(ofIt.every((take) => !take.amount.isNegative())).toBe(true);
          if (quantity.equals(invoice.quantity)) expect(amount.equals(invoice.amount)).toBe(true);
        }
      }),
    );
  });

  it('match alike in whatever order they are given', () => {
    const orders = fc.tuple(fc.array(purchase, { maxLength: 8 }), sizes, fc.integer());
    fc.assert(
      fc.property(orders, ([purchases, quantities, seed]) => {
        const [invoiceLines, lines] = [purchases.map(boughtAs), quantities.map(itemOf)];
        const shuffled = <One>(list: readonly One[]): One[] =>
          list
            .map((one, index) => ({ one, at: Math.sin(seed + index) }))
            .sort((left, right) => left.at - right.at)
            .map(({ one }) => one);
        const there = match(shuffled(invoiceLines), { lines: shuffled(lines) });
        expect(takesOf(there)).toEqual(takesOf(match(invoiceLines, { lines })));
      }),
    );
  });

  it('leave a later export what the first did not take, and no fen more or less', () => {
    fc.assert(
      fc.property(purchase, fc.integer({ min: 1, max: 500 }), ({ quantity, fen }, first) => {
        const whole = boughtAs({ quantity, fen, pieces: true, named: null });
        const parts = [Math.min(first, quantity), quantity - Math.min(first, quantity)].filter((part) => part > 0);
        let left = whole;
        for (const [index, part] of parts.entries()) {
          const [take] = match([left], { lines: [itemOf(part, index)] }).matched[0]?.takes ?? [];
          if (take === undefined) throw new Error('What is free covers what is exported');
          const [freeQuantity, freeAmount] = [
            left.freeQuantity.minus(take.quantity),
            left.freeAmount.minus(take.amount),
          ];
          left = { ...left, freeQuantity, freeAmount };
        }
        expect([left.freeQuantity.toString(), left.freeAmount.minor]).toEqual(['0', 0n]);
      }),
    );
  });
});

interface Purchase {
  readonly quantity: number;
  readonly fen: bigint;
  readonly pieces: boolean;
  readonly named: number | null;
}

function boughtAs({ quantity, fen, pieces, named }: Purchase): InvoiceLine {
  return bought(String(quantity), Money.ofMinor(fen, 'CNY').toAmountString(), {
    unit: pieces ? PIECES : KILOGRAMS,
    orderLineNumber: named,
  });
}

function itemOf(quantity: number, index: number) {
  return item(index + 1, {
    quantities: [
      { quantity: new Decimal(quantity), unit: PIECES },
      { quantity: new Decimal(quantity * 2), unit: KILOGRAMS },
    ],
  });
}

function takesOf({ matched }: Match): string[] {
  return matched.flatMap(({ line, takes }) =>
    takes.map(
      ({ invoice, quantity, amount }) =>
        `${line.declarationLine} ${invoice.id} ${quantity.toString()} ${amount.toString()}`,
    ),
  );
}
