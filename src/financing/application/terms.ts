import { isDeepStrictEqual } from 'node:util';

import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { REFERENCE_RATES } from '../data/reference-rates.js';
import { type Eligibility, eligibilityOf } from '../domain/eligibility.js';
import { bindingOf } from '../domain/limits/levels.js';
import { type Price, priceOn } from '../domain/products/price.js';
import { type Product, productOn } from '../domain/products/product.js';
import { SAY as OF_WRITE_OFFS } from '../domain/write-off/write-off.sentences.js';
import { hitsOf } from '../domain/screening/screening.js';
import { type Grade } from '../domain/score/scorecard.js';
import { type Advance } from '../entities/advance.entity.js';
import { activeGroupOf, type GuaranteeStanding, seenStanding, standingOf } from './guarantee/guarantee-standing.js';
import { type Drawer, holdStandings, readStandings, type StandingRow } from './limits/limit-rows.js';
import { type LoanGround } from './loan-grounds.js';
import { type LentOn, lentOn } from './subject-loans.js';
import { liveFacts } from './products/live-facts.js';
import { readVersions } from './products/product-book.js';

const WRITTEN_OFF = `
  SELECT EXISTS (SELECT FROM financing.advance WHERE tenant_id = $1 AND seller_id = $2 AND state = 'written_off') AS frozen`;

export const REFUND_ADVANCE = 'refund_advance';

export interface Terms {
  readonly product: Product;
  readonly price: Price;
  readonly eligibility: Eligibility;
  /** What stands against any draw, whatever the product asks for. */
  readonly against: readonly Sentence[];
  /** Null where the seller is in no guarantee group. */
  readonly guarantee: GuaranteeStanding | null;
  readonly held: readonly StandingRow[];
  /** What is lent on its order besides, or drawn of its line; null of what is lent on in turn. */
  readonly besides: LentOn | null;
}

interface Wanted {
  readonly ground: LoanGround;
  /** The loan that is decided on, where it is there already. */
  readonly advanceId: string | null;
  /** Its code, for the version of today; or the version by which it was asked for. */
  readonly product: string | Product;
  readonly wanted: Money | null;
  /** By the score that it is decided with; looked up where it is left out. */
  readonly grade?: Grade | null;
}

/** What could be had now. Guarantee and limits are held: nobody takes of them meanwhile. */
export async function heldTerms(tx: Tx, wanted: Wanted): Promise<Terms> {
  const today = dateInZone(tx.now, CHINA);
  const product = await versionOf(tx, wanted.product, today);
  const { advanceId, ground } = wanted;
  const guarantee = await standingOf(tx, { sellerId: ground.seller.id, subject: ground.subject, advanceId });
  const held = await holdStandings(tx, drawerOf(product, ground, guarantee?.groupId ?? null));
  return termsOf(tx, { ...wanted, product, today }, guarantee, held);
}

/** The same for who only asks: nothing is held, and nothing changes. @throws ProductNotOfferedError */
export async function seenTerms(view: View, wanted: Wanted, today: LocalDate): Promise<Terms> {
  const product = await versionOf(view, wanted.product, today);
  const { advanceId, ground } = wanted;
  const asking = { sellerId: ground.seller.id, subject: ground.subject, advanceId };
  const guarantee = await seenStanding(view, asking, today);
  const held = await readStandings(view, drawerOf(product, ground, guarantee?.groupId ?? null));
  return termsOf(view, { ...wanted, product, today }, guarantee, held);
}

/** Why nothing is paid out now, whatever the amount: each condition that does not hold, and what stands against any draw. */
export function standingAgainst({ eligibility, against }: Pick<Terms, 'eligibility' | 'against'>): readonly Sentence[] {
  const unmet = eligibility.conditions.filter(({ outcome }) => outcome !== 'met').flatMap(({ reasons }) => reasons);
  return withMore(unmet, against);
}

/** The version by which an advance was asked for; of old rows that of its day. */
export async function productOf(view: View, { terms, product, createdAt }: Advance): Promise<Product> {
  return terms ?? productOn(await readVersions(view, product), product, dateInZone(createdAt, CHINA));
}

/** The levels that a seller's draw takes from, where no order is looked at. */
export async function drawerFor(
  view: View,
  asked: { readonly product: Product; readonly sellerId: string; readonly buyerId: string | null },
): Promise<Drawer> {
  return { ...asked, groupId: await activeGroupOf(view, asked.sellerId) };
}

function drawerOf(product: Product, { seller, order }: LoanGround, groupId: string | null): Drawer {
  return { product, sellerId: seller.id, groupId, buyerId: order?.buyer.id ?? null };
}

async function versionOf(view: View, product: string | Product, today: LocalDate): Promise<Product> {
  return typeof product === 'string' ? productOn(await readVersions(view, product), product, today) : product;
}

async function termsOf(
  view: View,
  asked: Wanted & { readonly product: Product; readonly today: LocalDate },
  guarantee: GuaranteeStanding | null,
  held: readonly StandingRow[],
): Promise<Terms> {
  const { product, today, wanted, ground, advanceId } = asked;
  const binding = bindingOf(held);
  if (binding === null) throw new Error('A product limits each client');
  const facts = await liveFacts(view, { ...asked, ...ground, guarantee });
  const besides = await lentOn(view, ground.subject, { product, except: advanceId });
  const bounds = { free: binding.free, bindingLevel: binding.standing.level, wanted, lent: besides?.amount ?? null };
  const price = priceOn(product, REFERENCE_RATES, today);
  const eligibility = eligibilityOf(product, facts, bounds);
  const writtenOff = (await hasWrittenOff(view, ground.seller.id)) ? [OF_WRITE_OFFS.frozen] : [];
  const against = [...writtenOff, ...hitsOf(facts.screening)];
  return { product, price, eligibility: frozen(eligibility, against), against, guarantee, held, besides };
}

/** Whose loan was written off draws nothing until that is recovered. */
async function hasWrittenOff(view: View, sellerId: string): Promise<boolean> {
  const [row] = await view.query<{ frozen: boolean }>(WRITTEN_OFF, [view.tenantId, sellerId]);
  return row?.frozen ?? false;
}

/** @param against what stands against any draw, whatever the product asks for */
function frozen(eligibility: Eligibility, against: readonly Sentence[]): Eligibility {
  if (against.length === 0) return eligibility;
  const { amount, reasons } = eligibility;
  return { ...eligibility, reasons: withMore(reasons, against), amount: Money.zero(amount.currency) };
}

/** Each sentence once. */
function withMore(reasons: readonly Sentence[], more: readonly Sentence[]): Sentence[] {
  return [...reasons, ...more.filter((reason) => !reasons.some((each) => isDeepStrictEqual(each, reason)))];
}
