import { createHash } from 'node:crypto';

/** One audit line as it is stored; the chain covers every field. */
export interface AuditLine {
  readonly id: string;
  readonly occurred_at: Date;
  readonly actor: string;
  readonly action: string;
  readonly resource_type: string;
  readonly resource_id: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly details: unknown;
  /** Both null where nobody acted for another. */
  readonly acting_tenant: string | null;
  readonly mandate_id: string | null;
}

/**
 * `hash(n) = SHA-256(hash(n−1) ‖ canonical JSON of line n)`, with 32 zero bytes before the first line.
 * The line of one who acted for another has two fields more; a line without them hashes as it did before there were any.
 * Object keys are sorted, so that a line read back from the database hashes as it did when it was written.
 */
export function chainHash(previous: Buffer, line: AuditLine): Buffer {
  const fields = [
    line.id,
    line.occurred_at.toISOString(),
    line.actor,
    line.action,
    line.resource_type,
    line.resource_id,
    line.from_state,
    line.to_state,
    line.details,
    ...(line.mandate_id === null && line.acting_tenant === null ? [] : [line.acting_tenant, line.mandate_id]),
  ];
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify(canonical(fields)))
    .digest();
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
}
