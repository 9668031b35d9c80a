import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type EntryPosting, Ledger } from '../../ledger/index.js';
import { type Tx } from '../../platform/database/session.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type Demand } from '../domain/bureau-news.js';
import { type Claim } from '../entities/claim.entity.js';
import { type Clawback } from '../entities/clawbacks.table.js';

/**
 * What a claim means in the books. Wanted back: the receivable falls below zero until it is given back. Filed: the refund is receivable. Granted differently: the receivable follows. Paid:
 * the money is the client's, the receivable is settled. Rejected: the booking is reversed. A refund of nothing is not booked.
 */
@Injectable()
export class ClaimBooks {
  constructor(private readonly ledger: Ledger) {}

  /** @returns the transfer, to be reversed if the bureau says no; null where there is nothing to book */
  async filed(tx: Tx, claim: Claim, valueDate: LocalDate): Promise<string | null> {
    return this.post(tx, claim, 'filed', valueDate, receivable(claim, claim.refund));
  }

  /** From what was expected to what is granted. */
  async adjusted(tx: Tx, claim: Claim, granted: Money, valueDate: LocalDate): Promise<void> {
    const difference = granted.minus(claim.awarded);
    await this.post(tx, claim, `adjusted-${claim.state}`, valueDate, receivable(claim, difference));
  }

  async paid(tx: Tx, claim: Claim, amount: Money, valueDate: LocalDate): Promise<void> {
    const { sellerId: partyId } = claim;
    await this.post(tx, claim, 'paid', valueDate, [
      { account: { code: 'clearing_bank' }, amount },
      { account: { code: 'client_funds', partyId }, amount: amount.negated() },
      ...receivable(claim, amount.negated()),
    ]);
  }

  /** The bureau wants back what it paid: the client is to give it, so less is to come. */
  async demanded(tx: Tx, claim: Claim, { letter, amount }: Demand, valueDate: LocalDate): Promise<void> {
    await this.post(tx, claim, 'clawed-back', valueDate, receivable(claim, amount.negated()), letter);
  }

  /**
   * It was given back: out of what is held for the client, through the bank or from another payment, or by the client itself.
   * @throws InsufficientFundsError when less is held for the client
   */
  async returned(
    tx: Tx,
    claim: Claim,
    { letter, amount }: Clawback,
    valueDate: LocalDate,
    isFromFunds: boolean,
  ): Promise<void> {
    const { sellerId: partyId } = claim;
    const funds: EntryPosting[] = [
      { account: { code: 'client_funds', partyId }, amount },
      { account: { code: 'clearing_bank' }, amount: amount.negated() },
    ];
    const postings = [...(isFromFunds ? funds : []), ...receivable(claim, amount)];
    await this.post(tx, claim, 'given-back', valueDate, postings, letter);
  }

  /** A correction is done: what was taken back was kept by the treasury, and the client owes it to the platform. */
  async corrected(tx: Tx, claim: Claim, amount: Money, valueDate: LocalDate): Promise<void> {
    const { sellerId: partyId } = claim;
    await this.post(tx, claim, 'corrected', valueDate, [
      { account: { code: 'clearing_bank' }, amount },
      { account: { code: 'client_dues', partyId }, amount: amount.negated() },
      ...receivable(claim, amount.negated()),
    ]);
  }

  async rejected(tx: Tx, claim: Claim, reason: string): Promise<void> {
    if (claim.receivableTransferId === null) return;
    const key = `tax-refund.rejected:${claim.id}:${claim.attempt}`;
    await this.ledger.reverse(tx, claim.receivableTransferId, { key, reason: beginningOf(reason, 500) });
  }

  private async post(
    tx: Tx,
    { id, attempt, orderId, orderReference }: Claim,
    what: string,
    valueDate: LocalDate,
    postings: readonly EntryPosting[],
    once = String(attempt),
  ): Promise<string | null> {
    if (postings.some(({ amount }) => amount.isZero())) return null;
    return this.ledger.post(tx, {
      kind: `tax-refund.${what}`,
      key: `tax-refund.${what}:${id}:${once}`,
      orderId,
      valueDate,
      memo: `Tax refund of order ${orderReference}`,
      postings,
    });
  }
}

function receivable({ sellerId: partyId }: Claim, amount: Money): EntryPosting[] {
  return [
    { account: { code: 'refund_receivable', partyId }, amount },
    { account: { code: 'clearing_tax_bureau' }, amount: amount.negated() },
  ];
}
