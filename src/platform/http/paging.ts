import { ApiProperty } from '@nestjs/swagger';

import { type View } from '../database/session.js';
import { type SqlValue } from '../database/sql-value.js';
import { SAY } from '../platform.sentences.js';
import { type Condition } from './condition.js';
import { type CreatedAtBounds, createdWithin } from './created-at.js';
import { InstantField, QueryInteger, TextField } from './fields.js';
import { MalformedRequestError } from './request.errors.js';

/** Query of every list: how many, and where to go on. Subclass it to add filters. */
export class PageQuery {
  @QueryInteger({ description: 'How many at most', min: 1, max: 100, fallback: 50, example: 50 })
  limit?: number;

  @TextField({ description: 'Where the last page ended: its `nextCursor`, unchanged', optional: true, max: 200 })
  cursor?: string;
}

/** Query of a list whose resources have a `createdAt`. */
export class DatedPageQuery extends PageQuery implements CreatedAtBounds {
  @InstantField({ description: 'Made at or after this instant', optional: true })
  'createdAt[gte]'?: string;

  @InstantField({ description: 'Made after this instant', optional: true })
  'createdAt[gt]'?: string;

  @InstantField({ description: 'Made at or before this instant', optional: true })
  'createdAt[lte]'?: string;

  @InstantField({ description: 'Made before this instant', optional: true })
  'createdAt[lt]'?: string;
}

export interface Page<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** A DTO class for a page of `type`. */
export function PageOf<Row extends object>(type: new () => Row): new () => Page<Row> {
  class PageDto implements Page<Row> {
    @ApiProperty({
      type,
      isArray: true,
      maxItems: 100,
      description: 'The resources, newest first unless said otherwise',
    })
    readonly data!: Row[];

    @ApiProperty({
      type: 'string',
      nullable: true,
      maxLength: 200,
      description: 'Send it as `cursor` for the next page; null on the last',
    })
    readonly nextCursor!: string | null;
  }
  Object.defineProperty(PageDto, 'name', { value: `${type.name.replace(/Dto$/, '')}PageDto` });
  return PageDto;
}

/** `column IN (…)`, from a filter such as `state=a,b`; absent filters give no condition. */
export function among(column: string, filter: string | undefined): Condition[] {
  if (filter === undefined) return [];
  return [{ sql: (next) => `${column} = ANY(${next(filter.split(','))})` }];
}

export function equal(column: string, value: SqlValue | undefined): Condition[] {
  return value === undefined ? [] : [{ sql: (next) => `${column} = ${next(value)}` }];
}

export function atLeast(column: string, value: SqlValue | undefined): Condition[] {
  return value === undefined ? [] : [{ sql: (next) => `${column} >= ${next(value)}` }];
}

export function before(column: string, value: SqlValue | undefined): Condition[] {
  return value === undefined ? [] : [{ sql: (next) => `${column} < ${next(value)}` }];
}

export interface PageOptions {
  readonly table: string;
  /** A constant list; `id` among them. */
  readonly columns: string;
  /** Bounds on `createdAt` in it are kept to. */
  readonly query: PageQuery & CreatedAtBounds;
  readonly conditions?: readonly Condition[];
  /** True where a row has the id of something that may have been made long before it. */
  readonly hasOlderIds?: boolean;
}

/** One page by keyset on the id (UUIDv7: the order of creation), newest first, within the tenant. One statement. */
export async function page<Row extends { readonly id: string }>(
  view: View,
  { table, columns, query, conditions = [], hasOlderIds }: PageOptions,
): Promise<Page<Row>> {
  const limit = query.limit ?? 50;
  const values: SqlValue[] = [view.tenantId];
  const next = (value: SqlValue): string => `$${values.push(value)}`;
  const all = [...conditions, ...createdWithin(query, view.caller, hasOlderIds)];
  const where = ['tenant_id = $1', ...all.map(({ sql }) => sql(next))];
  if (query.cursor !== undefined) where.push(`id < ${next(cursorId(query.cursor))}`);
  const sql = `SELECT ${columns} FROM ${table} WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT ${next(limit + 1)}`;
  const rows = await view.query<Row>(sql, values);
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last.id) : null };
}

export function cursorOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** @throws MalformedRequestError when it is not a cursor that we gave */
export function cursorId(cursor: string): string {
  const hex = /^[\w-]{22}$/.test(cursor) ? Buffer.from(cursor, 'base64url').toString('hex') : '';
  const match = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex);
  if (match === null) {
    throw new MalformedRequestError(SAY.cursor_foreign, [
      { pointer: '?cursor', code: 'format', message: SAY.cursor_unchanged },
    ]);
  }
  return match.slice(1).join('-');
}

/** The cursor of something that is known by its number. Cursors look alike everywhere: as ids do. */
export function cursorAt(number: number): string {
  return cursorOf(`00000000-0000-0000-0000-${number.toString(16).padStart(12, '0')}`);
}

/** @throws MalformedRequestError when it is not a cursor that we gave */
export function numberAt(cursor: string): number {
  return Math.min(Number.parseInt(cursorId(cursor).slice(-12), 16), 2_147_483_647);
}

/** Maps the rows of a page to their DTOs. */
export function mapPage<Row, Dto>({ data, nextCursor }: Page<Row>, present: (row: Row) => Dto): Page<Dto> {
  return { data: data.map(present), nextCursor };
}
