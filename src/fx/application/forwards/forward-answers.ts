import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { ContradictoryStatusError } from '../../domain/bank-files/bank-message.errors.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { inHome } from '../../domain/forwards/price-forward.js';
import { FORWARD_MOVE } from '../../domain/forwards/forward-move-status.js';
import { nextAsk } from '../../domain/patience.js';
import { Forward } from '../../entities/forward.entity.js';
import { ForwardMove } from '../../entities/forward-move.entity.js';
import { askForwardMove, moveForward } from '../../jobs/forward.job.js';
import { type Deal } from '../../partners/bank.port.js';
import { type Ended } from '../../partners/forward-desk.port.js';
import { Receivables } from '../collections/receivables.js';
import { ConversionDeals } from '../conversions/conversion-deals.js';
import { FundReviews } from '../safe/fund-reviews.js';
import { atBank } from '../bank-account-of.js';
import { MarginCalls } from '../margins/margin-calls.js';
import { Cover } from './cover.js';
import { ForwardDues } from './forward-dues.js';
import { passFreed } from './forward-set-asides.js';
import { ForwardDeposits } from './forward-deposits.js';
import { bankResultEntry } from './forward-entries.js';
import { announceBooked, announceMove, announceMoveRefused, announceOverdue, noteForward } from './forward-news.js';
import { ForwardNotices } from './forward-notices.js';

/** A contract and the part of it that is with the bank. */
export interface Moving {
  readonly move: ForwardMove;
  readonly forward: Forward;
  readonly next: Forward | null;
}

interface Confirmed {
  readonly bankReference: string;
  readonly valueDate: LocalDate;
  readonly result: Money;
  readonly contractNumber: string | null;
}

/** What the bank says of parts of contracts: done, or not. */
@Injectable()
export class ForwardAnswers {
  constructor(
    private readonly deals: ConversionDeals,
    private readonly receivables: Receivables,
    private readonly cover: Cover,
    private readonly deposits: ForwardDeposits,
    private readonly notices: ForwardNotices,
    private readonly ledger: Ledger,
    private readonly reviews: FundReviews,
    private readonly dues: ForwardDues,
    private readonly margins: MarginCalls,
  ) {}

  /** @throws Error when there is no such part: our bug */
  async moving(view: View, moveId: string): Promise<Moving> {
    const move = await view.find(ForwardMove, moveId);
    const forward = move === null ? null : await view.find(Forward, move.forwardId);
    if (move === null || forward === null) throw new Error(`No forward move ${moveId}`);
    return { move, forward, next: move.nextId === null ? null : await view.find(Forward, move.nextId) };
  }

  /** The contract's number at the bank, to deliver it under. */
  async contractNumber(view: View, forwardId: string): Promise<string> {
    const number = (await view.find(Forward, forwardId))?.contractNumber ?? null;
    if (number === null) throw new Error(`Forward ${forwardId} was never booked`);
    return number;
  }

  /** The bank has taken a delivery. Hearing so again changes nothing. @throws ContradictoryStatusError */
  async recordDelivery(tx: Tx, conversionId: string, deal: Deal): Promise<void> {
    const moveId = await this.moveOf(tx, conversionId);
    const confirmed = { bankReference: deal.dealId, valueDate: deal.valueDate, contractNumber: null };
    const done = await this.recordDone(tx, moveId, { ...confirmed, result: Money.zero(HOME) });
    await this.deals.recordDeal(tx, conversionId, deal);
    if (done?.side === 'buy') await this.dues.pay(tx, done, conversionId);
  }

  /** The bank has not taken a delivery: the booking is reversed, and the amount is open again. */
  async recordDeliveryRefusal(tx: Tx, conversionId: string, why: { code: string; reason: string }): Promise<void> {
    const moveId = await this.moveOf(tx, conversionId);
    // What is reversed is there again to be held.
    await this.lock(tx, moveId);
    await this.deals.recordRefusal(tx, conversionId, why);
    await this.recordRefusal(tx, moveId, `${why.code}: ${why.reason}`);
  }

  /** @throws ContradictoryStatusError when it had refused before */
  async recordEnd(tx: Tx, moveId: string, ended: Ended, contractNumber: string | null): Promise<void> {
    await this.recordDone(tx, moveId, { ...ended, contractNumber });
  }

