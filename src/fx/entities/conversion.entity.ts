import { Check, Entity, Index } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { type Versioned } from '../../platform/database/session.js';
import { CONVERSION, type ConversionCommand } from '../domain/conversions/conversion-status.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { type DealtAmounts } from '../domain/conversions/price-change.js';
import { ConversionColumns } from './conversion.columns.js';
import {
  amounts,
  type Bound,
  type Contracted,
  figuresOf,
  type NewConversion,
  nothingYet,
} from './conversion-figures.js';
import { type Quote } from './quote.entity.js';

/** One exchange of a client's money, booked at a quote and dealt with the bank at its board's price. */
@Entity({ schema: 'fx', name: 'conversion' })
@Index('uq_conversion_quote', ['tenantId', 'quoteId'], { unique: true })
@Check('ck_conversion_state', oneOf('state', CONVERSION.states))
export class Conversion extends ConversionColumns implements Versioned {
  /** What somebody wants, before it is booked; the quote says what it would come to. */
  static intend(facts: NewConversion & Bound & { quote: Quote }): Conversion {
    const { quote, now, worstRate, validUntil, ...plain } = facts;
    const { partyId, orderId } = quote;
    return Object.assign(new Conversion(), plain, {
      ...nothingYet(now),
      ...figuresOf(quote),
      partyId,
      orderId,
      plannedMinor: null,
      state: 'awaiting_approval' as const,
      worstRate,
      validUntil,
    });
  }

  /** Money that came in CNY is as good as converted: the order goes on as after a settled conversion, at 1 for 1. */
  static atPar(
    facts: NewConversion & { partyId: string; orderId: string; amount: Money; valueDate: LocalDate },
  ): Conversion {
    const { amount, now, ...plain } = facts;
    const one = new Decimal(1);
    const margin = Money.zero(HOME);
    return Object.assign(new Conversion(), plain, {
      ...amounts({ sold: amount, bought: amount, bankSell: amount, bankBuy: amount, margin }),
      ...nothingYet(now),
      quoteId: null,
      rate: one,
      boardRate: one,
      unit: one,
      plannedMinor: null,
      state: 'settled' as const,
      valueDate: plain.valueDate,
    });
  }

  /** A part of a forward, delivered at the contract's rate: booked, and the bank is to be told. */
  static underForward(
    facts: NewConversion &
      Contracted & { forwardId: string; partyId: string; orderId: string | null; expectedBy: Date },
  ): Conversion {
    const { sold, bought, bankSell, bankBuy, planned, expectedBy, now, ...plain } = facts;
    const margin = sold.currency === HOME ? sold.minus(bankSell) : bankBuy.minus(bought);
    return Object.assign(new Conversion(), nothingYet(now), plain, {
      ...amounts({ sold, bought, bankSell, bankBuy, margin }),
      quoteId: null,
      plannedMinor: planned?.minor ?? null,
      state: 'booked' as const,
      expectedBy,
    });
  }

  /** At this quote, whatever it would have come to before. @throws IllegalTransitionError once it is booked or lapsed */
  book({
    quote,
    planned,
    expectedBy,
    now,
  }: {
    quote: Quote;
    planned: Money | null;
    expectedBy: Date;
    now: Date;
  }): void {
    this.become('book', now, { ...figuresOf(quote), plannedMinor: planned?.minor ?? null, approval: null });
    this.waitUntil(expectedBy, now);
  }

  bookedAs(transferId: string): void {
    Object.assign(this, { transferId });
  }

  /** A second person is asked. */
  stand(approval: ApprovalStanding, now: Date): void {
    Object.assign(this, { approval, updatedAt: now });
  }

  /** @throws IllegalTransitionError unless it waits */
  lapse({ reason, causes }: Reason, approval: ApprovalStanding | null, now: Date): void {
    this.become('lapse', now, { reason, causes: causes ?? null, approval });
  }

  /** The bank has dealt for a later day. @throws IllegalTransitionError unless it is booked */
  deal({ dealId, expectedBy, now }: { dealId: string; expectedBy: Date; now: Date }): void {
    this.become('deal', now, { dealId });
    this.waitUntil(expectedBy, now);
  }

  /** The bank is asked for a change. @throws IllegalTransitionError unless it is dealt */
  change(
    kind: 'amend' | 'cancel',
    { changeId, expectedBy, now }: { changeId: string; expectedBy: Date; now: Date },
  ): void {
    this.become(kind, now, { changeId });
    this.waitUntil(expectedBy, now);
  }

  /** It goes on, changed or as it was. @throws IllegalTransitionError unless a change was asked for */
  keep(facts: { valueDate: LocalDate; expectedBy: Date; now: Date; dealt?: DealtAmounts; share?: Decimal }): void {
    const { valueDate, expectedBy, now, dealt, share } = facts;
    const plannedMinor = this.plannedPart(share);
    this.become('keep', now, {
      changeId: null,
      valueDate,
      plannedMinor,
      ...(dealt === undefined ? {} : amounts(dealt)),
    });
    this.waitUntil(expectedBy, now);
  }

  /** It is called off. @throws IllegalTransitionError unless a change was asked for */
  drop(now: Date): void {
    this.become('drop', now, { changeId: null });
  }

  /** @throws IllegalTransitionError unless it is booked or dealt */
  settle({ dealId, valueDate, now }: { dealId: string; valueDate: LocalDate; now: Date }): void {
    this.become('settle', now, { dealId, valueDate });
  }

  /** @throws IllegalTransitionError unless it is booked */
  fail(reason: string, now: Date): void {
    this.become('fail', now, { reason });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  /** Of more or less of the same, that much more or less was planned. */
  private plannedPart(share: Decimal | undefined): bigint | null {
    const { planned } = this;
    if (planned === null || share === undefined) return planned?.minor ?? null;
    return planned.times(share, 'half-up').minor;
  }

  private become(command: ConversionCommand, now: Date, facts: object): void {
    const state = CONVERSION.next(this.state, command);
    Object.assign(this, { state, expectedBy: null, updatedAt: now, ...facts });
  }
}
