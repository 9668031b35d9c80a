import { type View } from '../database/session.js';
import { type AuditLine, chainHash } from './audit-chain.js';

/** A line of the audit with its place in the chain, so that who has only this can recompute its hash. */
export interface ExtractedLine {
  readonly id: string;
  readonly occurredAt: string;
  readonly actor: string;
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly details: unknown;
  readonly actingTenant: string | null;
  readonly mandateId: string | null;
  /** Null while no seal covers it: the newest, for some moments. */
  readonly seal: {
    readonly position: string;
    /** Hex; `hash` is SHA-256 over the previous hash and this line. */
    readonly previousHash: string;
    readonly hash: string;
    readonly isRight: boolean;
  } | null;
}

interface Row extends AuditLine {
  readonly position: string | null;
  readonly hash: Buffer | null;
  readonly previous: Buffer | null;
}

const LINES_MAX = 5_000;
const LINES = `
  SELECT r.id, r.occurred_at, r.actor, r.action, r.resource_type, r.resource_id, r.from_state, r.to_state, r.details,
         r.acting_tenant, r.mandate_id, s.position, s.hash, p.hash AS previous
  FROM audit.record r
  LEFT JOIN audit.seal s ON s.tenant_id = r.tenant_id AND s.record_id = r.id
  LEFT JOIN audit.seal p ON p.tenant_id = s.tenant_id AND p.position = s.position - 1
  WHERE r.tenant_id = $1 AND r.resource_id = ANY($2::text[]) ORDER BY r.id LIMIT ${LINES_MAX}`;

/** The lines about some resources, each recomputed against its seal. @param ids as rows have them, not as the API shows them */
export async function auditExtract(view: View, ids: readonly string[]): Promise<ExtractedLine[]> {
  const rows = await view.query<Row>(LINES, [view.tenantId, [...ids]]);
  return rows.map((row) => ({
    id: row.id,
    occurredAt: row.occurred_at.toISOString(),
    actor: row.actor,
    action: row.action,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    fromState: row.from_state,
    toState: row.to_state,
    details: row.details,
    actingTenant: row.acting_tenant,
    mandateId: row.mandate_id,
    seal: sealOf(row),
  }));
}

function sealOf(row: Row): ExtractedLine['seal'] {
  const { position, hash } = row;
  if (position === null || hash === null) return null;
  const previous = row.previous ?? Buffer.alloc(32);
  const isRight = chainHash(previous, row).equals(hash);
  return { position, previousHash: previous.toString('hex'), hash: hash.toString('hex'), isRight };
}
