import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';

/** Switches an endpoint off for its receiver's own sake, and says so by an event that other endpoints hear. */
@Injectable()
export class EndpointDisabler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async disable(
    tenantId: string,
    endpointId: string,
    reason: 'gone' | 'failing',
    lastStatus: number | null,
  ): Promise<void> {
    const caller = { tenantId, actor: 'platform:webhooks', traceparent: null };
    await this.unitOfWork.run(caller, async (tx) => {
      const endpoint = await tx.lock(WebhookEndpoint, endpointId);
      if (endpoint?.state !== 'enabled') return;
      endpoint.disable(reason, tx.now);
      await tx.store(WebhookEndpoint, endpoint);
      publish(tx, {
        type: 'webhooks.endpoint.disabled',
        resource: { type: 'webhookEndpoint', id: endpointId },
        changed: ['state'],
        data: { reason, lastStatus },
      });
      const resource = { resourceType: 'webhookEndpoint', resourceId: endpointId };
      audit(tx, {
        action: 'webhooks.endpoint.disable',
        ...resource,
        from: 'enabled',
        to: 'disabled',
        details: { reason },
      });
    });
  }
}
