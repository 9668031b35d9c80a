import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { among, equal, type Page, page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { EndpointDisabledError, ReplayRunningError } from '../domain/webhooks.errors.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';

export interface ReplayRow {
  readonly id: string;
  readonly endpoint_id: string;
  readonly event_id: string | null;
  readonly since: Date | null;
  readonly until: Date | null;
  readonly missing: boolean;
  readonly state: 'running' | 'completed' | 'stopped';
  readonly position: string;
  readonly last_position: string;
  readonly queued: number;
  readonly created_at: Date;
  readonly completed_at: Date | null;
}

/** One event; or all since an instant, or of those only what was never delivered. */
export interface ReplayRequest {
  readonly eventId?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly missing?: boolean | undefined;
}

const COLUMNS =
  'id, endpoint_id, event_id, since, until, missing, state, position, last_position, queued, created_at, completed_at';
/** From the first to the last of the feed as it is now. */
const INSERT = `
  INSERT INTO webhooks.replay (tenant_id, id, endpoint_id, event_id, since, until, missing, state, position, last_position,
                               created_at, worked_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, 'running', coalesce(f.first - 1, 0), coalesce(f.last, 0), $8, now()
  FROM (SELECT min(position) AS first, max(position) AS last FROM platform.event_feed WHERE tenant_id = $1) AS f
  RETURNING ${COLUMNS}`;
const RUNNING = `SELECT 1 FROM webhooks.replay WHERE tenant_id = $1 AND endpoint_id = $2 AND state = 'running'`;
const EVENT = `SELECT 1 FROM platform.event WHERE tenant_id = $1 AND id = $2`;
const GET = `SELECT ${COLUMNS} FROM webhooks.replay WHERE tenant_id = $1 AND id = $2`;

/** Events that are sent again, as callers ask for it; the Replayer of the worker does it. */
@Injectable()
export class Replays {
  /**
   * @throws InvalidInputError when it does not say which
   * @throws EndpointDisabledError, ReplayRunningError
   */
  async start(tx: Tx, endpointId: string, request: ReplayRequest): Promise<ReplayRow> {
    const endpoint = await tx.lock(WebhookEndpoint, endpointId);
    if (endpoint === null || endpoint.state === 'removed') throw new ResourceNotFoundError(SAY.no_such_endpoint);
    assertOneWay(request);
    if (endpoint.state === 'disabled') throw new EndpointDisabledError(SAY.endpoint_disabled);
    const { eventId, until, missing = false } = request;
    if (eventId !== undefined) await this.assertEvent(tx, eventId);
    if ((await tx.query(RUNNING, [tx.tenantId, endpointId])).length > 0) {
      throw new ReplayRunningError(SAY.replay_running);
    }
    // An endpoint has missed nothing that happened before it was there.
    const since = request.since ?? (missing ? endpoint.createdAt : null);
    const values = [tx.tenantId, newId(), endpointId, eventId ?? null, since, until ?? null, missing, tx.now];
    const [row] = await tx.query<ReplayRow>(INSERT, values);
    if (row === undefined) throw new Error('A replay was not written');
    const about = { resourceType: 'webhookReplay', resourceId: row.id, to: row.state };
    audit(tx, { action: 'webhooks.replay.start', ...about, details: { missing } });
    return row;
  }

  list(view: View, query: PageQuery & { endpointUuid?: string | undefined; state?: string }): Promise<Page<ReplayRow>> {
    return page<ReplayRow>(view, {
      table: 'webhooks.replay',
      columns: COLUMNS,
      query,
      conditions: [...equal('endpoint_id', query.endpointUuid), ...among('state', query.state)],
    });
  }

  async get(view: View, id: string): Promise<ReplayRow> {
    const [row] = await view.query<ReplayRow>(GET, [view.tenantId, id]);
    if (row === undefined) throw new ResourceNotFoundError(SAY.no_such_replay);
    return row;
  }

  private async assertEvent(tx: Tx, id: string): Promise<void> {
    if ((await tx.query(EVENT, [tx.tenantId, id])).length === 0) throw new ResourceNotFoundError(SAY.no_such_event);
  }
}

function assertOneWay({ eventId, since, until, missing = false }: ReplayRequest): void {
  const isOne = eventId !== undefined;
  const isMany = since !== undefined || missing;
  if (isOne === isMany || (isOne && until !== undefined)) {
    throw new InvalidInputError([{ pointer: '', code: 'one_of', message: SAY.replay_which }], SAY.replay_which);
  }
}
