import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { EndpointDisabledError } from '../domain/webhooks.errors.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';
import { DELIVERY_COLUMNS, type DeliveryRow } from './delivery-log.service.js';
import { isEventType, sampleEvent } from './event-types.js';

const INSERT = `
  INSERT INTO webhooks.delivery (tenant_id, id, endpoint_id, event_id, state, next_attempt_at, created_at, sample)
  VALUES ($1, $2, $3, $4, 'pending', now(), now(), $5) RETURNING ${DELIVERY_COLUMNS}`;

/** Sends what did not happen, by the road of what did: so that a receiver can be tried. */
@Injectable()
export class TestSends {
  /** @throws ResourceNotFoundError, EndpointDisabledError, and InvalidInputError when there is no such type */
  async send(tx: Tx, endpointId: string, type: string): Promise<DeliveryRow> {
    const endpoint = await tx.find(WebhookEndpoint, endpointId);
    if (endpoint === null || endpoint.state === 'removed') throw new ResourceNotFoundError(SAY.no_such_endpoint);
    if (endpoint.state === 'disabled') throw new EndpointDisabledError(SAY.endpoint_disabled);
    if (!isEventType(type)) {
      const message = SAY.no_such_event_type;
      throw new InvalidInputError([{ pointer: '/eventType', code: 'unknown', message }], message);
    }
    const eventId = newId();
    const sample = JSON.stringify(sampleEvent(type, { eventId, occurredAt: tx.now, livemode: tx.livemode }));
    const [row] = await tx.query<DeliveryRow>(INSERT, [tx.tenantId, newId(), endpointId, eventId, sample]);
    if (row === undefined) throw new Error('A test delivery was not written');
    const about = { resourceType: 'webhookEndpoint', resourceId: endpointId };
    audit(tx, { action: 'webhooks.endpoint.test', ...about, details: { type } });
    return row;
  }
}
