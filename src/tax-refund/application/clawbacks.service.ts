import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type Demand, type SetOff } from '../domain/bureau-news.js';
import { ClawbackSettledError, NoticeNotHeardYetError } from '../domain/claim-life.errors.js';
import { SAY } from '../domain/claim-life.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import {
  type Clawback,
  clawbackByLetter,
  clawbacksOf,
  insertClawback,
  type Settlement,
  settleClawback,
} from '../entities/clawbacks.table.js';
import { note } from './announce.js';
import { ClaimBooks } from './claim-books.js';
import { announceClawedBack, announceSettled } from './claim-news.js';

/** Out of what the platform holds for the client, or by the client from an account of its own. */
export const REPAYMENT_SOURCES = ['client_funds', 'own_account'] as const;
type RepaymentSource = (typeof REPAYMENT_SOURCES)[number];

/** How a recovery was paid back. */
export interface Repayment {
  readonly bankReference: string;
  readonly paidOn: LocalDate;
  readonly from: RepaymentSource;
}

/** What the bureau wants back of refunds that it paid: taken note of, paid back, or set off against another refund. */
@Injectable()
export class Clawbacks {
  constructor(private readonly books: ClaimBooks) {}

  /** @returns false where this notice is known. The caller holds the claim, and stores it */
  async demand(tx: Tx, claim: Claim, demand: Demand, day: LocalDate): Promise<boolean> {
    if ((await clawbackByLetter(tx, demand.letter)) !== null) return false;
    await this.books.demanded(tx, claim, demand, day);
    await insertClawback(tx, claim.id, demand);
    claim.clawBack(demand.reason, tx);
    announceClawedBack(tx, claim, demand);
    return true;
  }

  /**
   * Notes that it was paid back, from the funds that are held for the client or by the client itself.
   * @throws ResourceNotFoundError, ClawbackSettledError, InvalidInputError, InsufficientFundsError
   */
  async repay(tx: Tx, claimId: string, number: number, { bankReference, paidOn, from }: Repayment): Promise<void> {
    const claim = await tx.lock(Claim, claimId);
    const clawback = (await clawbacksOf(tx, claimId)).find((each) => each.number === number);
    if (claim === null || clawback === undefined) throw new ResourceNotFoundError(SAY.no_such_clawback({ number }));
    tx.assertFresh(claim);
    if (clawback.state !== 'owed') {
      throw new ClawbackSettledError(SAY.clawback_settled({ day: clawback.settledOn ?? '' }));
    }
    const today = dateInZone(tx.now, CHINA);
    if (paidOn > today) {
      throw new InvalidInputError([{ pointer: '/paidOn', code: 'in_future', message: SAY.paid_later({ today }) }]);
    }
    await this.settle(tx, claim, clawback, { state: 'repaid', on: paidOn, bankReference }, from);
    await tx.store(Claim, claim);
  }

  /**
   * What the treasury kept of the payment of one claim for notices about others.
   * @throws NoticeNotHeardYetError for a notice that has not come: messages are not ordered
   */
  async setOff(tx: Tx, paid: Claim, kept: readonly SetOff[], on: LocalDate): Promise<void> {
    for (const { letter } of kept) {
      const clawback = await clawbackByLetter(tx, letter);
      if (clawback === null) throw new NoticeNotHeardYetError(SAY.notice_unknown({ letter }));
      if (clawback.state !== 'owed' || clawback.claimId === paid.id) continue;
      const claim = await tx.lock(Claim, clawback.claimId);
      if (claim === null) throw new Error(`There is no claim ${clawback.claimId}`);
      await this.settle(tx, claim, clawback, { state: 'set_off', on, setOffBy: paid.id });
      await tx.store(Claim, claim);
    }
  }

  private async settle(
    tx: Tx,
    claim: Claim,
    clawback: Clawback,
    settlement: Settlement,
    source: RepaymentSource = 'client_funds',
  ): Promise<void> {
    const { state: from } = claim;
    await this.books.returned(tx, claim, clawback, settlement.on, source === 'client_funds');
    await settleClawback(tx, clawback, settlement);
    const isOwedMore = (await clawbacksOf(tx, claim.id)).some(({ state }) => state === 'owed');
    if (!isOwedMore) claim.settle(tx);
    note(tx, 'settle', claim, from, { number: clawback.number, how: settlement.state });
    announceSettled(tx, claim, clawback, settlement.state);
  }
}
