import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Reason } from '../../../kernel/sentence.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { askAgainAt, expectedBy } from '../../domain/expectation.js';
import { COVER_CURRENCY } from '../../domain/insurance/cover-terms.js';
import { BUYER_LIMIT, type BuyerLimitCommand } from '../../domain/insurance/insurance-status.js';
import { BuyerLimitExistsError, UnreadableInsurerMessageError } from '../../domain/insurance/insurance.errors.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { rateOf } from '../../domain/insurance/premium.js';
import { BuyerLimit } from '../../entities/buyer-limit.entity.js';
import { type InsurancePolicy } from '../../entities/insurance-policy.entity.js';
import { ASK_BUYER_LIMIT, REQUEST_BUYER_LIMIT } from '../../jobs/insurance/insurance.job.js';
import { type LimitMessage } from '../../partners/insurance/insurer.port.js';
import { InsurancePolicies } from './insurance-policies.service.js';

export interface WantedLimit {
  readonly policyId: string;
  readonly buyerId: string;
  readonly amount: Money;
  /** The terms of payment that the buyer has. */
  readonly tenorDays: number;
}

const LIVE = `
  SELECT id FROM financing.buyer_limit
  WHERE tenant_id = $1 AND policy_id = $2 AND buyer_id = $3 AND state IN ('requested', 'granted')`;

/** Up to how much insurers answer for buyers. */
@Injectable()
export class BuyerLimits {
  constructor(
    private readonly policies: InsurancePolicies,
    private readonly parties: Parties,
  ) {}

