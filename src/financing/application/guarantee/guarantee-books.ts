import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type AccountRef, type EntryPosting, type Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';

const move = (amount: Money, debit: AccountRef, credit: AccountRef): EntryPosting[] =>
  amount.isZero()
    ? []
    : [
        { account: debit, amount },
        { account: credit, amount: amount.negated() },
      ];

const fundsOf = (partyId: string): AccountRef => ({ code: 'client_funds', partyId });
const poolOf = (groupId: string): AccountRef => ({ code: 'guarantee_pool', subAccountId: groupId });

interface PoolMove {
  readonly groupId: string;
  readonly partyId: string;
  readonly amount: Money;
  readonly valueDate: LocalDate;
  /** Unique: the contribution, or the membership that ends. */
  readonly key: string;
}

/** @throws InsufficientFundsError when the member has less at hand */
export async function bookContribution(ledger: Ledger, tx: Tx, booking: PoolMove): Promise<void> {
  const { groupId, partyId, amount, valueDate, key } = booking;
  await ledger.post(tx, {
    ...{ kind: 'financing.pool-contribution', key: `financing.pool-contribution:${key}`, valueDate },
    memo: 'Contribution to the pool of a guarantee group',
    postings: move(amount, fundsOf(partyId), poolOf(groupId)),
  });
}

/** What is left of a member's part of the pool is its own again. */
export async function bookReturn(ledger: Ledger, tx: Tx, booking: PoolMove): Promise<void> {
  const { groupId, partyId, amount, valueDate, key } = booking;
  if (amount.isZero()) return;
  await ledger.post(tx, {
    ...{ kind: 'financing.pool-return', key: `financing.pool-return:${key}`, valueDate },
    memo: 'Returned from the pool of a guarantee group',
    postings: move(amount, poolOf(groupId), fundsOf(partyId)),
  });
}

/** What others pay for a defaulted member is booked to its account first: from there the waterfall takes it to the lender. */
export async function bookCalled(
  ledger: Ledger,
  tx: Tx,
  round: {
    readonly roundId: string;
    readonly orderId: string | null;
    readonly groupId: string;
    readonly debtorId: string;
    readonly fromPool: Money;
    readonly fromMembers: readonly { readonly memberId: string; readonly amount: Money }[];
    readonly valueDate: LocalDate;
  },
): Promise<void> {
  const { roundId, orderId, groupId, debtorId, fromPool, fromMembers, valueDate } = round;
  const postings = [
    ...move(fromPool, poolOf(groupId), fundsOf(debtorId)),
    ...fromMembers.flatMap(({ memberId, amount }) => move(amount, fundsOf(memberId), fundsOf(debtorId))),
  ];
  if (postings.length === 0) return;
  await ledger.post(tx, {
    ...{ kind: 'financing.guarantee-call', key: `financing.guarantee-call:${roundId}`, orderId, valueDate, postings },
    memo: 'Paid by a guarantee group for a member that has defaulted',
  });
}

/** @param toPool true where the pool had paid. @throws InsufficientFundsError when the debtor has less at hand */
export async function bookRecourse(
  ledger: Ledger,
  tx: Tx,
  repayment: {
    readonly key: string;
    readonly groupId: string;
    readonly debtorId: string;
    readonly creditorId: string;
    readonly toPool: boolean;
    readonly amount: Money;
    readonly valueDate: LocalDate;
  },
): Promise<void> {
  const { key, groupId, debtorId, creditorId, toPool, amount, valueDate } = repayment;
  await ledger.post(tx, {
    ...{ kind: 'financing.recourse', key: `financing.recourse:${key}`, valueDate },
    memo: 'Repaid to who had paid for the debtor',
    postings: move(amount, fundsOf(debtorId), toPool ? poolOf(groupId) : fundsOf(creditorId)),
  });
}
