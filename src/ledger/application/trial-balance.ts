import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type AccountCode } from '../domain/chart.js';
import { type AsOf } from './balances.js';

/** All accounts of one code in one currency: the sum of those that stand in debit, and of those that stand in credit. */
export interface TrialLine {
  readonly code: AccountCode;
  readonly debit: Money;
  readonly credit: Money;
}

export interface TrialBalance {
  readonly currency: string;
  readonly debit: Money;
  readonly credit: Money;
  /** Debit less credit: zero, or the books are broken. */
  readonly difference: Money;
  readonly lines: readonly TrialLine[];
}

interface Row {
  readonly code: AccountCode;
  readonly currency: string;
  readonly debit: string;
  readonly credit: string;
}

/** Debit above zero, credit below, whatever the account's normal side. */
const CURRENT = `
  SELECT a.code, a.currency, (b.posted_minor + coalesce((
           SELECT sum(u.amount_minor) FROM ledger.unfolded u
           WHERE u.tenant_id = a.tenant_id AND u.account_id = a.id), 0))
         * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END AS stands
  FROM ledger.account a JOIN ledger.balance b ON b.tenant_id = a.tenant_id AND b.account_id = a.id
  WHERE a.tenant_id = $1`;

const RECOUNTED = `
  SELECT a.code, a.currency, (
    SELECT coalesce(sum(p.amount_minor), 0) FROM ledger.posting p
    WHERE p.tenant_id = a.tenant_id AND p.account_id = a.id
      AND ($2::date IS NULL OR p.value_date <= $2) AND ($3::timestamptz IS NULL OR p.booked_at <= $3)) AS stands
  FROM ledger.account a WHERE a.tenant_id = $1`;

const summed = (accounts: string): string => `
  SELECT code, currency, coalesce(sum(stands) FILTER (WHERE stands > 0), 0)::text AS debit,
         coalesce(-sum(stands) FILTER (WHERE stands < 0), 0)::text AS credit
  FROM (${accounts}) AS account GROUP BY code, currency ORDER BY currency, code`;

/** The proof of double entry: for each currency, what stands in debit is what stands in credit. */
@Injectable()
export class TrialBalances {
  async draw(view: View, asOf: AsOf): Promise<TrialBalance[]> {
    const asThingsStand = asOf.valueDate === undefined && asOf.bookedAt === undefined;
    const rows = asThingsStand
      ? await view.query<Row>(summed(CURRENT), [view.tenantId])
      : await view.query<Row>(summed(RECOUNTED), [view.tenantId, asOf.valueDate ?? null, asOf.bookedAt ?? null]);
    return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, group]) => total(currency, group));
  }
}

function total(currency: string, rows: readonly Row[]): TrialBalance {
  const lines = rows.map(({ code, debit, credit }) => ({
    code,
    debit: Money.ofMinor(BigInt(debit), currency),
    credit: Money.ofMinor(BigInt(credit), currency),
  }));
  const debit = Money.sum(
    lines.map((line) => line.debit),
    currency,
  );
  const credit = Money.sum(
    lines.map((line) => line.credit),
    currency,
  );
  return { currency, debit, credit, difference: debit.minus(credit), lines };
}
