import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { SAY as OF_FORWARDS } from '../../domain/forwards/forward.sentences.js';
import { unsettledOf } from '../../domain/forwards/forward-parts.js';
import { ForwardNotBindingError, MarginCalledError } from '../../domain/margins/margin.errors.js';
import { SAY_MARGIN as SAY } from '../../domain/margins/margin.sentences.js';
import { MARGIN_CALL } from '../../domain/margins/margin-call-status.js';
import { Forward } from '../../entities/forward.entity.js';
import { MarginCall } from '../../entities/margin-call.entity.js';

export interface NewCall {
  readonly forwardId: string;
  readonly amount: Money;
  readonly dueOn: LocalDate;
  /** Of the bank's demand. */
  readonly bankReference: string;
}

/** What a loan on the margin of a forward brought. */
export interface LentMargin {
  readonly advanceId: string;
  readonly amount: Money;
}

export interface MarginFilter {
  readonly forwardId?: string | undefined;
  readonly state?: string | undefined;
}

const BINDING: ReadonlySet<string> = new Set(['booked', 'partly_delivered', 'overdue']);
const OPEN_OF = `
  SELECT id FROM fx.margin_call WHERE tenant_id = $1 AND forward_id = $2 AND state IN ('called', 'paid') ORDER BY id`;
const CALLED_OF = `
  SELECT id FROM fx.margin_call WHERE tenant_id = $1 AND forward_id = $2 AND state = 'called' ORDER BY due_on, id`;

/** Margin that banks call for forwards, on top of the deposit: demanded, held of the seller's money, given back. */
@Injectable()
export class MarginCalls {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Keeps a demand of the bank.
   * @throws ResourceNotFoundError, InvalidInputError, ForwardNotBindingError, MarginCalledError
   */
  async call(tx: Tx, { forwardId, amount, dueOn, bankReference }: NewCall): Promise<MarginCall> {
    const forward = await tx.lock(Forward, forwardId);
    if (forward === null) throw new ResourceNotFoundError(OF_FORWARDS.no_such_forward);
    const calledOn = dateInZone(tx.now, CHINA);
    const check = new InputCheck();
    check.amount(amount, '/amount', HOME);
    check.date(dueOn, '/dueOn');
    check.that(dueOn >= calledOn, '/dueOn', 'past', SAY.due_in_the_past);
    check.done();
    const { state, partyId, orderId } = forward;
    if (!BINDING.has(state)) throw new ForwardNotBindingError(SAY.not_binding({ state }), { state });
    const of = { tenantId: tx.tenantId, id: newId(), forwardId, partyId, orderId };
    const call = MarginCall.call({ ...of, amount, calledOn, dueOn, bankReference }, tx.now);
    try {
      await tx.insert(MarginCall, call);
    } catch (error) {
      if (!violates(error, 'uq_margin_call_reference')) throw error;
      throw new MarginCalledError(SAY.called_already({ reference: bankReference }));
    }
    announce(tx, call, 'called');
    note(tx, call, null);
    return call;
  }

  /**
   * It is held of the seller's money until the forward is over or the bank gives it back.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InsufficientFundsError
   */
  async pay(tx: Tx, id: string): Promise<MarginCall> {
    const call = await this.hold(tx, id);
    await this.keep(tx, call);
    return call;
  }

  /**
   * Money that was lent for the margin of a forward pays what was called, what is due first, first, each whole. What pays none,
   * because it was paid otherwise or the forward is over, goes back to who lent it, never to the seller: it is held until then.
   * @throws ResourceNotFoundError, InsufficientFundsError
   */
  async payFrom(tx: Tx, forwardId: string, { advanceId, amount }: LentMargin): Promise<void> {
    let left = amount;
    const forward = await tx.lock(Forward, forwardId);
    if (forward === null) throw new ResourceNotFoundError(OF_FORWARDS.no_such_forward);
    for (const { id } of await tx.query<{ id: string }>(CALLED_OF, [tx.tenantId, forwardId])) {
      const call = await tx.lock(MarginCall, id);
      if (call === null || call.amount.isMoreThan(left)) continue;
      await this.keep(tx, call);
      left = left.minus(call.amount);
    }
    if (!left.isZero()) await this.giveBack(tx, forward, { advanceId, amount: left });
  }

