import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { type AccountCode, type Side } from '../domain/chart.js';
import { type AsOf, type Balance } from './balances.js';
import { NO_PARTY } from './transfers.js';

export interface AccountFilter {
  readonly code?: string;
  readonly partyId?: string;
  readonly currency?: string;
  /** Balances of what was booked and held for this order alone. */
  readonly orderId?: string;
  readonly asOf: AsOf;
}

/** An account and what is in it. */
export interface AccountStatement {
  readonly id: string;
  readonly code: AccountCode;
  readonly partyId: string | null;
  readonly currency: string;
  readonly normalSide: Side;
  readonly openedAt: Date;
  readonly balance: Balance;
}

interface AccountRow {
  readonly id: string;
  readonly code: AccountCode;
  readonly party_id: string;
  readonly currency: string;
  readonly normal_side: Side;
  readonly opened_at: Date;
}

interface SumRow {
  readonly account_id: string;
  readonly posted: string;
  readonly held: string;
}

const CURRENT = `
  SELECT b.account_id, (b.posted_minor + coalesce((
           SELECT sum(u.amount_minor) FROM ledger.unfolded u
           WHERE u.tenant_id = b.tenant_id AND u.account_id = b.account_id), 0))::text AS posted,
         b.held_minor::text AS held
  FROM ledger.balance b WHERE b.tenant_id = $1 AND b.account_id = ANY($2)`;

const RECOUNTED = `
  SELECT a.id AS account_id,
         (coalesce((
           SELECT sum(p.amount_minor) FROM ledger.posting p
           WHERE p.tenant_id = a.tenant_id AND p.account_id = a.id
             AND ($3::date IS NULL OR p.value_date <= $3) AND ($4::timestamptz IS NULL OR p.booked_at <= $4)
             AND ($5::uuid IS NULL OR p.transfer_id IN (
               SELECT t.id FROM ledger.transfer t WHERE t.tenant_id = $1 AND t.order_id = $5)))
         , 0) * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END)::text AS posted,
         coalesce((
           SELECT sum(h.amount_minor) FROM ledger.hold h
           WHERE h.tenant_id = a.tenant_id AND h.account_id = a.id AND ($5::uuid IS NULL OR h.order_id = $5)
             AND h.created_at <= coalesce($4::timestamptz, 'infinity')
             AND (h.state = 'active' OR h.resolved_at > coalesce($4::timestamptz, 'infinity'))), 0)::text AS held
  FROM ledger.account a WHERE a.tenant_id = $1 AND a.id = ANY($2)`;

/** Lists accounts with their balances, in two statements whatever their number. */
@Injectable()
export class AccountReader {
  async list(view: View, query: PageQuery, filter: AccountFilter): Promise<Page<AccountStatement>> {
    const found = await page<AccountRow>(view, {
      table: 'ledger.account',
      columns: 'id, code, party_id, currency, normal_side, opened_at',
      query,
      conditions: [
        ...equal('code', filter.code),
        ...equal('party_id', filter.partyId),
        ...equal('currency', filter.currency),
      ],
    });
    const sums = await this.sums(view, found.data, filter);
    return { ...found, data: found.data.map((row) => statement(row, sums.get(row.id))) };
  }

  private async sums(
    view: View,
    accounts: readonly AccountRow[],
    { asOf, orderId }: AccountFilter,
  ): Promise<ReadonlyMap<string, SumRow>> {
    const ids = accounts.map(({ id }) => id);
    const asThingsStand = orderId === undefined && asOf.valueDate === undefined && asOf.bookedAt === undefined;
    const rows = asThingsStand
      ? await view.query<SumRow>(CURRENT, [view.tenantId, ids])
      : await view.query<SumRow>(RECOUNTED, [
          view.tenantId,
          ids,
          asOf.valueDate ?? null,
          asOf.bookedAt ?? null,
          orderId ?? null,
        ]);
    return new Map(rows.map((row) => [row.account_id, row]));
  }
}

function statement(row: AccountRow, sums: SumRow | undefined): AccountStatement {
  const { id, code, party_id, currency, normal_side, opened_at } = row;
  const posted = Money.ofMinor(BigInt(sums?.posted ?? 0), currency);
  const held = Money.ofMinor(BigInt(sums?.held ?? 0), currency);
  return {
    id,
    code,
    partyId: party_id === NO_PARTY ? null : party_id,
    currency,
    normalSide: normal_side,
    openedAt: opened_at,
    balance: { posted, held, available: posted.minus(held) },
  };
}
