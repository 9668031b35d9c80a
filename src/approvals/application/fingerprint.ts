import { createHash } from 'node:crypto';

/** Anything JSON can say; what is `undefined` does not exist. */
export type Essentials = Readonly<Record<string, unknown>>;

/**
 * What an approval is bound to. Of the values alone: PostgreSQL gives the keys of what it kept in another order than they
 * were written.
 */
export function fingerprintOf(essentials: Essentials): string {
  return createHash('sha256').update(canonical(essentials)).digest('base64url');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
