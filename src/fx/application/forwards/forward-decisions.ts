import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals } from '../../../approvals/index.js';
import { type ApprovalStanding } from '../../../kernel/approval-standing.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { type Reason, reasonOf, type Sentence } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { BoardStaleError } from '../../domain/conversions/quote.errors.js';
import { isWithin } from '../../domain/conversions/rate-bound.js';
import { CurveStaleError } from '../../domain/forwards/forward.errors.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { SAY as FX } from '../../domain/fx.sentences.js';
import { Forward } from '../../entities/forward.entity.js';
import { type ForwardQuote } from '../../entities/forward-quote.entity.js';
import { Cover } from './cover.js';
import { announceLapsed, noteForward } from './forward-news.js';
import { ForwardQuotes } from './forward-quotes.js';
import { contractingOf, Forwards } from './forwards.js';

/** Makes the contract that a second person has approved, at a price of then, or lets it lapse: whole or not at all. */
@Injectable()
export class ForwardDecisions {
  constructor(
    private readonly forwards: Forwards,
    private readonly quotes: ForwardQuotes,
    private readonly cover: Cover,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
  ) {}

  /**
   * News of an earlier request changes nothing, nor does hearing the same again.
   * @throws BoardStaleError, CurveStaleError when there is nothing fresh to price from
   */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const known = await tx.find(Forward, subjectId);
    if (known?.state !== 'awaiting_approval') return;
    // The debt before what is sold of it, as everybody takes them.
    const refusal = state === 'approved' ? await this.refusalOf(() => this.assertCover(tx, known)) : null;
    const forward = await tx.lock(Forward, subjectId);
    const standing = forward?.approval;
    if (forward?.state !== 'awaiting_approval' || standing?.id !== approvalId) return;
    if (state !== 'approved') {
      this.lapse(tx, forward, why ?? reasonOf([FX.no_reason_given]), { ...standing, state, why });
    } else if (refusal !== null) {
      await this.giveUp(tx, forward, refusal);
    } else {
      await this.carryOut(tx, forward);
    }
    await tx.store(Forward, forward);
  }

  private assertCover(tx: Tx, forward: Forward): Promise<void> {
    return this.cover.assertLeft(tx, forward);
  }

  private async carryOut(tx: Tx, forward: Forward): Promise<void> {
    const offered = await this.offer(tx, forward);
    if ('code' in offered) {
      await this.giveUp(tx, forward, offered);
      return;
    }
    const awaited = await this.approvals.gate(tx, contractingOf(forward));
    if (awaited !== null) {
      forward.stand(awaited, tx.now);
      return;
    }
    const { id: quoteId, contract } = await this.quotes.use(tx, offered.id, { purpose: 'new', forwardId: null });
    forward.reprice({ quoteId, rate: contract.rate, bankRate: contract.bankRate, deposit: contract.deposit });
    await this.forwards.request(tx, forward, forward.state);
  }

  /** A price of now that is within what was approved, and a deposit that is there; else what stands in the way. */
  private async offer(tx: Tx, forward: Forward): Promise<ForwardQuote | Sentence> {
    const { side, amount, worstRate, unit, validUntil, partyId } = forward;
    if (validUntil !== null && validUntil <= tx.now) return SAY.time_over({ validUntil: validUntil.toISOString() });
    const found: { quote?: ForwardQuote } = {};
    const refusal = await this.refusalOf(async () => {
      const { orderId, startsOn, dueOn } = forward;
      const days = { startsOn, dueOn };
      found.quote = await this.quotes.give(tx, { purpose: 'new', side, orderId, partyId, amount, days });
    });
    if (refusal !== null || found.quote === undefined) return refusal ?? SAY.no_such_quote;
    const { rate, deposit } = found.quote.contract;
    if (!isWithin(side, { rate, unit }, { rate: worstRate, unit })) {
      return SAY.rate_moved_away({ rate: rate.toFixed(), worst: worstRate.toFixed() });
    }
    const { available } = await this.ledger.balance(tx, { code: 'client_funds', partyId, currency: deposit.currency });
    return deposit.isMoreThan(available) ? SAY.deposit_is_gone : found.quote;
  }

  /** What a rule has against it, in a sentence; null where nothing has. Nothing fresh to price from is no refusal. */
  private async refusalOf(work: () => Promise<void>): Promise<Sentence | null> {
    try {
      await work();
      return null;
    } catch (error) {
      const isRule = error instanceof DomainError && !(error instanceof BoardStaleError);
      if (!isRule || error instanceof CurveStaleError) throw error;
      return error.sentence;
    }
  }

  /** It was approved, and is not to be had. */
  private async giveUp(tx: Tx, forward: Forward, sentence: Sentence): Promise<void> {
    await this.approvals.dismiss(tx, forward.approval);
    this.lapse(tx, forward, reasonOf([sentence]), null);
  }

  private lapse(tx: Tx, forward: Forward, why: Reason, standing: ApprovalStanding | null): void {
    const { state: from } = forward;
    forward.lapse(why, standing, tx.now);
    announceLapsed(tx, forward, why);
    noteForward(tx, forward, 'lapsed', from);
  }
}
