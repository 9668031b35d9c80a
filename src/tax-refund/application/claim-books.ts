import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type EntryPosting, Ledger } from '../../ledger/index.js';
import { type Tx } from '../../platform/database/session.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type Demand } from '../domain/bureau-news.js';
import { type Granted, vatOf } from '../domain/granted.js';
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
    const asked = { total: claim.refund, consumptionTax: claim.consumptionTax };
    return this.post(tx, claim, 'filed', valueDate, receivable(claim, asked));
  }

  /** From what was expected to what is granted. */
  async adjusted(tx: Tx, claim: Claim, granted: Granted, valueDate: LocalDate): Promise<void> {
    const difference = {
      total: granted.total.minus(claim.awarded),
      consumptionTax: granted.consumptionTax.minus(claim.awardedConsumptionTax),
    };
    await this.post(tx, claim, `adjusted-${claim.state}`, valueDate, receivable(claim, difference));
  }

  async paid(tx: Tx, claim: Claim, granted: Granted, valueDate: LocalDate): Promise<void> {
    const { sellerId: partyId } = claim;
    await this.post(tx, claim, 'paid', valueDate, [
      { account: { code: 'clearing_bank' }, amount: granted.total },
      { account: { code: 'client_funds', partyId }, amount: granted.total.negated() },
      ...settled(claim, granted),
    ]);
  }

  /** The bureau wants back what it paid: the client is to give it, so less is to come. */
  async demanded(tx: Tx, claim: Claim, { letter, amount }: Demand, valueDate: LocalDate): Promise<void> {
    await this.post(tx, claim, 'clawed-back', valueDate, receivable(claim, ofVat(amount.negated())), letter);
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
    const postings = [...(isFromFunds ? funds : []), ...receivable(claim, ofVat(amount))];
    await this.post(tx, claim, 'given-back', valueDate, postings, letter);
  }

  /** A correction is done: what was taken back was kept by the treasury, and the client owes it to the platform. */
  async corrected(tx: Tx, claim: Claim, granted: Granted, valueDate: LocalDate): Promise<void> {
    const { sellerId: partyId } = claim;
    await this.post(tx, claim, 'corrected', valueDate, [
      { account: { code: 'clearing_bank' }, amount: granted.total },
      { account: { code: 'client_dues', partyId }, amount: granted.total.negated() },
      ...settled(claim, granted),
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
    given: readonly EntryPosting[],
    once = String(attempt),
  ): Promise<string | null> {
    const postings = given.filter(({ amount }) => !amount.isZero());
    if (postings.length === 0) return null;
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

/** Each tax on an account of its own: VAT, and the consumption tax of trading companies. */
function receivable({ sellerId: partyId }: Claim, amount: Granted): EntryPosting[] {
  return [
    { account: { code: 'refund_receivable', partyId }, amount: vatOf(amount) },
    { account: { code: 'consumption_tax_receivable', partyId }, amount: amount.consumptionTax },
    { account: { code: 'clearing_tax_bureau' }, amount: amount.total.negated() },
  ];
}

function settled(claim: Claim, { total, consumptionTax }: Granted): EntryPosting[] {
  return receivable(claim, { total: total.negated(), consumptionTax: consumptionTax.negated() });
}

/** What the bureau wants back is not told by tax: it stands with the VAT until it is given back. */
function ofVat(total: Money): Granted {
  return { total, consumptionTax: Money.zero(total.currency) };
}
