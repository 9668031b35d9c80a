import { type EventData } from '../../../contracts/events.js';
import { parseId } from '../../../kernel/ids.js';
import { type View } from '../../../platform/database/session.js';
import { type ClientEvent, isNews, TOLD_EVENTS } from './pledged-facts.js';

/** What a lender may be told of next, and how far the client's log was looked through for it. */
export interface NextEvents {
  readonly events: readonly ClientEvent[];
  /** The place after which to look next. */
  readonly position: string;
}

interface Looked extends Omit<ClientEvent, 'id'> {
  readonly id: string | null;
}

const HEAD = `SELECT position::text AS position FROM platform.event_feed_head WHERE tenant_id = $1`;
/** Of what is none of its business only the place. */
const NEXT = `
  SELECT f.position::text AS position, e.id, e.type, e.resource_id AS "resourceId", e.order_id AS "orderId",
         e.occurred_at AS "occurredAt", e.data
  FROM (SELECT position, event_id FROM platform.event_feed WHERE tenant_id = $1 AND position > $2 ORDER BY position LIMIT $3) AS f
  LEFT JOIN platform.event e
    ON e.tenant_id = $1 AND e.id = f.event_id AND e.type = ANY($4)
  ORDER BY f.position`;
/** Loans of the lender that an event is about. Those of before products were rows are by the first version of the platform's own. */
const OF_LENDER = `a.tenant_id = $1 AND coalesce(a.terms, (
    SELECT p.terms FROM financing.standard_product p WHERE p.code = a.product AND p.version = 1)) -> 'lender' ->> 'code' = $2`;
const IS_LIVE = `a.state IN ('requested', 'drawn', 'written_off')`;
const AFTER = `
  SELECT a.id FROM financing.advance a
  WHERE ${OF_LENDER} AND a.state IN ('requested', 'drawn', 'repaid', 'written_off', 'recovered') AND ($3::uuid IS NULL OR a.id > $3) ORDER BY a.id LIMIT $4`;
const OF_ORDERS = `SELECT a.id, a.order_id AS key FROM financing.advance a WHERE ${OF_LENDER} AND a.order_id = ANY($3)`;
const OF_IDS = `SELECT a.id, a.id AS key FROM financing.advance a WHERE ${OF_LENDER} AND a.id = ANY($3)`;
const OF_CALLS = `
  SELECT a.id, c.id AS key FROM financing.guarantee_call c
  JOIN financing.advance a ON a.tenant_id = c.tenant_id AND a.id = c.advance_id WHERE ${OF_LENDER} AND c.id = ANY($3)`;
const OF_GROUPS = `
  SELECT a.id, m.group_id AS key FROM financing.guarantee_member m
  JOIN financing.advance a ON a.tenant_id = m.tenant_id AND a.seller_id = m.party_id
  WHERE ${OF_LENDER} AND m.group_id = ANY($3) AND m.state = 'active' AND ${IS_LIVE}`;
const OF_LIMITS = `
  SELECT a.id, l.id AS key FROM financing.credit_limit l
  JOIN financing.advance a ON a.tenant_id = l.tenant_id AND a.seller_id = l.subject_id AND a.product = l.code
  WHERE ${OF_LENDER} AND l.id = ANY($3) AND l.level = 'product' AND a.state IN ('requested', 'drawn')`;
/** Loans on orders of the buyer that a limit of the insurer is on. */
const OF_BUYERS = `
  SELECT a.id, l.id AS key FROM financing.buyer_limit l
  JOIN financing.order_cash o ON o.tenant_id = l.tenant_id AND o.seller_id = l.seller_id AND o.buyer_id = l.buyer_id
  JOIN financing.advance a ON a.tenant_id = o.tenant_id AND a.order_id = o.order_id
  WHERE ${OF_LENDER} AND l.id = ANY($3) AND ${IS_LIVE}`;
/** Loans on orders that were declared under a policy. */
const OF_POLICIES = `
  SELECT a.id, s.policy_id AS key FROM financing.shipment_declaration s
  JOIN financing.advance a ON a.tenant_id = s.tenant_id AND a.order_id = s.order_id
  WHERE ${OF_LENDER} AND s.policy_id = ANY($3) AND s.state <> 'refused' AND ${IS_LIVE}`;
/** Loans on goods in pledge, or on the margin of a forward. */
const ofSubjects = (kind: 'warehouse_receipt' | 'forward'): string => `
  SELECT a.id, a.subject_id AS key FROM financing.advance a
  WHERE ${OF_LENDER} AND a.subject_kind = '${kind}' AND a.subject_id = ANY($3)`;
const OF_RECEIPTS = ofSubjects('warehouse_receipt');
const OF_FORWARDS = ofSubjects('forward');
/** Loans of the seller that was screened, or on orders of the buyer: from the loans that live, which are few, to their buyers. */
const OF_SCREENINGS = `
  SELECT a.id, s.id AS key FROM financing.advance a
  LEFT JOIN financing.order_cash o ON o.tenant_id = a.tenant_id AND o.order_id = a.order_id
  JOIN financing.screening s ON s.tenant_id = a.tenant_id AND s.party_id IN (a.seller_id, o.buyer_id)
  WHERE ${OF_LENDER} AND s.id = ANY($3) AND ${IS_LIVE}`;
