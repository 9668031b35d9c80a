import { firstIdAt } from '../../kernel/ids.js';
import { type Caller } from '../database/caller.js';
import { type Condition } from './condition.js';

/** When the rows of a list were made: bounds in RFC 3339, as the query gives them. */
export interface CreatedAtBounds {
  readonly 'createdAt[gte]'?: string;
  readonly 'createdAt[gt]'?: string;
  readonly 'createdAt[lte]'?: string;
  readonly 'createdAt[lt]'?: string;
}

const BOUNDS = [
  ['createdAt[gte]', '>='],
  ['createdAt[gt]', '>'],
  ['createdAt[lte]', '<='],
  ['createdAt[lt]', '<'],
] as const;

/** Ids tell the time of the process that made them, rows the time of their transaction; no two are that far apart. */
const APART_MS = 86_400_000;

/**
 * `created_at` decides. In a live tenant it is real time, as the id is, so the key of the page is bounded too, and the rows
 * outside are not walked through. A sandbox tenant's rows have the time of its test clock, and its ids say nothing of that.
 * @param hasOlderIds rows that were given the id of something made before them: their ids bound them from above only
 */
export function createdWithin(bounds: CreatedAtBounds, { livemode }: Caller, hasOlderIds = false): Condition[] {
  return BOUNDS.flatMap(([name, operator]) => {
    const instant = bounds[name];
    if (instant === undefined) return [];
    const conditions: Condition[] = [{ sql: (next) => `created_at ${operator} ${next(instant)}` }];
    const isLower = operator.startsWith('>');
    if (livemode !== true || (isLower && hasOlderIds)) return conditions;
    const id = firstIdAt(Date.parse(instant) + (isLower ? -APART_MS : APART_MS));
    return [...conditions, { sql: (next) => `id ${isLower ? '>=' : '<'} ${next(id)}` }];
  });
}
