import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Approvals, type GuardedStep } from '../../../approvals/index.js';
import { type Decimal } from '../../../kernel/decimal.js';
import { newId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { ContradictoryStatusError } from '../../domain/bank-files/bank-message.errors.js';
import { isWithin, usualWorstRate } from '../../domain/conversions/rate-bound.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { inHome } from '../../domain/forwards/price-forward.js';
import { SAY as FX } from '../../domain/fx.sentences.js';
import { expectedBy, nextAsk } from '../../domain/patience.js';
import { Forward } from '../../entities/forward.entity.js';
import { ForwardMove } from '../../entities/forward-move.entity.js';
import { type ForwardQuote } from '../../entities/forward-quote.entity.js';
import { askForward, bookForward } from '../../jobs/forward.job.js';
import { Cover } from './cover.js';
import { passFreed } from './forward-set-asides.js';
import { ForwardDeposits } from './forward-deposits.js';
import { announceBooked, announceOverdue, announceRefused, inWords, noteForward } from './forward-news.js';
import { ForwardNotices } from './forward-notices.js';
import { ForwardQuotes } from './forward-quotes.js';

/** A contract at a quote, and how far it may go from that while it waits for somebody. */
export interface ForwardOrder {
  readonly quoteId: string;
  readonly worstRate?: Decimal | undefined;
  readonly validUntil?: Date | undefined;
}

export interface ForwardFilter {
  readonly orderId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly state?: string | undefined;
}

/** Contracts to sell an order's currency on a later day, or to buy what is owed on it: made at a quote, booked with the bank. */
@Injectable()
export class Forwards {
  constructor(
    private readonly quotes: ForwardQuotes,
    private readonly cover: Cover,
    private readonly deposits: ForwardDeposits,
    private readonly notices: ForwardNotices,
    private readonly approvals: Approvals,
  ) {}

  /**
   * Makes a contract: the deposit is held now, the bank is asked after that. Where the tenant's policy says so a second
   * person is asked first, and nothing is held meanwhile.
   * @throws ResourceNotFoundError, QuoteUsedError, QuoteExpiredError, OtherQuoteError, InvalidInputError, MandateLimitError
   * @throws OverHedgedError when the order does not bring so much, or its seller does not owe it
   * @throws InsufficientFundsError when the client has too little CNY for the deposit
   */
  async contract(tx: Tx, { quoteId, worstRate, validUntil }: ForwardOrder): Promise<Forward> {
    const quote = await this.quotes.use(tx, quoteId, { purpose: 'new', forwardId: null });
    const { side, amount, unit, orderId, partyId, contract } = quote;
    const bound = boundOf(quote, { worstRate, validUntil }, tx.now);
    await this.cover.assertLeft(tx, { orderId, partyId, side, amount });
    await moveUnderMandate(tx, amount, inHome(amount, contract.rate, unit));
    const facts = { tenantId: tx.tenantId, id: newId(), rolledFrom: null, now: tx.now };
    const forward = Forward.intend({ ...facts, ...contract, ...bound, quoteId, partyId, orderId, amount, unit });
    const awaited = await this.approvals.gate(tx, contractingOf(forward));
    if (awaited === null) {
      await this.request(tx, forward, null);
    } else {
      forward.stand(awaited, tx.now);
      noteForward(tx, forward, 'asked', null);
    }
    await tx.insert(Forward, forward);
    return forward;
  }

  /** Holds the deposit and has the bank asked; the caller keeps the row. @throws InsufficientFundsError */
  async request(tx: Tx, forward: Forward, from: string | null): Promise<void> {
    const dueAt = expectedBy('deal', tx);
    await this.deposits.keep(tx, forward);
    forward.request(dueAt, tx.now);
    noteForward(tx, forward, 'requested', from);
    enqueue(tx, bookForward, { forwardId: forward.id });
    enqueue(tx, askForward, { forwardId: forward.id }, { dueAt });
  }

  /**
   * The bank has booked the contract. Hearing so again changes nothing.
   * @throws ContradictoryStatusError when it had refused before
   */
  async recordBooked(tx: Tx, id: string, contractNumber: string): Promise<void> {
    const forward = await tx.lock(Forward, id);
    if (forward?.state === 'refused') throw new ContradictoryStatusError(SAY.booked_contradicts, { contractNumber });
    if (forward?.state !== 'requested') return;
    forward.book(contractNumber, tx.now);
    await tx.store(Forward, forward);
    announceBooked(tx, forward);
    noteForward(tx, forward, 'booked', 'requested');
    await this.notices.schedule(tx, forward);
  }

  /** The bank said no: the deposit is free again. */
  async recordRefusal(tx: Tx, id: string, reason: string): Promise<void> {
    const forward = await tx.lock(Forward, id);
    if (forward?.state !== 'requested') return;
    forward.refuse(reason, tx.now);
    const freed = await this.deposits.release(tx, forward);
    await tx.store(Forward, forward);
    passFreed(tx, forward, { causeId: id, freed });
    announceRefused(tx, forward, reason);
    noteForward(tx, forward, 'refused', 'requested');
  }

  /** Time is up: if it still waits, the bank is asked again (it books once), and somebody is told. */
  async chase(tx: Tx, id: string): Promise<void> {
    const forward = await tx.lock(Forward, id);
    if (forward?.state !== 'requested' || forward.expectedBy === null) return;
    announceOverdue(tx, forward, forward.state, forward.expectedBy);
    const dueAt = nextAsk('deal', forward.createdAt, tx);
    forward.waitUntil(dueAt, tx.now);
    await tx.store(Forward, forward);
    enqueue(tx, bookForward, { forwardId: id });
    enqueue(tx, askForward, { forwardId: id }, { dueAt });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Forward> {
    const forward = await view.find(Forward, id);
    if (forward === null) throw new ResourceNotFoundError(SAY.no_such_forward);
    return forward;
  }

  list(view: View, query: PageQuery, { orderId, partyId, state }: ForwardFilter): Promise<Page<Forward>> {
    const conditions = [...equal('order_id', orderId), ...equal('party_id', partyId), ...among('state', state)];
    return entityPage(view, Forward, { table: 'fx.forward', query, conditions });
  }

  /** What became of contracts, part by part, in order. */
  movesOf(view: View, forwardIds: readonly string[]): Promise<ForwardMove[]> {
    const where = { tenantId: view.tenantId, forwardId: In([...forwardIds]) };
    return view.manager.find(ForwardMove, { where, order: { id: 'ASC' } });
  }
}

/** The contract, for the gate: what is approved is this much of this order for these days, at no worse a rate, and in time. */
export function contractingOf(forward: Forward): GuardedStep {
  const { id, side, orderId, partyId, amount, startsOn, dueOn, unit, validUntil, deposit, approval } = forward;
  const worstRate = forward.worstRate.toFixed();
  return {
    command: 'fx.forward',
    subjectId: id,
    orderId,
    amount,
    essentials: {
      ...(side === 'buy' ? { side } : {}),
      ...{ partyId, orderId, amount: amount.toJSON(), startsOn, dueOn, worstRate, unit: unit.toFixed() },
      validUntil: validUntil?.toISOString() ?? null,
    },
    summary: (side === 'buy' ? SAY.approve_forward_purchase : SAY.approve_forward)({
      amount: inWords(amount),
      dueOn: startsOn === dueOn ? dueOn : `${startsOn} – ${dueOn}`,
      worst: worstRate,
      unit: `${unit.toFixed()} ${amount.currency}`,
      deposit: inWords(deposit),
    }),
    standing: approval,
  };
}

function boundOf(
  { contract: { rate }, side, unit }: ForwardQuote,
  { worstRate, validUntil }: Pick<ForwardOrder, 'worstRate' | 'validUntil'>,
  now: Date,
): { readonly worstRate: Decimal; readonly validUntil: Date | null } {
  const check = new InputCheck();
  if (worstRate !== undefined) {
    const takesQuote = isWithin(side, { rate, unit }, { rate: worstRate, unit });
    check.that(takesQuote, '/worstRate', 'range', FX.worst_rate_better({ rate: rate.toFixed() }));
  }
  check.that(validUntil === undefined || validUntil > now, '/validUntil', 'past', FX.instant_to_come);
  check.done();
  return { worstRate: worstRate ?? usualWorstRate(side, rate), validUntil: validUntil ?? null };
}
