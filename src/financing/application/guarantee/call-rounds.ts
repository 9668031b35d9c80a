import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type Cascade, cascade } from '../../domain/guarantee/cascade.js';
import { poolShares } from '../../domain/guarantee/pool.js';
import { type Advance } from '../../entities/advance.entity.js';
import { type GuaranteeCall } from '../../entities/guarantee-call.entity.js';
import { type GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { RecourseClaim } from '../../entities/recourse-claim.entity.js';
import { Waterfalls } from '../waterfalls.service.js';
import { bookCalled } from './guarantee-books.js';
import { announceRecourse } from './guarantee-news.js';
import { today } from './group-rows.js';

/** What somebody paid in one round. */
export interface CallPayment {
  readonly roundId: string;
  readonly payerId: string;
  readonly source: 'own' | 'pool' | 'member';
  readonly amount: Money;
}

/** What somebody has paid for a call in all rounds together, from one source. */
export type PaidBefore = Omit<CallPayment, 'roundId'>;

interface Round {
  readonly group: GuaranteeGroup;
  readonly call: GuaranteeCall;
  /** The active ones. */
  readonly members: readonly GuaranteeMember[];
  readonly advance: Advance;
  /** What the lender is owed of the advance today. */
  readonly due: Money;
  /** What was paid for the call before. */
  readonly paid: readonly PaidBefore[];
}

interface Taken {
  readonly roundId: string;
  readonly fromPool: Money;
  /** Who pays how much, from where. */
  readonly payments: readonly PaidBefore[];
}

const PAY = `
  INSERT INTO financing.guarantee_payment (tenant_id, id, call_id, round_id, payer_id, source, amount_minor, currency, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** One round of a call: who can pay does, the lender gets it by the waterfall, and who paid has recourse. */
@Injectable()
export class CallRounds {
  constructor(
    private readonly ledger: Ledger,
    private readonly waterfalls: Waterfalls,
  ) {}

  /** On whom a debt would fall with what each has at hand. @param paid before, for the same debt */
  async fallsOn(
    view: View,
    {
      members,
      partyId,
      due,
      liability,
      paid,
    }: {
      readonly members: readonly GuaranteeMember[];
      readonly partyId: string;
      readonly due: Money;
      readonly liability: Money;
      readonly paid: readonly PaidBefore[];
    },
  ): Promise<Cascade> {
    const { currency } = due;
    const pool = Money.sum(
      members.map((member) => member.pool),
      currency,
    );
    const others = [];
    for (const { partyId: memberId, limit } of members) {
      if (memberId === partyId) continue;
      const before = paid.filter(({ payerId, source }) => payerId === memberId && source !== 'own');
      const spent = Money.sum(
        before.map(({ amount }) => amount),
        currency,
      );
      const funds = await this.fundsOf(view, memberId, currency);
      const most = Money.max(Money.zero(currency), Money.min(funds, liability.minus(spent)));
      others.push({ memberId, weight: limit, most });
    }
    return cascade({ amountDue: due, ownFunds: await this.fundsOf(view, partyId, currency), poolFunds: pool, others });
  }

  /** @throws InsufficientFundsError when somebody has spent meanwhile what it had */
  async take(tx: Tx, round: Round): Promise<{ readonly collected: Money; readonly shortfall: Money }> {
    const { call, members, due, paid } = round;
    const { partyId, liability } = call;
    const found = await this.fallsOn(tx, { members, partyId, due, liability, paid });
    const collected = due.minus(found.shortfall);
    if (collected.isZero()) return { collected, shortfall: found.shortfall };
    const parts = members.map((member) => ({ memberId: member.partyId, amount: member.pool }));
    const ofPool = poolShares(found.fromPool, parts, partyId);
    const taken: Taken = {
      ...{ roundId: newId(), fromPool: found.fromPool },
      payments: [
        { payerId: partyId, source: 'own' as const, amount: found.fromOwnFunds },
        ...ofPool.map(({ memberId, amount }) => ({ payerId: memberId, source: 'pool' as const, amount })),
        ...found.fromMembers.map(({ memberId, amount }) => ({ payerId: memberId, source: 'member' as const, amount })),
      ].filter(({ amount }) => !amount.isZero()),
    };
    await this.book(tx, round, taken);
    await this.keep(tx, round, taken);
    await this.waterfalls.take(tx, {
      ...{ source: 'guarantee', sourceId: taken.roundId, orderId: call.orderId, sellerId: partyId, amount: collected },
      advanceId: round.advance.id,
    });
    return { collected, shortfall: found.shortfall };
  }

  private async book(tx: Tx, { group, call }: Round, { roundId, fromPool, payments }: Taken): Promise<void> {
    const fromMembers = payments.filter(({ source }) => source === 'member');
    await bookCalled(this.ledger, tx, {
      ...{ roundId, orderId: call.orderId, groupId: group.id, debtorId: call.partyId, fromPool, valueDate: today(tx) },
      fromMembers: fromMembers.map(({ payerId, amount }) => ({ memberId: payerId, amount })),
    });
  }

  private async keep(tx: Tx, { group, call, members }: Round, { roundId, payments }: Taken): Promise<void> {
    for (const { payerId, source, amount } of payments) {
      const minor = amount.minor.toString();
      await tx.query(PAY, [
        ...[tx.tenantId, newId(), call.id, roundId, payerId, source, minor, amount.currency, tx.now],
      ]);
      const member = members.find(({ partyId }) => partyId === payerId);
      if (source === 'pool' && member !== undefined) {
        member.addToPool(amount.negated(), tx.now);
        await tx.store(GuaranteeMember, member);
      }
      // What the defaulted member paid itself, it owes to nobody.
      if (source === 'own' || payerId === call.partyId) continue;
      const claim = RecourseClaim.open({
        ...{ tenantId: tx.tenantId, id: newId(), groupId: group.id, callId: call.id, debtorId: call.partyId },
        ...{ creditorId: payerId, source, amount, now: tx.now },
      });
      await tx.insert(RecourseClaim, claim);
      announceRecourse(tx, claim);
    }
  }

  /** What a seller has that is free. */
  private async fundsOf(view: View, partyId: string, currency: string): Promise<Money> {
    const { available } = await this.ledger.balance(view, { code: 'client_funds', partyId, currency });
    return Money.max(Money.zero(currency), available);
  }
}
