import { type SqlValue } from '../database/sql-value.js';

/** One condition of a list: SQL with `$n` for its values. */
export interface Condition {
  readonly sql: (next: (value: SqlValue) => string) => string;
}
