import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { addDays, CHINA, dateInZone, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { limitReasons } from '../../domain/insurance/cover.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { type PremiumRate } from '../../domain/insurance/cover-terms.js';
import { rateOf } from '../../domain/insurance/premium.js';
import { BuyerLimit } from '../../entities/buyer-limit.entity.js';
import { InsurancePolicy } from '../../entities/insurance-policy.entity.js';
import { limitFor, valueInYuan } from './insured-order.js';

/** A shipment that shall be declared. */
export interface WantedShipment {
  readonly order: OrderSnapshot;
  readonly shippedOn: LocalDate;
  /** Null: by the terms of payment of the limit. */
  readonly dueOn: LocalDate | null;
}

/** A shipment that can be insured: its limit is held, and nothing of it taken yet. */
export interface AssessedShipment {
  readonly policy: InsurancePolicy;
  readonly limit: BuyerLimit;
  readonly rate: PremiumRate;
  readonly dueOn: LocalDate;
  readonly amount: Money;
}

/** What it takes to insure a shipment, or every reason why it cannot be. */
export async function assessShipment(tx: Tx, wanted: WantedShipment): Promise<AssessedShipment | readonly Sentence[]> {
  const { order, shippedOn } = wanted;
  const limitId = await limitFor(tx, order, shippedOn);
  // Held: of two shipments one waits until the other has taken its part.
  const limit = limitId === null ? null : await tx.lock(BuyerLimit, limitId);
  if (limit === null) return [SAY.no_limit];
  const policy = await tx.find(InsurancePolicy, limit.policyId);
  if (policy === null) throw new Error(`The policy of limit ${limit.id} is gone`);
  const dueOn = wanted.dueOn ?? addDays(shippedOn, limit.tenorDays);
  const tenorDays = daysBetween(shippedOn, dueOn);
  const rate = rateOf(policy.terms, limit.country, tenorDays);
  const amount = valueInYuan(order);
  const today = dateInZone(tx.now, CHINA);
  const reasons = [
    ...orderReasons(order),
    ...limitReasons(limit, shippedOn),
    ...dayReasons({ policy, shippedOn, today }),
    ...termReasons({ policy, limit, tenorDays }),
    ...(rate === null ? [SAY.country_not_covered({ country: limit.country, days: tenorDays })] : []),
  ];
  if (reasons.length > 0 || rate === null) return reasons;
  if (Money.min(amount, limit.free).isZero()) return [SAY.limit_used_up({ granted: String(limit.granted) })];
  return { policy, limit, rate, dueOn, amount };
}

function orderReasons({ state }: OrderSnapshot): readonly Sentence[] {
  return state === 'draft' || state === 'cancelled' ? [SAY.order_over] : [];
}

function dayReasons(of: {
  readonly policy: InsurancePolicy;
  readonly shippedOn: LocalDate;
  readonly today: LocalDate;
}): readonly Sentence[] {
  const { policy, shippedOn, today } = of;
  const lastDay = addDays(shippedOn, policy.terms.declarationDays);
  return [
    ...(shippedOn > today ? [SAY.shipped_in_future] : []),
    ...(today > lastDay ? [SAY.declaration_late({ day: lastDay })] : []),
  ];
}

function termReasons(of: {
  readonly policy: InsurancePolicy;
  readonly limit: BuyerLimit;
  readonly tenorDays: number;
}): readonly Sentence[] {
  const { policy, limit, tenorDays } = of;
  if (tenorDays < 0) return [SAY.due_before_shipment];
  const days = Math.min(policy.terms.maximumTenorDays, limit.tenorDays);
  return tenorDays > days ? [SAY.tenor_too_long({ days })] : [];
}
