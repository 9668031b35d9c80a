import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { moveUnderMandate } from '../../platform/auth/mandates/mandate-limits.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { type Demand, type SetOff } from '../domain/bureau-news.js';
import {
  ClawbackNotDecidedYetError,
  ClawbackSettledError,
  ClawbackUnderWayError,
  NoticeNotHeardYetError,
} from '../domain/claim-life.errors.js';
import { SAY } from '../domain/claim-life.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import {
  type Clawback,
  clawbackByLetter,
  clawbacksOf,
  insertClawback,
  moveClawback,
  type Settlement,
  settleClawback,
} from '../entities/clawbacks.table.js';
import { note } from './announce.js';
import { ClaimBooks } from './claim-books.js';
import {
  announceClawedBack,
  announceRepaymentOrdered,
  announceRepaymentRefused,
  announceSettled,
} from './claim-news.js';

/** Out of what the platform holds for the client, or by the client from an account of its own. */
export const REPAYMENT_SOURCES = ['client_funds', 'own_account'] as const;
type RepaymentSource = (typeof REPAYMENT_SOURCES)[number];

/** Where the bureau wants it: an account of the treasury (国库), as its notice names it. */
export interface RepaymentOrder {
  readonly payee: { readonly name: string; readonly accountNumber: string; readonly cnaps: string };
  /** Stands behind the number of the notice in the text of the payment. */
  readonly note: string | null;
}

const REMITTANCE_MAX = 140;

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
   * @throws ResourceNotFoundError, ClawbackSettledError, ClawbackUnderWayError, InvalidInputError, InsufficientFundsError
   */
  async repay(tx: Tx, claimId: string, number: number, { bankReference, paidOn, from }: Repayment): Promise<void> {
    const { claim, clawback } = await this.owed(tx, claimId, number);
    const today = dateInZone(tx.now, CHINA);
    if (paidOn > today) {
      throw new InvalidInputError([{ pointer: '/paidOn', code: 'in_future', message: SAY.paid_later({ today }) }]);
    }
    await this.settle(tx, claim, clawback, { state: 'repaid', on: paidOn, bankReference }, from);
    await tx.store(Claim, claim);
  }

  /**
   * Orders it to be paid out of what the client has with the platform. Whether it is, the bank says.
   * @throws ResourceNotFoundError, ClawbackSettledError, ClawbackUnderWayError, MandateLimitError
   */
  async pay(tx: Tx, claimId: string, number: number, { payee, note }: RepaymentOrder): Promise<void> {
    const { claim, clawback } = await this.owed(tx, claimId, number);
    await moveUnderMandate(tx, clawback.amount);
    await moveClawback(tx, clawback, 'paying', null);
    claim.touch(tx.now);
    noteRepayment(tx, claim, 'order_repayment', number);
    const remittance = note === null ? clawback.letter : `${clawback.letter} ${note}`;
    announceRepaymentOrdered(tx, claim, clawback, { payee, remittance: remittance.slice(0, REMITTANCE_MAX) });
    await tx.store(Claim, claim);
  }

  /** The bank has paid it; the books know. */
  async paid(tx: Tx, claimId: string, number: number, settlement: Settlement): Promise<void> {
    const found = await this.paying(tx, claimId, number);
    if (found === null) return;
    await this.conclude(tx, found.claim, found.clawback, settlement);
    await tx.store(Claim, found.claim);
  }

  /** It was not paid, for certain: it is owed still. */
  async unpaid(tx: Tx, claimId: string, number: number, reason: string): Promise<void> {
    const found = await this.paying(tx, claimId, number);
    if (found === null) return;
    const { claim, clawback } = found;
    await moveClawback(tx, clawback, 'owed', reason);
    claim.touch(tx.now);
    noteRepayment(tx, claim, 'refuse_repayment', number);
    announceRepaymentRefused(tx, claim, clawback, reason);
    await tx.store(Claim, claim);
  }

  /**
   * What the treasury kept of the payment of one claim for notices about others.
   * @throws NoticeNotHeardYetError for a notice that has not come: messages are not ordered
   * @throws ClawbackNotDecidedYetError while the bank may pay it as well
   */
  async setOff(tx: Tx, paid: Claim, kept: readonly SetOff[], on: LocalDate): Promise<void> {
    for (const { letter } of kept) {
      const clawback = await clawbackByLetter(tx, letter);
      if (clawback === null) throw new NoticeNotHeardYetError(SAY.notice_unknown({ letter }));
      if (clawback.state === 'paying') throw new ClawbackNotDecidedYetError(SAY.clawback_undecided({ letter }));
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
    await this.books.returned(tx, claim, clawback, settlement.on, source === 'client_funds');
    await this.conclude(tx, claim, clawback, settlement);
  }

  private async conclude(tx: Tx, claim: Claim, clawback: Clawback, settlement: Settlement): Promise<void> {
    const { state: from } = claim;
    await settleClawback(tx, clawback, settlement);
    const isOwedMore = (await clawbacksOf(tx, claim.id)).some(({ state }) => state === 'owed' || state === 'paying');
    if (!isOwedMore) claim.settle(tx);
    note(tx, 'settle', claim, from, { number: clawback.number, how: settlement.state });
    announceSettled(tx, claim, clawback, settlement.state);
  }

  /** A recovery that somebody may settle. */
  private async owed(tx: Tx, claimId: string, number: number): Promise<{ claim: Claim; clawback: Clawback }> {
    const claim = await tx.lock(Claim, claimId);
    const clawback = await this.numbered(tx, claimId, number);
    if (claim === null || clawback === undefined) throw new ResourceNotFoundError(SAY.no_such_clawback({ number }));
    tx.assertFresh(claim);
    if (clawback.state === 'paying') throw new ClawbackUnderWayError(SAY.clawback_under_way({ number }));
    if (clawback.state !== 'owed') {
      throw new ClawbackSettledError(SAY.clawback_settled({ day: clawback.settledOn ?? '' }));
    }
    return { claim, clawback };
  }

  /** Null where nothing is waited for from the bank. */
  private async paying(tx: Tx, claimId: string, number: number): Promise<{ claim: Claim; clawback: Clawback } | null> {
    const claim = await tx.lock(Claim, claimId);
    const clawback = await this.numbered(tx, claimId, number);
    return claim === null || clawback?.state !== 'paying' ? null : { claim, clawback };
  }

  private async numbered(tx: Tx, claimId: string, number: number): Promise<Clawback | undefined> {
    return (await clawbacksOf(tx, claimId)).find((each) => each.number === number);
  }
}

function noteRepayment(
  tx: Tx,
  { id, state }: Claim,
  step: 'order_repayment' | 'refuse_repayment',
  number: number,
): void {
  const action = `tax_refund.claim.${step}`;
  audit(tx, { action, resourceType: 'claim', resourceId: id, from: state, to: state, details: { number } });
}
