import { Money } from '../../kernel/money.js';
import { InsufficientFundsError, type Ledger } from '../../ledger/index.js';
import { type View } from '../../platform/database/session.js';
import { FundsSpentError } from '../domain/financing.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Advance } from '../entities/advance.entity.js';

/** What of the money of a loan's seller is free, in the loan's currency; never below zero. */
export async function freeFunds(
  ledger: Ledger,
  view: View,
  { sellerId: partyId, principal: { currency } }: Pick<Advance, 'sellerId' | 'principal'>,
): Promise<Money> {
  const { available } = await ledger.balance(view, { code: 'client_funds', partyId, currency });
  return Money.max(Money.zero(currency), available);
}

/**
 * Work of ours that takes no more than was free a moment ago. Who spends it meanwhile is no reason to give up.
 * @throws FundsSpentError: in another try less is free
 */
export async function unlessSpent<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InsufficientFundsError)) throw error;
    throw new FundsSpentError(SAY.funds_spent);
  }
}
