import { Injectable } from '@nestjs/common';

import { tryParseId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { type EntryPosting, Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type AccountNotice, type BankEntry } from '../../domain/bank-files/bank-message.js';
import { SAY } from '../../domain/payouts/payout-batch.sentences.js';
import { payoutReturnKey } from '../../domain/statements/ledger-keys.js';
import { insertReturn, returnsOf } from '../../entities/payout-returns.table.js';
import { Payout } from '../../entities/payout.entity.js';
import { bankAccountsOf, type NamedAccount } from '../bank-account-of.js';
import { Payouts } from './payouts.js';

const MESSAGE = /^(pay_[0-9a-z]{26})-(\d{1,4})$/;

/** A credit that names a payment of ours. */
interface Named {
  readonly payoutId: string;
  readonly attempt: number;
}

/**
 * Payouts that were settled and came back: the bank of the seller returns the money (pacs.004 between the banks), and ours credits
 * the account under the end-to-end id of the payment.
 */
@Injectable()
export class PayoutReturns {
  constructor(
    private readonly payouts: Payouts,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Takes the returns out of what the bank reports; one that was reported before changes nothing.
   * @returns what is left, for others: money that names a payment of ours and cannot be its return is left too
   */
  async takeOut(tx: Tx, notices: readonly AccountNotice[]): Promise<AccountNotice[]> {
    const left: AccountNotice[] = [];
    for (const notice of notices) {
      const entries: BankEntry[] = [];
      for (const entry of notice.entries) {
        if (!(await this.isReturn(tx, notice.accountNumber, entry))) entries.push(entry);
      }
      left.push({ ...notice, entries });
    }
    return left;
  }

  private async isReturn(tx: Tx, accountNumber: string, entry: BankEntry): Promise<boolean> {
    const named = namedBy(entry);
    if (named === null) return false;
    const payout = await tx.lock(Payout, named.payoutId);
    if (payout === null) return false;
    const account = (await bankAccountsOf(tx, payout.partyId, [payout.amount.currency])).get(payout.amount.currency);
    if (account?.accountNumber !== accountNumber) return false;
    const known = await returnsOf(tx, payout.id);
    if (known.some(({ bankReference }) => bankReference === entry.bankReference)) return true;
    if (named.attempt !== payout.attempt || !isOfItsMoney(payout, entry)) return false;
    await this.payouts.confirmReturned(tx, payout, entry.bankReference);
    if (payout.state !== 'confirmed') return false;
    await this.take(tx, payout, account, entry);
    return true;
  }

  /** The money is the seller's again; what the banks kept of it is due from the seller, like any service. */
  private async take(tx: Tx, payout: Payout, account: NamedAccount, entry: BankEntry): Promise<void> {
    const { id, orderId, partyId, amount, messageId, attempt, state: from } = payout;
    const { bankReference, returnReason, bookedOn } = entry;
    const kept = amount.minus(entry.amount);
    const postings: EntryPosting[] = [
      { account: { code: 'clearing_bank', subAccountId: account.id }, amount: entry.amount },
      { account: { code: 'client_dues', partyId }, amount: kept },
      { account: { code: 'client_funds', partyId }, amount: amount.negated() },
    ];
    await this.ledger.post(tx, {
      kind: 'fx.payout-return',
      key: payoutReturnKey(messageId),
      orderId,
      valueDate: entry.valueDate,
      memo: messageId,
      postings: postings.filter((posting) => !posting.amount.isZero()),
    });
    await insertReturn(tx, {
      ...{ payoutId: id, attempt, accountId: account.id, bankReference, amount: entry.amount, bookedOn },
      reasonCode: returnReason?.code ?? null,
    });
    const words = returnReason?.words ?? '';
    const why = { reasonCode: returnReason?.code ?? null, ...reasonOf(words === '' ? [SAY.sent_back] : words) };
    payout.comeBack(why, tx.now);
    await tx.store(Payout, payout);
    publish(tx, {
      type: 'fx.payout.returned',
      resource: { type: 'payout', id },
      orderId,
      changed: ['state', 'reasonCode', 'reason'],
      data: {
        amount: amount.toJSON(),
        charges: kept.toJSON(),
        reason: [why.reasonCode, why.reason].filter((word) => word !== null).join(': '),
        ...(why.causes === undefined ? {} : { causes: why.causes }),
      },
    });
    audit(tx, { action: 'payout.returned', resourceType: 'payout', resourceId: id, from, to: payout.state });
  }
}

function namedBy({ direction, endToEndId }: BankEntry): Named | null {
  const match = direction === 'credit' ? MESSAGE.exec(endToEndId ?? '') : null;
  const [, publicId = '', attempt] = match ?? [];
  const payoutId = tryParseId('payout', publicId);
  return payoutId === null || attempt === undefined ? null : { payoutId, attempt: Number(attempt) };
}

/** All of it, or what the banks on the way left of it; never more. */
function isOfItsMoney({ amount }: Payout, entry: BankEntry): boolean {
  const isSame = entry.amount.currency === amount.currency;
  return isSame && entry.amount.isMoreThan(Money.zero(amount.currency)) && !entry.amount.isMoreThan(amount);
}
