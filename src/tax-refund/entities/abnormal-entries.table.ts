import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type AbnormalSubject, type Ground, type StandingShare } from '../domain/abnormal.js';
import { type ClaimState } from '../domain/claim-status.js';

/** Whether entry `e` names invoice `i`. Red-letter and cancelled invoices are claimed on by nobody. */
const NAMES = `
  e.tenant_id = i.tenant_id AND e.issuer_tax_number = i.seller_tax_number AND i.state <> 'cancelled' AND i.red_of IS NULL
  AND CASE WHEN e.invoice_number IS NULL
        THEN i.issued_on BETWEEN coalesce(e.issued_from, '-infinity') AND coalesce(e.issued_to, 'infinity')
        ELSE e.invoice_number = i.invoice_number AND coalesce(e.invoice_code, '') = coalesce(i.invoice_code, '') END`;

/** The lists as a whole: who changes them waits for who reckons with them, and the other way round. */
const KEY = `hashtextextended($1 || '/abnormal-lists', 0)`;

/** From now on the lists stay as they are, until this transaction is over. */
export async function holdListsSteady(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${KEY})`, [tx.tenantId]);
}

/** Who records an invoice, or makes a claim, waits until the change of the lists is done. */
export async function holdListsForChange(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${KEY})`, [tx.tenantId]);
}

export interface OpenEntry {
  readonly id: string;
  readonly invoiceId: string;
  readonly ground: Ground;
  readonly source: string;
  readonly listedOn: LocalDate;
  readonly note: string | null;
}

const OPEN_OF = `
  SELECT e.id, i.id AS "invoiceId", e.ground, e.source, e.listed_on::text AS "listedOn", e.note
  FROM tax_refund.invoice i JOIN tax_refund.abnormal_entry e ON ${NAMES}
  WHERE i.tenant_id = $1 AND i.id = ANY($2::uuid[]) AND e.state = 'listed' ORDER BY e.id`;

/** The entries that stand and name these invoices, the oldest first. */
export function openEntriesOf(view: View, invoiceIds: readonly string[]): Promise<OpenEntry[]> {
  return view.query<OpenEntry>(OPEN_OF, [view.tenantId, invoiceIds]);
}

const STANDING = `
  SELECT e.id, l.key, e.listed_on::text AS "listedOn" FROM jsonb_to_recordset($2::jsonb) AS l (
    key text, "issuerTaxNumber" text, "invoiceCode" text, "invoiceNumber" text, "issuedFrom" date, "issuedTo" date)
  JOIN tax_refund.abnormal_entry e ON e.tenant_id = $1 AND e.state = 'listed' AND e.origin = 'list'
    AND e.issuer_tax_number = l."issuerTaxNumber" AND e.invoice_code IS NOT DISTINCT FROM l."invoiceCode"
    AND e.invoice_number IS NOT DISTINCT FROM l."invoiceNumber" AND e.issued_from IS NOT DISTINCT FROM l."issuedFrom"
    AND e.issued_to IS NOT DISTINCT FROM l."issuedTo"`;

export interface StandingEntry {
  readonly id: string;
  readonly key: string;
  readonly listedOn: LocalDate;
}

/** The entries of lists that stand and name just these. */
export function standingEntries(
  view: View,
  subjects: readonly (AbnormalSubject & { readonly key: string })[],
): Promise<StandingEntry[]> {
  return view.query<StandingEntry>(STANDING, [view.tenantId, JSON.stringify(subjects)]);
}

const BY_CHECK = `
  SELECT e.id FROM tax_refund.invoice i JOIN tax_refund.abnormal_entry e ON ${NAMES}
  WHERE i.tenant_id = $1 AND i.id = $2 AND e.state = 'listed' AND e.origin = 'check'`;

/** The entry that the check of this invoice made, while it stands. */
export async function entryByCheck(view: View, invoiceId: string): Promise<string | null> {
  const [found] = await view.query<{ id: string }>(BY_CHECK, [view.tenantId, invoiceId]);
  return found?.id ?? null;
}

const UNTOLD = `
  SELECT i.id FROM tax_refund.abnormal_entry e JOIN tax_refund.invoice i ON ${NAMES}
  WHERE e.tenant_id = $1 AND e.id = $2 AND NOT EXISTS (
    SELECT FROM tax_refund.abnormal_hit h WHERE h.tenant_id = e.tenant_id AND h.entry_id = e.id AND h.invoice_id = i.id)
  ORDER BY i.id LIMIT $3`;

/** Invoices that the entry names and nobody was told of yet. */
export async function untoldInvoices(view: View, entryId: string, limit: number): Promise<string[]> {
  const rows = await view.query<{ id: string }>(UNTOLD, [view.tenantId, entryId, limit]);
  return rows.map(({ id }) => id);
}

const TOLD = `
  SELECT invoice_id AS id FROM tax_refund.abnormal_hit
  WHERE tenant_id = $1 AND entry_id = $2 AND lifted_at IS NULL ORDER BY invoice_id LIMIT $3`;

