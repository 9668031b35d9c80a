import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { type RateGroup } from '../domain/manufacturer-refund.js';
import { type Carried, carriedInto, neighbour, type PeriodOutcome, periodOutcome } from '../domain/period-outcome.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { type EarlierClaims, earlierClaims, openInPeriod } from '../entities/claim-lines.table.js';
import { TaxPeriod } from '../entities/tax-period.entity.js';

/** A month as it stands: what it comes to by the claims that were made in it so far. */
export interface StandingPeriod {
  readonly taxPeriod: TaxPeriod;
  readonly outcome: PeriodOutcome;
  /** Every claim of it is granted, and no export of it waits: its credit goes over into the next month. */
  readonly isSettled: boolean;
  /** What it means for the month after; null where that is not recorded. */
  readonly next: Carried | null;
}

/** The credit that a month starts with, and the month that it is from. */
export interface CarriedCredit {
  readonly carryForwardCredit: Money;
  readonly carriedFrom: string | null;
}

/** What the months of manufacturers come to, and what goes over from one into the next. */
@Injectable()
export class PeriodOutcomes {
  /** @throws ResourceNotFoundError */
  async standing(view: View, sellerId: string, period: string): Promise<StandingPeriod> {
    const taxPeriod = await this.find(view, sellerId, period);
    if (taxPeriod === null) throw new ResourceNotFoundError(SAY.no_such_period);
    const following = await this.find(view, sellerId, neighbour(period, 1));
    const { outcome, isSettled } = await this.reckon(view, taxPeriod);
    if (following === null) return { taxPeriod, outcome, isSettled, next: null };
    const claims = await earlierClaims(view, sellerId, following.period);
    const next = carriedInto(outcome, { ...carriedOf(following), isClaimed: claims.groups.length > 0 });
    return { taxPeriod, outcome, isSettled, next };
  }

  /**
   * What a month starts with where nobody says: what the month before leaves once it is settled; nothing where none is recorded.
   * @throws InvalidInputError while the month before is not settled
   */
  async carriedIn(tx: Tx, sellerId: string, period: string): Promise<CarriedCredit> {
    const before = await this.find(tx, sellerId, neighbour(period, -1));
    if (before === null) return { carryForwardCredit: Money.zero('CNY'), carriedFrom: null };
    const { outcome, isSettled } = await this.reckon(tx, before);
    if (isSettled) return { carryForwardCredit: outcome.carryForward, carriedFrom: before.period };
    const message = SAY.not_settled({ period: before.period, amount: outcome.carryForward.toString() });
    throw new InvalidInputError([{ pointer: '/carryForwardCredit', code: 'not_settled', message }]);
  }

  /** 上期结转需冲减的免抵退税额 of a month where nobody says: what the month before could not take off. */
  async reductionInto(tx: Tx, sellerId: string, period: string): Promise<Money> {
    const before = await this.find(tx, sellerId, neighbour(period, -1));
    return before === null ? Money.zero('CNY') : (await this.reckon(tx, before)).outcome.reductionForward;
  }

  /**
   * A correction has moved in a month: the months after it that took over what that left, and that no claim stands on, take over what it
   * leaves now, one after the other.
   */
  async carryOn(tx: Tx, sellerId: string, period: string): Promise<void> {
    let before = await this.locked(tx, sellerId, period);
    while (before !== null) {
      const next = await this.locked(tx, sellerId, neighbour(before.period, 1));
      if (next?.carriedFrom !== before.period) return;
      if ((await earlierClaims(tx, sellerId, next.period)).groups.length > 0) return;
      const { carryForward, reductionForward } = (await this.reckon(tx, before)).outcome;
      if (!next.carry(carryForward, reductionForward, tx.now)) return;
      await tx.store(TaxPeriod, next);
      audit(tx, {
        action: 'tax_refund.period.carry',
        resourceType: 'tax_period',
        resourceId: next.id,
        details: { from: before.period, credit: carryForward.toJSON(), reduction: reductionForward.toJSON() },
      });
      before = next;
    }
  }

  private async reckon(view: View, found: TaxPeriod): Promise<{ outcome: PeriodOutcome; isSettled: boolean }> {
    const { sellerId, period, domesticOutputVat, inputVat, carryForwardCredit, carriedReduction } = found;
    const [claims, open] = await Promise.all([
      earlierClaims(view, sellerId, period),
      openInPeriod(view, sellerId, period),
    ]);
    const claimedRefund = Money.ofMinor(claims.refundMinor, 'CNY');
    const groups = rateGroupsOf(claims);
    const account = { domesticOutputVat, inputVat, carryForwardCredit, carriedReduction, groups, claimedRefund };
    return { outcome: periodOutcome(account), isSettled: open === 0 };
  }

  private locked(tx: Tx, sellerId: string, period: string): Promise<TaxPeriod | null> {
    return tx.manager.findOne(TaxPeriod, {
      where: { tenantId: tx.tenantId, sellerId, period },
      lock: { mode: 'for_no_key_update' },
    });
  }

  private find(view: View, sellerId: string, period: string): Promise<TaxPeriod | null> {
    return view.manager.findOne(TaxPeriod, { where: { tenantId: view.tenantId, sellerId, period } });
  }
}

/** The exports of earlier claims by pair of rates. */
export function rateGroupsOf({ groups }: EarlierClaims): RateGroup[] {
  return groups.map((group) => ({
    fob: Money.ofMinor(BigInt(group.taxable_minor), 'CNY'),
    vatRate: new Decimal(group.vat_rate),
    refundRate: new Decimal(group.refund_rate),
    bondedMaterialValue: Money.ofMinor(BigInt(group.bonded_minor), 'CNY'),
  }));
}

function carriedOf({ period, carryForwardCredit, carriedReduction }: TaxPeriod) {
  return { period, carryForwardCredit, carriedReduction };
}
