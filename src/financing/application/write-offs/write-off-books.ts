import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { type LoanParts } from '../../domain/waterfall.js';
import { type Advance } from '../../entities/advance.entity.js';
import { move } from '../books.js';

/** The client's live loans hold it no more; the claim is kept aside of them, and the lender is still owed it. */
export async function bookWriteOff(
  ledger: Ledger,
  tx: Tx,
  booking: {
    readonly advance: Advance;
    readonly parts: LoanParts;
    readonly key: string;
    readonly valueDate: LocalDate;
  },
): Promise<void> {
  const { advance, parts, key, valueDate } = booking;
  const { orderId, sellerId } = advance;
  await ledger.post(tx, {
    ...{ kind: 'financing.write-off', key: `financing.write-off:${key}`, orderId, valueDate },
    memo: 'Written off by the lender; kept as a claim on the client',
    postings: [
      ...move(parts.principal, 'written_off_claims', 'loan_principal', sellerId),
      ...move(parts.interest.plus(parts.penalty), 'written_off_claims', 'interest', sellerId),
      ...move(parts.fees, 'written_off_claims', 'fees', sellerId),
    ],
  });
}

/** Its lender has given up the rest of a claim: nobody is owed it any more. */
export async function bookForgiven(
  ledger: Ledger,
  tx: Tx,
  booking: { readonly advance: Advance; readonly forgiven: Money; readonly valueDate: LocalDate },
): Promise<void> {
  const { advance, forgiven, valueDate } = booking;
  await ledger.post(tx, {
    ...{ kind: 'financing.settlement', key: `financing.settlement:${advance.id}`, orderId: advance.orderId, valueDate },
    memo: 'The rest of a written-off claim, given up by the lender',
    postings: move(forgiven, 'clearing_lender', 'written_off_claims', advance.sellerId),
  });
}
