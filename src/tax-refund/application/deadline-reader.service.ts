import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { type Condition } from '../../platform/http/condition.js';
import { among, atLeast, cursorId, cursorOf, equal, type Page } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/deadline.sentences.js';
import { type Deadline, DEADLINE_COLUMNS, findDeadline } from '../entities/deadlines.table.js';

export interface DeadlineFilter {
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly from?: LocalDate | undefined;
  /** Inclusive. */
  readonly to?: LocalDate | undefined;
  readonly sellerId?: string | undefined;
  readonly orderId?: string | undefined;
}

interface Position {
  readonly dueOn: LocalDate;
  readonly id: string;
}

const SEAL = `
  SELECT count(*) || ' ' || coalesce(sum(hashtextextended(id || ' ' || version, 0)::numeric), 0) AS seal FROM tax_refund.deadline`;

/** Deadlines as callers look at them: by their last day. */
@Injectable()
export class DeadlineReader {
  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Deadline> {
    const found = await findDeadline(view, id);
    if (found === null) throw new ResourceNotFoundError(SAY.no_such_deadline);
    return found;
  }

  /** By keyset on the last day, the next one first. @throws MalformedRequestError on a cursor that is not ours */
  async list(
    view: View,
    { limit = 50, cursor }: { limit?: number; cursor?: string },
    filter: DeadlineFilter,
  ): Promise<Page<Deadline>> {
    const rows = await this.after(view, cursor === undefined ? null : positionOf(cursor), limit + 1, filter);
    const data = rows.slice(0, limit);
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last !== undefined ? cursorAt(last) : null };
  }

  /** A text that is another one as soon as any of these deadlines has come, gone or changed. */
  async seal(view: View, filter: DeadlineFilter): Promise<string> {
    const values: SqlValue[] = [view.tenantId];
    const next = (value: SqlValue): string => `$${values.push(value)}`;
    const where = ['tenant_id = $1', ...conditionsOf(filter).map(({ sql }) => sql(next))];
    const [row] = await view.query<{ seal: string }>(`${SEAL} WHERE ${where.join(' AND ')}`, values);
    return row?.seal ?? '';
  }

  /** The deadlines after a position, in the order of their last days. */
  after(view: View, position: Position | null, max: number, filter: DeadlineFilter): Promise<Deadline[]> {
    const values: SqlValue[] = [view.tenantId];
    const next = (value: SqlValue): string => `$${values.push(value)}`;
    const where = ['tenant_id = $1', ...conditionsOf(filter).map(({ sql }) => sql(next))];
    if (position !== null) where.push(`(due_on, id) > (${next(position.dueOn)}::date, ${next(position.id)}::uuid)`);
    return view.query<Deadline>(
      `SELECT ${DEADLINE_COLUMNS} FROM tax_refund.deadline WHERE ${where.join(' AND ')} ORDER BY due_on, id LIMIT ${next(max)}`,
      values,
    );
  }
}

function conditionsOf({ kind, state, from, to, sellerId, orderId }: DeadlineFilter): Condition[] {
  return [
    ...among('kind', kind),
    ...among('state', state),
    ...atLeast('due_on', from),
    ...(to === undefined ? [] : [{ sql: (next: (value: SqlValue) => string) => `due_on <= ${next(to)}` }]),
    ...equal('seller_id', sellerId),
    ...equal('order_id', orderId),
  ];
}

function cursorAt({ dueOn, id }: Position): string {
  return `${dueOn.replaceAll('-', '')}${cursorOf(id)}`;
}

function positionOf(cursor: string): Position {
  const [, year, month, day, rest] = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(.*)$/.exec(cursor) ?? [];
  // What is no day of ours is no cursor of ours either, and is refused as one.
  const id = cursorId(rest ?? '');
  return { dueOn: `${year ?? ''}-${month ?? ''}-${day ?? ''}`, id };
}
