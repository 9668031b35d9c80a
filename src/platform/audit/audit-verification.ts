import { Injectable } from '@nestjs/common';

import { type Caller } from '../database/caller.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type AuditLine, chainHash } from './audit-chain.js';

const BATCH = 1_000;

/** Why the chain does not hold. */
export type ChainFault = 'line_changed' | 'line_missing' | 'seal_missing';

export interface ChainReport {
  readonly isIntact: boolean;
  /** Lines whose seal was recomputed and found right. */
  readonly verified: bigint;
  /** Lines that no seal covers yet: the newest, for some moments. */
  readonly unsealed: bigint;
  /** Hash of the last good seal, hex; who keeps it elsewhere can prove later that nothing before it was changed. */
  readonly head: string;
  readonly brokenAt: { readonly position: bigint; readonly fault: ChainFault; readonly recordId: string | null } | null;
}

interface SealedLine extends AuditLine {
  readonly position: string;
  readonly record_id: string;
  readonly hash: Buffer;
  /** Null where the line of the seal is gone. */
  readonly id: string;
}

const NEXT = `
  SELECT s.position, s.record_id, s.hash, r.id, r.occurred_at, r.actor, r.action, r.resource_type, r.resource_id, r.from_state,
         r.to_state, r.details, r.acting_tenant, r.mandate_id
  FROM (SELECT * FROM audit.seal WHERE tenant_id = $1 AND position > $2 ORDER BY position LIMIT ${BATCH}) AS s
  LEFT JOIN audit.record r ON r.tenant_id = $1 AND r.id = s.record_id
  ORDER BY s.position`;
const UNSEALED = `
  SELECT ((SELECT count(*) FROM audit.record WHERE tenant_id = $1)
        - (SELECT count(*) FROM audit.seal s WHERE s.tenant_id = $1
             AND EXISTS (SELECT 1 FROM audit.record r WHERE r.tenant_id = $1 AND r.id = s.record_id)))::text AS unsealed`;

/** Recomputes a tenant's chain from its first line, in batches: whatever its length, memory stays the same. */
@Injectable()
export class AuditVerification {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async verify(caller: Caller): Promise<ChainReport> {
    let position = 0n;
    let head: Buffer = Buffer.alloc(32);
    for (;;) {
      const lines = await this.unitOfWork.read(caller, (view) =>
        view.query<SealedLine>(NEXT, [view.tenantId, position.toString()]),
      );
      for (const line of lines) {
        const fault = faultOf(line, position + 1n, head);
        if (fault !== null) return this.report(caller, position, head, { fault, recordId: line.record_id });
        position += 1n;
        head = line.hash;
      }
      if (lines.length < BATCH) return this.report(caller, position, head, null);
    }
  }

  private async report(
    caller: Caller,
    verified: bigint,
    head: Buffer,
    broken: { readonly fault: ChainFault; readonly recordId: string } | null,
  ): Promise<ChainReport> {
    const [row] = await this.unitOfWork.read(caller, (view) =>
      view.query<{ unsealed: string }>(UNSEALED, [view.tenantId]),
    );
    return {
      isIntact: broken === null,
      verified,
      unsealed: BigInt(row?.unsealed ?? 0),
      head: head.toString('hex'),
      brokenAt: broken === null ? null : { position: verified + 1n, ...broken },
    };
  }
}

function faultOf(line: SealedLine, expected: bigint, previous: Buffer): ChainFault | null {
  if (BigInt(line.position) !== expected) return 'seal_missing';
  if ((line.id as string | null) === null) return 'line_missing';
  return chainHash(previous, line).equals(line.hash) ? null : 'line_changed';
}
