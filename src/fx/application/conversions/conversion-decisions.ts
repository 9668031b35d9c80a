import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals } from '../../../approvals/index.js';
import { type ApprovalStanding } from '../../../kernel/approval-standing.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { type Reason, reasonOf, type Sentence } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { SAY } from '../../domain/fx.sentences.js';
import { BoardStaleError } from '../../domain/conversions/quote.errors.js';
import { isWithin } from '../../domain/conversions/rate-bound.js';
import { Conversion } from '../../entities/conversion.entity.js';
import { type Quote } from '../../entities/quote.entity.js';
import { Conversions } from './conversions.js';
import { convertingOf } from '../ordering.js';
import { Quotes } from './quotes.js';

/** Carries out what a second person has approved, at a price of then, or lets it lapse: in one transaction, whole or not at all. */
@Injectable()
export class ConversionDecisions {
  constructor(
    private readonly conversions: Conversions,
    private readonly quotes: Quotes,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
  ) {}

  /**
   * News of an earlier request changes nothing, nor does hearing the same again.
   * @throws BoardStaleError when there is no fresh board to quote from
   */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const known = await tx.find(Conversion, subjectId);
    if (known === null) return;
    // The debt before what is sold of it, as everybody takes them.
    const left = known.orderId === null ? known.sold : await this.conversions.leftOf(tx, known.orderId);
    const conversion = await tx.lock(Conversion, subjectId);
    const standing = conversion?.approval;
    if (conversion?.state !== 'awaiting_approval' || standing?.id !== approvalId) return;
    if (state !== 'approved') {
      this.lapse(tx, conversion, why ?? reasonOf([SAY.no_reason_given]), { ...standing, state, why });
    } else if (conversion.sold.isMoreThan(left)) {
      await this.giveUp(tx, conversion, SAY.less_is_left);
    } else {
      await this.carryOut(tx, conversion);
    }
    await tx.store(Conversion, conversion);
  }

  private async carryOut(tx: Tx, conversion: Conversion): Promise<void> {
    const offered = await this.offer(tx, conversion);
    if ('code' in offered) {
      await this.giveUp(tx, conversion, offered);
      return;
    }
    const awaited = await this.approvals.gate(tx, convertingOf(conversion));
    if (awaited !== null) conversion.stand(awaited, tx.now);
    else await this.conversions.book(tx, conversion, await this.quotes.use(tx, offered.id));
  }

  /** A price of now that is within what was approved; else what stands in the way. */
  private async offer(tx: Tx, conversion: Conversion): Promise<Quote | Sentence> {
    const { sold, bought, orderId, partyId, side, worst, validUntil, tenor } = conversion;
    if (validUntil !== null && validUntil <= tx.now) {
      return SAY.time_to_convert_over({ validUntil: validUntil.toISOString() });
    }
    const { available } = await this.ledger.balance(tx, { code: 'client_funds', partyId, currency: sold.currency });
    if (sold.isMoreThan(available)) return SAY.money_is_gone;
    const wish = { fixed: 'sell', amount: sold, buyCurrency: bought.currency } as const;
    try {
      const quote = await this.quotes.give(tx, { wish, orderId, partyId, tenor });
      if (isWithin(side, quote, worst)) return quote;
      return SAY.rate_moved_away({ rate: quote.rate.toFixed(), worst: worst.rate.toFixed() });
    } catch (error) {
      if (error instanceof BoardStaleError || !(error instanceof DomainError)) throw error;
      return error.sentence;
    }
  }

  /** It was approved, and is not to be had. */
  private async giveUp(tx: Tx, conversion: Conversion, sentence: Sentence): Promise<void> {
    await this.approvals.dismiss(tx, conversion.approval);
    this.lapse(tx, conversion, reasonOf([sentence]), null);
  }

  private lapse(tx: Tx, conversion: Conversion, why: Reason, standing: ApprovalStanding | null): void {
    const { id, orderId, state: from } = conversion;
    conversion.lapse(why, standing, tx.now);
    const { reason, causes } = why;
    publish(tx, {
      type: 'fx.conversion.lapsed',
      resource: { type: 'conversion', id },
      orderId,
      changed: ['state', 'reason'],
      data: { reason, ...(causes === undefined ? {} : { causes }) },
    });
    audit(tx, {
      action: 'conversion.lapsed',
      resourceType: 'conversion',
      resourceId: id,
      from,
      to: conversion.state,
      details: { reason },
    });
  }
}