/** The place of the offer in the log of who made it; null where it has none yet. */
const OFFER_OF = `
  SELECT f.position::text AS position FROM platform.event e
  LEFT JOIN platform.event_feed f ON f.tenant_id = e.tenant_id AND f.event_id = e.id
  WHERE e.tenant_id = $1 AND e.resource_id = $2 AND e.type = 'financing.lender_consent.offered'`;
/** The place of the end of a consent in the log of who ended it; null where it has none yet. */
const END_OF = `
  SELECT f.position::text AS position FROM platform.event e
  JOIN platform.event_feed f ON f.tenant_id = e.tenant_id AND f.event_id = e.id
  WHERE e.tenant_id = $1 AND e.resource_id = $2 AND e.type = 'financing.lender_consent.revoked'`;
const DRAWN_BY = `
  SELECT DISTINCT resource_id AS id FROM platform.event
  WHERE tenant_id = $1 AND resource_id = ANY($2) AND type = 'financing.advance.drawn' AND occurred_at <= $3`;

/**
 * The place in the client's log from which a consent is told: where it was offered, so that nothing is lost however late the
 * telling begins after it was accepted. Null where the log does not say so yet.
 */
export async function beginningOf(view: View, consentId: string): Promise<string | null> {
  const [offer] = await view.query<{ position: string | null }>(OFFER_OF, [view.tenantId, consentId]);
  // What the log has forgotten is as old as whatever came after it.
  return offer === undefined ? headOf(view) : offer.position;
}

/** Where the client's log ends now. */
async function headOf(view: View): Promise<string> {
  const [row] = await view.query<{ position: string }>(HEAD, [view.tenantId]);
  return row?.position ?? '0';
}

export async function nextEvents(
  view: View,
  { position, eventsMax }: { readonly position: string; readonly eventsMax: number },
): Promise<NextEvents> {
  const looked = await view.query<Looked>(NEXT, [view.tenantId, position, eventsMax, TOLD_EVENTS]);
  const events = looked.filter((each): each is Looked & ClientEvent => each.id !== null && isNews(each as ClientEvent));
  // What the feed has forgotten is looked for no more.
  return { events, position: looked.at(-1)?.position ?? (await headOf(view)) };
}

/** The next loans of the lender that the client has, by their ids. */
export async function loansAfter(
  view: View,
  lender: string,
  { afterId, loansMax }: { readonly afterId: string | null; readonly loansMax: number },
): Promise<string[]> {
  const rows = await view.query<{ id: string }>(AFTER, [view.tenantId, lender, afterId, loansMax]);
  return rows.map(({ id }) => id);
}

/** Which loans of the lender each event is about, by the event's id. */
export async function loansOf(
  view: View,
  lender: string,
  events: readonly ClientEvent[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const [sql, some] of Map.groupBy(events, questionOf)) {
    const keys = [...new Set(some.map((event) => keyOf(event, sql)))];
    const rows = await view.query<{ id: string; key: string }>(sql, [view.tenantId, lender, keys]);
    const byKey = Map.groupBy(rows, ({ key }) => key);
    for (const event of some)
      found.set(
        event.id,
        (byKey.get(keyOf(event, sql)) ?? []).map(({ id }) => id),
      );
  }
  return found;
}

/** Of these loans those that were drawn by an instant. */
export async function drawnBy(view: View, ids: readonly string[], instant: Date): Promise<ReadonlySet<string>> {
  const rows = await view.query<{ id: string }>(DRAWN_BY, [view.tenantId, ids, instant]);
  return new Set(rows.map(({ id }) => id));
}

/** Where the client's log says that a consent was revoked; null where it does not say so yet. */
export async function endOfConsent(view: View, consentId: string): Promise<string | null> {
  const [row] = await view.query<{ position: string }>(END_OF, [view.tenantId, consentId]);
  return row?.position ?? null;
}

function questionOf({ type }: ClientEvent): string {
  if (type.startsWith('financing.advance.')) return OF_IDS;
  if (type.startsWith('financing.guarantee_call.')) return OF_CALLS;
  if (type.startsWith('financing.guarantee_group.')) return OF_GROUPS;
  if (type.startsWith('financing.buyer_limit.')) return OF_BUYERS;
  if (type === 'financing.insurance_policy.lapsed') return OF_POLICIES;
  if (type.startsWith('financing.warehouse_receipt.')) return OF_RECEIPTS;
  if (type.startsWith('fx.margin_call.')) return OF_FORWARDS;
  if (type === 'financing.screening.recorded') return OF_SCREENINGS;
  return type === 'financing.limit.changed' ? OF_LIMITS : OF_ORDERS;
}

/** An order's own events are about the order; a fact of no order, such as an import's, is about no loan. */
function keyOf({ resourceId, orderId, type, data }: ClientEvent, sql: string): string {
  if (sql === OF_FORWARDS) return parseId('forward', (data as EventData['fx.margin_call.called']).forwardId);
  return sql === OF_ORDERS && !type.startsWith('orders.') ? (orderId ?? resourceId) : resourceId;
}
