import { Money } from '../../../kernel/money.js';
import { type Debt } from './debt.js';
import { findMatch, type Match } from './match-collection.js';

const PAYER = 'Hamburg Toys GmbH';
const usd = (amount: string): Money => Money.parse(amount, 'USD');

function debt(reference: string, expected: string, tolerance = '50.00'): Debt {
  const owed = { expected: usd(expected), received: usd('0.00'), tolerance: usd(tolerance) };
  return { orderId: reference, reference, contractNumber: `C-${reference}`, payerNames: [PAYER], ...owed };
}

function paying(amount: string, text: string, debts: readonly Debt[]): Match {
  return findMatch({ amount: usd(amount), charges: null, text, payerNames: [PAYER] }, debts, { on: '2026-11-28' });
}

function suggested({ by, suggestions }: Match): unknown {
  return [by, ...suggestions.map(({ ground, shares: [first] }) => `${ground} ${first?.orderId ?? ''}`)];
}

describe('A credit that names an order but for a slip of the pen', () => {
  const one = debt('INV-2026-001', '1000.00');
  const other = debt('INV-2026-002', '2000.00');

  it('is matched where payer and amount agree, and flagged', () => {
    const { ground, flags, shares } = paying('1000.00', 'INV-2O26-001', [one, other]);
    expect([ground, ...flags]).toEqual(['near_reference_and_amount', 'misspelt_reference']);
    expect(shares.map(({ orderId }) => orderId)).toEqual(['INV-2026-001']);
  });

  it('is suggested where the amount does not', () => {
    expect(suggested(paying('333.00', 'INV-2O26-001', [one]))).toEqual([null, 'near_reference INV-2026-001']);
  });

  it('is left to a person where it is the reference of an order of which nothing is owed any more', () => {
    const over = debt('INV-2026-003', '0.00', '0.00');
    expect(suggested(paying('1000.00', 'INV-2026-003', [over, one]))).toEqual([null, 'near_reference INV-2026-001']);
  });

  it('is left to a person where it is the reference of another, of whose amount it is not to the cent', () => {
    const meant = debt('INV-2026-004', '990.00');
    expect(suggested(paying('990.00', 'INV-2026-001', [one, meant]))).toEqual([
      null,
      'near_reference INV-2026-004',
      'contradicted_reference INV-2026-001',
    ]);
    expect(paying('1000.00', 'INV-2026-001', [one, meant]).ground).toBe('reference_and_amount');
  });
});
