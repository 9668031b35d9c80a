import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type AgencyRecord, type EntrustingProducer } from '../domain/agency-duties.js';
import { type EnterpriseClass } from '../domain/service-times.js';

const PRODUCERS = `
  SELECT c.seller_id AS id, max(c.taxpayer_name) AS name, sum(c.refund_minor)::text AS entrusted,
         (SELECT v.verified_on::text FROM tax_refund.producer_verification v
          WHERE v.tenant_id = $1 AND v.party_id = c.seller_id AND v.year = $2) AS "verifiedOn"
  FROM tax_refund.claim c
  WHERE c.tenant_id = $1 AND c.regime = 'agency' AND c.filed_at IS NOT NULL AND c.state NOT IN ('rejected', 'abandoned')
    AND c.export_date >= make_date($2, 1, 1) AND c.export_date < make_date($2 + 1, 1, 1)
    AND ($3::uuid IS NULL OR c.seller_id = $3)
  GROUP BY c.seller_id ORDER BY sum(c.refund_minor) DESC, c.seller_id LIMIT $4`;
const RECORD = `
  SELECT coalesce(sum(refund_minor), 0)::text AS filed,
         coalesce(sum(refund_minor) FILTER (WHERE state = 'rejected'), 0)::text AS rejected
  FROM tax_refund.claim
  WHERE tenant_id = $1 AND regime = 'agency' AND filed_at > $2::date - interval '12 months'`;
const CLASSES = `
  SELECT DISTINCT ON (party_id) party_id AS "partyId", class AS "enterpriseClass", valid_from::text AS "validFrom"
  FROM tax_refund.enterprise_class WHERE tenant_id = $1 AND valid_from <= $2::date
  ORDER BY party_id, valid_from DESC LIMIT $3`;
const NOTE_CLASS = `
  INSERT INTO tax_refund.enterprise_class (tenant_id, party_id, valid_from, class, noted_by, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant_id, party_id, valid_from)
  DO UPDATE SET class = excluded.class, noted_by = excluded.noted_by, updated_at = excluded.updated_at`;
const NOTE_VERIFICATION = `
  INSERT INTO tax_refund.producer_verification (tenant_id, party_id, year, verified_on, report, noted_by, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (tenant_id, party_id, year)
  DO UPDATE SET verified_on = excluded.verified_on, report = excluded.report, noted_by = excluded.noted_by,
                updated_at = excluded.updated_at`;
const WARN = `
  INSERT INTO tax_refund.agency_warning (tenant_id, rule, subject, created_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING rule`;
const UNWARN = `DELETE FROM tax_refund.agency_warning WHERE tenant_id = $1 AND rule = $2 AND subject = $3`;

interface ProducerRow extends Omit<EntrustingProducer, 'entrusted'> {
  readonly entrusted: string;
}

/** By what they have entrusted of the exports of that year, the most first. */
export async function producersOf(
  view: View,
  year: number,
  { producerId = null, max }: { producerId?: string | null; max: number },
): Promise<EntrustingProducer[]> {
  const rows = await view.query<ProducerRow>(PRODUCERS, [view.tenantId, year, producerId, max]);
  return rows.map(({ entrusted, ...row }) => ({ ...row, entrusted: Money.ofMinor(BigInt(entrusted), 'CNY') }));
}

export async function agencyRecord(view: View, today: LocalDate): Promise<AgencyRecord> {
  const [row] = await view.query<{ filed: string; rejected: string }>(RECORD, [view.tenantId, today]);
  const fen = (minor: string | undefined): Money => Money.ofMinor(BigInt(minor ?? 0), 'CNY');
  return { filed: fen(row?.filed), rejected: fen(row?.rejected) };
}

/** How an enterprise is classed, since a day. */
export interface NotedClass {
  readonly partyId: string;
  readonly enterpriseClass: EnterpriseClass;
  readonly validFrom: LocalDate;
}

export function classesOn(view: View, day: LocalDate, max: number): Promise<NotedClass[]> {
  return view.query<NotedClass>(CLASSES, [view.tenantId, day, max]);
}

export async function noteClass(tx: Tx, { partyId, enterpriseClass, validFrom }: NotedClass): Promise<void> {
  await tx.query(NOTE_CLASS, [tx.tenantId, partyId, validFrom, enterpriseClass, tx.caller.actor, tx.now]);
}

/** A producer that was verified on the spot. */
export interface Verified {
  readonly producerId: string;
  readonly year: number;
  readonly verifiedOn: LocalDate;
  readonly report: string;
}

export async function noteVerification(tx: Tx, { producerId, year, verifiedOn, report }: Verified): Promise<void> {
  await tx.query(NOTE_VERIFICATION, [...[tx.tenantId, producerId, year, verifiedOn, report, tx.caller.actor, tx.now]]);
}

/** @returns false where it was given before */
export async function isFirstWarning(tx: Tx, rule: string, subject: string): Promise<boolean> {
  return (await tx.query(WARN, [tx.tenantId, rule, subject, tx.now])).length > 0;
}

/** What has passed may be warned of again. */
export async function endWarning(tx: Tx, rule: string, subject: string): Promise<void> {
  await tx.query(UNWARN, [tx.tenantId, rule, subject]);
}
