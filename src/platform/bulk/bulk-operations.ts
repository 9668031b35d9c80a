import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { type View } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { among, cursorAt, equal, numberAt, page, type Page, type PageQuery } from '../http/paging.js';
import { type Principal } from '../http/request.js';
import { type BulkItem, type BulkOperation, COLUMNS, ITEM_COLUMNS, operationOf } from './bulk-operation.js';
import { OperationResultDto } from './operation.dto.js';

/** Of a download, what is in memory at once. */
const LINES_AT_ONCE = 500;

const RESULTS = `
  SELECT ${ITEM_COLUMNS} FROM platform.operation_item
  WHERE tenant_id = $1 AND operation_id = $2 AND index > $3 AND ($4::text[] IS NULL OR state = ANY($4))
  ORDER BY index LIMIT $5`;
const FAILED = `
  SELECT ${ITEM_COLUMNS} FROM platform.operation_item
  WHERE tenant_id = $1 AND operation_id = $2 AND index > $3 AND state = 'failed' ORDER BY index LIMIT $4`;

/** Reads how bulk work stands, and what became of its items. */
@Injectable()
export class BulkOperations {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(view: View, query: PageQuery, filter: { state?: string; kind?: string }): Promise<Page<BulkOperation>> {
    return page<BulkOperation>(view, {
      table: 'platform.operation',
      columns: COLUMNS,
      query,
      conditions: [...among('state', filter.state), ...equal('kind', filter.kind)],
    });
  }

  /**
   * All of them, one JSON object a line, in the order of the items. Read a part at a time, each in a transaction of its own: so
   * no more than a part is in memory, and nothing is held for a client that is slow.
   * @throws ResourceNotFoundError before the first line
   */
  async lines(caller: Principal, id: string, { cursor, state }: PageQuery & { state?: string }): Promise<Readable> {
    const part = (after: number): Promise<BulkItem[]> =>
      this.unitOfWork.read(caller, (view) => itemsOf(view, id, { after, limit: LINES_AT_ONCE, state }));
    await this.unitOfWork.read(caller, (view) => operationOf(view, id));
    return Readable.from(linesOf(part, cursor === undefined ? -1 : numberAt(cursor), caller), { objectMode: false });
  }

  /** In the order of the items. @throws ResourceNotFoundError */
  async results(view: View, id: string, query: PageQuery & { state?: string }): Promise<Page<BulkItem>> {
    await operationOf(view, id);
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? -1 : numberAt(query.cursor);
    const rows = await itemsOf(view, id, { after, limit: limit + 1, state: query.state });
    const data = rows.slice(0, limit);
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last !== undefined ? cursorAt(last.index) : null };
  }
}

async function* linesOf(
  part: (after: number) => Promise<BulkItem[]>,
  start: number,
  mode: Pick<Principal, 'livemode'>,
): AsyncGenerator<string> {
  let after = start;
  for (let items = await part(after); items.length > 0; items = await part(after)) {
    after = items.at(-1)?.index ?? after;
    yield items.map((item) => `${JSON.stringify(OperationResultDto.from(item, mode))}\n`).join('');
    if (items.length < LINES_AT_ONCE) return;
  }
}

interface Which {
  readonly after: number;
  readonly limit: number;
  readonly state: string | undefined;
}

function itemsOf(view: View, id: string, { after, limit, state }: Which): Promise<BulkItem[]> {
  if (state === 'failed') return view.query(FAILED, [view.tenantId, id, after, limit]);
  return view.query(RESULTS, [view.tenantId, id, after, state?.split(',') ?? null, limit]);
}