/** Invoices that were told of as abnormal, and not yet that this is lifted. */
export async function toldInvoices(view: View, entryId: string, limit: number): Promise<string[]> {
  const rows = await view.query<{ id: string }>(TOLD, [view.tenantId, entryId, limit]);
  return rows.map(({ id }) => id);
}

const TELL = `
  INSERT INTO tax_refund.abnormal_hit (tenant_id, entry_id, invoice_id, told_at) VALUES ($1, $2, $3, $4)`;
const UNTELL = `
  UPDATE tax_refund.abnormal_hit SET lifted_at = $4 WHERE tenant_id = $1 AND entry_id = $2 AND invoice_id = $3`;

export async function noteHit(tx: Tx, entryId: string, invoiceId: string): Promise<void> {
  await tx.query(TELL, [tx.tenantId, entryId, invoiceId, tx.now]);
}

export async function noteLifted(tx: Tx, entryId: string, invoiceId: string): Promise<void> {
  await tx.query(UNTELL, [tx.tenantId, entryId, invoiceId, tx.now]);
}

const LIFT_FLAGS = `
  UPDATE tax_refund.claim_flag SET lifted_at = $3
  WHERE tenant_id = $1 AND invoice_id = $2 AND rule = 'invoice_abnormal' AND lifted_at IS NULL RETURNING claim_id`;

/** @returns the claims whose flag was lifted */
export async function liftFlags(tx: Tx, invoiceId: string): Promise<string[]> {
  const rows = await tx.query<{ claim_id: string }>(LIFT_FLAGS, [tx.tenantId, invoiceId, tx.now]);
  return rows.map(({ claim_id }) => claim_id);
}

/** A claim that stands on an invoice, and how much of it does. */
export interface ClaimAtStake {
  readonly id: string;
  readonly state: ClaimState;
  readonly awarded: Money;
  readonly shares: readonly StandingShare[];
}

interface StakeRow {
  readonly id: string;
  readonly invoiceId: string;
  readonly state: ClaimState;
  readonly awarded: string;
  readonly shares: readonly { readonly taxable: string; readonly refund: string; readonly amount: string }[];
}

const AT_STAKE = `
  SELECT c.id, il.invoice_id AS "invoiceId", c.state, c.awarded_minor AS awarded,
         jsonb_agg(jsonb_build_object('taxable', cl.taxable_minor::text, 'refund', cl.refund_minor::text,
                                      'amount', a.amount_minor::text) ORDER BY cl.line_number, il.line_number) AS shares
  FROM tax_refund.invoice_line il
  JOIN tax_refund.allocation a ON a.tenant_id = il.tenant_id AND a.invoice_line_id = il.id
  JOIN tax_refund.claim_line cl ON cl.tenant_id = a.tenant_id AND cl.id = a.claim_line_id AND NOT cl.released
  JOIN tax_refund.claim c ON c.tenant_id = cl.tenant_id AND c.id = cl.claim_id
  WHERE il.tenant_id = $1 AND il.invoice_id = ANY($2::uuid[]) GROUP BY c.tenant_id, c.id, il.invoice_id ORDER BY c.id`;

/** By invoice. */
export async function claimsAtStake(
  view: View,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ClaimAtStake[]>> {
  const rows = await view.query<StakeRow>(AT_STAKE, [view.tenantId, invoiceIds]);
  const fen = (minor: string): Money => Money.ofMinor(BigInt(minor), 'CNY');
  const found = new Map<string, ClaimAtStake[]>();
  for (const { id, invoiceId, state, awarded, shares } of rows) {
    const read = shares.map(({ taxable, refund, amount }) => ({
      taxable: fen(taxable),
      refund: fen(refund),
      amount: fen(amount),
    }));
    const claims = found.get(invoiceId) ?? [];
    found.set(invoiceId, [...claims, { id, state, awarded: fen(awarded), shares: read }]);
  }
  return found;
}

/** An invoice that an entry names. */
export interface HitRow {
  readonly id: string;
  readonly orderId: string | null;
  readonly invoiceNumber: string;
  readonly issuedOn: LocalDate;
  readonly amountMinor: string;
  readonly vatMinor: string;
  readonly toldAt: Date | null;
  readonly liftedAt: Date | null;
}

const HITS = `
  SELECT i.id, i.order_id AS "orderId", i.invoice_number AS "invoiceNumber", i.issued_on::text AS "issuedOn",
         i.amount_minor AS "amountMinor", i.vat_minor AS "vatMinor", h.told_at AS "toldAt", h.lifted_at AS "liftedAt"
  FROM tax_refund.abnormal_entry e
  JOIN tax_refund.invoice i ON ${NAMES}
  LEFT JOIN tax_refund.abnormal_hit h ON h.tenant_id = e.tenant_id AND h.entry_id = e.id AND h.invoice_id = i.id
  WHERE e.tenant_id = $1 AND e.id = $2 AND ($3::uuid IS NULL OR i.id < $3) ORDER BY i.id DESC LIMIT $4`;

/** Newest first. */
export function hitsOf(view: View, entryId: string, before: string | null, limit: number): Promise<HitRow[]> {
  return view.query<HitRow>(HITS, [view.tenantId, entryId, before, limit]);
}
