import { Inject, Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { sealSecret } from '../../platform/auth/secret-box.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { among, type Page, page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { bound } from '../../platform/usage/bounds.js';
import { isInboxAddress } from '../domain/inbox-address.js';
import { keptFilter } from '../domain/resource-filter.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { Replays } from './replays.service.js';
import { newWebhookSecret } from './signature.js';
import { targetFault } from './target-guard.js';
import { EndpointLimitError } from '../domain/webhooks.errors.js';
import {
  type EndpointChange,
  type EndpointState,
  type Payload,
  type SignatureChoice,
  WebhookEndpoint,
} from '../entities/webhook-endpoint.entity.js';

const COUNT = `SELECT count(*) FROM webhooks.endpoint WHERE tenant_id = $1 AND state <> 'removed'`;
const ENDPOINTS_MAX = bound({
  name: 'webhooks.endpoints',
  max: 50,
  per: 'tenant',
  unit: 'items',
  title: { en: 'Webhook endpoints', zh: 'Webhook 接收地址' },
  used: COUNT,
});

export interface NewEndpoint {
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly string[];
  readonly signature?: SignatureChoice | undefined;
  /** Kinds and ids of resources, as the outside has them. */
  readonly resources?: readonly string[] | undefined;
  readonly changedFields?: readonly string[] | undefined;
  readonly payload?: Payload | undefined;
  readonly ordered?: boolean | undefined;
}

export interface EndpointUpdate extends EndpointChange {
  readonly state?: 'enabled' | 'disabled';
  /** With `enabled`: what it missed is sent after all. */
  readonly replayMissing?: boolean;
}

export interface EndpointListRow {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly event_types: string[];
  readonly signature: SignatureChoice;
  readonly resources: string[];
  readonly changed_fields: string[];
  readonly payload: Payload;
  readonly ordered: boolean;
  readonly state: EndpointState;
  readonly disabled_reason: string | null;
  readonly old_secret_expires_at: Date | null;
  readonly created_at: Date;
  readonly version: number;
}

const REMOVE_PENDING = `
  UPDATE webhooks.delivery SET state = 'failed' WHERE tenant_id = $1 AND endpoint_id = $2 AND state = 'pending'`;

const STOP_REPLAYS = `
  UPDATE webhooks.replay SET state = 'stopped' WHERE tenant_id = $1 AND endpoint_id = $2 AND state = 'running'`;

/** Receivers of webhooks, as their owner manages them. */
@Injectable()
export class Endpoints {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly replays: Replays,
  ) {}

  /** @returns the endpoint and its secret, which is never shown again */
  async create(tx: Tx, input: NewEndpoint): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
    this.assertTarget(tx, input.url);
    await this.assertRoom(tx);
    const secret = newWebhookSecret();
    const endpoint = Object.assign(new WebhookEndpoint(), {
      tenantId: tx.tenantId,
      id: newId(),
      ...input,
      signature: input.signature ?? ('v1' as const),
      resources: keptFilters(input.resources) ?? [],
      changedFields: input.changedFields ?? [],
      payload: input.payload ?? ('full' as const),
      ordered: input.ordered ?? false,
      state: 'enabled' as const,
      disabledReason: null,
      secretBox: sealSecret(secret, this.config.encryptionKey),
      oldSecretBox: null,
      oldSecretExpiresAt: null,
      createdAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    });
    await tx.insert(WebhookEndpoint, endpoint);
    await this.startAtPresent(tx, endpoint.id);
    this.note(tx, 'create', endpoint.id, null, 'enabled');
    return { endpoint, secret };
  }

  async get(view: View, id: string): Promise<WebhookEndpoint> {
    const endpoint = await view.find(WebhookEndpoint, id);
    if (endpoint === null) throw new ResourceNotFoundError(SAY.no_such_endpoint);
    return endpoint;
  }

  list(view: View, query: PageQuery & { state?: string }): Promise<Page<EndpointListRow>> {
    return page<EndpointListRow>(view, {
      table: 'webhooks.endpoint',
      columns:
        'id, url, description, event_types, signature, resources, changed_fields, payload, ordered, state, disabled_reason, old_secret_expires_at, created_at, version',
      query,
      conditions: among('state', query.state ?? 'enabled,disabled'),
    });
  }

  /** Changes what is given; `state: enabled` also forgets past failures. */
  async update(
    tx: Tx,
    id: string,
    { state, replayMissing = false, ...change }: EndpointUpdate,
  ): Promise<WebhookEndpoint> {
    if (change.url !== undefined) this.assertTarget(tx, change.url);
    const endpoint = await this.hold(tx, id);
    const from = endpoint.state;
    const resources = keptFilters(change.resources);
    endpoint.change({ ...change, ...(resources === undefined ? {} : { resources }) }, tx.now);
    if (state === 'enabled') {
      endpoint.enable(tx.now);
      await this.forgetFailures(tx, id);
    }
    if (state === 'disabled') endpoint.disable('by_caller', tx.now);
    await tx.store(WebhookEndpoint, endpoint);
    this.note(tx, 'update', id, from, endpoint.state);
    if (state === 'enabled' && replayMissing) await this.replays.start(tx, id, { missing: true });
    return endpoint;
  }

  /** Nothing more is sent to it; its deliveries stay on record. */
  async remove(tx: Tx, id: string): Promise<WebhookEndpoint> {
    const endpoint = await this.hold(tx, id);
    const from = endpoint.state;
    endpoint.remove(tx.now);
    await tx.store(WebhookEndpoint, endpoint);
    await tx.query(REMOVE_PENDING, [tx.tenantId, id]);
    await tx.query(STOP_REPLAYS, [tx.tenantId, id]);
    this.note(tx, 'remove', id, from, 'removed');
    return endpoint;
  }

  private async hold(tx: Tx, id: string): Promise<WebhookEndpoint> {
    const endpoint = await tx.lock(WebhookEndpoint, id);
    if (endpoint === null || endpoint.state === 'removed') throw new ResourceNotFoundError(SAY.no_such_endpoint);
    tx.assertFresh(endpoint);
    return endpoint;
  }

  /** The public internet; of what is nearer, only where the platform itself receives for sandbox tenants. */
  private assertTarget({ livemode }: Tx, url: string): void {
    if (!livemode && isInboxAddress(url, this.config.publicUrl)) return;
    const fault = targetFault(url, this.config.webhooksAllowLoopback);
    if (fault !== null)
      throw new InvalidInputError([{ pointer: '/url', code: 'forbidden_target', message: fault }], fault);
  }

  private async assertRoom(tx: Tx): Promise<void> {
    const [row] = await tx.query<{ count: string }>(COUNT, [tx.tenantId]);
    if (Number(row?.count ?? 0) >= ENDPOINTS_MAX) {
      throw new EndpointLimitError(SAY.endpoints_max, { max: ENDPOINTS_MAX });
    }
  }

  /** A new endpoint hears what happens from now on; earlier events are in `GET /v1/events`. */
  private async startAtPresent(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `INSERT INTO webhooks.endpoint_progress (tenant_id, endpoint_id, fed_position)
       SELECT $1, $2, coalesce((SELECT position FROM platform.event_feed_head WHERE tenant_id = $1), 0)`,
      [tx.tenantId, id],
    );
  }

  private async forgetFailures(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `UPDATE webhooks.endpoint_progress SET consecutive_failures = 0, failing_since = NULL, open_until = NULL
       WHERE tenant_id = $1 AND endpoint_id = $2`,
      [tx.tenantId, id],
    );
  }

  private note(tx: Tx, verb: string, resourceId: string, from: string | null, to: string): void {
    audit(tx, { action: `webhooks.endpoint.${verb}`, resourceType: 'webhookEndpoint', resourceId, from, to });
  }
}

/** @throws InvalidInputError naming those that are nothing */
function keptFilters(given: readonly string[] | undefined): string[] | undefined {
  const kept = given?.map((filter) => keptFilter(filter));
  const faults = (kept ?? []).flatMap((filter, index) =>
    filter === null ? [{ pointer: `/resources/${index}`, code: 'unknown', message: SAY.resource_unknown }] : [],
  );
  if (faults.length > 0) throw new InvalidInputError(faults, SAY.resource_unknown);
  return kept?.flatMap((filter) => filter ?? []);
}
