import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { reasonIn } from '../../../kernel/sentence.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { DebtNotOverdueError, GuaranteeCallOpenError } from '../../domain/guarantee/guarantee.errors.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { GUARANTEE_CALL } from '../../domain/guarantee/call-status.js';
import { Advance } from '../../entities/advance.entity.js';
import { GuaranteeCall } from '../../entities/guarantee-call.entity.js';
import { GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { type GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { RecourseClaim } from '../../entities/recourse-claim.entity.js';
import { passTurnstile } from '../loan-grounds.js';
import { type CallPayment, CallRounds, type PaidBefore } from './call-rounds.js';
import { announceCall, announceCollected, announceFrozen, noteGroup } from './guarantee-news.js';
import { exposuresOf, lockGroup, owedOf, presentMembers, today } from './group-rows.js';

/** A call with what was paid for it, and what the defaulted member owes for that. */
export interface FullCall {
  readonly call: GuaranteeCall;
  readonly payments: readonly CallPayment[];
  readonly claims: readonly RecourseClaim[];
}

export interface CallFilter {
  readonly groupId?: string | undefined;
  readonly state?: string | undefined;
}

const PAYMENTS = `
  SELECT round_id AS "roundId", payer_id AS "payerId", source, amount_minor AS minor, currency
  FROM financing.guarantee_payment WHERE tenant_id = $1 AND call_id = $2 ORDER BY id LIMIT 1000`;
/** Of all rounds, however many there were: nobody pays above its liability. */
const PAID = `
  SELECT payer_id AS "payerId", source, sum(amount_minor)::text AS minor, currency
  FROM financing.guarantee_payment WHERE tenant_id = $1 AND call_id = $2 GROUP BY payer_id, source, currency`;

/** Overdue advances of members that are called on their group, until the lender has everything. */
@Injectable()
export class GuaranteeCalls {
  constructor(private readonly rounds: CallRounds) {}

  list(view: View, query: DatedPageQuery, { groupId, state }: CallFilter): Promise<Page<GuaranteeCall>> {
    const conditions = [...equal('group_id', groupId), ...among('state', state)];
    return entityPage(view, GuaranteeCall, { table: 'financing.guarantee_call', query, conditions });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullCall> {
    const payments = await paymentsOf(view, id);
    const where = { tenantId: view.tenantId, callId: id };
    const claims = await view.manager.find(RecourseClaim, { where, order: { id: 'ASC' }, take: 1_000 });
    // The call last: it is never older than what was paid for it.
    const call = await view.find(GuaranteeCall, id);
    if (call === null) throw new ResourceNotFoundError(SAY.no_such_call);
    return { call, payments, claims };
  }

  /**
   * Calls an overdue advance: freezes the group, and takes what can be had now.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, DebtNotOverdueError, GuaranteeCallOpenError,
   *   InsufficientFundsError, MandateLimitError
   */
  async open(tx: Tx, groupId: string, advanceId: string): Promise<FullCall> {
    const named = await tx.find(Advance, advanceId);
    if (named === null) throw new ResourceNotFoundError(SAY.no_advance);
    // The turnstiles, always in this order: the order's facts, the group, the advance.
    await passTurnstile(tx, named.subject);
    const group = await lockGroup(tx, groupId);
    tx.assertFresh(group);
    group.assertTakes('call', ['active', 'frozen']);
    const earlier = await tx.manager.findOneBy(GuaranteeCall, { tenantId: tx.tenantId, advanceId });
    if (earlier !== null) {
      throw new GuaranteeCallOpenError(SAY.call_open, { callId: publicId('guaranteeCall', earlier.id) });
    }
    const advance = await tx.lock(Advance, advanceId);
    const members = (await presentMembers(tx, groupId)).filter(({ state }) => state === 'active');
    const isMember = members.some(({ partyId }) => partyId === advance?.sellerId);
    if (advance?.isOwed !== true || !isMember || advance.daysOverdueOn(today(tx)) === 0) {
      throw new DebtNotOverdueError(SAY.not_overdue);
    }
    const call = await this.opened(tx, group, members, advance);
    await this.freeze(tx, group);
    await this.round(tx, { group, call, members, advance });
    return this.get(tx, call.id);
  }

  /**
   * Calls the remainder again on those who have something by now.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InsufficientFundsError, MandateLimitError
   */
  async collect(tx: Tx, id: string): Promise<FullCall> {
    const named = await tx.find(GuaranteeCall, id);
    if (named === null) throw new ResourceNotFoundError(SAY.no_such_call);
    await passTurnstile(tx, (await this.debtOf(tx, named)).subject);
    const group = await lockGroup(tx, named.groupId);
    const call = await tx.lock(GuaranteeCall, id);
    const advance = await tx.lock(Advance, named.advanceId);
    if (call === null || advance === null) throw new Error(`Call ${id} has lost its advance`);
    tx.assertFresh(call);
    GUARANTEE_CALL.next(call.state, 'collect');
    const members = (await presentMembers(tx, group.id)).filter(({ state }) => state === 'active');
    await this.round(tx, { group, call, members, advance });
    return this.get(tx, id);
  }

  private async debtOf(view: View, { id, advanceId }: GuaranteeCall): Promise<Advance> {
    const advance = await view.find(Advance, advanceId);
    if (advance === null) throw new Error(`Call ${id} has lost its advance`);
    return advance;
  }

  private async opened(
    tx: Tx,
    group: GuaranteeGroup,
    members: readonly GuaranteeMember[],
    advance: Advance,
  ): Promise<GuaranteeCall> {
    const ids = members.map(({ partyId }) => partyId);
    const owed = await exposuresOf(tx, ids, { currency: group.currency, day: today(tx) });
    const call = GuaranteeCall.open({
      ...{ tenantId: tx.tenantId, id: newId(), groupId: group.id, advanceId: advance.id, orderId: advance.orderId },
      ...{ partyId: advance.sellerId, due: owedOf(advance, today(tx)), now: tx.now },
      liability: Money.sum([...owed.values()], group.currency),
    });
    await tx.insert(GuaranteeCall, call);
    announceCall(tx, call);
    return call;
  }

  private async freeze(tx: Tx, group: GuaranteeGroup): Promise<void> {
    if (group.state === 'active') {
      group.freeze(reasonIn([SAY.called], 'en'), tx.now);
      announceFrozen(tx, group);
      noteGroup(tx, 'freeze', group, 'active');
    }
    group.touch(tx.now);
    await tx.store(GuaranteeGroup, group);
  }

  private async round(
    tx: Tx,
    of: {
      readonly group: GuaranteeGroup;
      readonly call: GuaranteeCall;
      readonly members: readonly GuaranteeMember[];
      readonly advance: Advance;
    },
  ): Promise<void> {
    const { call, advance } = of;
    // Paid meanwhile by the refund, or otherwise: then nothing is called.
    const due = advance.isOwed ? owedOf(advance, today(tx)) : Money.zero(call.due.currency);
    const paid = await paidBefore(tx, call.id);
    const { collected, shortfall } = await this.rounds.take(tx, { ...of, due, paid });
    await moveUnderMandate(tx, collected);
    call.collect(shortfall, tx.now);
    await tx.store(GuaranteeCall, call);
    announceCollected(tx, call, collected);
  }
}

interface PaidRow extends Omit<PaidBefore, 'amount'> {
  readonly minor: string;
  readonly currency: string;
}

async function paymentsOf(view: View, callId: string): Promise<CallPayment[]> {
  const rows = await view.query<PaidRow & { readonly roundId: string }>(PAYMENTS, [view.tenantId, callId]);
  return rows.map(({ minor, currency, ...rest }) => ({ ...rest, amount: Money.ofMinor(BigInt(minor), currency) }));
}

async function paidBefore(view: View, callId: string): Promise<PaidBefore[]> {
  const rows = await view.query<PaidRow>(PAID, [view.tenantId, callId]);
  return rows.map(({ minor, currency, ...rest }) => ({ ...rest, amount: Money.ofMinor(BigInt(minor), currency) }));
}
