import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { sealSecret } from '../../platform/auth/secret-box.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { SecretRotatingError } from '../domain/webhooks.errors.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';
import { newWebhookSecret } from './signature.js';

const DAY_MS = 86_400_000;
const OVERLAP_MS = DAY_MS;
const OVERLAP_DAYS_MAX = 30;

/** Replaces the signing secrets of endpoints. They live by the real time, in sandbox tenants too. */
@Injectable()
export class EndpointSecrets {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * @param oldExpiresAt until when the old secret signs too; one that is past ends it at once
   * @returns the endpoint and its new secret, which is never shown again
   * @throws InvalidInputError when the old one would live too long
   * @throws SecretRotatingError while there are two: never three
   */
  async rotate(tx: Tx, id: string, oldExpiresAt?: Date): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
    const endpoint = await tx.lock(WebhookEndpoint, id);
    if (endpoint === null || endpoint.state === 'removed') throw new ResourceNotFoundError(SAY.no_such_endpoint);
    tx.assertFresh(endpoint);
    const now = this.clock.now();
    const until = oldExpiresAt ?? new Date(now.getTime() + OVERLAP_MS);
    assertOverlap(until, now);
    if (endpoint.oldSecretEnd(now) !== null) throw new SecretRotatingError(SAY.secret_rotating);
    const secret = newWebhookSecret();
    endpoint.rotateSecret(sealSecret(secret, this.config.encryptionKey), until, tx.now);
    await tx.store(WebhookEndpoint, endpoint);
    audit(tx, {
      action: 'webhooks.endpoint.rotate_secret',
      resourceType: 'webhookEndpoint',
      resourceId: id,
      from: endpoint.state,
      to: endpoint.state,
      details: { oldSecretExpiresAt: until.toISOString() },
    });
    return { endpoint, secret };
  }
}

function assertOverlap(until: Date, now: Date): void {
  if (until.getTime() - now.getTime() <= OVERLAP_DAYS_MAX * DAY_MS) return;
  const message = SAY.overlap_max({ days: OVERLAP_DAYS_MAX });
  throw new InvalidInputError([{ pointer: '/oldSecretExpiresAt', code: 'too_late', message }], message);
}
