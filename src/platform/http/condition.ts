import { type SqlValue } from '../database/session.js';

/** One condition of a list: SQL with `$n` for its values. */
export interface Condition {
  readonly sql: (next: (value: SqlValue) => string) => string;
}