  private async giveBack(tx: Tx, forward: Forward, { advanceId, amount }: LentMargin): Promise<void> {
    const { id, partyId, orderId, parts } = forward;
    const account = { code: 'client_funds', partyId } as const;
    const holdId = await this.ledger.hold(tx, { key: `fx.margin-unused/${advanceId}`, account, amount, orderId });
    publish(tx, {
      type: 'fx.forward.margin_unused',
      resource: { type: 'forward', id },
      orderId,
      data: {
        ...{ advanceId: publicId('advance', advanceId), amount: amount.toJSON(), holdId: publicId('hold', holdId) },
        isOver: unsettledOf(parts).isZero(),
      },
    });
  }

  private async keep(tx: Tx, call: MarginCall): Promise<void> {
    const { id, state: from, partyId, orderId, amount } = call;
    MARGIN_CALL.next(from, 'pay');
    const account = { code: 'client_funds', partyId } as const;
    call.pay(await this.ledger.hold(tx, { key: `fx.margin-call/${id}`, account, amount, orderId }), tx.now);
    await tx.store(MarginCall, call);
    announce(tx, call, 'paid');
    note(tx, call, from);
  }

  /** The bank wants it no more, or has given it back. @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async release(tx: Tx, id: string): Promise<MarginCall> {
    const call = await this.hold(tx, id);
    await this.end(tx, call, 'release');
    return call;
  }

  /** The contract is over: what was called for it is owed no more, and what was held is free. The caller keeps the contract. */
  async settleWith(tx: Tx, { id, parts }: Pick<Forward, 'id' | 'parts'>): Promise<void> {
    if (!unsettledOf(parts).isZero()) return;
    for (const { id: callId } of await tx.query<{ id: string }>(OPEN_OF, [tx.tenantId, id])) {
      const call = await tx.lock(MarginCall, callId);
      if (call !== null) await this.end(tx, call, 'settle');
    }
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<MarginCall> {
    const call = await view.find(MarginCall, id);
    if (call === null) throw new ResourceNotFoundError(SAY.no_such_call);
    return call;
  }

  list(view: View, query: PageQuery, { forwardId, state }: MarginFilter): Promise<Page<MarginCall>> {
    const conditions = [...equal('forward_id', forwardId), ...among('state', state)];
    return entityPage(view, MarginCall, { table: 'fx.margin_call', query, conditions });
  }

  private async end(tx: Tx, call: MarginCall, command: 'release' | 'settle'): Promise<void> {
    const { state: from, holdId } = call;
    call.end(command, tx.now);
    if (holdId !== null) await this.ledger.voidHold(tx, holdId, { reason: `margin ${call.state}` });
    await tx.store(MarginCall, call);
    announceEnd(tx, call, command === 'release' ? 'released' : 'settled', from === 'paid');
    note(tx, call, from);
  }

  /** The contract before its calls, as everybody takes them. */
  private async hold(tx: Tx, id: string): Promise<MarginCall> {
    const { forwardId } = await this.get(tx, id);
    await tx.lock(Forward, forwardId);
    const call = await tx.lock(MarginCall, id);
    if (call === null) throw new ResourceNotFoundError(SAY.no_such_call);
    tx.assertFresh(call);
    return call;
  }
}

function announce(tx: Tx, call: MarginCall, what: 'called' | 'paid'): void {
  publish(tx, {
    ...{ type: `fx.margin_call.${what}`, resource: { type: 'marginCall', id: call.id }, orderId: call.orderId },
    ...(what === 'called' ? { creates: true } : { changed: ['state'] }),
    data: factsOf(call),
  });
}

function announceEnd(tx: Tx, call: MarginCall, what: 'released' | 'settled', wasHeld: boolean): void {
  const freed = wasHeld ? call.amount : Money.zero(call.amount.currency);
  publish(tx, {
    ...{ type: `fx.margin_call.${what}`, resource: { type: 'marginCall', id: call.id }, orderId: call.orderId },
    ...{ changed: ['state'], data: { ...factsOf(call), freed: freed.toJSON() } },
  });
}

function factsOf({ forwardId, partyId, amount, calledOn, dueOn }: MarginCall) {
  const of = { forwardId: publicId('forward', forwardId), sellerId: publicId('party', partyId) };
  return { ...of, amount: amount.toJSON(), calledOn, dueOn };
}

function note(tx: Tx, { id, state, bankReference }: MarginCall, from: string | null): void {
  const about = { resourceType: 'marginCall', resourceId: id, from, to: state };
  audit(tx, { action: `margin_call.${state}`, ...about, details: { bankReference } });
}