  /**
   * Asks the insurer for a limit on one buyer.
   * @throws InvalidInputError, ResourceNotFoundError, BuyerLimitExistsError
   */
  async request(tx: Tx, wanted: WantedLimit): Promise<BuyerLimit> {
    const policy = await this.policies.get(tx, wanted.policyId);
    const country = await this.checked(tx, policy, wanted);
    const [live] = await tx.query<{ id: string }>(LIVE, [tx.tenantId, wanted.policyId, wanted.buyerId]);
    if (live !== undefined) throw exists(live.id);
    const { policyId, buyerId, amount: requested, tenorDays } = wanted;
    const key = { tenantId: tx.tenantId, id: newId(), policyId, sellerId: policy.sellerId, buyerId };
    const by = expectedBy(tx.now, tx.livemode);
    const limit = BuyerLimit.apply({ ...key, country, tenorDays, requested, expectedBy: by }, tx.now);
    try {
      await tx.insert(BuyerLimit, limit);
    } catch (error) {
      if (!violates(error, 'uq_buyer_limit_live')) throw error;
      throw exists(null);
    }
    enqueue(tx, REQUEST_BUYER_LIMIT, { limitId: limit.id });
    watch(tx, limit.id, by);
    publish(tx, {
      type: 'financing.buyer_limit.requested',
      resource: { type: 'buyerLimit', id: limit.id },
      creates: true,
      data: { ...whose(limit), requested: requested.toJSON() },
    });
    note(tx, limit, 'request');
    return limit;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<BuyerLimit> {
    const limit = await view.find(BuyerLimit, id);
    if (limit === null) throw new ResourceNotFoundError(SAY.no_such_limit);
    return limit;
  }

  list(
    view: View,
    query: PageQuery & { readonly state?: string | undefined },
    { sellerUuid, buyerUuid }: { readonly sellerUuid: string | undefined; readonly buyerUuid: string | undefined },
  ): Promise<Page<BuyerLimit>> {
    const conditions = [
      ...equal('seller_id', sellerUuid),
      ...equal('buyer_id', buyerUuid),
      ...among('state', query.state),
    ];
    return entityPage(view, BuyerLimit, { table: 'financing.buyer_limit', query, conditions });
  }

  /**
   * Applies what the insurer said. What was said before, or is older than what is known, changes nothing; of a limit that was
   * refused or revoked nothing more is heard.
   * @returns whether it was news
   */
  async record(tx: Tx, limitId: string, message: LimitMessage): Promise<boolean> {
    const limit = await tx.lock(BuyerLimit, limitId);
    if (limit === null) throw new UnreadableInsurerMessageError(SAY.nothing_named);
    const { kind, asOf, amount, why, limitNumber, validFrom, validUntil } = message;
    if (kind === 'received' || asOf === null) return false;
    if (amount !== undefined && amount.currency !== COVER_CURRENCY) {
      throw new UnreadableInsurerMessageError(SAY.other_currency, { amount: String(amount) });
    }
    const command = COMMANDS[kind];
    if (limit.isOld({ asOf }) || !BUYER_LIMIT.allows(limit.state, command)) return false;
    const from = limit.state;
    const reason = kind === 'granted' ? {} : why;
    limit.take(command, { limitNumber, validFrom, validUntil, amount, asOf, ...reason }, tx.now);
    await tx.store(BuyerLimit, limit);
    tell(tx, limit, command, why);
    note(tx, limit, command, from);
    return true;
  }

  /** The message could not be taken at all. */
  async recordRejected(tx: Tx, limitId: string, why: Reason): Promise<void> {
    const about = { about: 'limit', reference: publicId('buyerLimit', limitId), kind: 'refused' } as const;
    await this.record(tx, limitId, { ...about, why, asOf: tx.now });
  }

  /** The insurer was asked and had nothing new: say that it is late, and ask again later. */
  async noteSilence(tx: Tx, limitId: string, dueAt: string): Promise<void> {
    const limit = await tx.lock(BuyerLimit, limitId);
    if (limit?.state !== 'requested' || limit.expectedBy?.toISOString() !== dueAt) return;
    publish(tx, {
      type: 'financing.buyer_limit.overdue',
      resource: { type: 'buyerLimit', id: limit.id },
      data: { ...whose(limit), expectedBy: dueAt },
    });
    const next = askAgainAt(limit.asks, tx.now, tx.livemode);
    limit.noteAsked(next, tx.now);
    await tx.store(BuyerLimit, limit);
    // It may never have come to the insurer: it goes out again, under the same reference.
    enqueue(tx, REQUEST_BUYER_LIMIT, { limitId });
    watch(tx, limitId, next);
  }

  /** @returns the country of the buyer. @throws InvalidInputError */
  private async checked(tx: Tx, policy: InsurancePolicy, { buyerId, amount, tenorDays }: WantedLimit): Promise<string> {
    const buyer = await this.parties.find(tx, buyerId);
    const check = new InputCheck();
    check.amount(amount, '/amount', COVER_CURRENCY);
    const isBuyer = check.that(buyer?.kind === 'buyer', '/buyerId', 'unknown', SAY.unknown_party);
    const { validFrom: from, validTo: to, terms } = policy;
    check.that(dateInZone(tx.now, CHINA) <= to, '/policyId', 'over', SAY.policy_over({ from, to }));
    const { maximumTenorDays: days } = terms;
    check.that(tenorDays <= days, '/tenorDays', 'too_long', SAY.tenor_too_long({ days }));
    const country = buyer?.country ?? '';
    const isCovered = !isBuyer || rateOf(terms, country, tenorDays) !== null;
    check.that(isCovered, '/buyerId', 'not_covered', SAY.country_not_covered({ country, days: tenorDays }));
    check.done();
    return country;
  }
}

const COMMANDS: Readonly<Record<Exclude<LimitMessage['kind'], 'received'>, BuyerLimitCommand>> = {
  ...{ granted: 'grant', refused: 'refuse', reduced: 'reduce', revoked: 'revoke' },
};

function exists(id: string | null): BuyerLimitExistsError {
  return new BuyerLimitExistsError(SAY.limit_exists, id === null ? {} : { limitId: publicId('buyerLimit', id) });
}

function watch(tx: Tx, limitId: string, dueAt: Date): void {
  enqueue(tx, ASK_BUYER_LIMIT, { limitId, dueAt: dueAt.toISOString() }, { dueAt });
}

function whose({ policyId, sellerId, buyerId }: BuyerLimit): {
  readonly policyId: string;
  readonly sellerId: string;
  readonly buyerId: string;
} {
  return {
    policyId: publicId('insurancePolicy', policyId),
    sellerId: publicId('party', sellerId),
    buyerId: publicId('party', buyerId),
  };
}

function tell(tx: Tx, limit: BuyerLimit, command: BuyerLimitCommand, why: Reason): void {
  const about = { resource: { type: 'buyerLimit', id: limit.id }, changed: ['state', 'granted'] };
  const [granted, used] = [limit.granted.toJSON(), limit.used.toJSON()];
  const { validUntil } = limit;
  if (command === 'grant') {
    publish(tx, {
      ...{ type: 'financing.buyer_limit.granted', ...about },
      data: { ...whose(limit), requested: limit.requested.toJSON(), granted, validUntil },
    });
  } else if (command === 'reduce') {
    publish(tx, { type: 'financing.buyer_limit.reduced', ...about, data: { ...whose(limit), granted, used, ...why } });
  } else if (command === 'revoke') {
    publish(tx, { type: 'financing.buyer_limit.revoked', ...about, data: { ...whose(limit), used, ...why } });
  } else publish(tx, { type: 'financing.buyer_limit.refused', ...about, data: { ...whose(limit), ...why } });
}

function note(tx: Tx, { id, state, granted }: BuyerLimit, verb: string, from: string | null = null): void {
  audit(tx, {
    ...{ action: `financing.buyer_limit.${verb}`, resourceType: 'buyerLimit', resourceId: id, from, to: state },
    details: { granted: granted.toJSON() },
  });
}
