import { type Currency } from '../../kernel/currency.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type AccountCode } from '../domain/chart.js';

/** A part of an account, such as one account at the bank. */
export interface SubAccount {
  readonly code: AccountCode;
  readonly subAccountId: string;
  readonly currency: Currency;
}

/** What one transfer does to an account. */
export interface KeyedAmount {
  readonly transferId: string;
  readonly key: string;
  readonly kind: string;
  readonly valueDate: LocalDate;
  /** Debit above zero, credit below. */
  readonly amount: Money;
  /** The part that the postings name; null of those that name none. */
  readonly subAccountId: string | null;
}

interface Row {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly valueDate: string;
  readonly minor: string;
  readonly sub: string | null;
}

const SUM = `
  SELECT coalesce(sum(p.amount_minor), 0)::text AS minor FROM ledger.posting p
  JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
  WHERE p.tenant_id = $1 AND p.sub_account_id = $2 AND a.code = $3 AND a.currency = $4
    AND ($5::date IS NULL OR p.value_date <= $5)`;
const COLUMNS = `
  t.id, t.key, t.kind, t.value_date::text AS "valueDate", sum(p.amount_minor)::text AS minor, p.sub_account_id AS sub`;
const SINCE = `
  SELECT ${COLUMNS} FROM ledger.posting p
  JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
  JOIN ledger.transfer t ON t.tenant_id = p.tenant_id AND t.id = p.transfer_id
  WHERE p.tenant_id = $1 AND p.sub_account_id = $2 AND a.code = $3 AND a.currency = $4
    AND ($5::date IS NULL OR p.value_date > $5) AND p.value_date <= $6
  GROUP BY t.id, t.key, t.kind, t.value_date, p.sub_account_id HAVING sum(p.amount_minor) <> 0 ORDER BY t.id LIMIT $7`;
const BY_KEY = `
  SELECT ${COLUMNS} FROM ledger.transfer t
  JOIN ledger.posting p ON p.tenant_id = t.tenant_id AND p.transfer_id = t.id
  JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
  WHERE t.tenant_id = $1 AND t.key = ANY($2) AND a.code = $3 AND a.currency = $4
  GROUP BY t.id, t.key, t.kind, t.value_date, p.sub_account_id HAVING sum(p.amount_minor) <> 0 ORDER BY t.id`;

/** What stands in a part of an account, debit above zero, of what counts by that day. */
export async function readSubBalance(
  view: View,
  { code, subAccountId, currency }: SubAccount,
  until: LocalDate | null,
): Promise<Money> {
  const [row] = await view.query<{ minor: string }>(SUM, [view.tenantId, subAccountId, code, currency, until]);
  return Money.ofMinor(BigInt(row?.minor ?? 0), currency);
}

/** What each transfer did to a part of an account, of those that count after one day and until another. */
export async function readSubAmounts(
  view: View,
  { code, subAccountId, currency }: SubAccount,
  { after, until, limit }: { readonly after: LocalDate | null; readonly until: LocalDate; readonly limit: number },
): Promise<KeyedAmount[]> {
  const values = [view.tenantId, subAccountId, code, currency, after, until, limit];
  return (await view.query<Row>(SINCE, values)).map((row) => amountOf(row, currency));
}

/** What the transfers of these keys did to an account, whichever part they name. */
export async function readAmountsByKey(
  view: View,
  { code, currency }: Omit<SubAccount, 'subAccountId'>,
  keys: readonly string[],
): Promise<KeyedAmount[]> {
  if (keys.length === 0) return [];
  return (await view.query<Row>(BY_KEY, [view.tenantId, keys, code, currency])).map((row) => amountOf(row, currency));
}

function amountOf({ id, key, kind, valueDate, minor, sub }: Row, currency: Currency): KeyedAmount {
  return { transferId: id, key, kind, valueDate, amount: Money.ofMinor(BigInt(minor), currency), subAccountId: sub };
}
