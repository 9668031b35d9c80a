import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { among, equal, type Page, page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { DeliveryPendingError } from '../domain/webhooks.errors.js';
import { SAY } from '../domain/webhooks.sentences.js';

export interface DeliveryRow {
  readonly id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly is_test: boolean;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly next_attempt_at: Date;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly delivered_at: Date | null;
  readonly created_at: Date;
}

export interface AttemptRow {
  readonly number: number;
  readonly started_at: Date;
  readonly duration_ms: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
}

export interface DeliveryFilter extends PageQuery {
  readonly endpointUuid?: string | undefined;
  readonly eventUuid?: string | undefined;
  readonly state?: string | undefined;
}

export const DELIVERY_COLUMNS =
  'id, endpoint_id, event_id, sample IS NOT NULL AS is_test, state, attempts, next_attempt_at, last_status, last_error, delivered_at, created_at';
const ATTEMPTS = `
  SELECT number, started_at, duration_ms, status, error, response FROM webhooks.attempt
  WHERE tenant_id = $1 AND delivery_id = $2 ORDER BY id`;
const SEND_AGAIN = `
  UPDATE webhooks.delivery SET state = 'pending', attempts = 0, next_attempt_at = now()
  WHERE tenant_id = $1 AND id = $2 AND state <> 'pending' RETURNING ${DELIVERY_COLUMNS}`;

/** What was sent where, and what came of it. */
@Injectable()
export class DeliveryLog {
  list(view: View, query: DeliveryFilter): Promise<Page<DeliveryRow>> {
    return page<DeliveryRow>(view, {
      table: 'webhooks.delivery',
      hasOlderIds: true,
      columns: DELIVERY_COLUMNS,
      query,
      conditions: [
        ...equal('endpoint_id', query.endpointUuid),
        ...equal('event_id', query.eventUuid),
        ...among('state', query.state),
      ],
    });
  }

  async get(view: View, id: string): Promise<{ delivery: DeliveryRow; attempts: AttemptRow[] }> {
    const [delivery] = await view.query<DeliveryRow>(
      `SELECT ${DELIVERY_COLUMNS} FROM webhooks.delivery WHERE tenant_id = $1 AND id = $2`,
      [view.tenantId, id],
    );
    if (delivery === undefined) throw new ResourceNotFoundError(SAY.no_such_delivery);
    return { delivery, attempts: await view.query<AttemptRow>(ATTEMPTS, [view.tenantId, id]) };
  }

  /** Sends a finished delivery once more, with the same `webhook-id` and a fresh round of tries. */
  async sendAgain(tx: Tx, id: string): Promise<{ delivery: DeliveryRow; attempts: AttemptRow[] }> {
    const { delivery } = await this.get(tx, id);
    const [again] = await tx.query<DeliveryRow>(SEND_AGAIN, [tx.tenantId, id]);
    if (again === undefined) throw new DeliveryPendingError(SAY.still_trying);
    audit(tx, {
      action: 'webhooks.delivery.send_again',
      resourceType: 'webhookDelivery',
      resourceId: id,
      from: delivery.state,
      to: 'pending',
    });
    return { delivery: again, attempts: await tx.query<AttemptRow>(ATTEMPTS, [tx.tenantId, id]) };
  }
}
