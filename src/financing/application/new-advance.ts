import { workdayFrom } from '../../kernel/china-workdays.js';
import { addDays, addMonths, CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { type Eligibility } from '../domain/eligibility.js';
import { expectedBy } from '../domain/expectation.js';
import { type Price } from '../domain/products/price.js';
import { type Product } from '../domain/products/product.js';
import { Advance } from '../entities/advance.entity.js';
import { type LoanGround } from './loan-grounds.js';

/** As the product would have it today; not eligible where there are reasons against it. */
export function newAdvance(
  tx: Tx,
  parts: {
    readonly id: string;
    readonly ground: LoanGround;
    readonly product: Product;
    readonly price: Price;
    readonly eligibility: Eligibility;
    readonly scoreId: string;
    readonly lenderRank: number;
  },
): Advance {
  const { id, ground, product, price, eligibility, scoreId, lenderRank } = parts;
  const { subject, order, seller, facts } = ground;
  const { amount, reasons, rule, steps } = eligibility;
  return Advance.open({
    ...{ tenantId: tx.tenantId, id, subject, orderId: order?.id ?? null, sellerId: seller.id },
    claimId: product.base === 'matched_refund' ? (facts?.claimId ?? null) : null,
    ...{ scoreId, lenderRank },
    terms: product,
    principal: amount,
    annualRate: price.annualRate,
    penaltyRate: price.penaltyRate,
    referenceOn: price.reference?.from ?? null,
    dayBasis: product.dayBasis,
    maturityOn: maturityOf(tx, product),
    calculation: { rule, steps },
    causes: reasons,
    expectedBy: reasons.length > 0 ? null : expectedBy(tx.now, tx.livemode),
    now: tx.now,
  });
}

/** What is due on a day on which no bank works is due on the next one on which it does. */
export function maturityOf(
  { now }: Tx,
  { tenorDays, instalments }: Pick<Product, 'tenorDays' | 'instalments'>,
): string {
  const today = dateInZone(now, CHINA);
  if (instalments === undefined) return workdayFrom(addDays(today, tenorDays));
  return workdayFrom(addMonths(today, instalments.count * instalments.everyMonths));
}
