import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type View } from '../../../platform/database/session.js';
import { assignmentReasons } from '../../domain/assignment/assignment-fact.js';
import { type AssignmentState } from '../../domain/assignment/assignment-status.js';
import { SAY_DISPUTE } from '../../domain/dispute/dispute.sentences.js';
import { freeOfLimit, limitReasons } from '../../domain/insurance/cover.js';
import { COVER_CURRENCY, shareOf } from '../../domain/insurance/cover-terms.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { BuyerLimit } from '../../entities/buyer-limit.entity.js';
import { InsurancePolicy } from '../../entities/insurance-policy.entity.js';
import { ShipmentDeclaration } from '../../entities/shipment-declaration.entity.js';

/** What is known of the insurance of an order's receivable. */
export interface CoverFact {
  /** Why nothing is lent on it; empty where it is insured. */
  readonly reasons: readonly Sentence[];
  /** What the insurer would bear of a commercial loss; null where it is not insured. */
  readonly insured: Money | null;
}

const LIMIT_OF = `
  SELECT l.id FROM financing.buyer_limit l
  JOIN financing.insurance_policy p ON p.tenant_id = l.tenant_id AND p.id = l.policy_id
  WHERE l.tenant_id = $1 AND l.seller_id = $2 AND l.buyer_id = $3 AND $4 BETWEEN p.valid_from AND p.valid_to
  ORDER BY l.state = 'granted' DESC, l.id DESC LIMIT 1`;

const DECLARED = `
  SELECT id FROM financing.shipment_declaration
  WHERE tenant_id = $1 AND order_id = $2 ORDER BY state = 'refused', id DESC LIMIT 1`;

const ASSIGNED = `
  SELECT state FROM financing.receivable_assignment
  WHERE tenant_id = $1 AND order_id = $2 ORDER BY state = 'released', id DESC LIMIT 1`;

const AUTOMATIC = `
  SELECT id FROM financing.insurance_policy
  WHERE tenant_id = $1 AND seller_id = $2 AND $3 BETWEEN valid_from AND valid_to AND declares_itself ORDER BY id DESC LIMIT 1`;

/** The limit that covers what a seller ships to a buyer on a day: a granted one before all others. */
export async function limitFor(view: View, { seller, buyer }: OrderSnapshot, day: LocalDate): Promise<string | null> {
  const [row] = await view.query<{ id: string }>(LIMIT_OF, [view.tenantId, seller.id, buyer.id, day]);
  return row?.id ?? null;
}

/** The policy of a seller by which shipments of a day are declared by themselves. */
export async function automaticPolicy(view: View, sellerId: string, day: LocalDate): Promise<string | null> {
  const [row] = await view.query<{ id: string }>(AUTOMATIC, [view.tenantId, sellerId, day]);
  return row?.id ?? null;
}

/** The declaration of an order that counts; one that was refused only where there is no other. */
export async function declarationOf(view: View, orderId: string): Promise<ShipmentDeclaration | null> {
  const [row] = await view.query<{ id: string }>(DECLARED, [view.tenantId, orderId]);
  return row === undefined ? null : view.find(ShipmentDeclaration, row.id);
}

/** In yuan, at the planning rate of the order; cut, so that never more is insured. */
export function valueInYuan({ value, fx }: Pick<OrderSnapshot, 'value' | 'fx'>): Money {
  const money = Money.fromJSON(value);
  if (money.currency === COVER_CURRENCY) return money;
  return Money.ofMajor(money.toDecimal().times(new Decimal(fx.planRate)), COVER_CURRENCY, 'down');
}

/**
 * Whether the receivable of an order is insured today. Null where no limit was ever asked for.
 * @param order its value is what of it nobody disputes: no insurer bears the rest
 */
export async function coverOf(view: View, order: OrderSnapshot, today: LocalDate): Promise<CoverFact | null> {
  const declaration = await declarationOf(view, order.id);
  const limitId = declaration?.limitId ?? (await limitFor(view, order, today));
  const limit = limitId === null ? null : await view.find(BuyerLimit, limitId);
  if (limit === null) return null;
  const policy = await view.find(InsurancePolicy, limit.policyId);
  if (policy === null) throw new Error(`The policy of limit ${limit.id} is gone`);
  const undisputed = valueInYuan(order);
  const covered = Money.min(undisputed, declaration?.covered ?? freeOfLimit(limit));
  const reasons = [...limitReasons(limit, today), ...declarationReasons(declaration)];
  if (reasons.length === 0 && covered.isZero()) {
    const usedUp = SAY.limit_used_up({ granted: String(limit.granted) });
    reasons.push(undisputed.isZero() ? SAY_DISPUTE.nothing_undisputed : usedUp);
  }
  const share = shareOf(policy.terms, 'commercial');
  return { reasons, insured: reasons.length === 0 ? covered.times(share, 'down') : null };
}

function declarationReasons(declaration: ShipmentDeclaration | null): readonly Sentence[] {
  if (declaration === null) return [];
  const { state, reason } = declaration;
  if (state === 'refused') return [SAY.declaration_refused({ reason: reason ?? SAY.no_reason_given })];
  return state === 'declared' || state === 'accepted' ? [] : [SAY.shipment_over];
}

/** Why the receivable of an order is not assigned yet; null where nobody has begun to. */
export async function assignmentOf(view: View, orderId: string): Promise<readonly Sentence[] | null> {
  const [row] = await view.query<{ state: AssignmentState }>(ASSIGNED, [view.tenantId, orderId]);
  return assignmentReasons(row?.state ?? null);
}
