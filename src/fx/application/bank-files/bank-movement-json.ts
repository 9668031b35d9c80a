import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type BankEntry } from '../../domain/bank-files/bank-message.js';

type Kept = Omit<BankEntry, 'amount' | 'charges' | 'payerAccount'> & {
  readonly amount: MoneyJson;
  readonly charges: MoneyJson | null;
  /** The account of the payer, sealed, in base64. */
  readonly payerBox?: string;
};

/** A movement as rows keep it: without the account of the payer, which is kept sealed only. */
export function movementToJson({ amount, charges, payerAccount: _, ...rest }: BankEntry): Kept {
  return { ...rest, amount: amount.toJSON(), charges: charges?.toJSON() ?? null };
}

export function movementFromJson(kept: object): BankEntry {
  return unsealed(kept as Kept);
}

function unsealed({ amount, charges, payerBox: _, ...rest }: Kept): BankEntry {
  return { ...rest, amount: Money.fromJSON(amount), charges: charges === null ? null : Money.fromJSON(charges) };
}

/** The account of the payer in a movement as it is kept. */
export function payerBoxIn(kept: object): Buffer | null {
  const { payerBox } = kept as Kept;
  return payerBox === undefined ? null : Buffer.from(payerBox, 'base64');
}
