import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { cursorId, cursorOf, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type AccountCode } from '../domain/chart.js';
import { SAY } from '../domain/ledger.sentences.js';
import { NO_PARTY } from './transfers.js';

export interface TransferFilter {
  readonly orderId?: string;
  readonly accountId?: string;
  readonly kind?: string;
}

export interface TransferPosting {
  readonly accountId: string;
  readonly code: AccountCode;
  readonly partyId: string | null;
  readonly subAccountId: string | null;
  /** Debit above zero, credit below. */
  readonly amount: Money;
}

/** A transfer as it stands in the books. */
export interface Transfer {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly orderId: string | null;
  readonly valueDate: LocalDate;
  readonly bookedAt: Date;
  readonly memo: string;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly postings: readonly TransferPosting[];
}

interface TransferRow {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly order_id: string | null;
  readonly value_date: string;
  readonly booked_at: Date;
  readonly memo: string;
  readonly reverses: string | null;
  readonly reversed_by: string | null;
}

interface PostingRow {
  readonly transfer_id: string;
  readonly account_id: string;
  readonly code: AccountCode;
  readonly party_id: string;
  readonly amount_minor: string;
  readonly currency: string;
  readonly sub_account_id: string | null;
}

const COLUMNS = `
  t.id, t.kind, t.key, t.order_id, t.value_date::text AS value_date, t.booked_at, t.memo, t.reverses,
  (SELECT r.id FROM ledger.transfer r WHERE r.tenant_id = t.tenant_id AND r.reverses = t.id) AS reversed_by`;

const POSTINGS = `
  SELECT p.transfer_id, p.account_id, a.code, a.party_id, p.amount_minor, p.currency, p.sub_account_id
  FROM ledger.posting p JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
  WHERE p.tenant_id = $1 AND p.transfer_id = ANY($2) ORDER BY p.transfer_id, p.seq`;

const ONE = `SELECT ${COLUMNS} FROM ledger.transfer t WHERE t.tenant_id = $1 AND t.id = $2`;

const OLDEST_FIRST = `
  SELECT ${COLUMNS} FROM ledger.transfer t
  WHERE t.tenant_id = $1 AND t.id > $2 AND t.id <= $3 ORDER BY t.id LIMIT $4`;

/** Reads transfers with their postings: two statements for a page, whatever it holds. */
@Injectable()
export class TransferReader {
  async list(view: View, query: PageQuery, filter: TransferFilter): Promise<Page<Transfer>> {
    const limit = query.limit ?? 50;
    const { sql, values } = listSql(view.tenantId, query.cursor, limit + 1, filter);
    const rows = await view.query<TransferRow>(sql, values);
    const data = await this.withPostings(view, rows.slice(0, limit));
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last.id) : null };
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Transfer> {
    const [found] = await this.withPostings(view, await view.query<TransferRow>(ONE, [view.tenantId, id]));
    if (found === undefined) throw new ResourceNotFoundError(SAY.no_such_transfer);
    return found;
  }

  /** The next transfers after one and up to another, in the order in which they were made. */
  async between(view: View, afterId: string, lastId: string, limit: number): Promise<Transfer[]> {
    return this.withPostings(
      view,
      await view.query<TransferRow>(OLDEST_FIRST, [view.tenantId, afterId, lastId, limit]),
    );
  }

  private async withPostings(view: View, rows: readonly TransferRow[]): Promise<Transfer[]> {
    if (rows.length === 0) return [];
    const postings = await view.query<PostingRow>(POSTINGS, [view.tenantId, rows.map(({ id }) => id)]);
    const byTransfer = Map.groupBy(postings, ({ transfer_id }) => transfer_id);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      key: row.key,
      orderId: row.order_id,
      valueDate: row.value_date,
      bookedAt: row.booked_at,
      memo: row.memo,
      reverses: row.reverses,
      reversedBy: row.reversed_by,
      postings: (byTransfer.get(row.id) ?? []).map((posting) => ({
        accountId: posting.account_id,
        code: posting.code,
        partyId: posting.party_id === NO_PARTY ? null : posting.party_id,
        subAccountId: posting.sub_account_id,
        amount: Money.ofMinor(BigInt(posting.amount_minor), posting.currency),
      })),
    }));
  }
}

/** Newest first. By account it walks that account's postings, so that a quiet account is not sought among all transfers. */
function listSql(
  tenantId: string,
  cursor: string | undefined,
  limit: number,
  { orderId, accountId, kind }: TransferFilter,
): { sql: string; values: SqlValue[] } {
  const values: SqlValue[] = [tenantId];
  const next = (value: SqlValue): string => `$${values.push(value)}`;
  const before = (column: string): string => (cursor === undefined ? '' : `AND ${column} < ${next(cursorId(cursor))}`);
  const filters = [
    ...(orderId === undefined ? [] : [`t.order_id = ${next(orderId)}`]),
    ...(kind === undefined ? [] : [`t.kind = ${next(kind)}`]),
  ].map((condition) => `AND ${condition}`);
  const where = `t.tenant_id = $1 ${filters.join(' ')}`;
  if (accountId === undefined) {
    const rows = `SELECT ${COLUMNS} FROM ledger.transfer t WHERE ${where} ${before('t.id')}`;
    return { sql: `${rows} ORDER BY t.id DESC LIMIT ${next(limit)}`, values };
  }
  const touched = `
    SELECT DISTINCT p.transfer_id FROM ledger.posting p
    WHERE p.tenant_id = $1 AND p.account_id = ${next(accountId)} ${before('p.transfer_id')}`;
  const sql = `
    SELECT ${COLUMNS} FROM (${touched}) AS h
    CROSS JOIN LATERAL (SELECT * FROM ledger.transfer t WHERE ${where} AND t.id = h.transfer_id LIMIT 1) AS t
    ORDER BY h.transfer_id DESC LIMIT ${next(limit)}`;
  return { sql, values };
}
