import { Injectable } from '@nestjs/common';

import { tryParseId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { type EntryPosting, Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { type AccountNotice, type BankEntry } from '../../domain/bank-files/bank-message.js';
import { REFUND } from '../../domain/refunds/refund-status.js';
import { SAY } from '../../domain/refunds/refund.sentences.js';
import { refundReturnKey } from '../../domain/statements/ledger-keys.js';
import { CollectionAccount } from '../../entities/collection-account.entity.js';
import { CollectionRefund } from '../../entities/collection-refund.entity.js';
import { RefundMoney } from './refund-money.js';
import { announceSetback, noteRefund } from './refund-news.js';
import { isOfRefund, RefundReports } from './refund-reports.js';

/** Refunds that were settled and came back: the bank of the payer returns them, and ours credits the account under their id. */
@Injectable()
export class RefundReturns {
  constructor(
    private readonly reports: RefundReports,
    private readonly money: RefundMoney,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Takes the returns out of what the bank reports; one that was reported before changes nothing.
   * @returns what is left, for others: money that names a refund and cannot be its return is left too
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
    const named = entry.direction === 'credit' && entry.kind === 'credit' ? (entry.endToEndId ?? '') : '';
    const id = isOfRefund(named) ? tryParseId('collectionRefund', named) : null;
    const held = id === null ? null : await this.reports.lock(tx, id);
    if (held === null) return false;
    const { refund, collection } = held;
    const account = await tx.find(CollectionAccount, refund.accountId);
    if (account?.accountNumber !== accountNumber) return false;
    if (refund.returnReference !== null) return refund.returnReference === entry.bankReference;
    if (!isOfItsMoney(refund, entry)) return false;
    // It has come back, so it had been settled, whether the bank told so before or not.
    if (REFUND.allows(refund.state, 'confirm')) await this.reports.confirm(tx, held, null);
    if (refund.state !== 'confirmed') return false;
    await this.book(tx, refund, entry);
    await this.money.giveBack(tx, refund, collection, 'refunded');
    announceSetback(tx, 'returned', refund);
    noteRefund(tx, 'returned', refund, 'confirmed');
    return true;
  }

  /** The money is the seller's again; what the banks kept of it is due from the seller, like any service. */
  private async book(tx: Tx, refund: CollectionRefund, entry: BankEntry): Promise<void> {
    const { partyId, accountId, amount, messageId } = refund;
    const { bankReference, returnReason, valueDate } = entry;
    const postings: EntryPosting[] = [
      { account: { code: 'clearing_bank', subAccountId: accountId }, amount: entry.amount },
      { account: { code: 'client_dues', partyId }, amount: amount.minus(entry.amount) },
      { account: { code: 'client_funds', partyId }, amount: amount.negated() },
    ];
    await this.ledger.post(tx, {
      kind: 'fx.collection-refund-return',
      key: refundReturnKey(messageId),
      valueDate,
      memo: messageId,
      postings: postings.filter((posting) => !posting.amount.isZero()),
    });
    const words = returnReason?.words ?? '';
    const why = { reasonCode: returnReason?.code ?? null, ...reasonOf(words === '' ? [SAY.sent_back] : words) };
    refund.comeBack(why, bankReference, tx.now);
    await tx.store(CollectionRefund, refund);
  }
}

/** All of it, or what the banks on the way left of it; never more. */
function isOfItsMoney({ amount }: CollectionRefund, entry: BankEntry): boolean {
  const isSame = entry.amount.currency === amount.currency;
  return isSame && entry.amount.isMoreThan(Money.zero(amount.currency)) && !entry.amount.isMoreThan(amount);
}
