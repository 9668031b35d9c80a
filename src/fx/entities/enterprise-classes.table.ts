import { type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type EnterpriseClass } from '../domain/safe/trade-credit-reports.js';

export const ENTERPRISE_CLASSES = ['A', 'B', 'C'] as const;

/** How SAFE classes a seller, as somebody has said, for so long. Never changed: what is said later counts. */
export interface ClassFact {
  readonly id: string;
  readonly partyId: string;
  readonly enterpriseClass: EnterpriseClass;
  /** Of its registration in the directory (名录); null where it has none. */
  readonly directoryNumber: string | null;
  /** Trades small amounts by electronic records, and needs no registration up to USD 200,000 a year. */
  readonly isSmallSeller: boolean;
  /** Of class B: what may come in the period. */
  readonly quotaMinor: string | null;
  readonly quotaCurrency: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
  readonly recordedBy: string;
  readonly createdAt: Date;
}

export const CLASS_FACT = `
  id, party_id AS "partyId", class AS "enterpriseClass", directory_number AS "directoryNumber",
  is_small_seller AS "isSmallSeller", quota_minor::text AS "quotaMinor", quota_currency AS "quotaCurrency",
  valid_from::text AS "validFrom", valid_to::text AS "validTo", source, recorded_by AS "recordedBy",
  created_at AS "createdAt"`;
const IN_FORCE = `
  SELECT ${CLASS_FACT} FROM fx.enterprise_class
  WHERE tenant_id = $1 AND party_id = $2 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)
  ORDER BY id DESC LIMIT 1`;
const IN_FORCE_ON = `
  SELECT d.day::text AS day, c.* FROM unnest($3::date[]) AS d (day)
  CROSS JOIN LATERAL (
    SELECT ${CLASS_FACT} FROM fx.enterprise_class
    WHERE tenant_id = $1 AND party_id = $2 AND valid_from <= d.day AND (valid_to IS NULL OR valid_to >= d.day)
    ORDER BY id DESC LIMIT 1) AS c`;
const BY_ID = `SELECT ${CLASS_FACT} FROM fx.enterprise_class WHERE tenant_id = $1 AND id = $2`;
const INSERT = `
  INSERT INTO fx.enterprise_class (tenant_id, id, party_id, class, directory_number, is_small_seller, quota_minor,
                                   quota_currency, valid_from, valid_to, source, recorded_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const USED = `
  SELECT coalesce(sum(amount_minor), 0)::text AS minor FROM fx.collection
  WHERE tenant_id = $1 AND party_id = $2 AND amount_currency = $3 AND entry_kind = 'credit'
    AND booked_on BETWEEN $4 AND coalesce($5::date, 'infinity')`;

export function quotaOf({ quotaMinor, quotaCurrency }: ClassFact): Money | null {
  if (quotaMinor === null || quotaCurrency === null) return null;
  return Money.ofMinor(BigInt(quotaMinor), quotaCurrency);
}

export interface NewClassFact extends Omit<ClassFact, 'quotaMinor' | 'quotaCurrency' | 'createdAt' | 'recordedBy'> {
  readonly quota: MoneyJson | null;
}

export async function insertClass(tx: Tx, fact: NewClassFact): Promise<void> {
  const { id, partyId, enterpriseClass, directoryNumber, isSmallSeller, validFrom, validTo, source } = fact;
  const quota = fact.quota === null ? null : Money.fromJSON(fact.quota);
  await tx.query(INSERT, [
    ...[tx.tenantId, id, partyId, enterpriseClass, directoryNumber, isSmallSeller, quota?.minor.toString() ?? null],
    ...[quota?.currency ?? null, validFrom, validTo, source, tx.caller.actor, tx.now],
  ]);
}

/** What was said last of that day; null where nothing was: class A then. */
export async function classOn(view: View, partyId: string, day: LocalDate): Promise<ClassFact | null> {
  const [row] = await view.query<ClassFact>(IN_FORCE, [view.tenantId, partyId, day]);
  return row ?? null;
}

/** As `classOn`, for several days; those of which nothing was said are left out. */
export async function classesOn(
  view: View,
  partyId: string,
  days: readonly LocalDate[],
): Promise<ReadonlyMap<LocalDate, ClassFact>> {
  if (days.length === 0) return new Map();
  const values = [view.tenantId, partyId, [...new Set(days)]];
  const rows = await view.query<ClassFact & { readonly day: LocalDate }>(IN_FORCE_ON, values);
  return new Map(rows.map(({ day, ...fact }) => [day, fact]));
}

export async function findClass(view: View, id: string): Promise<ClassFact | null> {
  const [row] = await view.query<ClassFact>(BY_ID, [view.tenantId, id]);
  return row ?? null;
}

/** What came in that currency while the fact is in force. */
export async function usedOf(view: View, fact: ClassFact, currency: Money['currency']): Promise<Money> {
  const { partyId, validFrom, validTo } = fact;
  const [row] = await view.query<{ minor: string }>(USED, [view.tenantId, partyId, currency, validFrom, validTo]);
  return Money.ofMinor(BigInt(row?.minor ?? 0), currency);
}
