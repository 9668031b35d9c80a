import { Injectable } from '@nestjs/common';

import { type View } from '../database/session.js';
import { atLeast, before, equal, page, type Page, type PageQuery } from '../http/paging.js';

/** Who did what to which thing, from which state to which. */
export interface AuditRecord {
  readonly id: string;
  readonly occurredAt: Date;
  readonly actor: string;
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly actingTenant: string | null;
  readonly mandateId: string | null;
}

export interface AuditFilter {
  readonly resourceId?: string;
  readonly actor?: string;
  readonly actingTenant?: string;
  readonly action?: string;
  readonly from?: Date;
  readonly until?: Date;
}

const COLUMNS = `
  id, occurred_at AS "occurredAt", actor, action, resource_type AS "resourceType", resource_id AS "resourceId",
  from_state AS "fromState", to_state AS "toState", details,
  acting_tenant AS "actingTenant", mandate_id AS "mandateId"`;

@Injectable()
export class AuditLog {
  list(view: View, query: PageQuery, filter: AuditFilter): Promise<Page<AuditRecord>> {
    return page<AuditRecord>(view, {
      table: 'audit.record',
      columns: COLUMNS,
      query,
      conditions: [
        ...equal('resource_id', filter.resourceId),
        ...equal('actor', filter.actor),
        ...equal('acting_tenant', filter.actingTenant),
        ...equal('action', filter.action),
        ...atLeast('occurred_at', filter.from),
        ...before('occurred_at', filter.until),
      ],
    });
  }
}