  /** The bank said no: what was booked is reversed, a contract that was to come is off, and the amount is open again. */
  async recordRefusal(tx: Tx, moveId: string, reason: string): Promise<void> {
    const { move, forward, next } = await this.lock(tx, moveId);
    if (!FORWARD_MOVE.allows(move.state, 'refuse')) return;
    move.refuse(reason, tx.now);
    await tx.store(ForwardMove, move);
    if (move.transferId !== null) {
      await this.ledger.reverse(tx, move.transferId, { key: `fx.forward-move-refused/${moveId}`, reason });
    }
    if (next !== null) {
      next.refuse(reason, tx.now);
      await this.deposits.release(tx, next);
      await tx.store(Forward, next);
      noteForward(tx, next, 'refused', 'requested');
    }
    forward.moveBack(move.amount, tx.now);
    const isUnpaid = forward.side === 'buy' && move.kind === 'delivery';
    await this.deposits.restore(tx, forward, isUnpaid ? inHome(move.amount, move.rate, forward.unit) : null);
    await tx.store(Forward, forward);
    announceMoveRefused(tx, forward, move);
    noteForward(tx, forward, 'move_refused', forward.state);
    await this.notices.expire(tx, forward);
  }

  /** Time is up: if it still waits, the bank is told again (it acts once), and somebody hears of it. */
  async chase(tx: Tx, moveId: string): Promise<void> {
    const { move, forward, next } = await this.lock(tx, moveId);
    if (move.state !== 'pending' || move.expectedBy === null) return;
    announceOverdue(tx, forward, move.state, move.expectedBy);
    const dueAt = nextAsk('deal', move.createdAt, tx);
    move.waitUntil(dueAt, tx.now);
    await tx.store(ForwardMove, move);
    if (next !== null) {
      next.waitUntil(dueAt, tx.now);
      await tx.store(Forward, next);
    }
    enqueue(tx, moveForward, { moveId });
    enqueue(tx, askForwardMove, { moveId }, { dueAt });
  }

  /** @returns the contract; null where it was known before */
  private async recordDone(tx: Tx, moveId: string, confirmed: Confirmed): Promise<Forward | null> {
    const { move, forward, next } = await this.lock(tx, moveId);
    const { bankReference, valueDate, contractNumber } = confirmed;
    if (move.state === 'refused') throw new ContradictoryStatusError(SAY.booked_contradicts, { bankReference });
    if (move.state !== 'pending') return null;
    const from = forward.state;
    move.confirm({ bankReference, valueDate, now: tx.now });
    await tx.store(ForwardMove, move);
    const entry = bankResultEntry(move, forward, confirmed, await atBank(tx, forward.partyId, HOME));
    if (entry !== null) await this.ledger.post(tx, entry);
    forward.settle(move.kind, move.amount, tx.now);
    const freed = await this.deposits.trim(tx, forward);
    await tx.store(Forward, forward);
    await this.margins.settleWith(tx, forward);
    passFreed(tx, forward, { causeId: moveId, freed });
    announceMove(tx, forward, move, next);
    noteForward(tx, forward, `${move.kind}_done`, from);
    if (next !== null && contractNumber !== null) await this.bookNext(tx, next, contractNumber);
    if (move.kind === 'close_out' && forward.side === 'sell') await this.free(tx, forward);
    return forward;
  }

  private async bookNext(tx: Tx, next: Forward, contractNumber: string): Promise<void> {
    next.book(contractNumber, tx.now);
    await tx.store(Forward, next);
    announceBooked(tx, next);
    noteForward(tx, next, 'booked', 'requested');
    await this.notices.schedule(tx, next);
  }

  /** What was kept back for a contract of an order that converts by itself is converted now. */
  private async free(tx: Tx, { orderId }: Forward): Promise<void> {
    const receivable = orderId === null ? null : await this.receivables.lock(tx, orderId);
    if (receivable !== null) await this.reviews.judge(tx, receivable);
  }

  private async moveOf(tx: Tx, conversionId: string): Promise<string> {
    const move = await tx.manager.findOneByOrFail(ForwardMove, { tenantId: tx.tenantId, conversionId });
    return move.id;
  }

  /** The contract before its parts, as everybody takes them. */
  private async lock(tx: Tx, moveId: string): Promise<Moving> {
    const { move: known, forward: sold } = await this.moving(tx, moveId);
    // The debt before what is sold of it, as everybody takes them.
    await this.cover.hold(tx, sold);
    const forward = await tx.lock(Forward, known.forwardId);
    const next = known.nextId === null ? null : await tx.lock(Forward, known.nextId);
    const move = await tx.lock(ForwardMove, moveId);
    if (move === null || forward === null) throw new Error(`No forward move ${moveId}`);
    return { move, forward, next };
  }
}
