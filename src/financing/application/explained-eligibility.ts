import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type View } from '../../platform/database/session.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Product, productOn } from '../domain/products/product.js';
import { SAY_STOCK } from '../domain/stock/stock.sentences.js';
import { lendingOn, subjectKindOf } from '../domain/subject.js';
import { type LoanGround, type LoanGrounds } from './loan-grounds.js';
import { assetsOf, reasonsFor } from './pledge-step.js';
import { type Pledges } from './pledges.service.js';
import { readVersions } from './products/product-book.js';
import { seenTerms, type Terms } from './terms.js';
import { type NamedSubjects, wantedSubject } from './wanted-subject.js';

const LIVE = `
  SELECT EXISTS (SELECT FROM financing.advance
                 WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 AND product = $4
                 AND (state IN ('awaiting_approval', 'requested', 'drawn', 'written_off')
                      OR ($5 AND state IN ('repaid', 'recovered')))) AS live`;

/**
 * What would come of an application now: the product's conditions and limits, and whether it is lent on already, or what backs it
 * backs a loan.
 * @throws ProductNotOfferedError, InvalidInputError, ResourceNotFoundError
 */
export async function explainedEligibility(
  view: View,
  { pledges, grounds }: { readonly pledges: Pledges; readonly grounds: LoanGrounds },
  asked: NamedSubjects & { readonly product: string; readonly today: LocalDate; readonly livemode: boolean },
): Promise<Terms> {
  const { today, livemode } = asked;
  const product = productOn(await readVersions(view, asked.product), asked.product, today);
  const ground = await groundOf(view, grounds, product, asked);
  const terms = await seenTerms(view, { ground, product, wanted: null, advanceId: null }, today);
  const taken = await takenReasons(view, pledges, { ground, product, livemode });
  if (taken.length === 0) return terms;
  const { eligibility } = terms;
  const reasons = [...eligibility.reasons, ...taken];
  return { ...terms, eligibility: { ...eligibility, reasons, amount: Money.zero(terms.product.currency) } };
}

/**
 * By what the product is lent on; of others by an order too: of a line by its seller, of what else is lent on by what the order itself
 * tells.
 */
async function groundOf(view: View, grounds: LoanGrounds, product: Product, asked: NamedSubjects): Promise<LoanGround> {
  const { orderId, sellerId, warehouseReceiptId, forwardId } = asked;
  const named = [orderId, sellerId, warehouseReceiptId, forwardId].filter((each) => each !== null);
  const check = new InputCheck();
  check.that(named.length === 1, '?orderId', 'one_of', SAY_STOCK.one_subject);
  check.done();
  const kind = subjectKindOf(product.base);
  if (orderId === null || kind === 'order') return grounds.see(view, wantedSubject(product, asked));
  const ground = await grounds.see(view, { kind: 'order', id: orderId });
  return kind === 'seller' ? grounds.see(view, { kind, id: ground.seller.id }) : ground;
}

async function takenReasons(
  view: View,
  pledges: Pledges,
  { ground, product, livemode }: { ground: LoanGround; product: Product; livemode: boolean },
): Promise<readonly Sentence[]> {
  const { kind, id } = ground.subject;
  const lending = lendingOn(ground.subject);
  const values = [view.tenantId, kind, id, product.code, lending === 'once'];
  const [row] = lending === 'beside' ? [] : await view.query<{ live: boolean }>(LIVE, values);
  if (row?.live === true) return [kind === 'order' ? SAY.already_advanced : SAY.line_in_use];
  const assets = assetsOf(product.base, ground);
  const used = assets.length === 0 ? [] : await pledges.usedOf(view, livemode, assets);
  const taken = assets.filter((_asset, index) => used[index] === true);
  return taken.length === 0 ? [] : reasonsFor(taken);
}
