import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type BankEntry } from '../../domain/bank-files/bank-message.js';

type Kept = Omit<BankEntry, 'amount' | 'charges'> & { readonly amount: MoneyJson; readonly charges: MoneyJson | null };

/** A movement as rows keep it. */
export function movementToJson({ amount, charges, ...rest }: BankEntry): Kept {
  return { ...rest, amount: amount.toJSON(), charges: charges?.toJSON() ?? null };
}

export function movementFromJson(kept: object): BankEntry {
  const { amount, charges, ...rest } = kept as Kept;
  return { ...rest, amount: Money.fromJSON(amount), charges: charges === null ? null : Money.fromJSON(charges) };
}
