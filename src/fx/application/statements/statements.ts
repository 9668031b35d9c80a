import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../../kernel/local-date.js';
import { type View } from '../../../platform/database/session.js';
import {
  atLeast,
  cursorAt,
  type DatedPageQuery,
  equal,
  numberAt,
  page,
  type Page,
  type PageQuery,
} from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { SAY } from '../../domain/statements/statement.sentences.js';
import { type BankEntryRow, countsOf, type ReportCount } from '../../entities/bank-files.table.js';
import { entriesOfStatement, type StatementRow, statementsOf } from '../../entities/statements.table.js';

export interface StatementFilter {
  readonly accountId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

export interface CountedStatement {
  readonly statement: StatementRow;
  readonly counts: readonly ReportCount[];
}

/** Statements of accounts at the bank, as its files told them: each account, day and page once, in however many files. */
@Injectable()
export class Statements {
  async list(
    view: View,
    query: DatedPageQuery,
    { accountId, partyId, from, to }: StatementFilter,
  ): Promise<Page<CountedStatement>> {
    const found = await page<{ id: string }>(view, {
      table: 'fx.bank_report',
      columns: 'id',
      query,
      conditions: [
        ...equal('kind', 'statement'),
        { sql: () => 'repeats IS NULL' },
        ...equal('account_id', accountId),
        ...equal('party_id', partyId),
        ...atLeast('to_on', from),
        ...(to === undefined ? [] : [{ sql: (next: (value: string) => string) => `to_on <= ${next(to)}` }]),
      ],
    });
    const ids = found.data.map(({ id }) => id);
    const [rows, counts] = [await statementsOf(view, ids), await countsOf(view, ids)];
    const data = ids.flatMap((id) => rows.get(id) ?? []).map((statement) => ({ statement, counts }));
    return { ...found, data };
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<CountedStatement> {
    const statement = (await statementsOf(view, [id])).get(id);
    if (statement === undefined) throw new ResourceNotFoundError(SAY.no_such_statement);
    return { statement, counts: await countsOf(view, [id]) };
  }

  /** All its entries, in their order. @throws ResourceNotFoundError */
  async entries(view: View, id: string, { limit = 50, cursor }: PageQuery): Promise<Page<BankEntryRow>> {
    await this.get(view, id);
    const rows = await entriesOfStatement(view, id, cursor === undefined ? 0 : numberAt(cursor), limit + 1);
    const data = rows.slice(0, limit);
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last !== undefined ? cursorAt(last.ordinal) : null };
  }
}
