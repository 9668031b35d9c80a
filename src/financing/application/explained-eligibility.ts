import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type View } from '../../platform/database/session.js';
import { SAY } from '../domain/financing.sentences.js';
import { noFacts, readFacts } from './order-facts.js';
import { type Pledges } from './pledges.service.js';
import { seenTerms, type Terms } from './terms.js';

const LIVE = `
  SELECT EXISTS (SELECT FROM financing.advance WHERE tenant_id = $1 AND order_id = $2
                 AND state IN ('awaiting_approval', 'requested', 'drawn', 'repaid', 'written_off', 'recovered')) AS live`;

/**
 * What would come of an application now: the product's conditions and limits, and whether the order, or what backs it, backs a
 * loan already.
 * @throws ProductNotOfferedError
 */
export async function explainedEligibility(
  view: View,
  pledges: Pledges,
  asked: {
    readonly order: OrderSnapshot;
    readonly product: string;
    readonly today: LocalDate;
    readonly livemode: boolean;
  },
): Promise<Terms> {
  const { order, product, today, livemode } = asked;
  const facts = (await readFacts(view, order.id)) ?? noFacts(order.id);
  const terms = await seenTerms(view, { order, facts, product, wanted: null }, today);
  if (terms.product.base !== 'matched_refund') return terms;
  const reason = await takenReason(view, pledges, { orderId: order.id, numbers: facts.entryNumbers, livemode });
  if (reason === null) return terms;
  const { eligibility } = terms;
  const reasons = [...eligibility.reasons, reason];
  return { ...terms, eligibility: { ...eligibility, reasons, amount: Money.zero(terms.product.currency) } };
}

async function takenReason(
  view: View,
  pledges: Pledges,
  { orderId, numbers, livemode }: { orderId: string; numbers: readonly string[]; livemode: boolean },
): Promise<Sentence | null> {
  const [row] = await view.query<{ live: boolean }>(LIVE, [view.tenantId, orderId]);
  if (row?.live === true) return SAY.already_advanced;
  for (const number of numbers) {
    if (await pledges.isPledged(view, livemode, { kind: 'declaration', number })) return SAY.pledged_already;
  }
  return null;
}
